"""What holds a block, and what stands beside that: the smallest element with more in it, the one before of the same kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from agents.clean.body.amount import Words
from agents.clean.body.walk import Outline

SMALL = 4
"""Blocks of a small box."""

Kind = tuple[str, str, str, str, bool]
"""How a block is set: tag and names of its element, and of the one around that; whether the latter is a small box."""


def tag_of(outline: Outline, block: int) -> str:
    """The tag of the smallest element that holds a block."""
    return outline.tags[outline.leaf[block]]


def kind_of(outline: Outline, block: int) -> Kind:
    """Paragraphs of one text are of one kind."""
    leaf = outline.leaf[block]
    parent = outline.parents[leaf]
    small = outline.end[parent] - outline.first[parent] <= SMALL
    return outline.tags[leaf], outline.names[leaf], outline.tags[parent], outline.names[parent], small


def words_by_kind(outline: Outline, kept: Sequence[int], words: Words) -> Mapping[Kind, float]:
    """How many words of the kept blocks are set in each way; 0.0 for others. `words`: of each block of the page."""
    told = defaultdict[Kind, float](float)
    for block in kept:
        told[kind_of(outline, block)] += words[block]
    return told


def path_to(outline: Outline, block: int, known: Container[int]) -> list[int]:
    """The elements around a block from a known one inwards: that one first, the block's own last."""
    path = [outline.leaf[block]]
    while path[-1] not in known:
        path.append(outline.parents[path[-1]])
    return path[::-1]


def box_of(outline: Outline, block: int) -> int:
    """The smallest element that holds more than this block; 0, the root, where there is none."""
    element = outline.leaf[block]
    while element and outline.end[element] - outline.first[element] == 1:
        element = outline.parents[element]
    return element


def around(outline: Outline, block: int, most: int) -> Iterator[int]:
    """The elements that hold the block, from the smallest on, while they hold no more than so many blocks; without the root."""
    element = outline.leaf[block]
    while element and outline.end[element] - outline.first[element] <= most:
        yield element
        element = outline.parents[element]


def blocks_of(outline: Outline, element: int) -> range:
    """The blocks that an element holds."""
    return range(outline.first[element], outline.end[element])


def twin_before(outline: Outline, element: int) -> int:
    """The element of the same parent, tag and names that ends where this one begins; 0 where there is none."""
    first, parent = outline.first[element], outline.parents[element]
    other = outline.leaf[first - 1] if first else 0
    while other and outline.parents[other] != parent:
        other = outline.parents[other]
    return other if alike(outline, other, element) else 0


def alike(outline: Outline, a: int, b: int) -> bool:
    """Whether two elements have the same tag and names."""
    return outline.tags[a] == outline.tags[b] and outline.names[a] == outline.names[b]
