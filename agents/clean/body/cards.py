"""Cards of other stories: linked titles, each with a few lines of what that story tells, in an element of their own.

They stand in a column or a cell beside the story, above or beneath it, or in a box within it, under no heading that tells.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from agents.clean.body.amount import Words, words_in
from agents.clean.body.characters import SPACELESS
from agents.clean.body.elements import CELLS, HEADINGS, LISTS
from agents.clean.body.nesting import around, blocks_of, box_of, path_to, twin_before
from agents.clean.body.signed import SAID_ENDS
from agents.clean.body.walk import Outline

FEWEST, FEWEST_OF_ANY = 2, 3
"""Cards that make a list; with titles of any length, each in a line of its own, at the story's end."""
MOST_BLOCKS = 80
"""Of a list; a longer one is looked at in parts."""
MOST_OF_IT = 0.5
"""Share of the kept words from which an element is what the page is about: a guide whose headings are links."""
NEAR = 12
"""Blocks beneath its headline in which a story begins."""
ROWS = LISTS | {"tr"}
MORE = 25
"""Characters of the link to the rest of a story: more, »."""
WHOLE_STORY = 80.0
"""Words beside a longer list which are a story all the same."""
STORY = 40.0
"""Words that must be left."""
SHORTEST_TITLE, USUAL_TITLE, TITLE = 15, 35, 160
"""Characters of another story's title: of any, of a list's on average at least, at most. What has shorter ones is a directory."""
LINKED = 0.8
"""Share of a linked block that its link has at least, and of a bold one its bold type."""
MOST_LONE = 2
"""Cards between the story's paragraphs; more are what the page is about."""
LABEL = 40
"""Characters of a card's date, section or author at most."""
SENTENCE = 18
"""Characters of a sentence; of a time of day with its full stops fewer."""
SUMMARY, LINES = 600, 2
"""Characters of a line of a card's text, and such lines, at most."""
IN_LINE = 0.1
"""Share of a block that its opening link has where title and text are one line."""


def without_cards(outline: Outline, kept: Sequence[int], words: Words) -> list[int]:
    """The kept blocks but those in the largest elements that hold nothing but cards; `words`: of each block of the page."""
    if not kept:
        return []
    told = [0.0, *accumulate(map(words.__getitem__, kept))]
    end = _end_of_story(outline, kept)
    linked = outline.linked
    lists = {0: 0}  # by element: the largest list that it is or stands in
    gone: set[int] = set()
    for block in kept:
        if block in gone or not (linked[block] or any(linked[max(0, block - LINES) : block])):
            continue
        outer, *path = path_to(outline, block, lists)
        found = lists[outer]
        for inner in path:
            if not found and _is_list(outline, inner, kept, told, end):
                found = inner
            lists[inner] = found
        if found:
            gone.update(blocks_of(outline, found))
    gone.update(_lone_cards(outline, kept))
    left = [block for block in kept if block not in gone] if gone else list(kept)
    if row := _row_at_end(outline, left, words, told[-1], end):
        left = [block for block in left if block not in row]
    if flat := _flat_at_end(outline, left, words, told[-1]):
        left = [block for block in left if block not in flat]
    return left if len(left) == len(kept) or words_in(words, left) >= STORY else list(kept)


def _lone_cards(outline: Outline, kept: Sequence[int]) -> list[int]:
    """The blocks of one or two elements between paragraphs that are a link as a whole, to another story's title beneath a label or
    above its first line; more of them are what the page is about."""
    found: dict[int, range] = {}
    linked = outline.linked
    for block in kept[1:-1]:
        if not linked[block]:
            continue
        if _is_run_on(outline, block) or _is_bold_title(outline, block):
            found[-block] = range(block, block + 1)
        elif _is_title(outline, block) and _width(outline.texts[block]) >= USUAL_TITLE:
            element = box_of(outline, block)
            box = blocks_of(outline, element)
            small = element and outline.tags[element] not in ROWS and len(box) <= LINES + 1
            if small and all(is_link(outline, each) for each in box):
                found[element] = box
    return [block for box in found.values() for block in box] if len(found) <= MOST_LONE else []


def _is_bold_title(outline: Outline, block: int) -> bool:
    """Whether a linked paragraph is nothing but another story's title in bold type."""
    text = outline.texts[block]
    if outline.tags[outline.leaf[block]] != "p" or "? " in text or text[-1] in "»›→":  # an offer
        return False
    return is_bold(outline, block) and _is_title(outline, block) and _width(text) >= USUAL_TITLE


def _is_run_on(outline: Outline, block: int) -> bool:
    """Whether a block is a linked title right before what that story tells, with no space: two lines of a card, none of a text."""
    text, linked = outline.texts[block], outline.linked[block]
    if not is_card_in_a_line(outline, block) or linked >= len(text) - 1:
        return False
    return text[linked].isupper() and text[linked - 1] != " " and not text[linked - 1].isupper() and text[-1] in SAID_ENDS


def is_link(outline: Outline, block: int) -> bool:
    """Whether a block is a link as a whole, or nearly."""
    return outline.linked[block] >= LINKED * len(outline.texts[block])


def _row_at_end(outline: Outline, kept: Sequence[int], words: Words, total: float, end: int) -> range:
    """The blocks of cards with which the story's own element ends, each in an element of its own like the one before."""
    none = range(0)
    card = _card_of(outline, kept[-1]) if kept else 0
    if not card:
        return none
    first, cards, titles = outline.first[card], 1, _width(outline.texts[outline.first[card]])
    before = card
    while (before := twin_before(outline, before)) and _is_card(outline, before):
        first, cards, titles = outline.first[before], cards + 1, titles + _width(outline.texts[outline.first[before]])
    beneath = kept[bisect_left(kept, first) :]
    if cards < FEWEST or (titles < USUAL_TITLE * cards and (first < end or cards < FEWEST_OF_ANY)):
        return none
    size = words_in(words, beneath)
    if size >= MOST_OF_IT * total and total - size < WHOLE_STORY and first < end:
        return none
    return range(first, outline.end[card])


