"""What stands beneath a line that announces comments or other stories, though no markup tells it apart from the story.

Old pages write "Comments", a line break, and what Joe and Ann say, in the cell that holds the story. A line announces the rest of
the element that holds it; elements that hold nothing else are looked through.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

import numpy as np

from agents.clean.body.announced import Announced, is_caption, is_counter, is_furniture, is_of_a_box
from agents.clean.body.cards import is_card_in_a_line
from agents.clean.body.elements import HEADINGS
from agents.clean.body.farewell import RULE
from agents.clean.body.frame import Floats
from agents.clean.body.masthead import is_date
from agents.clean.body.remarks import first_remark
from agents.clean.body.signed import (
    LONGEST,
    SAID_ENDS,
    is_ago,
    is_biography,
    is_dated,
    is_moment,
    is_name,
    is_named_ago,
    is_signed,
    speaks,
)
from agents.clean.body.walk import Outline

STORY = 40.0
"""Words of the story before a line that ends it: a standfirst above a link to the comments has fewer."""
STANDFIRST = 30.0
"""The same where readers speak beneath the line."""
ENOUGH = 15
"""Words that an element holds beyond the line for it to be what the line announces."""
SPEAKERS, NAMES = 2, 3
"""Readers named beneath a line that might as well head a part of the story; where nothing but their names tells of them."""
SIGNED, SIGNED_EVERY = 3, 6
"""Lines that readers sign which need no line to announce them, and blocks from one to the next."""
DAY = 30
"""Characters of a line that tells the day."""
FAR = 40
"""Blocks among which those readers must be."""
MOST_OF_IT = 0.5
"""Share of the kept words beneath a line that take more than the line's word to drop."""
MOST_LINES = 50
"""Looked at: a bound on the time that a page may take; no page of the web has a tenth of them within its story."""
ADVERT, ADVERT_WORDS = 5, 60
"""Blocks and words that an advert has at most."""
CREDIT, PICTURE = 60, 3
"""Characters of a line that tells who made a picture; and blocks that are shown with one."""
SHOWN = 200
"""Characters of a line that tells what an image shows."""
BOXES = frozenset(("div", "span", "figure", "section"))
PICTURED = re.compile(r"(?<![a-z])(?:pic(?:ture)?|image|img|photo|foto|bild|media|figure)(?![a-z])")
AUTHOR, AUTHORS = 4, 2
"""Blocks of a box that presents an author, and such boxes on a page: above the story and beneath it."""
BIOGRAPHY = 3
"""Blocks at the end of the story among which one may tell of its author."""
ANNOUNCING = (Announced.DISCUSSION, Announced.PERHAPS_DISCUSSION, Announced.STORIES)
CELLS = ("td", "th")
"""Where a time is data."""
ENTRIES = HEADINGS | {"li", "dt", "dd", "td", "th"}
"""May be links in capitals; a paragraph that is nothing else leads to another story or an offer: GET THE NEWS ON THE GO."""
SHOUTED, FEW = 0.8, 8
"""Share of such a paragraph that is its link, and characters that it is longer than."""
TEASER = 60
"""Characters of a card's text at least; less is a date or a section."""
TITLE = 160
"""Characters of another story's title at most."""


def without_announced(outline: Outline, kept: Sequence[int], words: Floats, said: Mapping[int, Announced]) -> list[int]:
    """The kept blocks but furniture, adverts, and what a line announces as something else; `words`: of each block of the page;
    `said`: what blocks announce."""
    if not kept:
        return []
    boxes = {block for block in range(kept[0], kept[-1] + 1) if is_of_a_box(outline.texts[block])}
    gone = _advertised(outline, kept, words, said, boxes) | _captions(outline, kept, words) | _asked(outline, kept, words)
    gone |= _boxes_of_authors(outline, kept, words)
    left = np.array([block for block in kept if not (block in gone or _is_furniture(outline, block, said, boxes))], np.int64)
    for line, what in _lines(said, kept[-1]):
        end = _end(outline, line)
        inside = (left >= line) & (left < end)
        beneath = left[inside].tolist()
        minor = words[beneath].sum() < MOST_OF_IT * words[left].sum()
        before = words[left[left < line]].sum()
        after_story = before >= STORY
        if what is Announced.STORIES:
            enough = after_story or minor or words[left].sum() - words[beneath].sum() >= STORY
            foreign = enough and _are_cards(outline, beneath, line, end)
        else:
            told = what is Announced.DISCUSSION and not outline.anchors[line] and minor
            speaking = before >= STANDFIRST and _speak(outline, line, end, dated=what is Announced.DISCUSSION)
            foreign = speaking or (told and after_story)
        if foreign:
            left = left[~inside]
    found: list[int] = left.tolist()
    signed = min(_first_signed(outline, found, words), first_remark(outline, found, words))
    return _without_biography(outline, [block for block in found if block < signed])


