"""The date that a page shows its readers: beside the headline, or where the page's own names say that a date stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from agents.clean.body.masthead import is_date
from agents.clean.body.walk import Outline
from agents.clean.date_labels import PUBLISHED, UPDATED
from agents.clean.dateline import Found, Reading, find_dates
from agents.clean.headline import ASIDE_PARTS, OTHER_PARTS, around, in_other_part, names_of
from agents.clean.moments import Moment, is_swapped
from agents.clean.relative import relative_date
from schemas.article import Precision

DATE_NAMES = re.compile(r"date|time|publish|posted|stamp|pubdat|meta|byline|author|info|clock|calendar|topline|label|credit")
NOT_DATE_NAMES = re.compile(r"candidate|timeline|image|img|figure|caption|photo|pict")
"""Class names in lower case."""
DIGIT = re.compile(r"\d")
NOT_OF_A_NAME = re.compile(r"[^\W\d_]{3,}")
CREDIT = re.compile(r"\b(?:by|By|BY|von|Von|par|Par|por|Por|di|Di|door|Door|av|Av|af|Af)(?: [A-Z][\w.’'-]*){1,5}")
READING_TIME = re.compile(
    r"\d{1,3}[ -]?(?:min(?:ute)?s?\.? (?:read|de lecture|di lettura|de lectura|Lesezeit)|Min(?:uten)?\.? Lesezeit)|"
    r"Lesezeit:? \d{1,3} Min\w*",
    re.I,
)
"""Who wrote it, and how long it takes to read, may stand beside any date."""
HEAD_PARTS = re.compile(r"top-?_?(?:bar|line|nav|strip)|masthead|site-?header|header-date|today|current-?_?date|toolbar|ticker")
"""Names of what stands above a page, in lower case."""
ONE_DAY = timedelta(days=1)
OTHER_DATES = re.compile(
    r"member since|\b(?:registriert|joined|mitglied seit|inscrit|erscheinungstermin|release(?:d| date)|expires?|valid|"
    r"deadline|tickets?|on sale|event date|closing date|apply by|geboren|born|last (?:visit|seen))\b",
    re.I,
)
"""Labels of dates that are not the page's."""
SHORTEST_DATE = 6
"""Characters: `4/3/26`."""
MAX_LENGTH = 300
"""Characters of a block that may hold a dateline."""
MAX_OTHER_WORDS = 15
"""Words beside the date in a dateline: `By Ann Lee, Port Verane | 4 March 2026 | 5 min read | Updated …`."""
MAX_UNNAMED_WORDS = 4
"""Where neither label nor name says that it is a dateline: `Wednesday, 4 March 2026`, `Port Verane, 4 March 2026`."""
MAX_HINTED = 40
LONE = 40
"""Characters of a block that is but a day."""
LABEL = 40
"""The same of one that says what day it is."""
MAX_BLOCKS = 3000
"""Blocks that are looked through; a news page has some two hundred."""


OPENING_BLOCKS, OPENING_LENGTH = 15, 100
"""Blocks below the headline in which the story opens, and characters of its first paragraph that may hold its dateline."""
_PLACE_WORD = r"(?:[^\W\d_a-z][\w.’'-]*|d[aeio]s?|el|la)"
OPENING_PLACE = re.compile(rf"\(|{_PLACE_WORD}(?:,? {_PLACE_WORD}){{0,6}}(?:, ?| \(|/)")
OPENING_END = re.compile(r"\)|[.,]?\s?(?:\([^()]{2,40}\)|/[^/]{2,40}/)?\s?[–—-]|[.,]?\s(?:\([^()]{2,40}\)|/[^/]{2,40}/)")
"""Before and after it: names of places, an agency, a dash."""

NEAR, NEXT = 6, 3
"""Blocks from the headline within which a date is the story's own: what is named a date, and what isn't."""
Times = Mapping[str, Moment]
"""What a page's `<time>` elements show -> the moment that they give to machines."""


@dataclass(frozen=True, slots=True)
class Shown:
    """`published` and `modified`: what the page shows. `certain`: it calls it the date of publication. `near`: right below the
    headline."""

    published: Moment | None = None
    modified: Moment | None = None
    certain: bool = False
    near: bool = False


