"""Years that newsrooms count otherwise than by the Gregorian calendar, and digits that they write otherwise than `0` to `9`."""

from __future__ import annotations

import re
from datetime import date

SOLAR_HIJRI_MONTHS = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)  # fmt: skip
"""Iran's and Afghanistan's calendar, in Persian."""
ARABIC_LETTERS = str.maketrans("يك", "یک")
"""Arabic keyboards write two of Persian's letters by signs of their own."""
SOLAR_HIJRI = re.compile(rf"(?<!\d)(\d{{1,2}})\s+({'|'.join(SOLAR_HIJRI_MONTHS)})(?:\s*ماه)?[\s،,]+(1[34]\d\d)(?!\d)")
SOLAR_HIJRI_NUMBERS = re.compile(r"(?<![\d/])(1[34]\d\d)/(\d{1,2})/(\d{1,2})(?![\d/])")
PERSIAN_ALONE = re.compile("[پچژگی]")
ERAS = re.compile(r"(令和|平成|民[國国])\s?(\d{1,3}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
ERA_BEGINS = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}
"""The year before each era's first: Japan's, and Taiwan's."""

_ZEROS = (
    *(0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6),
    *(0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x0ED0, 0x1040, 0x17E0, 0xFF10),
)
DIGITS = {zero + number: str(number) for zero in _ZEROS for number in range(10)}
"""Arabic, Persian, India's scripts, Thai, Lao, Burmese, Khmer, full width: one sign for one, so that offsets stay."""


OTHER_SCRIPT = re.compile("[\u0600-\u1fff\u3000-\uffef]")
"""A sign of a script that such dates and digits are written in; what else is not ASCII is mostly a dash or an accent."""


def other_calendars(text: str) -> list[tuple[date, int, int]]:
    """Dates in the text by another calendar than the Gregorian, as such, with where they stand. `text`: with digits 0 to 9."""
    found: list[tuple[date, int, int]] = []
    for match in ERAS.finditer(text):
        year = ERA_BEGINS[match[1]] + (1 if match[2] == "元" else int(match[2]))
        found += _checked(year, int(match[3]), int(match[4]), match)
    persian = text.translate(ARABIC_LETTERS)
    for match in SOLAR_HIJRI.finditer(persian):
        found += _solar(int(match[3]), SOLAR_HIJRI_MONTHS.index(match[2]) + 1, int(match[1]), match)
    if PERSIAN_ALONE.search(persian):
        for match in SOLAR_HIJRI_NUMBERS.finditer(persian):
            found += _solar(int(match[1]), int(match[2]), int(match[3]), match)
    return found


def _checked(year: int, month: int, day: int, match: re.Match[str]) -> list[tuple[date, int, int]]:
    try:
        return [(date(year, month, day), match.start(), match.end())]
    except ValueError:
        return []


def _solar(year: int, month: int, day: int, match: re.Match[str]) -> list[tuple[date, int, int]]:
    """By the rule of 8 leap years in 33, right for the years 1178 to 1633 (Borkowski, `The Persian calendar for 3000 years`)."""
    if not (1 <= month <= 12 and 1 <= day <= (31 if month < 7 else 30)):
        return []
    counted = year + 1595
    before = (month - 1) * 31 if month < 7 else (month - 7) * 30 + 186
    days = 365 * counted + counted // 33 * 8 + (counted % 33 + 3) // 4 + before + day
    return [(date.fromordinal(days - SOLAR_HIJRI_EPOCH), match.start(), match.end())]


SOLAR_HIJRI_EPOCH = 356_033
"""Between that count and the ordinal of a Gregorian day: 1 Farvardin 1399 is 20 March 2020."""
