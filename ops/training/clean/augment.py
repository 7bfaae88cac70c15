"""Pages as other sites would have built them: the same text in other markup, among other furniture.

The training sites are few. A page is turned back into a tree and rewritten at random: class names hashed or gone, semantic tags
made plain, paragraphs parted by line breaks or laid out in tables, custom elements, adverts between paragraphs, a container split
by one; and comments, teasers and further articles from other training pages are put in, labelled as foreign.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from agents.clean.body.walk import HIDDEN, Outline
from ops.training.clean.data import Page
from ops.training.clean.label import WORD


@dataclass
class Leaf:
    """A block: its text, its label, and what an outline keeps of its markup."""

    text: str
    label: float = 0.0
    linked: int = 0
    anchors: int = 0
    bold: int = 0
    inline: str | None = None
    breaks: int = 0


@dataclass
class Node:
    tag: str
    names: str = ""
    children: list[Node | Leaf] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack += [child for child in node.children if isinstance(child, Node)]

    def leaves(self) -> Iterator[Leaf]:
        for child in self.children:
            if isinstance(child, Leaf):
                yield child
            else:
                yield from child.leaves()


def tree(page: Page) -> Node:
    outline = page.outline
    nodes = [Node(tag, names) for tag, names in zip(outline.tags, outline.names, strict=True)]
    attached = 1

    def attach(until: int) -> None:
        nonlocal attached
        while attached < len(nodes) and outline.first[attached] <= until:
            nodes[outline.parents[attached]].children.append(nodes[attached])
            attached += 1

    for i, text in enumerate(outline.texts):
        attach(i)
        leaf = Leaf(
            text,
            float(page.labels[i]),
            outline.linked[i],
            outline.anchors[i],
            outline.bold[i],
            outline.inline[i],
            outline.breaks[i],
        )
        nodes[outline.leaf[i]].children.append(leaf)
    attach(len(outline.texts))
    return nodes[0]


def rebuilt(page: Page, root: Node) -> Page:
    """The page with the tree's blocks and elements."""
    leaves: list[Leaf] = []
    holders: list[int] = []
    tags, names, parents, first, end = [root.tag], [""], [0], [0], [0]

    def emit(node: Node, number: int) -> None:
        for child in node.children:
            if isinstance(child, Leaf):
                leaves.append(child)
                holders.append(number)
            else:
                own = len(tags)
                tags.append(child.tag)
                names.append(child.names)
                parents.append(number)
                first.append(len(leaves))
                end.append(0)
                emit(child, own)
        end[number] = len(leaves)

    emit(root, 0)
    outline = Outline(
        texts=[leaf.text for leaf in leaves],
        leaf=holders,
        linked=[leaf.linked for leaf in leaves],
        anchors=[leaf.anchors for leaf in leaves],
        bold=[leaf.bold for leaf in leaves],
        inline=[leaf.inline for leaf in leaves],
        breaks=[leaf.breaks for leaf in leaves],
        tags=tags,
        names=names,
        parents=parents,
        first=first,
        end=end,
        deepest=page.outline.deepest,
    )
    tokens = np.array([len(WORD.findall(leaf.text)) for leaf in leaves], float)
    labels = np.array([leaf.label for leaf in leaves])
    return replace(page, outline=outline, labels=labels, tokens=tokens, variant=True)


