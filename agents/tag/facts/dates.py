"""Dates that a text states, absolute or relative to its publication."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from schemas.article import Precision
from schemas.event import DatePrecision, EventDate


class DateHit(NamedTuple):
    start: int
    end: int
    text: str
    date: EventDate


_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
"""By the first three letters."""
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "a couple of": 2,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip

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
        for start, end in stretches.get(kind, ()):
            for match in pattern.finditer(text, start, end):
                if not any(hit.start < match.end() and match.start() < hit.end for hit in hits) and (found := read(match, anchor)):
                    hits.append(DateHit(match.start(), match.end(), match[0], found))
    return sorted(hits)


_ANCHOR = re.compile(
    r"\b(?:(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)|(?P<year>(?:1[89]|20)\d\d\b)"
    r"|(?P<near>[Yy]ester|[Tt]o(?:day|night|morrow)\b|[Oo]vernight|(?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Pp]revious|[Cc]oming)\s|(?:ago|earlier)\b))"
)
_MARGIN = 32
"""Characters to each side of a month, weekday or year that a date can reach: "the day before", "13 and 15 September 2021"."""


def _stretches(text: str) -> dict[str, list[tuple[int, int]]]:
    """The stretches of a text that can hold a date of each kind, so that the patterns need not read the rest."""
    found: dict[str, list[tuple[int, int]]] = {}
    for match in _ANCHOR.finditer(text):
        stretches = found.setdefault(match.lastgroup or "", [])
        start, end = max(0, match.start() - _MARGIN), min(len(text), match.end() + _MARGIN)
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    return found


def _day(year: int, month: int, day: int) -> EventDate | None:
    try:
        iso = date(year, month, day).isoformat()
    except ValueError:
        return None
    return EventDate(start=iso, end=iso, precision=DatePrecision.DAY)


def _span(start: date, end: date, precision: DatePrecision) -> EventDate:
    return EventDate(start=start.isoformat(), end=end.isoformat(), precision=precision)


def _month(year: int, month: int) -> EventDate:
    return _span(date(year, month, 1), date(year, month, monthrange(year, month)[1]), DatePrecision.MONTH)


def _year(year: int) -> EventDate:
    return _span(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR)


def _week(day: date) -> EventDate:
    monday = day - timedelta(days=day.weekday())
    return _span(monday, monday + timedelta(days=6), DatePrecision.WEEK)


def _month_number(name: str) -> int:
    return _MONTHS[name[:3].lower()]


def _nearest_year(month: int, day: int, anchor: date) -> int:
    """News looks back: a month and day without a year are the latest such day up to two months after publication."""
    limit = anchor + timedelta(days=61)
    for year in (anchor.year + 1, anchor.year, anchor.year - 1):
        try:
            if date(year, month, day) <= limit:
                return year
        except ValueError:  # 29 February of another year
            continue
    return anchor.year - 1


def _whole(match: re.Match[str], _: date | None) -> EventDate | None:
    return _day(int(match["year"]), _month_number(match["month"]), int(match["day"]))


def _iso(match: re.Match[str], _: date | None) -> EventDate | None:
    return _day(int(match["year"]), int(match["month"]), int(match["day"]))


def _month_day(match: re.Match[str], anchor: date | None) -> EventDate | None:
    month, day = _month_number(match["month"]), int(match["day"])
    last = int(match["last"]) if match.groupdict().get("last") else day
    if not 1 <= day <= monthrange(2024, month)[1] or not day <= last <= monthrange(2024, month)[1]:
        return None
    if match.groupdict().get("year"):
        year = int(match["year"])
    elif anchor:
        year = _nearest_year(month, day, anchor)
    else:
        return EventDate(start=f"--{month:02}-{day:02}", end=f"--{month:02}-{last:02}", precision=DatePrecision.DAY)
    try:
        return _span(date(year, month, day), date(year, month, last), DatePrecision.DAY)
    except ValueError:  # 29 February
        return None


def _month_year(match: re.Match[str], _: date | None) -> EventDate:
    return _month(int(match["year"]), _month_number(match["month"]))


def _bare_month(match: re.Match[str], anchor: date | None) -> EventDate | None:
    """ "in March": the latest March that has begun, or the coming one after "next"."""
    month = _month_number(match["month"])
    if anchor is None:
        return EventDate(start=f"--{month:02}-01", end=f"--{month:02}-{monthrange(2024, month)[1]}", precision=DatePrecision.MONTH)
    word = (match.groupdict().get("which") or "").lower()
    year = anchor.year
    if word == "next":
        return _month(year if month > anchor.month else year + 1, month)
    if word == "this":
        return _month(year, month)
    return _month(year if month <= anchor.month else year - 1, month)


def _bare_year(match: re.Match[str], _: date | None) -> EventDate:
    return _span(date(int(match["year"]), 1, 1), date(int(match["last"] or match["year"]), 12, 31), DatePrecision.YEAR)


def _needs(read: Callable[[re.Match[str], date], EventDate | None]) -> Callable[[re.Match[str], date | None], EventDate | None]:
    return lambda match, anchor: read(match, anchor) if anchor else None


def _weekday(match: re.Match[str], anchor: date) -> EventDate:
    """The latest such day up to publication; after "next" or "coming" the first one after it."""
    wanted = _DAYS[match["weekday"][:3].lower()]
    back = (anchor.weekday() - wanted) % 7
    which = (match["which"] or "").lower()
    if which in ("next", "coming", "this coming"):
        day = anchor + timedelta(days=(wanted - anchor.weekday()) % 7 or 7)
    elif which in ("last", "past", "previous"):
        day = anchor - timedelta(days=back or 7)
    else:
        day = anchor - timedelta(days=back)
    return _span(day, day, DatePrecision.DAY)


def _near_day(match: re.Match[str], anchor: date) -> EventDate:
    words = match[0].lower()
    if "before yesterday" in words:
        day = anchor - timedelta(days=2)
    elif words.startswith("tomorrow"):
        day = anchor + timedelta(days=1)
    elif words.startswith("yesterday") or words in ("last night", "overnight"):
        day = anchor - timedelta(days=1)
    else:
        day = anchor
    return _span(day, day, DatePrecision.DAY)


def _ago(match: re.Match[str], anchor: date) -> EventDate | None:
    count = match["count"].lower()
    number = int(count) if count.isdigit() else _NUMBERS.get(count, 0)
    unit = match["unit"].lower()
    if not number or number > 500:
        return None
    if unit == "day":
        day = anchor - timedelta(days=number)
        return _span(day, day, DatePrecision.DAY)
    if unit == "week":
        return _week(anchor - timedelta(weeks=number))
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 - number
        return _month(months // 12, months % 12 + 1)
    return _year(anchor.year - number)


def _near_unit(match: re.Match[str], anchor: date) -> EventDate | None:
    which, unit = match["which"].lower(), match["unit"].lower()
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "earlier this": 0, "later this": 0, "next": 1, "coming": 1}[
        re.sub(r"\s+", " ", which)
    ]
    if unit == "week":
        return _week(anchor + timedelta(weeks=step))
    if unit == "weekend":
        saturday = (
            anchor
            - timedelta(days=anchor.weekday())
            + timedelta(days=5, weeks=step if step > 0 or anchor.weekday() >= 5 else min(step, 0))
        )
        if step == 0 and anchor.weekday() < 5 and which != "this":
            saturday -= timedelta(weeks=1)
        return _span(saturday, saturday + timedelta(days=1), DatePrecision.DAY)
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + step
        return _month(months // 12, months % 12 + 1)
    return _year(anchor.year + step)


_D = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_TO = r"\s?(?:-|–|—|to|and|through|until|till)\s?"
_LAST = r"(?P<last>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_OF_MONTH = rf"\s+(?:of\s+)?{_MONTH}"
_WHICH_DAY = r"(?:(?:on\s+)?(?P<which>last|next|this coming|coming|past|previous|this)\s+)?"
_WHICH = r"(?P<which>earlier this|later this|last|past|previous|this|next|coming)"
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

_RELATIVE = frozenset({"weekday", "near"})
_RULES: list[tuple[str, re.Pattern[str], Callable[[re.Match[str], date | None], EventDate | None]]] = [
    ("year", _pattern(_ISO), _iso),
    ("month", _pattern(rf"{_MONTH}\s+{_D}{_TO}{_LAST},?\s+{_YEAR}"), _month_day),
    ("month", _pattern(rf"{_D}{_TO}{_LAST}{_OF_MONTH},?\s+{_YEAR}"), _month_day),
    ("month", _pattern(rf"{_MONTH}\s+{_D},?\s+{_YEAR}"), _whole),
    ("month", _pattern(rf"{_D}{_OF_MONTH},?\s+{_YEAR}"), _whole),
    ("month", _pattern(rf"{_MONTH}\s+{_D}{_TO}{_LAST}"), _month_day),
    ("month", _pattern(rf"{_D}{_TO}{_LAST}{_OF_MONTH}"), _month_day),
    ("month", _pattern(rf"{_MONTH}\s+{_D}"), _month_day),
    ("month", _pattern(rf"{_D}{_OF_MONTH}"), _month_day),
    ("month", _pattern(rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}"), _month_year),
    ("near", _pattern(rf"{_WHICH}\s+(?P<unit>weekend|week|month|year)", ignore_case=True), _needs(_near_unit)),
    ("weekday", _pattern(rf"{_WHICH_DAY}{_WEEKDAY}"), _needs(_weekday)),
    ("near", _pattern(_NEAR_DAY, ignore_case=True), _needs(_near_day)),
    ("near", _pattern(rf"{_COUNT}\s+(?P<unit>day|week|month|year)s?\s+(?:ago|earlier)", ignore_case=True), _needs(_ago)),
    ("month", _pattern(_MONTH_ALONE), _bare_month),
    ("year", _pattern(_YEAR_ALONE), _bare_year),
]
"""What of a date it looks at, pattern, reader; the first that takes a stretch of text keeps it."""
