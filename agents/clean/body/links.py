"""Lists of other stories between the paragraphs of one, under no heading that tells."""

from __future__ import annotations

from collections.abc import Sequence

from agents.clean.body.elements import LISTS
from agents.clean.body.menus import LEADS
from agents.clean.body.nesting import blocks_of
from agents.clean.body.walk import Outline

LINKED = 0.5
"""Share of an item's characters that are in its link: some sites set a word before it."""
TITLE = 35
"""Characters of an item on average, for it to be a story's title; an entry of a directory is shorter."""
MOST = 8
"""Items; a longer list is what the page is about."""


def without_lists_of_links(outline: Outline, kept: Sequence[int]) -> list[int]:
    """The kept blocks but lists of nothing but linked titles that no line leads to."""
    gone: set[int] = set()
    for block in kept:
        element = outline.parents[outline.leaf[block]]
        if block not in gone and outline.linked[block] and outline.tags[element] in LISTS:
            items = blocks_of(outline, element)
            if _are_titles(outline, items) and not (items[0] and outline.texts[items[0] - 1][-1] in LEADS):
                gone.update(items)
    return [block for block in kept if block not in gone]


def _are_titles(outline: Outline, items: range) -> bool:
    if not 1 < len(items) <= MOST:
        return False
    lengths = [len(outline.texts[item]) for item in items]
    return sum(lengths) >= TITLE * len(items) and all(
        outline.linked[item] >= LINKED * length for item, length in zip(items, lengths, strict=True)
    )
