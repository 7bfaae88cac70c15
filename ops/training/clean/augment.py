"""Pages as other sites would have built them: the same text in other markup, among other furniture.

The training sites are few. A page is turned back into a tree and rewritten at random: class names hashed or gone, semantic tags
made plain, paragraphs parted by line breaks or laid out in tables, custom elements, adverts between paragraphs, a container split
by one, everything in one cell or one div; and comments, teasers, menus, boxes and further articles are put in, labelled as foreign.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from agents.clean.body.elements import HIDDEN
from ops.training.clean.bare import strip_bare
from ops.training.clean.data import Page
from ops.training.clean.foreign import Pool, Voice
from ops.training.clean.pagetree import Leaf, Node, rebuilt, tree
from ops.training.clean.shapes import Part

BARE = 0.15
"""Share of the variants that are pages of the old kind."""
MOST_WORDS = 3000
"""Of a discussion."""


def rewritten(page: Page, pool: Pool, seed: int) -> Page:
    """One variant; the same for the same seed."""
    rng = random.Random(f"{page.id} {seed}")
    root = tree(page)
    voice = pool.voice(page, rng)
    if rng.random() < BARE:
        strip_bare(root, page.hints.title, voice)
    for chance, change in CHANGES:
        if rng.random() < chance:
            change(root, voice)
    return rebuilt(page, root)


def _rename(root: Node, voice: Voice) -> None:
    """Names that say nothing: none, one meaningless name a name, or that for half of them."""
    rng = voice.rng
    mode = rng.choice(["none", "hashed", "hashed", "half"])
    new: dict[str, str] = {}
    for node in root.walk():
        if node.names.strip() and (mode != "half" or _odd(node.names)):
            hidden = HIDDEN if HIDDEN in node.names else ""
            if node.names not in new:
                new[node.names] = "" if mode == "none" else f" q{len(new)}x9Z{rng.randrange(10**6)}"
            node.names = new[node.names] + hidden
    for leaf in root.leaves():
        if leaf.inline and mode != "half":
            leaf.inline = leaf.inline.split(" ")[0]


def _odd(text: str) -> bool:
    return sum(map(ord, text)) % 2 == 1


PLAIN = ["article", "section", "main", "header", "footer", "nav", "aside", "figure", "figcaption"]


def _plain(root: Node, voice: Voice) -> None:
    """Semantic tags become divs, headings perhaps too."""
    rng = voice.rng
    gone = set(PLAIN) | ({"h1", "h2", "h3", "h4", "h5", "h6"} if rng.random() < 0.3 else set())
    for node in root.walk():
        if node.tag in gone:
            if node.tag[0] == "h" and node.tag[1:].isdigit():
                for leaf in node.children:
                    if isinstance(leaf, Leaf) and rng.random() < 0.5:
                        leaf.bold = len(leaf.text)
            node.tag = "div"


def _paragraphs(root: Node, voice: Voice) -> None:
    """Paragraphs without p: line breaks in their parent, or divs."""
    rng = voice.rng
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


def _tables(root: Node, voice: Voice) -> None:
    rng = voice.rng
    share = rng.choice([0.2, 0.5, 1.0])
    for node in list(root.walk()):
        if node.tag in ("div", "section", "main", "article") and len(node.children) > 1 and rng.random() < share:
            cell = Node("td", "", node.children)
            node.tag, node.children = "table", [Node("tbody", "", [Node("tr", "", [cell])])]


def _custom(root: Node, voice: Voice) -> None:
    rng = voice.rng
    prefix = rng.choice(["x", "app", "bsp", "site"])
    share = rng.choice([0.2, 0.6, 1.0])
    tags = ("div", "section", "article", "main", "p") if rng.random() < 0.3 else ("div", "section", "article")
    for node in root.walk():
        if node.tag in tags and rng.random() < share:
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


def _adverts(root: Node, voice: Voice) -> None:
    """Between paragraphs; or the container ends, an advert follows, and a second container goes on."""
    rng = voice.rng
    if not (found := _story_of(root)):
        return
    node, places = found
    if rng.random() < 0.4 and node is not root:
        cut = places[rng.randrange(1, len(places))]
        parent = _parent_of(root, node)
        second = Node(node.tag, node.names, node.children[cut:])
        node.children = node.children[:cut]
        at = next(i for i, child in enumerate(parent.children) if child is node)
        parent.children[at + 1 : at + 1] = [voice.advert(), second]
        return
    every = rng.randint(1, 4)
    for place in reversed(places[1 :: every + 1]):
        node.children[place:place] = [voice.advert()] if rng.random() < 0.8 else voice.teasers()


def _after(make: Callable[[Node, Voice], list[Part]], close: float) -> Callable[[Node, Voice], None]:
    """Right after the story's last paragraph in `close` of the cases, else after what holds it."""

    def change(root: Node, voice: Voice) -> None:
        if not (found := _story_of(root)):
            return
        node, places = found
        added = make(root, voice)
        if voice.rng.random() < close:
            node.children[places[-1] + 1 : places[-1] + 1] = added
            return
        for _ in range(voice.rng.randint(0, 2)):
            parent = _parent_of(root, node)
            if parent is root or parent is node or parent.tag in ("html", "body"):
                break
            node = parent
        parent = _parent_of(root, node)
        at = next((i for i, child in enumerate(parent.children) if child is node), len(parent.children) - 1)
        parent.children[at + 1 : at + 1] = added

    return change


def _before(make: Callable[[Node, Voice], list[Part]], close: float) -> Callable[[Node, Voice], None]:
    """Right before the story's first paragraph, or where the page begins."""

    def change(root: Node, voice: Voice) -> None:
        if not (found := _story_of(root)):
            return
        node, places = found
        if voice.rng.random() < close:
            node.children[places[0] : places[0]] = make(root, voice)
        else:
            top = next((each for each in root.walk() if each.tag == "body"), root)
            top.children[0:0] = make(root, voice)

    return change


def _discussion(root: Node, voice: Voice) -> list[Part]:
    story = sum(leaf.text.count(" ") for leaf in root.leaves() if leaf.label > 0.5)
    return voice.comments(min(MOST_WORDS, max(60, story * voice.rng.choice([0.1, 0.2, 0.6, 1.2, 2.0]))))


CHANGES: list[tuple[float, Callable[[Node, Voice], None]]] = [
    (0.35, _adverts),
    (0.1, _before(lambda _, voice: voice.teasers(), 0.2)),
    (0.2, _before(lambda _, voice: voice.menu(), 0.1)),
    (0.1, _before(lambda _, voice: voice.notice(), 0.1)),
    (0.1, _after(lambda _, voice: voice.notice(), 0.1)),
    (0.12, _after(lambda _, voice: voice.further_story(), 0.3)),
    (0.3, _after(lambda _, voice: voice.teasers(), 0.4)),
    (0.4, _after(_discussion, 0.4)),
    (0.25, _after(lambda _, voice: voice.trailer(), 0.6)),
    (0.3, _plain),
    (0.2, _paragraphs),
    (0.15, _tables),
    (0.15, _custom),
    (0.6, _rename),
]
"""In this order, each with its chance; of two that add after the story, the later stands nearer to it."""
