"""What ends a story though no markup tells it apart: lines that announce comments or other stories, and what stands beneath them;
readers' remarks; what is said of the author. Furniture and small boxes amid the story go with them.

Old pages write "Comments", a line break, and what Joe and Ann say, in the cell that holds the story. A line announces the rest of
the element that holds it; elements that hold nothing else are looked through.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from agents.clean.body.amount import Words, words_in
from agents.clean.body.announced import Announced, is_furniture, leads_elsewhere, those_of_boxes
from agents.clean.body.boxes import boxes_in, stands_beneath_name
from agents.clean.body.cards import SHORTEST_TITLE, TITLE, is_bold, is_card_in_a_line, is_link
from agents.clean.body.elements import CELLS, ENTRIES, HEADINGS
from agents.clean.body.farewell import RULE
from agents.clean.body.flat import first_flat
from agents.clean.body.masthead import NAME, is_signature
from agents.clean.body.nesting import kind_of, tag_of
from agents.clean.body.remarks import first_remark, first_signed
from agents.clean.body.signed import LONGEST_BIOGRAPHY, SAID_ENDS, is_biography, is_dated, is_moment, is_name, speaks
from agents.clean.body.spoken import FEWEST, PERSONAL, STORY, is_spoken_by
from agents.clean.body.walk import Outline

STANDFIRST = 30.0
"""Words of the story before a line that ends it, where readers speak beneath the line; else STORY: a standfirst above a link to the
comments has fewer."""
ENOUGH = 15
"""Words that an element holds beyond the line for it to be what the line announces."""
SPEAKERS, NAMES = 2, 3
"""Readers named beneath a line that might as well head a part of the story; where nothing but their names tells of them."""
FAR = 40
"""Blocks beneath the line among which they must be."""
MOST_OF_IT = 0.5
"""Share of the kept words beneath a line that take more than the line's word to drop."""
MOST_LINES = 50
"""Looked at: a bound on the time that a page may take; no page of the web has a tenth of them within its story."""
SHORTEST_BIOGRAPHY = 40
"""Characters: more than a name, or a heading that a table of contents above the story repeats."""
LONGEST_PRESENTED, PARAGRAPH = 350, 60
"""Characters of what is said of somebody whom no byline names; of a paragraph of the story."""
PRESENTED = re.compile(
    rf"(?P<name>{NAME.pattern}) (?:"
    "is|was|has|works?|writes|covers|reports|lives|joined|teaches|grew up|studied|spent|edits|edited|photographs|"
    "ist|war|hat|schreibt|berichtet|arbeitet|lebt|studierte|leitet|kümmert|beobachtet|"
    "est|a|écrit|suit|couvre|vit|travaille|dirige|enseigne|"
    "es|ha|escribe|cubre|vive|trabaja|dirige|estudió|recorre|"
    "é|foi|escreve|cobre|trabalha|mora|è|scrive|segue|lavora|insegna|"
    "schrijft|werkt|woont|volgt|studeerde|jest|był|była|pisze|mieszka|pracuje|opisuje|od lat|"
    "пишет|живёт|живет|работает|освещает|родился|родилась|är|har|skriver|bevakar|bor|arbetar|"
    r"\S+ (?:yazıyor|yaşıyor|çalışıyor)|(?:ت|ي)(?:كتب|عمل|عيش|غطي))(?!\w)"
)
"""How such a text begins: who, and what he does."""
WRITES = re.compile(
    r"(?<!\w)(?:writ(?:es|er|ing)|report(?:s|er|ing)(?!\w)|journalis|editor|correspondent|column|cover(?:s|ing)|schreibt|berichtet|redakt"
    r"|écrit|rédact|correspondant|escrib|periodis|redactor|escrev|jornalis|repórter|scrive|giornalis|schrijft|verslaggever|redactie"
    r"|pisze|dziennikar|пишет|журналист|редакц|отдел|корреспондент|skriver|yazıyor|muhabir)",
    re.IGNORECASE,
)
ITALICS = frozenset(("em", "i"))
QUOTED = re.compile(r"[“„«»\"‘「『](?:[^\s]+ ){4}|[,.?!]['”’\"]")
"""What somebody says; a book's title is shorter."""
BYLINE = 8
"""Blocks above the story, or its standfirst, and beneath, among which its byline stands."""
BIOGRAPHY = 3
"""Blocks at the end of the story among which one may tell of its author."""
ANNOUNCING = (Announced.DISCUSSION, Announced.PERHAPS_DISCUSSION, Announced.STORIES)
MAY_SHOUT = HEADINGS | ENTRIES
"""May be links in capitals; a paragraph that is nothing else leads to another story or an offer: GET THE NEWS ON THE GO."""
SHOUTED, FEW = 0.8, 8
"""Share of such a paragraph that is its link, and characters that it is longer than."""
TEASER = 60
"""Characters of a card's text at least; less is a date or a section."""