def shown_beside(outline: Outline, headline: int | None, reading: Reading, times: Times, fetched_on: date) -> Shown:
    """What stands beside the headline."""
    if headline is None:
        return Shown()
    blocks = (
        block
        for block in around(outline, headline)
        if block > headline or not _tells_today(outline, block, headline, reading, fetched_on)
    )
    return _first(outline, blocks, headline, reading, times)


def shown_elsewhere(outline: Outline, headline: int | None, reading: Reading, times: Times, fetched_on: date) -> Shown:
    """What stands where the page's names or its own words call it a date, after the headline first."""
    blocks = [block for block in _named(outline) if not _tells_today(outline, block, headline, reading, fetched_on)]
    after = [block for block in blocks if headline is not None and block > headline]
    return _first(outline, after + [block for block in blocks if block not in after], headline, reading, times)


def _tells_today(outline: Outline, block: int, headline: int | None, reading: Reading, fetched_on: date) -> bool:
    """Whether a line above the headline tells the readers which day it is, as a newspaper's head does beside its links: the day of
    the fetch, or by another zone one beside it."""
    text = outline.texts[block]
    if (headline is not None and block > headline) or len(text) > MAX_LENGTH or not DIGIT.search(text):
        return False
    if not (outline.linked[block] or HEAD_PARTS.search(names_of(outline, block))):
        return False
    days = [found.moment.when.date() for found in find_dates(text, reading)]
    return any(abs(day - fetched_on) <= ONE_DAY for day in days) and not PUBLISHED.search(text.lower())


def opening_date(outline: Outline, headline: int, reading: Reading) -> Moment | None:
    """The day in the dateline that a story opens with: `PORT VERANE, 4 March 2026 (VNA) —`, `(04.03.2026) The cranes`."""
    for block in range(headline + 1, min(headline + 1 + OPENING_BLOCKS, len(outline.texts))):
        text = outline.texts[block]
        if len(text) < OPENING_LENGTH or outline.tags[outline.leaf[block]] == "figcaption":
            continue
        found = next(iter(find_dates(text[:OPENING_LENGTH], reading)), None)
        if found is None:
            return None
        place, rest = text[: found.start], text[found.end :]
        return found.moment if OPENING_PLACE.fullmatch(place) and OPENING_END.match(rest) else None
    return None


def lone_day(outline: Outline, reading: Reading) -> Moment | None:
    """The day that a block is as a whole, where the page has but one such block: old pages set it beneath the story."""
    found = {
        dates[0].moment.when: dates[0].moment
        for block, text in enumerate(outline.texts[:MAX_BLOCKS])
        if len(text) <= LONE and text[-4:].isdigit() and is_date(text) and (dates := find_dates(text, reading))
        if not UPDATED.search(f"{_label_before(outline, block)} {text}".lower())
    }
    return next(iter(found.values())) if len(found) == 1 else None


def recent_beside(outline: Outline, headline: int, reading: Reading, fetched_at: datetime) -> Moment | None:
    """A day that stands beside the headline without its year, or as so long ago."""
    for block in around(outline, headline):
        text = outline.texts[block]
        if abs(block - headline) > NEAR or len(NOT_OF_A_NAME.findall(CREDIT.sub(" ", text))) > MAX_OTHER_WORDS:
            continue
        if OTHER_DATES.search(text) or in_other_part(outline, block, headline):
            continue
        changed = UPDATED.search(text.lower())
        if found := relative_date(text[: changed.start()] if changed else text, reading, fetched_at):
            return found
    return None


def _first(outline: Outline, blocks: Iterable[int], headline: int | None, reading: Reading, times: Times) -> Shown:
    """The first date that isn't called an update, and the first that is, up to the block after that."""
    published: Moment | None = None
    modified: Moment | None = None
    unsure: Moment | None = None  # themes call the date of publication `updated` as well
    where, certain = -1, False
    last = -1  # block that belongs to the dateline
    for block in blocks:
        if published is not None and block != last + 1:
            break
        text = outline.texts[block]
        if published is not None and len(text) < LABEL and UPDATED.search(text.lower()):
            last = block  # a date may follow it
        position = 0
        for found in _dateline(outline, block, headline, reading, times):
            label = text[position : found.start].lower()
            position = found.end
            says = NOT_OF_A_NAME.search(label) or UPDATED.search(label) or PUBLISHED.search(label)
            said = label if says else _label_before(outline, block).lower()
            if OTHER_DATES.search(said):
                continue
            if UPDATED.search(said) and not PUBLISHED.search(label):
                modified = modified or found.moment
            elif published is not None:
                break
            elif "updat" in names_of(outline, block) and not PUBLISHED.search(said):
                unsure = unsure or found.moment
            else:
                published, where, last = found.moment, block, block
                certain = bool(PUBLISHED.search(said)) or _is_named(outline, block)
    if published is None:
        return Shown(unsure, modified)
    near = headline is not None and abs(where - headline) <= (NEAR if certain else NEXT)
    return Shown(published, modified, certain, near)


