"""What readers say beneath a story under no heading: remarks that they sign with a day or a time; remarks beneath or behind their
names, each in an element like the one before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, islice

from agents.clean.body.amount import Words, words_in
from agents.clean.body.elements import ENTRIES, HEADINGS
from agents.clean.body.masthead import is_date
from agents.clean.body.nesting import around, blocks_of, box_of, twin_before
from agents.clean.body.signed import DIGIT, LONGEST, SPEAKER, is_ago, is_dated, is_name, is_named_ago, is_signed
from agents.clean.body.spoken import FEWEST, PERSONAL, SPEAKERS, STORY, is_nickname, is_spoken_by
from agents.clean.body.walk import Outline

SIGNED, SIGNED_EVERY = 3, 6
"""Lines that readers sign, and blocks from one to the next."""
DAY = 30
"""Characters of a line that tells the day."""
MOST_BLOCKS = 12
"""Of a remark."""
FEWEST_DATED, PERSONAL_DATED = 3, 0.5
"""Remarks that each tell when they were made, and the share of fewer than FEWEST in which somebody speaks of himself."""
UP = 4
"""Elements around a remark's last paragraph that may be the remark's own."""
LINE = 90
"""Characters in which a remark's name stands, and the colon after it."""


def first_signed(outline: Outline, kept: Sequence[int], words: Words) -> int:
    """The first block of the remarks that readers sign beneath a story, each near to the next and the last to the story's end; the
    number of blocks where there are none. `words`: of each block of the page."""
    none = len(outline.texts)
    if not kept:
        return none
    found: list[int] = []
    lowest, stop = kept[-1] - SIGNED_EVERY, min(kept[-1] + SIGNED_EVERY, none)
    for block in range(stop - 1, kept[0], -1):
        if block < lowest:
            break
        if _is_signed(outline, block):
            found.append(block)
            lowest = block - SIGNED_EVERY
    if len(found) < SIGNED:
        return none
    so_far = list(accumulate(map(words.__getitem__, kept)))
    start = kept[min(bisect_left(so_far, STORY), len(kept) - 1)]  # above it, the story's own byline
    found = [block for block in found if block > start]
    if len(found) < SIGNED or _tell_when_or_who(outline, range(start + 1, stop)) < SIGNED:
        return none
    first = found[-1]
    remark = blocks_of(outline, box_of(outline, first))  # it may stand above the line that signs it
    return remark.start if len(remark) <= SIGNED_EVERY and remark.start > start else first


def _tell_when_or_who(outline: Outline, blocks: range) -> int:
    """How many of the lines among the blocks have a number or end in a colon; the last may be dated beneath what is looked at."""
    lines = [block for block in blocks if len(outline.texts[block]) <= LONGEST]
    told = sum(outline.texts[block][-1] == ":" or DIGIT.search(outline.texts[block]) is not None for block in lines)
    return told + (lines[-1] + 1 < len(outline.texts)) if lines else 0


def _is_signed(outline: Outline, block: int) -> bool:
    """Whether a block is a line that a reader signs, or but the reader's name above one that tells how long ago or on which day."""
    text = outline.texts[block]
    if len(text) > LONGEST:
        return False
    if is_signed(text) or is_named_ago(text):
        return True
    below = outline.texts[block + 1] if block + 1 < len(outline.texts) else ""
    if not is_name(text) or outline.tags[outline.leaf[block]] in HEADINGS:
        return False
    return is_ago(below) or (0 < len(below) <= DAY and is_date(below))


def first_remark(outline: Outline, kept: Sequence[int], words: Words) -> int:
    """The first block of the remarks with which the kept blocks end; the number of blocks where there are none. `words`: of each
    block of the page."""
    none = len(outline.texts)
    remark = _remark_of(outline, kept[-1]) if kept else 0
    if not remark:
        return _first_spoken(outline, kept, words)
    found = [remark]
    while (remark := twin_before(outline, remark)) and _is_remark(outline, remark):
        found.append(remark)
    names = {outline.texts[outline.first[remark]] for remark in found}
    if len(found) < FEWEST_DATED or len(names) < SPEAKERS:
        return none
    first = outline.first[found[-1]]
    told = words_in(words, [block for block in kept if block < first]) >= STORY
    enough = len(found) >= FEWEST or all(_is_dated(outline, remark) for remark in found)
    if not (told and enough):
        return none
    spoken = sum(_is_personal(outline, remark) for remark in found)
    return first if spoken >= (PERSONAL_DATED if len(found) < FEWEST else PERSONAL) * len(found) else none


def _first_spoken(outline: Outline, kept: Sequence[int], words: Words) -> int:
    """The same of remarks in one line with their readers' names, of which several are nicknames: `mia: I was there.`"""
    found: list[int] = []
    for block in reversed(kept):
        leaf, alike = outline.leaf[block], outline.inline[block] == outline.inline[kept[-1]]
        line = outline.texts[block][:LINE]
        if ":" not in line or outline.tags[leaf] in ENTRIES or not alike or not SPEAKER.match(line):
            break
        found.append(block)
    parts = [outline.texts[block].partition(":") for block in found]
    names = {name.strip() for name, _, _ in parts}
    nicknames = sum(is_nickname(name.strip()) for name, _, _ in parts)
    personal = sum(is_spoken_by(name.strip(), [said]) for name, _, said in parts)
    few = len(found) == len(names) == personal  # each another who speaks of himself
    enough = len(found) >= (SPEAKERS if few else FEWEST) and len(names) >= SPEAKERS
    enough = enough and nicknames >= PERSONAL * len(found) and 2 * personal >= len(found)
    told = enough and words_in(words, [block for block in kept if block < found[-1]]) >= STORY
    return found[-1] if told else len(outline.texts)


def _remark_of(outline: Outline, block: int) -> int:
    """The smallest element around the block that is a remark; 0 where there is none."""
    near = islice(around(outline, block, MOST_BLOCKS), UP)
    return next((element for element in near if _is_remark(outline, element)), 0)


def _is_remark(outline: Outline, element: int) -> bool:
    """Whether an element is a name and what its bearer says; the name may be a heading where that is dated."""
    first, end = outline.first[element], outline.end[element]
    if not 2 <= end - first <= MOST_BLOCKS or not is_name(outline.texts[first]):
        return False
    return outline.tags[outline.leaf[first]] not in HEADINGS or _is_dated(outline, element)


def _is_dated(outline: Outline, remark: int) -> bool:
    below = outline.texts[outline.first[remark] + 1]
    return is_ago(below) or is_dated(below)


def _is_personal(outline: Outline, remark: int) -> bool:
    name, *said = outline.texts[outline.first[remark] : outline.end[remark]]
    return is_spoken_by(name, said)