def without_announced(outline: Outline, kept: Sequence[int], words: Words, said: Mapping[int, Announced]) -> list[int]:
    """The kept blocks but furniture, small boxes, what a line announces as something else, readers' remarks, and what is said of
    the author; `words`: of each block of the page; `said`: what blocks announce."""
    if not kept:
        return []
    asking = those_of_boxes(outline.texts, range(kept[0], kept[-1] + 1))
    gone = boxes_in(outline, kept, words, said, asking)
    left = [block for block in kept if not (block in gone or _is_furniture(outline, block, said, asking))]
    for line, what in _lines(said, kept[-1]):
        end = _end(outline, line)
        beneath = [block for block in left if line <= block < end]
        if not beneath:
            continue
        told, told_beneath = words_in(words, left), words_in(words, beneath)
        minor = told_beneath < MOST_OF_IT * told
        if what is Announced.STORIES:
            foreign = (minor or told - told_beneath >= STORY) and _are_cards(outline, beneath, line, end)
        else:
            before = words_in(words, [block for block in left if block < line])
            heads = what is Announced.DISCUSSION and not outline.anchors[line] and before >= STORY
            foreign = (heads and (minor or _are_personal(outline, beneath))) or (
                before >= STANDFIRST and _speak(outline, line, end, dated=what is Announced.DISCUSSION)
            )
        if foreign:
            left = [block for block in left if not line <= block < end]
    signed = min(remarks(outline, left, words) for remarks in (first_signed, first_remark, first_flat))
    return without_biography(outline, [block for block in left if block < signed])


def _is_furniture(outline: Outline, block: int, said: Mapping[int, Announced], asking: Set[int]) -> bool:
    """Whether a block is no part of a story, wherever it stands; `asking`: those that ask to sign up."""
    text, linked = outline.texts[block], outline.linked[block]
    what = said.get(block)
    if what is None:
        if block in asking or is_furniture(text, linked):
            return True
    elif what is not Announced.PERHAPS_DISCUSSION:
        return True
    if outline.bold[block] and is_bold(outline, block) and leads_elsewhere(text):
        return True
    if linked and linked >= SHOUTED * len(text) and len(text) > FEW and text.isupper() and tag_of(outline, block) not in MAY_SHOUT:
        return True
    if not is_moment(text) or tag_of(outline, block) in CELLS:
        return False
    return not (block and RULE.issuperset(outline.texts[block - 1]))  # else an entry of a running story, with its time


def without_biography(outline: Outline, kept: list[int]) -> list[int]:
    """Less what the last blocks say of the author, the name above that, and what follows it."""
    for block in kept[-BIOGRAPHY:]:
        if is_biography(outline.texts[block]) or _tells_of_author(outline, kept, block) or _presents_somebody(outline, kept, block):
            return [other for other in kept if other < block - stands_beneath_name(outline, block)]
    return kept