def _flat_at_end(outline: Outline, kept: Sequence[int], words: Words, total: float) -> range:
    """The blocks of cards in no element of their own with which the story's ends: linked headings, each with one line. Links amid a
    story's paragraphs are no headings."""
    none = range(0)
    if not kept:
        return none
    cards = titles = 0
    first = kept[-1] + 1
    tells = False  # whether the block beneath tells of the card
    for block in range(kept[-1], kept[0], -1):
        text = outline.texts[block]
        if tells and _is_title(outline, block) and outline.tags[outline.leaf[block]] in HEADINGS and not text[0].isdigit():
            cards, titles, first, tells = cards + 1, titles + _width(text), block, False
        elif tells or len(text) > SUMMARY:
            break
        else:
            tells = True
    if cards < FEWEST_OF_ANY or titles < USUAL_TITLE * cards:
        return none
    size = words_in(words, kept[bisect_left(kept, first) :])
    return none if total - size < STORY or size >= MOST_OF_IT * total else range(first, kept[-1] + 1)


def _card_of(outline: Outline, block: int) -> int:
    """The smallest card that holds the block; 0 where there is none."""
    return next((element for element in around(outline, block, LINES + 3) if _is_card(outline, element)), 0)


def _is_card(outline: Outline, element: int) -> bool:
    """Whether an element is a linked title, a line or two of what that story tells, and perhaps labels."""
    first, end = outline.first[element], outline.end[element]
    if not 1 < end - first <= LINES + 3 or not _is_title(outline, first):
        return False
    told = [len(text) for text in outline.texts[first + 1 : end] if _tells(text)]
    return 1 <= len(told) <= LINES and max(told) <= SUMMARY


def _tells(text: str) -> bool:
    """Whether a block is a line of a card's text rather than a date, a section or an author: longer, or a sentence."""
    return len(text) > LABEL or (_width(text) >= SENTENCE and text[-1] in SAID_ENDS)


def _width(text: str) -> int:
    """Characters; those of scripts without spaces count twice."""
    return len(text) if text.isascii() else len(text) + len(SPACELESS.findall(text))


def _is_title(outline: Outline, block: int) -> bool:
    """Whether a block is another story's title, whole a link to it; a question opens its answer."""
    text = outline.texts[block]
    return text[-1] not in ".?" and len(text) <= TITLE and is_link(outline, block) and _width(text) >= SHORTEST_TITLE


def _end_of_story(outline: Outline, kept: Sequence[int]) -> int:
    """The block after the last in the smallest element that holds the page's headline, by its tag, and the first paragraph beneath
    it; where there is none, the number of blocks."""
    first = next((block for block in kept if outline.tags[outline.leaf[block]] != "h1"), 0)
    for block in range(first - 1, max(-1, first - NEAR), -1):
        if outline.tags[outline.leaf[block]] == "h1":
            element = outline.leaf[first]
            while element and outline.first[element] > block:
                element = outline.parents[element]
            return outline.end[element]
    return len(outline.texts)


def _is_list(outline: Outline, element: int, kept: Sequence[int], told: Sequence[float], end: int) -> bool:
    """`told`: running sum of the kept blocks' words, from 0; `end`: of the element that holds headline and story."""
    blocks = blocks_of(outline, element)
    if not FEWEST <= len(blocks) <= MOST_BLOCKS or (kept[0] < blocks.start and kept[-1] >= blocks.stop):
        return False
    if outline.tags[element] in CELLS:  # a column of an old page may tell more than its story
        if _lead_elsewhere(outline, blocks):
            return True
    else:
        inside = told[bisect_left(kept, blocks.stop)] - told[bisect_left(kept, blocks.start)]
        if inside >= MOST_OF_IT * told[-1] and told[-1] - inside < WHOLE_STORY and blocks.start < end:
            return False
    return _are_cards(outline, blocks, at_end=kept[-1] < blocks.stop)


def _lead_elsewhere(outline: Outline, blocks: range) -> bool:
    """Whether a cell holds but bold titles, each with a line or two that end in a link to the rest."""
    titles = lines = 0
    for block in blocks:
        text, linked = outline.texts[block], outline.linked[block]
        if len(text) <= TITLE and is_bold(outline, block):
            titles, lines = titles + 1, 0
            continue
        lines += 1
        led = 0 < linked <= MORE and outline.anchors[block] == 1
        last = block + 1 in blocks and is_bold(outline, block + 1)  # of its card
        if not titles or lines > LINES or len(text) > SUMMARY or (last and not led):
            return False
    return titles >= FEWEST_OF_ANY


def is_bold(outline: Outline, block: int) -> bool:
    """Whether a block is in bold type as a whole, or nearly."""
    return outline.bold[block] >= LINKED * len(outline.texts[block])


def _are_cards(outline: Outline, blocks: range, *, at_end: bool) -> bool:
    """Whether there are but titles, each with a line or two, and labels; `at_end`: of the story, where titles may be short."""
    cards = lines = told = titles = run_on = 0
    for block in blocks:
        text = outline.texts[block]
        if _is_title(outline, block):
            cards, lines, titles = cards + 1, 0, titles + _width(text)
        elif is_card_in_a_line(outline, block):
            cards, lines, told, titles = cards + 1, LINES, told + 1, titles + outline.linked[block]
            run_on += 1
        elif _tells(text):
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