class Pool:
    """Text of other pages, to be put where it does not belong."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._stories = []
        self._adverts: list[Node] = []
        for page in pages:
            prose = [text for text, y in zip(page.outline.texts, page.labels, strict=True) if y > 0.8 and 60 < len(text) < 900]
            title = page.hints.title
            if len(prose) >= 4 and 15 < len(title) < 150:
                self._stories.append((title, prose))

    def story(self, rng: random.Random) -> tuple[str, list[str]]:
        return rng.choice(self._stories)

    def comments(self, rng: random.Random, words: float) -> Node:
        """A discussion of about so many words; reactions are short, opinionated and about something else only to a reader."""
        word = rng.choice(["comments", "discussion", "responses", "reader-opinions", "talkback", ""])
        heading = rng.choice(
            [
                "Comments",
                "{} Comments",
                "What readers say",
                "Join the conversation",
                "Kommentare ({})",
                "Discussion",
                "{} Responses",
            ]
        )
        box = Node(rng.choice(["div", "section", "ul", "ol"]), f" {word}" if word else "")
        box.children.append(Node(rng.choice(["h2", "h3", "div"]), "", [Leaf(heading.format(rng.randint(2, 340)))]))
        item = "li" if box.tag in ("ul", "ol") else rng.choice(["div", "article", "section"])
        said = 0.0
        name_tag, text_tag = rng.choice(["div", "h4", "p", "cite"]), rng.choice(["p", "p", "div"])
        inner = rng.random() < 0.6
        while said < words:
            _, prose = self.story(rng)
            paragraphs = [_spoken(rng, rng.choice(prose)) for _ in range(rng.choice([1, 1, 1, 2, 3]))]
            said += sum(text.count(" ") for text in paragraphs)
            author = Node(name_tag, "", [Leaf(_author(rng), linked=rng.choice([0, 10]), anchors=rng.choice([0, 1]))])
            when = Node(rng.choice(["div", "span", "p"]), "", [Leaf(_when(rng))])
            body: list[Node | Leaf] = [Node(text_tag, "", [Leaf(text)]) for text in paragraphs]
            reply = Node(
                "div",
                "",
                [Leaf(rng.choice(["Reply", "Like 3 Reply", "Report", "Share", "Antworten", "Responder"]), linked=5, anchors=1)],
            )
            content: list[Node | Leaf] = [author, when, *([Node("div", "", body)] if inner else body), reply]
            box.children.append(Node(item, rng.choice([" comment", ""]) if word else "", content))
        return box

    def teasers(self, rng: random.Random) -> Node:
        word = rng.choice(["related", "more-stories", "recommended", "latest", "teasers", "", ""])
        box = Node(rng.choice(["div", "section", "aside"]), f" {word}" if word else "")
        heading = [
            "Related",
            "Read more",
            "More stories",
            "Recommended for you",
            "Latest news",
            "You may also like",
            "Mehr zum Thema",
            "À lire aussi",
        ]
        if rng.random() < 0.8:
            box.children.append(Node(rng.choice(["h2", "h3", "div", "p"]), "", [Leaf(rng.choice(heading))]))
        with_text, with_date = rng.random() < 0.7, rng.random() < 0.5
        title_tag, item = rng.choice(["h2", "h3", "h4", "p", "div"]), rng.choice(["div", "li", "article"])
        for _ in range(rng.randint(1, 8)):
            title, prose = self.story(rng)
            card = Node(item, "", [Node(title_tag, "", [Leaf(title, linked=len(title), anchors=1, inline="a")])])
            if with_date:
                card.children.append(Node("div", "", [Leaf(_when(rng))]))
            if with_text:
                text = prose[0] if rng.random() < 0.5 else prose[0][: rng.randint(60, 200)] + rng.choice(["...", "…", " Read more"])
                card.children.append(Node(rng.choice(["p", "div"]), "", [Leaf(text)]))
            box.children.append(card)
        return box

    def further_story(self, rng: random.Random) -> Node:
        """A whole article after the article, as pages without end have it."""
        title, prose = self.story(rng)
        parts: list[Node | Leaf] = [
            Node(rng.choice(["h1", "h2", "h2", "div"]), "", [Leaf(title)]),
            Node("div", "", [Leaf(_when(rng))]),
        ]
        text: list[Node | Leaf] = [Node("p", "", [Leaf(paragraph)]) for paragraph in prose[: rng.randint(2, 20)]]
        return Node(rng.choice(["div", "article", "section"]), "", [*parts, *text])

    def advert(self, rng: random.Random) -> Node:
        lines = [
            "Advertisement",
            "ADVERTISEMENT",
            "Anzeige",
            "Publicité",
            "Sponsored",
            "Story continues below",
            "Article continues after this",
        ]
        box = Node(rng.choice(["div", "aside", "section"]), rng.choice([" ad", " advert-slot", "", "", " promo"]))
        if rng.random() < 0.7:
            box.children.append(Node(rng.choice(["p", "div", "span"]), "", [Leaf(rng.choice(lines))]))
        kind = rng.random()
        if kind < 0.3:
            title, _ = self.story(rng)
            box.children.append(
                Node(
                    "p",
                    "",
                    [Leaf(f"{rng.choice(['Read also: ', 'READ MORE: ', 'See also ', ''])}{title}", linked=len(title), anchors=1)],
                )
            )
        elif kind < 0.45:
            _, prose = self.story(rng)
            box.children.append(Node(rng.choice(["p", "div"]), "", [Leaf(rng.choice(prose)[:160])]))
            box.children.append(
                Node("p", "", [Leaf(rng.choice(["Sign up", "Subscribe now", "Shop now", "Learn more"]), linked=10, anchors=1)])
            )
        return box


_PEOPLE = [
    "ann_m",
    "Theo77",
    "quietreader",
    "MrBlue",
    "Kasia",
    "W.",
    "old.sailor",
    "Jens",
    "P.",
    "Guest",
    "Anonymous",
    "Marta",
    "Lindqvist",
    "user48213",
    "Rob",
    "D",
]


def _author(rng: random.Random) -> str:
    return rng.choice(_PEOPLE) + rng.choice(["", " says:", " wrote:", " •", " schrieb:"])


def _when(rng: random.Random) -> str:
    return rng.choice(
        [
            f"{rng.randint(2, 23)} hours ago",
            f"{rng.randint(2, 11)} months ago",
            f"{rng.randint(1, 28)} May 20{rng.randint(10, 26)}",
            f"March {rng.randint(1, 28)}, 20{rng.randint(10, 26)} at {rng.randint(1, 12)}:{rng.randint(10, 59)} pm",
            f"{rng.randint(1, 28):02}.{rng.randint(1, 12):02}.20{rng.randint(10, 26)}",
        ]
    )


def _spoken(rng: random.Random, text: str) -> str:
    start = rng.choice(
        ["", "", "", "I think ", "Well, ", "Totally agree. ", "Sorry but ", "This is nonsense. ", "Thanks for this! "]
    )
    return start + text + rng.choice(["", "", "", "!!", " lol", " Just my two cents."])


def rewritten(page: Page, pool: Pool, seed: int) -> Page:
    """One variant; the same for the same seed."""
    rng = random.Random(f"{page.id} {seed}")
    root = tree(page)
    for chance, change in CHANGES:
        if rng.random() < chance:
            change(root, pool, rng)
    return rebuilt(page, root)


def _rename(root: Node, _: Pool, rng: random.Random) -> None:
    """Names that say nothing: none, one meaningless name a name, or that for half of them."""
    mode = rng.choice(["none", "hashed", "hashed", "half"])
    new: dict[str, str] = {}
    for node in root.walk():
        if node.names.strip() and (mode != "half" or hash_bit(node.names, rng)):
            hidden = HIDDEN if HIDDEN in node.names else ""
            if node.names not in new:
                new[node.names] = "" if mode == "none" else f" q{len(new)}x9Z{rng.randrange(10**6)}"
            node.names = new[node.names] + hidden
    for leaf in root.leaves():
        if leaf.inline and mode != "half":
            leaf.inline = leaf.inline.split(" ")[0]


def hash_bit(text: str, rng: random.Random) -> bool:
    return sum(map(ord, text)) % 2 == 0


PLAIN = ["article", "section", "main", "header", "footer", "nav", "aside", "figure", "figcaption"]


def _plain(root: Node, _: Pool, rng: random.Random) -> None:
    """Semantic tags become divs, headings perhaps too."""
    gone = set(PLAIN) | ({"h1", "h2", "h3", "h4", "h5", "h6"} if rng.random() < 0.3 else set())
    for node in root.walk():
        if node.tag in gone:
            if node.tag[0] == "h" and node.tag[1:].isdigit():
                for leaf in node.children:
                    if isinstance(leaf, Leaf) and rng.random() < 0.5:
                        leaf.bold = len(leaf.text)
            node.tag = "div"


def _paragraphs(root: Node, _: Pool, rng: random.Random) -> None:
    """Paragraphs without p: line breaks in their parent, or divs."""
    broken = rng.random() < 0.6
    for node in root.walk():
        if not broken and node.tag == "p":
            node.tag = "div"
        elif broken and sum(isinstance(child, Node) and child.tag == "p" for child in node.children) >= 3:
            flat: list[Node | Leaf] = []
            for child in node.children:
                if isinstance(child, Node) and child.tag == "p" and all(isinstance(x, Leaf) for x in child.children):
                    for leaf in child.children:
                        if isinstance(leaf, Leaf):
                            leaf.breaks = 2
                            flat.append(leaf)
                else:
                    flat.append(child)
            node.children = flat


def _tables(root: Node, _: Pool, rng: random.Random) -> None:
    share = rng.choice([0.2, 0.5, 1.0])
    for node in list(root.walk()):
        if node.tag in ("div", "section", "main", "article") and len(node.children) > 1 and rng.random() < share:
            cell = Node("td", "", node.children)
            node.tag, node.children = "table", [Node("tbody", "", [Node("tr", "", [cell])])]


def _custom(root: Node, _: Pool, rng: random.Random) -> None:
    prefix = rng.choice(["x", "app", "bsp", "site"])
    share = rng.choice([0.2, 0.6])
    for node in root.walk():
        if node.tag in ("div", "section", "article") and rng.random() < share:
            node.tag = f"{prefix}-el"


def _story_of(root: Node) -> tuple[Node, list[int]] | None:
    """The element with the most body blocks in its children, and the children's places."""
    best: tuple[Node, list[int]] | None = None
    for node in root.walk():
        places = [i for i, child in enumerate(node.children) if _is_body(child)]
        if len(places) >= 4 and (best is None or len(places) > len(best[1])):
            best = node, places
    return best


