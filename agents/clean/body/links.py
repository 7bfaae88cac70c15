"""Lists of other stories between the paragraphs of one, under no heading that tells."""

from __future__ import annotations

from collections.abc import Sequence

from agents.clean.body.cards import is_link
from agents.clean.body.elements import LISTS
from agents.clean.body.menus import LEADS
from agents.clean.body.nesting import blocks_of
from agents.clean.body.walk import Outline

LINKED = 0.5
"""Share of an item's characters that are in its link: some sites set a word before it."""
TITLE = 35
"""Characters of an item on average, for it to be a story's title; an entry of a directory is shorter."""
FEWEST = 2
"""Linked titles with which a story ends; one may be its source."""
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
    left = [block for block in kept if block not in gone]
    return left[: _end_of_story(outline, left)]


def _end_of_story(outline: Outline, kept: Sequence[int]) -> int:
    """How many of the kept blocks there are without the linked titles with which they end, where no line leads to these."""
    end = len(kept)
    while end and outline.linked[kept[end - 1]] and is_link(outline, kept[end - 1]):
        end -= 1
    lengths = [len(outline.texts[block]) for block in kept[end:]]
    if len(lengths) < FEWEST or sum(lengths) < TITLE * len(lengths) or not end or outline.texts[kept[end - 1]][-1] in LEADS:
        return len(kept)
    return end


def _are_titles(outline: Outline, items: range) -> bool:
    if not 1 < len(items) <= MOST:
        return False
    lengths = [len(outline.texts[item]) for item in items]
    return sum(lengths) >= TITLE * len(items) and all(
        outline.linked[item] >= LINKED * length for item, length in zip(items, lengths, strict=True)
    )
