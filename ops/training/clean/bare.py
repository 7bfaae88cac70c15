"""A story on a page of the old kind: laid out in tables or not at all, paragraphs as line breaks, nothing named."""

from __future__ import annotations

from collections.abc import Iterator

from ops.training.clean.foreign import Voice
from ops.training.clean.pagetree import Leaf, Node
from ops.training.clean.shapes import Part, bold, heading, linked

LEAST = 4
"""Blocks of a story."""
AROUND = 6
"""Blocks before the first and after the last of the story that stay."""
MIXED = 2.0
"""Blocks within its range for one of the story: a page with more is left alone."""
BYLINES = ("{name}", "{date}", "{name}, {date}", "{name} | {site}", "{site}, {date}")
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def strip_bare(root: Node, title: str, voice: Voice) -> None:
    """Rewrites the page; one whose story is short or scattered stays as it is."""
    rng = voice.rng
    blocks = list(_blocks(root))
    own = [i for i, (leaf, _) in enumerate(blocks) if leaf.label > 0.5]
    if len(own) < LEAST or own[-1] - own[0] > MIXED * len(own):
        return
    form = rng.choice(("br", "br", "br", "p", "div"))
    story: list[Part] = []
    if title and rng.random() < 0.9:
        story.append(heading(title, rng))
    if rng.random() < 0.5:
        story.append(Leaf(voice.stock.filled(rng.choice(BYLINES)), breaks=1))
    if rng.random() < 0.2:
        story.append(Leaf(voice.stock.line("shares"), breaks=1))
    twice = rng.choice((1, 2, 2))
    before, after = rng.randint(0, AROUND), rng.randint(0, AROUND)
    for leaf, holder in blocks[max(0, own[0] - before) : own[-1] + 1 + after]:
        leaf.inline = leaf.inline.split(" ")[0] if leaf.inline else None
        if holder in HEADINGS:
            leaf.bold, leaf.inline = len(leaf.text), "b"
        if form == "br":
            leaf.breaks = twice
            story.append(leaf)
        else:
            story.append(Node(form, "", [leaf]))
    root.children = [Node("html", "", [Node("body", "", _laid_out(story, voice))])]


def _blocks(node: Node) -> Iterator[tuple[Leaf, str]]:
    """Each with the tag of what holds it."""
    for child in node.children:
        if isinstance(child, Leaf):
            yield child, node.tag
        else:
            yield from _blocks(child)


def _laid_out(story: list[Part], voice: Voice) -> list[Part]:
    rng = voice.rng
    layout = rng.choice(("columns", "columns", "box", "center", "nothing"))
    masthead: list[Part] = [bold(voice.stock.line("rights"))] if rng.random() < 0.3 else []
    if layout == "columns":
        cells: list[Part] = [Node("td", "", story)]
        if rng.random() < 0.7:
            cells.insert(0, Node("td", "", voice.menu()))
        if rng.random() < 0.5:
            cells.append(Node("td", "", voice.teasers() if rng.random() < 0.7 else voice.menu()))
        return [*masthead, _table([cells])]
    menu = voice.menu() if rng.random() < 0.6 else []
    foot: list[Part] = [linked(voice.stock.line("replies"))] if rng.random() < 0.2 else []
    if layout == "box":
        return [*masthead, Node("div", "", [*menu, *story]), *foot]
    if layout == "center":
        return [*masthead, Node("center", "", menu), _table([[Node("td", "", story)]]), *foot]
    return [*masthead, *menu, *story, *foot]


def _table(rows: list[list[Part]]) -> Node:
    return Node("table", "", [Node("tbody", "", [Node("tr", "", row) for row in rows])])
