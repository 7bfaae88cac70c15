"""A page as a tree that can be rewritten, and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from agents.clean.body.menus import WHOLE, Entry, is_list_of_links
from agents.clean.body.walk import Outline
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


def without_menus(node: Node) -> None:
    """Takes away from the tree what the walk would have forgotten."""
    for child in node.children:
        if isinstance(child, Node):
            without_menus(child)
    node.children = [child for child in node.children if isinstance(child, Leaf) or not _is_menu(child)]


def _is_menu(node: Node) -> bool:
    entries: list[Entry] = [(leaf.text, 0, leaf.linked, 0, 0, None, 0) for leaf in node.leaves()]
    return node.tag not in WHOLE and is_list_of_links(entries, 0)


def rebuilt(page: Page, root: Node) -> Page:
    """The page with the tree's blocks and elements, as the walk would have read them."""
    without_menus(root)
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
    )
    tokens = np.array([len(WORD.findall(leaf.text)) for leaf in leaves], float)
    labels = np.array([leaf.label for leaf in leaves])
    return replace(page, outline=outline, labels=labels, tokens=tokens, variant=True)
