"""Dates that a text states, absolute or relative to its publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from agents.tag.facts.date_readers import (
    ago,
    bare_month,
    bare_year,
    iso,
    month_day,
    month_of_year,
    month_year,
    near_day,
    near_unit,
    needs,
    weekday,
    whole,
)
from agents.tag.facts.word_index import where
from agents.tag.facts.words import word_set, words_of
from schemas.article import Precision
from schemas.event import EventDate


class DateHit(NamedTuple):
    start: int
    end: int
    text: str
    date: EventDate


_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = (
    r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.(?=\s|,|$))"
)
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)\b"


def _pattern(source: str, *, ignore_case: bool = False) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{source})(?!\w)", re.IGNORECASE if ignore_case else 0)


def find_dates(text: str, published_at: datetime | None = None, precision: Precision | None = None) -> list[DateHit]:
    """Dates in their order, none overlapping. What is told relative to the publication is left out where `published_at` is None,
    and where that is known to the month alone only years and months are resolved."""
    anchor = published_at.date() if published_at else None
    coarse = precision is Precision.MONTH
    stretches = _stretches(text)
    hits: list[DateHit] = []
    for kind, pattern, read in _RULES:
        if kind in _RELATIVE and (anchor is None or coarse):
            continue
        if "year" not in stretches and "year" in pattern.groupindex:
            continue
        for start, end in stretches.get(kind, ()):
            for match in pattern.finditer(text, start, end):
                if not any(hit.start < match.end() and match.start() < hit.end for hit in hits) and (found := read(match, anchor)):
                    hits.append(DateHit(match.start(), match.end(), match[0], found))
    return sorted(hits)


_ANCHOR = re.compile(
    r"\b(?:(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)|(?P<year>(?:1[89]|20)\d\d\b)"
    r"|(?P<near>[Yy]ester|[Tt]o(?:day|night|morrow)\b|[Oo]vernight|(?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Pp]revious|[Cc]oming)\s|weekend\b)"
    r"|(?P<ago>(?:ago|earlier)\b))"
)
_ANCHORS = word_set(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct
    nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun yesterday today
    tonight tomorrow overnight last next this past previous coming ago earlier weekend
    """
) | frozenset(map(str, range(1800, 2100)))
"""Keys of the words at which an anchor may begin."""
_DIGIT = re.compile(r"\d")
_MARGIN = 32
"""Characters to each side of a month, weekday or year that a date can reach: "the day before", "13 and 15 September 2021"."""


def _stretches(text: str) -> dict[str, list[tuple[int, int]]]:
    """The stretches of a text that can hold a date of each kind, so that the patterns need not read the rest. A month with a day
    has a digit beside it."""
    found: dict[str, list[tuple[int, int]]] = {}
    words = words_of(text)
    for i in where(text, _ANCHORS):
        if (match := _ANCHOR.match(text, words[i].start)) is None:
            continue
        stretches = found.setdefault(match.lastgroup or "", [])
        start, end = max(0, match.start() - _MARGIN), min(len(text), match.end() + _MARGIN)
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    if months := found.get("month"):
        found["day"] = [(start, end) for start, end in months if _DIGIT.search(text, start, end)]
    return found


_D = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_TO = r"\s?(?:-|–|—|to|and|through|until|till)\s?"
_LAST = r"(?P<last>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_OF_MONTH = rf"\s+(?:of\s+)?{_MONTH}"
_WHICH_DAY = r"(?:(?:on\s+)?(?P<which>(?i:last|next|this coming|coming|past|previous|this))\s+)?"
_WHICH = r"(?P<which>earlier this|later this|last|past|previous|this|next|coming|(?:(?<=over )|(?<=at )|(?<=during ))the)"
_COUNT = r"(?P<count>\d{1,3}|a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NEAR_DAY = r"the day before yesterday|yesterday|tomorrow|today|tonight|last night|overnight|this (?:morning|afternoon|evening)"


def _behind(*words: str) -> str:
    """Stands right after one of the words, which do not belong to the date."""
    return "(?:" + "|".join(f"(?<={word} )|(?<={word.capitalize()} )" for word in words) + ")"


_BEFORE_MONTH = _behind("in", "since", "during", "until", "by", "of", "from")
_MONTH_ALONE = rf"(?:{_BEFORE_MONTH}|(?P<which>last|next|this)\s+|(?:mid|late|early)[- ]){_MONTH}"
_YEAR_ALONE = (
    rf"{_behind('in', 'since', 'during', 'until', 'by', 'of', 'from', 'between', 'the')}{_YEAR}(?:{_TO}(?P<last>(?:1[89]|20)\d\d))?"
)
_ISO = r"(?P<year>(?:1[89]|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"

_RELATIVE = frozenset({"weekday", "near", "ago"})
_RULES: list[tuple[str, re.Pattern[str], Callable[[re.Match[str], date | None], EventDate | None]]] = [
    ("year", _pattern(_ISO), iso),
    ("day", _pattern(rf"{_MONTH}\s+{_D}{_TO}{_LAST},?\s+{_YEAR}"), month_day),
    ("day", _pattern(rf"{_D}{_TO}{_LAST}{_OF_MONTH},?\s+{_YEAR}"), month_day),
    ("day", _pattern(rf"{_MONTH}\s+{_D},?\s+{_YEAR}"), whole),
    ("day", _pattern(rf"{_D}{_OF_MONTH},?\s+{_YEAR}"), whole),
    ("day", _pattern(rf"{_MONTH}\s+{_D}{_TO}{_LAST}"), month_day),
    ("day", _pattern(rf"{_D}{_TO}{_LAST}{_OF_MONTH}"), month_day),
    ("day", _pattern(rf"{_MONTH}\s+{_D}"), month_day),
    ("day", _pattern(rf"{_D}{_OF_MONTH}"), month_day),
    ("month", _pattern(rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}"), month_year),
    ("month", _pattern(rf"{_MONTH}(?: of)? (?P<which>last|this|next) year"), needs(month_of_year)),
    ("near", _pattern(rf"{_WHICH}\s+(?P<unit>weekend|week|month|year)", ignore_case=True), needs(near_unit)),
    ("weekday", _pattern(rf"{_WHICH_DAY}{_WEEKDAY}"), needs(weekday)),
    ("near", _pattern(_NEAR_DAY, ignore_case=True), needs(near_day)),
    ("ago", _pattern(rf"{_COUNT}\s+(?P<unit>day|week|month|year)s?\s+(?:ago|earlier)", ignore_case=True), needs(ago)),
    ("month", _pattern(_MONTH_ALONE), bare_month),
    ("year", _pattern(_YEAR_ALONE), bare_year),
]
"""What of a date it looks at, pattern, reader; the first that takes a stretch of text keeps it."""
