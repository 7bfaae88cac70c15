"""Dates as people write them: `4 March 2026, 7.30 am`, `le 4 mars 2026`, `4.3.26`, `2026年3月4日`.

Names of months come from CLDR in the page's language; whether day or month stands first, from its language and
country, and where neither tells, the date is not read: none is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timezone
from functools import lru_cache

from agents.clean.calendars import DIGITS, OTHER_SCRIPT, other_calendars
from agents.clean.cldr import load_names, months, plain
from agents.clean.language import primary_subtag
from agents.clean.moments import Moment, parse_moment, zone_offset
from schemas.article import Precision

COMMON = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "pl", "sv")
"""Tried where a page declares no language: the most frequent on the web (w3techs)."""
FURTHER = ("tr", "id", "cs", "hu", "ro", "da", "no", "fi", "sk", "hr", "sl", "lt", "lv", "et", "ca", "sq")
"""Tried after these."""
BY_LETTER = {
    "أ": ("ar",),
    "व": ("hi", "mr", "ne"),
    "ก": ("th",),
    "α": ("el",),
    "א": ("he",),
    "і": ("uk", "be", "bg", "sr"),
    "আ": ("bn",),
}
"""Of scripts that these languages write: tried after the common ones where none is declared. The key is a letter of the script."""

_DAY = r"(\d(?<![\d.,:/-]\d)\d?)(?:st|nd|rd|th|er|ère|º|ª|°|\.)?"
"""Begun by a digit, as other patterns here, which is looked for at once; what must not stand before it is looked at behind it."""
_NAME = r"([^\s\d_.,;:!?()\[\]/|\"'«»“”‘’·•+*=<>@#&–—-]{2,15}+|[\u0e00-\u0e7f]{1,3}\.[\u0e00-\u0e7f])"
"""A word, or one of Thai's abbreviations: a class of what is no part of a word is twice as fast as one of letters and marks."""
WHOLE_YEAR = re.compile(r"[12](?:(?<=1)9|(?<=2)[05])\d\d")
"""A year in four digits, which nearly all dates hold; of 25 hundred in the Buddhist era."""
_YEAR = r"((?:19|20|25)\d\d)(?![\d-])"
_OF = "(?:de |del |d[’']|of |ta['’] |от )?"
_OTHER_NAME = r"(?:\s?[/،]\s?[^\W\d_]{3,12})?"
"""Arabic papers name a month twice: `4 آذار / مارس 2026`."""
DAY_FIRST = re.compile(rf"{_DAY}[\s,-]{{0,3}}{_OF}{_NAME}{_OTHER_NAME}\.?,?[\s-]{{1,3}}{_OF}{_YEAR}", re.I)
MONTH_FIRST = re.compile(rf"(?<!\w){_NAME}\.?[\s-]{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?(?:,\s{{0,3}}|\s{{1,3}}){_YEAR}", re.I)
YEAR_FIRST = re.compile(rf"([12](?<!\d\d)(?:(?<=1)9|(?<=2)0)\d\d)\.?(?:\sm\.|,)?\s(?:\w\. )?{_NAME}\.?\s(\d{{1,2}})(?!\d)", re.I)
NUMBERED_MONTH = re.compile(rf"{_DAY}\s(?:tháng|thg)\s(\d{{1,2}})(?:,|\snăm)?\s{_YEAR}", re.I)
EAST_ASIAN = re.compile(r"((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
DOTTED_YEAR_FIRST = re.compile(r"([12](?<![\d.]\d)(?:(?<=1)9|(?<=2)0)\d\d)\.\s?(\d{1,2})\.\s?(\d{1,2})\.?(?![\d])")
ISO_DAY = re.compile(r"([12](?<![\d/-]\d)(?:(?<=1)9|(?<=2)0)\d\d)([-/])(\d{1,2})\2(\d{1,2})(?![\d/-])")
NUMERIC = re.compile(r"(\d(?<![\d./-]\d)\d?)([./-]|\s\|\s)\s?(\d{1,2})\2\s?((?:19|20)?\d\d)(?![\d/:-]|\.\d)")
IN_NUMBERS = (
    (NUMBERED_MONTH, "dmy", ("thg", "Thg", "THG", "áng", "ÁNG")),
    (EAST_ASIAN, "ymd", ("年", "년")),
    (DOTTED_YEAR_FIRST, "ymd", (".",)),
    (ISO_DAY, "y-md", ("-", "/")),
)
"""With the order of what they find, and signs of which one stands in it."""
MONTH_ALONE = re.compile(rf"^{_NAME}\.?,?\s(?:de\s)?{_YEAR}$", re.I)

IN_HEBREW = "ב"
"""`In`, which stands before a month's name as its first letter; no month's name begins with it."""
GLUED = re.compile(r"^.*[^\W\d_A-Z](?=[A-Z])")
"""A name before a month's, from an element that ends without a space: `Ann LeeMar 4, 2026`."""

CLOCK = re.compile(
    r"(?<![\d:.])([01]?\d|2[0-3])(?::|\.|h)([0-5]\d)(?::([0-5]\d))?\s{0,2}([ap]\.?m\.?)?\s{0,2}\(?((?:[A-Z]{1,5}\b)?(?:[+-]\d{1,2}(?::?\d\d)?)?)",
    re.I,
)
CLOCK_DISTANCE = 25
"""Characters between a date and the time of day that belongs to it."""

MONTH_FIRST_COUNTRIES = frozenset({"us", "ph"})
DAY_FIRST_ENGLISH = frozenset("gb uk ie au nz in za ng ke gh pk lk sg my hk mt jm eu".split(" "))  # noqa: SIM905
"""Countries of English sites, by the language tag's region or the host's last label (CLDR's short date formats)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a page's dates are to be read: its language (two letters, or empty) and country (two letters, or empty)."""

    language: str
    country: str

    @classmethod
    def of(cls, declared: str, locale: str, host: str) -> Reading:
        """`declared`: the html element's `lang`; `locale`: Open Graph's (`en_US`)."""
        language = primary_subtag(declared) or primary_subtag(locale)
        subtags = f"{locale}-{declared}".lower().replace("_", "-").split("-")[1:]
        region = next((part for part in subtags if len(part) == 2 and part != language), "")
        label = host.rsplit(".", 1)[-1].lower()
        if label in ("gov", "mil", "edu"):
            label = "us"
        return cls(language, label if len(label) == 2 else region)

    @property
    def day_first(self) -> bool | None:
        """Of a date in numbers with slashes; None where it could be either."""
        if self.country in MONTH_FIRST_COUNTRIES:
            return False
        if self.language in ("en", "") and self.country not in DAY_FIRST_ENGLISH:
            return None
        return True


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text, and where it stands."""

    moment: Moment
    start: int
    end: int


def find_dates(text: str, reading: Reading) -> list[Found]:
    """All dates of a short text, in its order."""
    is_foreign = not text.isascii() and OTHER_SCRIPT.search(text) is not None
    if is_foreign:
        text = text.translate(DIGITS)
    found = [*_by_other_calendars(text), *_dates(text, reading)] if is_foreign else list(_dates(text, reading))
    found.sort(key=lambda date: (date.start, -date.end))
    kept: list[Found] = []
    for date in found:
        if not kept or date.start >= kept[-1].end:
            kept.append(_with_clock(date, text))
    return kept


def _by_other_calendars(text: str) -> Iterator[Found]:
    for day, start, end in other_calendars(text):
        if moment := Moment.of_day(day.year, day.month, day.day):
            yield Found(moment, start, end)


def _dates(text: str, reading: Reading) -> Iterator[Found]:
    if WHOLE_YEAR.search(text):
        yield from _with_whole_year(text, reading)
    for match in NUMERIC.finditer(text):
        first, separator, second, year = match.groups()
        if moment := _numeric(int(first), int(second), year, separator, reading):
            yield Found(moment, match.start(), match.end())


def _with_whole_year(text: str, reading: Reading) -> Iterator[Found]:
    for pattern, order in ((DAY_FIRST, "dmy"), (MONTH_FIRST, "mdy"), (YEAR_FIRST, "ymd")):
        for match in pattern.finditer(text):
            parts = dict(zip(order, match.groups(), strict=True))
            month = month_number(parts["m"], reading.language) or month_number(GLUED.sub("", parts["m"]), reading.language)
            if month and (moment := _day(parts["y"], month, parts["d"])):
                yield Found(moment, match.start(), match.end())
    for pattern, order, signs in IN_NUMBERS:
        for match in pattern.finditer(text) if any(map(text.__contains__, signs)) else ():
            parts = dict(zip(order, match.groups(), strict=True))
            if moment := _day(parts["y"], int(parts["m"]), parts["d"]):
                yield Found(moment, match.start(), match.end())
    if alone := MONTH_ALONE.match(text):
        month = month_number(alone.group(1), reading.language)
        if month and (moment := Moment.of_month(int(alone.group(2)), month)):
            yield Found(moment, alone.start(), alone.end())


def _day(year: str, month: int, day: str) -> Moment | None:
    number = int(year)
    return Moment.of_day(number - 543 if number > 2500 else number, month, int(day))


def _numeric(first: int, second: int, year: str, separator: str, reading: Reading) -> Moment | None:
    """Dots always part day and month in this order; with slashes it depends on the country."""
    number = int(year) if len(year) == 4 else 2000 + int(year)
    if len(year) == 2 and separator != "." and reading.day_first is None and max(first, second) <= 12:
        return None
    day_first = True if separator == "." else reading.day_first
    if first > 12 or second > 12 or first == second:
        day_first = second <= 12
    if day_first is None:
        return None
    day, month = (first, second) if day_first else (second, first)
    return Moment.of_day(number, month, day)


def _with_clock(date: Found, text: str) -> Found:
    """The date with the time of day that stands beside it, where its zone is named too."""
    before = text[max(0, date.start - CLOCK_DISTANCE) : date.start]
    after = text[date.end : date.end + CLOCK_DISTANCE + 15]
    for match in map(CLOCK.search, (after, before)):
        if not match or date.moment.precision is not Precision.DAY:
            continue
        hour, minute, second, half, zone = match.groups()
        offset = zone_offset(zone)
        if offset is None:
            continue
        hours = int(hour) % 12 + (12 if half[0] in "pP" else 0) if half else int(hour)
        when = date.moment.when.replace(hour=hours, minute=int(minute), second=int(second or 0), tzinfo=timezone(offset))
        return Found(Moment(when, Precision.SECOND if second else Precision.MINUTE), date.start, date.end)
    return date


def _writing(name: str) -> tuple[str, ...]:
    """Languages of the name's script, where it is one of few languages."""
    block = ord(name[:1] or "a") >> 7
    return next((languages for letter, languages in BY_LETTER.items() if ord(letter) >> 7 == block), ())


@lru_cache(4096)
def month_number(name: str, language: str) -> int | None:
    """1 to 12 of a month's name in the page's language, or in English; in the common languages where the page declares none."""
    name = plain(name).strip(".")
    if name.startswith(IN_HEBREW):
        name = name[1:]
    for known in (language, "en") if language else (*COMMON, *_writing(name)):
        if number := months(known).get(name):
            return number
    return None if language else _agreed(name)


def _agreed(name: str) -> int | None:
    """Of a name that less frequent languages have, where all that have it mean the same month."""
    found = {number for known in FURTHER if (number := months(known).get(name))}
    return found.pop() if len(found) == 1 else None


def moment_in(text: str, reading: Reading) -> Moment | None:
    """What an attribute or meta element says: a machine's time, or a person's date."""
    if moment := parse_moment(text):
        return moment
    found = find_dates(" ".join(text[:100].split()), reading)
    return found[0].moment if found else None


def warm_up() -> None:
    """Reads the months' names, so that the first page needn't wait."""
    load_names()
