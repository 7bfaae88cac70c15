"""Times as machines write them in pages: ISO 8601 and its misspellings, RFC 2822, numbers. People's dates: `dateline.py`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from schemas.article import Precision


@dataclass(frozen=True, slots=True)
class Moment:
    """`when` keeps the page's own UTC offset. Where only a day or month is known, or the zone isn't, it is midnight UTC of
    the page's calendar day."""

    when: datetime
    precision: Precision

    @classmethod
    def of_day(cls, year: int, month: int, day: int) -> Moment | None:
        try:
            return cls(datetime(year, month, day, tzinfo=UTC), Precision.DAY)
        except ValueError:
            return None

    @classmethod
    def of_month(cls, year: int, month: int) -> Moment | None:
        found = cls.of_day(year, month, 1)
        return cls(found.when, Precision.MONTH) if found else None

    def to_day(self) -> Moment:
        """The calendar day, as the page writes it."""
        return Moment(datetime(self.when.year, self.when.month, self.when.day, tzinfo=UTC), Precision.DAY)


def is_swapped(one: Moment, other: Moment) -> bool:
    """Whether the two are one date, read with day and month the other way round."""
    return one.when.year == other.when.year and (one.when.month, one.when.day) == (other.when.day, other.when.month) != (
        other.when.month,
        other.when.day,
    )


OLDEST = 1990
"""No web page is older."""

ISO = re.compile(
    r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:(?:T|t|\s{1,3}|\s?[-,|]\s?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?((?:GMT|UTC)?\s?[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d)|Z|z|UTC|GMT|[A-Z]{2,4}\b)?)?"
    r"(?!\d)"
)
COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$")
MONTH_ONLY = re.compile(r"^(\d{4})-(\d{2})$")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
RFC_2822 = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+)?(?:(\d{1,2})\s+([a-z]{3})[a-z]{0,6}\.?|([a-z]{3})[a-z]{0,6}\.?\s+(\d{1,2})),?\s+(\d{4})"
    r"(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*((?:GMT|UTC)?\s?[+-]\d{2}:?\d{2}|Z|UTC|GMT|[A-Z]{2,4}\b)?)?",
    re.I,
)
EPOCH = re.compile(r"^(\d{10})(\d{3})?$")

ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120, "EET": 120,
    "EEST": 180, "MSK": 180, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480,
    "PDT": -420, "JST": 540, "KST": 540, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "SAST": 120, "WIB": 420, "HKT": 480,
    "SGT": 480, "PKT": 300, "EAT": 180, "CAT": 120, "WAT": 60,
}  # fmt: skip
"""Minutes east of UTC of the abbreviations that news sites use (RFC 2822, 4.3, and IANA). Ambiguous ones (IST) are left out."""


def parse_moment(text: str) -> Moment | None:
    """A time as a machine wrote it; None where it isn't one, or where day and month can't be told apart."""
    text = text.strip()[:100]
    return _parsed(text) if text else None


@lru_cache(256)
def _parsed(text: str) -> Moment | None:
    """A page says one moment several times."""
    if found := ISO.search(text):
        return _build(*found.groups())
    if found := COMPACT.match(text):
        return _build(*found.groups())
    if found := MONTH_ONLY.match(text):
        return Moment.of_month(int(found.group(1)), int(found.group(2)))
    if found := EPOCH.match(text):
        return Moment(datetime.fromtimestamp(int(found.group(1)), UTC), Precision.SECOND)
    if found := RFC_2822.search(text):
        day, month, us_month, us_day, year, hour, minute, second, zone = found.groups()
        name = (month or us_month).lower()
        number = MONTHS.index(name) + 1 if name in MONTHS else 0
        return _build(year, str(number), day or us_day, hour, minute, second, zone) if number else None
    return None


def _build(
    year: str, month: str, day: str, hour: str | None, minute: str | None, second: str | None, zone: str | None
) -> Moment | None:
    date = Moment.of_day(int(year), int(month), int(day))
    if date is None or date.when.year < OLDEST or hour is None or minute is None:
        return date if date and date.when.year >= OLDEST else None
    offset = zone_offset(zone)
    if offset is None:
        return date
    try:
        when = date.when.replace(hour=int(hour), minute=int(minute), second=int(second or 0), tzinfo=timezone(offset))
    except ValueError:
        return date
    if not (when.hour or when.minute or when.second) and offset == timedelta(0):
        return date
    return Moment(when, Precision.MINUTE if second is None else Precision.SECOND)


@lru_cache(256)
def zone_offset(zone: str | None) -> timedelta | None:
    """None where the text names no zone that is known: then the hour says nothing about the moment."""
    if not zone:
        return None
    zone = zone.upper().strip()
    if zone in ZONES:
        return timedelta(minutes=ZONES[zone])
    digits = zone.removeprefix("GMT").removeprefix("UTC").strip().replace(":", "")
    if len(digits) == 2 and digits != zone:
        digits = f"{digits[0]}0{digits[1]}"  # GMT+7
    if len(digits) not in (3, 5) or digits[0] not in "+-" or not digits[1:].isdigit():
        return None
    minutes = int(digits[1:3]) * 60 + int(digits[3:] or 0)
    return timedelta(minutes=minutes if digits[0] == "+" else -minutes) if minutes <= 14 * 60 else None
