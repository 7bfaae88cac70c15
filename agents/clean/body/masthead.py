"""Lines between the headline and the first paragraph that tell who wrote the story, when and where: no part of it.

Old pages print them as text, in the cell that holds the story.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.clean.body.announced import READING_TIME
from agents.clean.body.elements import HEADINGS, OWN_LINES
from agents.clean.body.walk import Outline
from agents.clean.names import BY

LINES = 4
"""At most so many before the first paragraph."""
LONGEST = 80
"""Characters of such a line."""
MOST_NAMES, MOST_WITH_DATE = 9, 14
"""Words after `by`; and where a date stands with the names."""
ENDED = re.compile(r"[!?…。！？؟।]|[^.\s]{3}[.][\"”’»)\]]*$")
"""A sentence's end; an abbreviation at the end of a name is none."""
DAY = re.compile(
    r"(?<!\d)(?:\d{1,2}\D{1,20}(?:19|20)\d\d|(?:19|20)\d\d\D{1,20}\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d\d)(?!\d)", re.IGNORECASE
)
"""Day and year, in either order; the month between them or before."""
DATED = re.compile(
    r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|publié|mis à jour|modifié|publicado|actualizado"
    r"|atualizado|pubblicato|aggiornato|veröffentlicht|aktualisiert|stand|gepubliceerd|bijgewerkt|geplaatst|opublikowano|aktualizacja"
    r"|опубликовано|обновлено|yayınlanma|güncelleme|publicerad|uppdaterad))\b",
    re.IGNORECASE,
)
"""Words before a date."""
STAFF = re.compile(r"by (?:our (?:own )?|a )?(?:staff|reporter|correspondent|special correspondent)\b", re.IGNORECASE)
_SIGNS = "\u0900-\u0dff"
"""Of India's scripts: vowels that are no letters."""
NAME = re.compile(rf"(?:[^\W\d_a-z][\w.'’{_SIGNS}-]*\.? ){{1,3}}[^\W\d_a-z][\w'’{_SIGNS}-]*")
"""Two words to four, each with a capital."""
SEVERAL = re.compile(r", | (?:and|und|et|y|e|i|og|och|en|и|ve|&) ")
"""Between names."""
BESIDE_DATE = " ,·|–—-()"
"""Signs between a name and a date."""
PARTED = re.compile(r"\s*[|•·–—]\s*")
WORD = re.compile(r"[^\W\d_]+")
FEW = 3
"""Words beside the numbers of a line that dates the story: a month, a place, a weekday."""


def without_masthead(outline: Outline, kept: Sequence[int]) -> list[int]:
    """The kept blocks but such lines before the first paragraph, or between a standfirst and the first paragraph."""
    gone = set()
    above = 0  # sentences so far
    for place, block in enumerate(kept[:LINES]):
        text = outline.texts[block]
        if _is_short(text):
            beside_date = _is_above_date(outline, kept, place) or _is_beneath_date(outline, block)
            if _tells_of_the_story(text) or _is_name_beneath_headline(outline, block) or beside_date:
                gone.add(block)
        elif above or len(kept) <= LINES or not _begins_masthead(outline, kept, place + 1):
            break  # a byline beneath a short notice stays with it: who signs
        else:
            above += 1
    return [block for block in kept if block not in gone]


def _tells_of_the_story(text: str) -> bool:
    """Whether a short line tells who or when, or has no word at all: how many have read it, when somebody lived."""
    return is_byline(text) or is_date(text) or is_line_of_several(text) or bool(name_with_date(text)) or not WORD.search(text)


def _begins_masthead(outline: Outline, kept: Sequence[int], place: int) -> bool:
    """Whether a byline or a date stands there, or a line right above a date."""
    text = outline.texts[kept[place]]
    return _is_short(text) and (is_byline(text) or is_date(text) or _is_above_date(outline, kept, place))


def _is_above_date(outline: Outline, kept: Sequence[int], place: int) -> bool:
    """Whether a short line stands right above one that dates the story: it tells who wrote it, however it says so, or where. A
    subheading may stand above the first day of a chronicle."""
    block = kept[place]
    if outline.tags[outline.leaf[block]] in HEADINGS or block + 1 >= len(outline.texts):
        return False
    beneath = outline.texts[block + 1]
    return _is_short(beneath) and is_date(beneath)


def _is_beneath_date(outline: Outline, block: int) -> bool:
    """The same right beneath such a line: a section, a place. What is set off by bold type may be the story's first subheading."""
    if not block or outline.bold[block] or outline.tags[outline.leaf[block]] in OWN_LINES:
        return False
    text, above = outline.texts[block], outline.texts[block - 1]
    return text[-1] != ":" and len(WORD.findall(text)) <= FEW and _is_short(above) and is_date(above)


def is_signature(text: str, name: str) -> bool:
    """Whether a line is a byline or but the name, perhaps with a day."""
    return text == name or (_is_short(text) and (is_byline(text) or is_line_of_several(text) or name_with_date(text) == name))


def is_dateline(text: str) -> bool:
    """Whether a line is a date, with or without a name."""
    day = DAY.search(text)
    if day is None or not _is_short(text):
        return False
    named = text[: day.start()].strip(BESIDE_DATE)
    return is_date(text) or is_line_of_several(text) or bool(named and _are_names(named)) or bool(name_with_date(text))


def _is_short(text: str) -> bool:
    return bool(text) and len(text) <= LONGEST and not ENDED.search(text)


def is_byline(text: str) -> bool:
    """Whether a short line names an author: `by` in some language, and a name."""
    if STAFF.match(text):
        return True
    by = BY.match(text)
    if not by or not text[by.end() :]:
        return False
    most = MOST_WITH_DATE if DAY.search(text) else MOST_NAMES
    return not text[by.end()].islower() and not text[by.end()].isdigit() and len(text[by.end() :].split()) <= most


def is_line_of_several(text: str) -> bool:
    """Whether a line is made of an author, a day, a reading time, parted by bars or dots: `Ann Lee | 4 March 2026 | 3 min read`."""
    parts = [part for part in PARTED.split(text) if part]
    told = [_are_names(part) or is_byline(part) or is_date(part) or bool(READING_TIME.match(part)) for part in parts]
    return len(parts) > 1 and all(told) and not all(map(_are_names, parts))


def _are_names(text: str) -> bool:
    return all(map(NAME.fullmatch, SEVERAL.split(text)))


def name_with_date(text: str) -> str:
    """The name on a line that is but that and a day, in either order: `Ann Lee, 4 March 2026`; empty where it is another line. The
    name may end in that of the month: `Ann Lee March 4, 2026`."""
    day = DAY.search(text)
    if day is None:
        return ""
    first = text[: day.start()].strip(BESIDE_DATE)
    name, dated = (first, text[day.start() :]) if first else (text[day.end() :].strip(BESIDE_DATE), day[0])
    return name if NAME.fullmatch(name) and is_date(dated) else ""


def _is_name_beneath_headline(outline: Outline, block: int) -> bool:
    """Whether a line right beneath the page's headline is nothing but what may be a name."""
    return (
        block > 0
        and outline.tags[outline.leaf[block]] not in HEADINGS
        and outline.tags[outline.leaf[block - 1]] == "h1"
        and NAME.fullmatch(outline.texts[block]) is not None
    )


def is_date(text: str) -> bool:
    """Whether a short line holds a date, and little else."""
    return bool(DAY.search(text)) and text[-1] != ":" and (len(WORD.findall(text)) <= FEW or bool(DATED.match(text)))
