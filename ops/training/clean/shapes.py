"""Markup for rows of lines: the same lines as paragraphs, line breaks, tables, lists, quotes."""

from __future__ import annotations

import random
from collections.abc import Sequence

from ops.training.clean.pagetree import Leaf, Node

Part = Node | Leaf
KINDS = ("breaks", "breaks", "p", "p", "div", "boxes", "items", "table", "quotes", "definitions", "custom")


def linked(text: str) -> Leaf:
    return Leaf(text, linked=len(text), anchors=1, inline="a")


def bold(text: str) -> Leaf:
    return Leaf(text, bold=len(text), inline="b")


def heading(text: str, rng: random.Random) -> Part:
    """As a heading, a bold line, or a plain one."""
    leaf = bold(text) if rng.random() < 0.5 else Leaf(text)
    tag = rng.choice(("h2", "h3", "h4", "p", "div", "center", ""))
    if not tag:
        leaf.breaks = 2
        return leaf
    return Node(tag, "", [leaf])


def shaped(rows: Sequence[Sequence[Leaf]], rng: random.Random, kind: str = "") -> list[Part]:
    """A row is a comment, a teaser, an entry of a menu: one line or more."""
    kind = kind or rng.choice(KINDS)
    if kind == "breaks":
        return _broken([leaf for row in rows for leaf in row], rng, [len(row) for row in rows])
    if kind in ("p", "div"):
        return [Node(kind, "", [leaf]) for row in rows for leaf in row]
    if kind == "boxes":
        return [Node("div", "", [Node(rng.choice(("p", "div")), "", [leaf]) for leaf in row]) for row in rows]
    if kind == "items":
        return [Node(rng.choice(("ul", "ol")), "", [Node("li", "", _inner(row, rng)) for row in rows])]
    if kind == "table":
        across = rng.random() < 0.4
        cells = [
            [Node("td", "", [leaf]) for leaf in row] if across else [Node("td", "", _broken(list(row), rng, [len(row)]))]
            for row in rows
        ]
        return [Node("table", "", [Node("tbody", "", [Node("tr", "", list(cell)) for cell in cells])])]
    if kind == "quotes":
        return [
            part
            for row in rows
            for part in (Node("p", "", [row[0]]), Node("blockquote", "", _inner(row[1:], rng)))
            if part.children
        ]
    if kind == "definitions":
        entries: list[Part] = []
        for row in rows:
            entries.append(Node("dt", "", [row[0]]))
            entries += [Node("dd", "", [leaf]) for leaf in row[1:]]
        return [Node("dl", "", entries)]
    tag = f"{rng.choice('xyz')}-{rng.choice(('row', 'entry', 'part'))}"
    return [Node(tag, "", _inner(row, rng)) for row in rows]


def _inner(row: Sequence[Leaf], rng: random.Random) -> list[Part]:
    tag = rng.choice(("p", "div", "br"))
    return _broken(list(row), rng, [len(row)]) if tag == "br" else [Node(tag, "", [leaf]) for leaf in row]


def _broken(leaves: list[Leaf], rng: random.Random, sizes: Sequence[int]) -> list[Part]:
    """Parted by line breaks: as many after a row as within one, or more."""
    within = rng.choice((1, 1, 2))
    between = max(within, rng.choice((1, 2, 2)))
    starts = {sum(sizes[:i]) for i in range(len(sizes))}
    for i, leaf in enumerate(leaves):
        leaf.breaks = between if i in starts else within
    return list(leaves)
