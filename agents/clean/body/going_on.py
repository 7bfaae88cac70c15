"""What goes on as before: paragraphs that the filter left out right after an advert's label, or at the story's end, though they are
built as those before them; or behind a box amid it; and the rest of a list to which a sentence leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from agents.clean.body.announced import Announced
from agents.clean.body.nesting import alike
from agents.clean.body.walk import Outline

PARAGRAPH = 40
"""Characters of a paragraph at least."""
LONG, WORDS, BOX = 60, 6, 4
"""Characters of a paragraph behind a box, spaces in it, and blocks from the story's last to it."""
LEADS = ":："
"""What ends a sentence that leads to a list."""
ITEMS = range(2, 21)
"""Of such a list."""
LONGEST_ITEM = 300
"""Characters."""
ENDS = '.!?…。！？।؟"”’»)'
"""Of a paragraph."""


def with_what_goes_on(outline: Outline, kept: Sequence[int], said: Mapping[int, Announced]) -> list[int]:
    """The kept blocks, and the paragraphs of the same kind in the same element that follow on the last one, or on an advert's label
    beneath any; `said`: what blocks announce."""
    found = set(kept)
    after: dict[int, int] = {}  # advert's label -> the block behind it and the labels that follow it
    for label in sorted((block for block, what in said.items() if what is Announced.ADVERT), reverse=True):
        after[label] = after.get(label + 1, label + 1)
    for before in [before for before in kept if before + 1 in after or before == kept[-1]] if after else kept[-1:]:
        block = after.get(before + 1, before + 1)
        while block < len(outline.texts) and block not in found and _goes_on(outline, before, block):
            found.add(block)
            block += 1
    found.update(_behind_boxes(outline, kept, found))
    for before in kept:
        if outline.texts[before][-1] in LEADS:
            items = _items(outline, before + 1)
            if not found.isdisjoint(items) or (items and items.stop in found):
                found.update(items)
    return sorted(found)


def _behind_boxes(outline: Outline, kept: Sequence[int], found: set[int]) -> list[int]:
    """Paragraphs like the one above that the filter left out with a box before them; `found`: what is kept so far."""
    rest: list[int] = []
    for before in kept:
        if before + 1 in found:
            continue
        leaf = outline.leaf[before]
        for block in range(before + 1, min(before + 1 + BOX, len(outline.texts))):
            if block in found:
                break
            text = outline.texts[block]
            if (
                len(text) >= LONG
                and (text.count(" ") >= WORDS or not text.isascii())
                and leaf != outline.leaf[block]
                and _goes_on(outline, before, block)
            ):
                rest.append(block)
    return rest


def _items(outline: Outline, first: int) -> range:
    """The blocks from the first on that are of one kind in one element, as items of a list are; empty where they are none."""
    last = first
    while last < len(outline.texts) and last - first < ITEMS.stop and _is_item(outline, first, last):
        last += 1
    return range(first, last) if last - first in ITEMS else range(0)


def _is_item(outline: Outline, first: int, block: int) -> bool:
    if len(outline.texts[block]) > LONGEST_ITEM or 2 * outline.linked[block] > len(outline.texts[block]):
        return False
    leaf, other = outline.leaf[first], outline.leaf[block]
    if leaf == other:
        return block == first or outline.breaks[block] > 0
    return alike(outline, leaf, other) and outline.parents[leaf] == outline.parents[other]


def _goes_on(outline: Outline, before: int, block: int) -> bool:
    text, linked = outline.texts[block], outline.linked[block]
    if len(text) < PARAGRAPH or text[-1] not in ENDS or 2 * linked > len(text):
        return False
    leaf, other = outline.leaf[before], outline.leaf[block]
    if leaf == other:
        return True
    return alike(outline, leaf, other) and outline.parents[leaf] == outline.parents[other]
