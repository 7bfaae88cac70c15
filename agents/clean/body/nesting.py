"""What holds a block, and what stands beside that: the smallest element with more in it, the one before of the same kind."""

from __future__ import annotations

from agents.clean.body.walk import Outline


def box_of(outline: Outline, block: int) -> int:
    """The smallest element that holds more than this block; 0, the root, where there is none."""
    element = outline.leaf[block]
    while element and outline.end[element] - outline.first[element] == 1:
        element = outline.parents[element]
    return element


def blocks_of(outline: Outline, element: int) -> range:
    """The blocks that an element holds."""
    return range(outline.first[element], outline.end[element])


def twin_before(outline: Outline, element: int) -> int:
    """The element of the same parent, tag and names that ends where this one begins; 0 where there is none."""
    first, parent = outline.first[element], outline.parents[element]
    other = outline.leaf[first - 1] if first else 0
    while other and outline.parents[other] != parent:
        other = outline.parents[other]
    alike = outline.tags[other] == outline.tags[element] and outline.names[other] == outline.names[element]
    return other if alike else 0