def _is_furniture(outline: Outline, block: int, said: Mapping[int, Announced], boxes: Set[int]) -> bool:
    text = outline.texts[block]
    tag = outline.tags[outline.leaf[block]]
    what = said.get(block)
    if what is None and (block in boxes or is_furniture(text, outline.linked[block])):
        return True
    if what is not None and what is not Announced.PERHAPS_DISCUSSION:
        return True
    if outline.linked[block] >= SHOUTED * len(text) and len(text) > FEW and text.isupper() and tag not in ENTRIES:
        return True
    if not is_moment(text) or tag in CELLS:
        return False
    return not (block and RULE.issuperset(outline.texts[block - 1]))  # else an entry of a running story, with its time


def _advertised(outline: Outline, kept: Sequence[int], words: Floats, said: Mapping[int, Announced], boxes: Set[int]) -> set[int]:
    """What stands with the label of an advert in a small element that begins with it, or with a sentence of a box in any."""
    found: set[int] = set()
    labels = {block for block, what in said.items() if what is Announced.ADVERT and kept[0] <= block <= kept[-1]}
    for block in labels | boxes:
        box = _box(outline, block)
        size = words[box[0] : box[-1] + 1].sum()
        small = len(box) <= ADVERT and size <= min(ADVERT_WORDS, MOST_OF_IT * words[kept].sum())
        if small and len(box) < len(words) and (box[0] == block or block not in labels):
            found.update(box)
    return found


def _captions(outline: Outline, kept: Sequence[int], words: Floats) -> set[int]:
    """What stands with a line that tells who made a picture, or which of how many it is, in a small element."""
    found: set[int] = set()
    for block in kept:
        text = outline.texts[block]
        counter = is_counter(text) and outline.tags[outline.leaf[block]] not in CELLS
        if _is_beneath_image(outline, block):
            found.add(block)
        elif counter or (len(text) <= CREDIT and is_caption(text)):
            box = _box(outline, block)
            if len(box) <= PICTURE and words[box[0] : box[-1] + 1].sum() <= min(ADVERT_WORDS, MOST_OF_IT * words[kept].sum()):
                found.update(box)
    return found


def _is_beneath_image(outline: Outline, block: int) -> bool:
    """Whether a short line stands alone with an image in an element that holds no paragraph."""
    text, leaf = outline.texts[block], outline.leaf[block]
    if len(text) > SHOWN or not (outline.inline[block] or "").startswith("img"):
        return False
    if outline.tags[leaf] not in BOXES or outline.end[leaf] - outline.first[leaf] > 1:
        return False
    return text[-1] not in SAID_ENDS or PICTURED.search(outline.names[leaf].lower()) is not None


def _boxes_of_authors(outline: Outline, kept: Sequence[int], words: Floats) -> set[int]:
    """A name and what its bearer does for a living, in an element of their own; several such are people that the story presents."""
    found: dict[int, range] = {}
    for block in kept:
        text = outline.texts[block]
        if block and text.startswith(f"{outline.texts[block - 1]} ") and is_biography(text):
            box = _box(outline, block)
            if len(box) <= AUTHOR and words[box[0] : box[-1] + 1].sum() <= min(ADVERT_WORDS, MOST_OF_IT * words[kept].sum()):
                found[box[0]] = box
    return {block for box in found.values() for block in box} if len(found) <= AUTHORS else set()


def _asked(outline: Outline, kept: Sequence[int], words: Floats) -> set[int]:
    """What stands in a small form: a poll, a search, an order for a newsletter; some sites have a form around the whole page."""
    found: set[int] = set()
    if "form" not in outline.tags:
        return found
    for element, tag in enumerate(outline.tags):
        if tag == "form" and outline.first[element] < outline.end[element]:
            first, end = outline.first[element], outline.end[element]
            if words[first:end].sum() <= min(ADVERT_WORDS, MOST_OF_IT * words[kept].sum()):
                found.update(range(first, end))
    return found


def _box(outline: Outline, block: int) -> range:
    """The blocks of the smallest element that holds more than this one."""
    element = outline.leaf[block]
    while element and outline.end[element] - outline.first[element] == 1:
        element = outline.parents[element]
    return range(outline.first[element], outline.end[element])