def _dateline(outline: Outline, block: int, headline: int | None, reading: Reading, times: Times) -> list[Found]:
    """The dates of a block that is a dateline, and no sentence, caption or teaser with a date in it."""
    text = outline.texts[block]
    if len(text) > MAX_LENGTH or not DIGIT.search(text):
        return []
    if in_other_part(outline, block, headline):
        return []
    dates = _told_apart(text, find_dates(text, reading), times)
    if not dates:
        return []
    rest = "".join(text[left.end : right.start] for left, right in pairwise(dates))
    rest = f"{text[: dates[0].start]} {rest} {text[dates[-1].end :]}"
    if len(NOT_OF_A_NAME.findall(rest)) <= MAX_UNNAMED_WORDS:  # as beside most dates
        return dates
    words = len(NOT_OF_A_NAME.findall(READING_TIME.sub(" ", CREDIT.sub(" ", rest))))
    is_named = _is_named(outline, block) or bool(PUBLISHED.search(rest.lower()) or UPDATED.search(rest.lower()))
    return dates if words <= (MAX_OTHER_WORDS if is_named else MAX_UNNAMED_WORDS) else []


def _told_apart(text: str, dates: list[Found], times: Times) -> list[Found]:
    """The dates; where the text leaves open which is the day, which the month (`03/04/2026`), or at what time it was, what its
    `<time>` element tells."""
    if len(dates) > 1:
        return dates
    for shown, moment in times.items():
        start = text.find(shown)
        if start < 0 or len(shown) < SHORTEST_DATE:
            continue
        if not dates or is_swapped(moment, dates[0].moment):
            return [Found(moment, start, start + len(shown))]
        if moment.precision is not Precision.DAY and moment.when.date() == dates[0].moment.when.date():
            return [Found(moment, dates[0].start, dates[0].end)]
    return dates


def _is_named(outline: Outline, block: int) -> bool:
    names = f"{outline.inline[block] or ''} {outline.names[outline.leaf[block]]}".lower()
    return bool(DATE_NAMES.search(names)) and not NOT_DATE_NAMES.search(names)


def _label_before(outline: Outline, block: int) -> str:
    """A short block right before may say what date it is: `Published on`."""
    before = outline.texts[block - 1] if block else ""
    return before if len(before) < LABEL else ""


def _named(outline: Outline) -> list[int]:
    """Blocks that the page's names call a date, then those that say so themselves, outside of parts that tell of something else."""
    by_name: list[int] = []
    by_words: list[int] = []
    for block, text in enumerate(outline.texts[:MAX_BLOCKS]):
        if len(text) > MAX_LENGTH or not DIGIT.search(text):
            continue
        hint = f"{outline.inline[block] or ''} {outline.names[outline.leaf[block]]}".lower()
        is_named = DATE_NAMES.search(hint) and not ASIDE_PARTS.search(names_of(outline, block))
        said = f"{_label_before(outline, block)} {text}".lower()
        if (is_named or PUBLISHED.search(said)) and not OTHER_PARTS.search(names_of(outline, block)):
            (by_name if is_named else by_words).append(block)
            if len(by_name) + len(by_words) >= MAX_HINTED:
                break
    return by_name + by_words


def days_of_other_parts(outline: Outline, headline: int | None, reading: Reading, fetched_on: date) -> set[date]:
    """Days that stand where the page tells of something else: related stories, comments, captions, memberships, which day it is."""
    days: set[date] = set()
    for block, text in enumerate(outline.texts[:MAX_BLOCKS]):
        if len(text) > MAX_LENGTH or not DIGIT.search(text):
            continue
        is_caption = outline.tags[outline.leaf[block]] == "figcaption"
        is_today = (headline is None or block < headline) and _tells_today(outline, block, headline, reading, fetched_on)
        if is_today or is_caption or in_other_part(outline, block, headline) or OTHER_DATES.search(text):
            days |= {found.moment.when.date() for found in find_dates(text, reading)}
    return days
