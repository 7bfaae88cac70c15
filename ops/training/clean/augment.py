"""Pages as other sites would have built them: the same text in other markup, among other furniture.

The training sites are few. A page is turned back into a tree and rewritten at random: class names hashed or gone, semantic tags
made plain, paragraphs parted by line breaks or laid out in tables, custom elements, adverts between paragraphs, a container split
by one; and comments, teasers and further articles from other training pages are put in, labelled as foreign.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from agents.clean.body.walk import HIDDEN
from ops.training.clean.data import Page
from ops.training.clean.foreign import Pool
from ops.training.clean.pagetree import Leaf, Node, rebuilt, tree


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