def _tells_of_author(outline: Outline, kept: Sequence[int], block: int) -> bool:
    """Whether a block begins with a name that stands in the byline, and that the story itself never names."""
    text = outline.texts[block]
    found = NAME.match(text)
    if found is None or not SHORTEST_BIOGRAPHY <= len(text) <= LONGEST_BIOGRAPHY:
        return False
    name = found[0]
    lines = range(max(0, kept[0] - BYLINE), min(kept[0] + BYLINE, block))
    signed = {line for line in lines if name in outline.texts[line] and is_signature(outline.texts[line], name)}
    return bool(signed) and not any(name in outline.texts[other] for other in kept if other < block and other not in signed)


def _presents_somebody(outline: Outline, kept: Sequence[int], block: int) -> bool:
    """Whether a block set unlike the story tells of somebody whom the story never names, and lets nobody speak."""
    text = outline.texts[block]
    if not SHORTEST_BIOGRAPHY <= len(text) <= LONGEST_PRESENTED or text[-1] not in SAID_ENDS or len(kept) < BIOGRAPHY:
        return False
    found = PRESENTED.match(text)
    if found is None or QUOTED.search(text) or not _is_set_apart(outline, kept, block, found["name"]):
        return False
    surname = found["name"].rpartition(" ")[2]
    return not any(surname in outline.texts[other] for other in (*range(max(0, kept[0] - BYLINE), kept[0]), *kept) if other < block)


def _is_set_apart(outline: Outline, kept: Sequence[int], block: int, name: str) -> bool:
    """Whether no paragraph of the story is set as the block is, or it begins in italics, or its name alone is in bold type or a
    link; or whether it tells of somebody who writes."""
    if (
        outline.inline[block] in ITALICS
        or WRITES.search(outline.texts[block])
        or len(name) - 1 <= max(outline.bold[block], outline.linked[block]) <= len(name) + 1
    ):
        return True
    kind = kind_of(outline, block)
    return not any(kind_of(outline, other) == kind and len(outline.texts[other]) > PARAGRAPH for other in kept if other != block)


def _lines(said: Mapping[int, Announced], last: int) -> list[tuple[int, Announced]]:
    """The first MOST_LINES of those with kept blocks after them."""
    return [(line, what) for line, what in said.items() if what in ANNOUNCING and line < last][:MOST_LINES]


def _end(outline: Outline, line: int) -> int:
    """The block after the last that the line announces."""
    element = outline.leaf[line]
    while element and not _is_whole(outline, line, outline.end[element]) and _few(outline, line, outline.end[element]):
        element = outline.parents[element]
    return outline.end[element]


def _is_whole(outline: Outline, line: int, end: int) -> bool:
    """Whether a linked title of another story stands between the line and the block `end`."""
    beneath = range(line + 1, min(end, line + 3))
    return any(
        outline.linked[block] and is_link(outline, block) and len(outline.texts[block]) >= SHORTEST_TITLE for block in beneath
    )


def _few(outline: Outline, line: int, end: int) -> bool:
    """Whether hardly any words stand between the line and the block `end`."""
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
        is_named = is_name(text) and tag_of(outline, block) not in HEADINGS
        if is_named != named and before:
            beside += (before if is_named else text)[-1] in SAID_ENDS
        if speakers >= SPEAKERS or (beside >= 2 * NAMES - 1 and not outline.anchors[line]):
            return True
        named, before = is_named, text
    return False


def _are_personal(outline: Outline, beneath: Sequence[int]) -> bool:
    """Whether in many of the blocks somebody speaks for himself."""
    spoken = sum(is_spoken_by("", [outline.texts[block]]) for block in beneath)
    return len(beneath) >= FEWEST and spoken >= PERSONAL * len(beneath)


def _are_cards(outline: Outline, beneath: Sequence[int], line: int, end: int) -> bool:
    """Whether there are but titles of other stories, with at most one paragraph each; else the story goes on after a box."""
    titles, texts, kept = 0, 0, set(beneath)
    after_title = False
    for block in range(line + 1, end):
        text = outline.texts[block]
        if len(text) <= TITLE and (is_link(outline, block) or _stands_out(outline, block)):
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
    """Whether a block is in bold type as a whole, or a heading."""
    return is_bold(outline, block) or tag_of(outline, block) in HEADINGS - {"h1"}
