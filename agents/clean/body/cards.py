"""Cards of other stories: linked titles, each with a few lines of what that story tells, in an element of their own.

They stand in a column or a cell beside the story, above or beneath it, or in a box within it, under no heading that tells.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from agents.clean.body.frame import Floats
from agents.clean.body.walk import Outline

FEWEST, FEWEST_OF_ANY = 2, 3
"""Cards that make a list; with titles of any length, each in a line of its own, at the story's end."""
MOST_BLOCKS = 80
"""Of a list, in all; a longer one is looked at in parts."""
MOST_OF_IT = 0.5
"""Share of the kept words from which an element is what the page is about: a guide whose headings are links."""
CELLS = ("td", "th")
"""A column of an old page may tell more than its story."""
STORY = 60.0
"""Words that must be left."""
SHORTEST_TITLE, USUAL_TITLE, TITLE = 15, 35, 160
"""Characters of another story's title: of any, of a list's on average at least, at most. What has shorter ones is a directory."""
LABEL = 40
"""Characters of a card's date, section or author at most."""
SUMMARY, LINES = 600, 2
"""Characters of a line of a card's text, and such lines, at most."""
IN_LINE = 0.1
"""Share of a block that its opening link has where title and text are one line."""


def without_cards(outline: Outline, kept: Sequence[int], words: Floats) -> list[int]:
    """The kept blocks but those in the largest elements that hold nothing but cards; `words`: of each block of the page."""
    if not kept:
        return []
    told = [0.0, *accumulate(words[list(kept)].tolist())]
    known: dict[int, bool] = {}
    gone: set[int] = set()
    for block in kept:
        if block in gone or not _near_a_link(outline, block):
            continue
        found = -1
        element = outline.leaf[block]
        while element:
            if element not in known:
                known[element] = _is_list(outline, element, kept, told)
            if known[element]:
                found = element
            elif outline.end[element] - outline.first[element] > MOST_BLOCKS:
                break
            element = outline.parents[element]
        if found >= 0:
            gone.update(range(outline.first[found], outline.end[found]))
    left = [block for block in kept if block not in gone]
    return left if words[left].sum() >= STORY else list(kept)


def is_linked_title(outline: Outline, block: int) -> bool:
    """Whether a block is a title that links to its story, whole; a question opens its answer."""
    text = outline.texts[block]
    return len(text) <= TITLE and outline.linked[block] >= 0.8 * len(text) and text[-1] != "?"


def _near_a_link(outline: Outline, block: int) -> bool:
    return any(outline.linked[max(0, block - LINES) : block + 1])


def _is_list(outline: Outline, element: int, kept: Sequence[int], told: Sequence[float]) -> bool:
    """`told`: running sum of the kept blocks' words, from 0."""
    blocks = range(outline.first[element], outline.end[element])
    if not FEWEST <= len(blocks) <= MOST_BLOCKS or (kept[0] < blocks[0] and kept[-1] > blocks[-1]):
        return False
    if outline.tags[element] not in CELLS:
        inside = told[bisect_left(kept, blocks[-1] + 1)] - told[bisect_left(kept, blocks[0])]
        if inside >= MOST_OF_IT * told[-1]:
            return False
    return _are_cards(outline, blocks, at_end=kept[-1] <= blocks[-1])


def _are_cards(outline: Outline, blocks: range, *, at_end: bool) -> bool:
    cards = lines = told = titles = run_on = 0
    for block in blocks:
        text = outline.texts[block]
        if len(text) >= SHORTEST_TITLE and text[-1] != "." and is_linked_title(outline, block):
            cards, lines, titles = cards + 1, 0, titles + len(text)
        elif is_card_in_a_line(outline, block):
            cards, lines, told, titles = cards + 1, LINES, told + 1, titles + outline.linked[block]
            run_on += 1
        elif len(text) > LABEL:
            lines += 1
            told += 1
            if not cards or lines > LINES or len(text) > SUMMARY:
                return False
    if titles < USUAL_TITLE * cards and not (at_end and cards >= FEWEST_OF_ANY and not run_on):
        return False
    return cards >= FEWEST and 2 * told >= cards


def is_card_in_a_line(outline: Outline, block: int) -> bool:
    """Whether a block opens with another story's linked title and goes on with what that tells."""
    text, inline = outline.texts[block], outline.inline[block]
    if inline is None or inline.split(" ")[0] != "a" or outline.anchors[block] != 1:
        return False
    return outline.linked[block] >= max(SHORTEST_TITLE, IN_LINE * len(text)) and len(text) <= TITLE + SUMMARY