def _is_body(child: Node | Leaf) -> bool:
    if isinstance(child, Leaf):
        return child.label > 0.8
    return child.tag in ("p", "div", "h2", "h3", "li") and any(leaf.label > 0.8 for leaf in child.leaves())


def _parent_of(root: Node, wanted: Node) -> Node:
    return next((node for node in root.walk() if any(child is wanted for child in node.children)), root)


def _adverts(root: Node, pool: Pool, rng: random.Random) -> None:
    """Between paragraphs; or the container ends, an advert follows, and a second container goes on."""
    if not (found := _story_of(root)):
        return
    node, places = found
    if rng.random() < 0.4 and node is not root:
        cut = places[rng.randrange(1, len(places))]
        parent = _parent_of(root, node)
        second = Node(node.tag, node.names, node.children[cut:])
        node.children = node.children[:cut]
        at = next(i for i, child in enumerate(parent.children) if child is node)
        parent.children[at + 1 : at + 1] = [pool.advert(rng), second]
        return
    every = rng.randint(1, 4)
    for place in reversed(places[1 :: every + 1]):
        node.children.insert(place, pool.advert(rng) if rng.random() < 0.8 else pool.teasers(rng))


def _after(make: Callable[[Pool, Page | None, random.Random, Node], Node]) -> Callable[[Node, Pool, random.Random], None]:
    def change(root: Node, pool: Pool, rng: random.Random) -> None:
        if not (found := _story_of(root)):
            return
        node, places = found
        added = make(pool, None, rng, root)
        if rng.random() < 0.3:
            node.children.insert(places[-1] + 1, added)
            return
        for _ in range(rng.randint(0, 2)):
            parent = _parent_of(root, node)
            if parent is root or parent is node or parent.tag in ("html", "body"):
                break
            node = parent
        parent = _parent_of(root, node)
        at = next((i for i, child in enumerate(parent.children) if child is node), len(parent.children) - 1)
        parent.children.insert(at + 1, added)

    return change


def _discussion(pool: Pool, _: Page | None, rng: random.Random, root: Node) -> Node:
    story = sum(leaf.text.count(" ") for leaf in root.leaves() if leaf.label > 0.5)
    return pool.comments(rng, min(3000, max(60, story * rng.choice([0.2, 0.6, 1.2, 2.0]))))


CHANGES: list[tuple[float, Callable[[Node, Pool, random.Random], None]]] = [
    (0.35, _adverts),
    (0.3, _after(_discussion)),
    (0.3, _after(lambda pool, _, rng, __: pool.teasers(rng))),
    (0.12, _after(lambda pool, _, rng, __: pool.further_story(rng))),
    (0.3, _plain),
    (0.2, _paragraphs),
    (0.15, _tables),
    (0.15, _custom),
    (0.6, _rename),
]
"""In this order, each with its chance."""