def _without_biography(outline: Outline, kept: list[int]) -> list[int]:
    """Less what the last blocks say of the author, the name above that, and what follows it."""
    for block in kept[-BIOGRAPHY:]:
        text = outline.texts[block]
        if is_biography(text):
            named = block and text.startswith(f"{outline.texts[block - 1]} ")
            return [other for other in kept if other < block - bool(named)]
    return kept


def _lines(said: Mapping[int, Announced], last: int) -> list[tuple[int, Announced]]:
    """The first MOST_LINES of those with kept blocks after them."""
    return [(line, what) for line, what in said.items() if what in ANNOUNCING and line < last][:MOST_LINES]


def _end(outline: Outline, line: int) -> int:
    """The block after the last that the line announces."""
    element = outline.leaf[line]
    while element and _few(outline, line, outline.end[element]):
        element = outline.parents[element]
    return outline.end[element]


def _few(outline: Outline, line: int, end: int) -> bool:
    words = 0
    for text in outline.texts[line + 1 : end]:
        words += text.count(" ") + 1 + len(text) // 20
        if words > ENOUGH:
            return False
    return True


def _speak(outline: Outline, line: int, end: int, *, dated: bool) -> bool:
    """Whether several blocks name a reader who says something, or tell when."""
    speakers = beside = 0
    named = False  # whether the block before is nothing but a name
    before = ""
    for block in range(line + 1, min(end, line + FAR)):
        text = outline.texts[block]
        speakers += speaks(text) or (dated and is_dated(text))
        is_named = is_name(text) and outline.tags[outline.leaf[block]] not in HEADINGS
        if is_named != named and before:
            beside += (before if is_named else text)[-1] in SAID_ENDS
        if speakers >= SPEAKERS or (beside >= 2 * NAMES - 1 and not outline.anchors[line]):
            return True
        named, before = is_named, text
    return False


def _first_signed(outline: Outline, kept: Sequence[int], words: Floats) -> int:
    """The first block of the remarks that readers sign beneath a story, each near to the next and the last to the story's end;
    the number of blocks where there are none."""
    none = len(outline.texts)
    if not kept:
        return none
    told = words[list(kept)].cumsum()
    start = kept[min(int(told.searchsorted(STORY)), len(kept) - 1)]  # above it, the story's own byline
    found: list[int] = []
    for block in range(start + 1, min(kept[-1] + SIGNED_EVERY, none)):
        if len(outline.texts[block]) <= LONGEST and _is_signed(outline, block):
            if found and block - found[-1] > SIGNED_EVERY:
                found.clear()
            found.append(block)
    if len(found) < SIGNED or kept[-1] - found[-1] > SIGNED_EVERY:
        return none
    remark = _box(outline, found[0])  # it may stand above the line that signs it
    return remark[0] if len(remark) <= SIGNED_EVERY and remark[0] > start else found[0]


def _is_signed(outline: Outline, block: int) -> bool:
    """Whether a block is a line that a reader signs, or but the reader's name above one that tells how long ago or on which day."""
    text = outline.texts[block]
    if is_signed(text) or is_named_ago(text):
        return True
    below = outline.texts[block + 1] if block + 1 < len(outline.texts) else ""
    if not is_name(text) or outline.tags[outline.leaf[block]] in HEADINGS:
        return False
    return is_ago(below) or (0 < len(below) <= DAY and is_date(below))


def _are_cards(outline: Outline, beneath: Sequence[int], line: int, end: int) -> bool:
    """Whether there are but titles of other stories, with at most one paragraph each; else the story goes on after a box."""
    titles, texts, kept = 0, 0, set(beneath)
    after_title = False
    for block in range(line + 1, end):
        text = outline.texts[block]
        if len(text) <= TITLE and (outline.linked[block] >= 0.8 * len(text) or _stands_out(outline, block)):
            titles += 1
            after_title = True
        elif is_card_in_a_line(outline, block):
            titles, texts, after_title = titles + 1, texts + 1, False
        elif block in kept and not after_title:
            return False
        elif block in kept or len(text) > TEASER:
            texts += 1
            after_title = False
    return titles > 1 and texts != 1


def _stands_out(outline: Outline, block: int) -> bool:
    text = outline.texts[block]
    return outline.bold[block] >= 0.8 * len(text) or outline.tags[outline.leaf[block]] in HEADINGS - {"h1"}
