"""Boxes amid a story or right beneath it, known by how they are set: in an element unlike those of its paragraphs, with a button, a
title or a player's time that tells what they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from agents.clean.body.cards import TITLE, is_link
from agents.clean.body.elements import ENTRIES, HEADINGS, LISTS, PARAGRAPHS
from agents.clean.body.nesting import alike, around, blocks_of
from agents.clean.body.signed import SAID_ENDS
from agents.clean.body.walk import Outline

BLOCKS = range(2, 5)
"""Of a box: a title, two lines, a button."""
MOST = 3
"""Boxes; more are what the page is about, a guide with its offers."""
PARAGRAPH, FEWEST_ENTRIES = 100, 2
"""Characters of a paragraph of a running story's entry; such entries, set alike."""
UP = 6
"""Elements around a block that may be its box."""
NO_BOX = LISTS | ENTRIES | PARAGRAPHS | {"blockquote", "table", "tbody", "tr"}
"""What may end in a link and be part of a story all the same: a list of sources, a quotation with whose it is."""
BUTTON, SHORTEST_TITLE = 45, 15
"""Characters of a button's label at most, of another story's title at least."""
LINE = 160
"""Characters of what stands alone above a button; a paragraph may have a link to what it tells of."""
AMOUNT = 12
"""Characters of a button that names a sum to give."""
CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
"""How long a film is."""


def set_apart(outline: Outline, kept: Sequence[int]) -> list[range]:
    """Their blocks, where they are few."""
    found = list(_boxes(outline, kept))
    if len(found) > MOST:
        return []
    entries = Counter(_kind(outline, box) for box in found if any(len(outline.texts[block]) >= PARAGRAPH for block in box))
    return [box for box in found if entries[_kind(outline, box)] < FEWEST_ENTRIES]


def _kind(outline: Outline, box: range) -> tuple[str, str, int]:
    element = next(around(outline, box.start, len(box)))
    while outline.end[element] - outline.first[element] < len(box):
        element = outline.parents[element]
    return outline.tags[element], outline.names[element], len(box)


def _boxes(outline: Outline, kept: Sequence[int]) -> Iterator[range]:
    leaves, parents, tags = outline.leaf, outline.parents, outline.tags
    for above, block in pairwise(kept[1:]):
        paragraph, leaf = leaves[above], leaves[block]
        if paragraph == leaf or (parents[paragraph] == parents[leaf] and tags[leaf] in NO_BOX):
            continue
        element = _apart(outline, above, block)
        box = blocks_of(outline, element) if element else range(0)
        if len(box) in BLOCKS and _is_box(outline, box, block, at_end=kept[-1] < box.stop):
            yield box


def _apart(outline: Outline, above: int, block: int) -> int:
    """The largest element around a block that doesn't hold the one above; 0 where that one's is like it, as paragraphs are, or
    where it is none that boxes are made of."""
    element = outline.leaf[block]
    for _ in range(UP):
        if outline.first[outline.parents[element]] <= above:
            break
        element = outline.parents[element]
    else:
        return 0
    other, parent = outline.leaf[above], outline.parents[element]
    while other and outline.parents[other] != parent:
        other = outline.parents[other]
    several = outline.end[other] - outline.first[other] > 1  # a paragraph may be like it by its tag alone
    return 0 if outline.tags[element] in NO_BOX or (several and alike(outline, element, other)) else element


def _is_box(outline: Outline, box: range, kept: int, *, at_end: bool) -> bool:
    """`kept`: the first of its blocks that would be the story's; `at_end`: of the story, where a part of it may have a heading."""
    first, last = outline.texts[box.start], outline.texts[box.stop - 1]
    headed = outline.tags[outline.leaf[box.start]] in HEADINGS - {"h1"}
    left_out = headed and kept > box.start
    if len(last) <= BUTTON and outline.linked[box.stop - 1] == len(last) and (len(box) > 2 or len(first) <= LINE):
        offer = len(last) > AMOUNT and any(map(str.isdigit, last))  # what the story itself tells of, with its price
        return not offer and (left_out or not (at_end and headed))
    if SHORTEST_TITLE <= len(first) <= TITLE and is_link(outline, box.start):
        return True
    if CLOCK.fullmatch(last):
        return not any(outline.texts[block][-1] in SAID_ENDS for block in box[:-1])
    return left_out and not at_end
