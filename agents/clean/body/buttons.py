"""Small boxes with a button or a field to fill in, set unlike the story: an order for a newsletter, a poll, an author to follow."""

from __future__ import annotations

from collections.abc import Sequence

from agents.clean.body.amount import Words, words_in
from agents.clean.body.elements import HEADINGS
from agents.clean.body.nesting import blocks_of, kind_of, words_by_kind
from agents.clean.body.walk import Outline

BLOCKS = 3
"""Of such a box."""
LONGEST = 240
"""Characters of each."""
OF_STORY = 0.1
"""Share of the kept words from which what is set in one way is the story."""
MOST = 3
"""Boxes; more are what the page is about."""
HIGH = HEADINGS - {"h3", "h4", "h5", "h6"}


def with_buttons(outline: Outline, kept: Sequence[int], words: Words, fields: Sequence[int]) -> set[int]:
    """The blocks of boxes amid the story, or right beneath it. `words`: of each block of the page; `fields`: forms and what is
    filled in there."""
    amid = range(kept[0] + 1, kept[-1] + 1 + BLOCKS)
    found = [_box(outline, element) for element in outline.buttons if outline.first[element] in amid]
    found = [box for box in found if not _asks(outline, box)]
    found += [_box(outline, element) for element in fields if outline.first[element] in amid]
    boxes = {box for box in found if box and kept[0] < box.start and not set(kept).isdisjoint(box)}
    if not boxes or len(boxes) > MOST:
        return set()
    told = words_by_kind(outline, kept, words)
    least = OF_STORY * words_in(words, kept)
    return {block for box in boxes if all(told[kind_of(outline, each)] < least for each in box) for block in box}


def _asks(outline: Outline, box: range) -> bool:
    """Whether a question is among the blocks, as in a guide whose answers open at a click."""
    return any("?" in outline.texts[block] for block in box)


def _box(outline: Outline, element: int) -> range:
    """The blocks of the smallest element around a button that holds any; none where they are many, long, or have a high heading."""
    while element and outline.first[element] == outline.end[element]:
        element = outline.parents[element]
    box = blocks_of(outline, element)
    if len(box) > BLOCKS or any(len(outline.texts[block]) > LONGEST or outline.tags[outline.leaf[block]] in HIGH for block in box):
        return range(0)
    return box
