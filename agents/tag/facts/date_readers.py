"""What a stretch of text that looks like a date means: from a match and the day of publication to the days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from schemas.event import DatePrecision, EventDate

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
"""By the first three letters."""
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "a couple of": 2,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip


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


def whole(match: re.Match[str], _: date | None) -> EventDate | None:
    return _day(int(match["year"]), _month_number(match["month"]), int(match["day"]))


def iso(match: re.Match[str], _: date | None) -> EventDate | None:
    return _day(int(match["year"]), int(match["month"]), int(match["day"]))


def month_day(match: re.Match[str], anchor: date | None) -> EventDate | None:
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


def month_year(match: re.Match[str], _: date | None) -> EventDate:
    return _month(int(match["year"]), _month_number(match["month"]))


def month_of_year(match: re.Match[str], anchor: date) -> EventDate:
    """ "in February last year"."""
    return _month(anchor.year + {"last": -1, "this": 0, "next": 1}[match["which"]], _month_number(match["month"]))


def bare_month(match: re.Match[str], anchor: date | None) -> EventDate | None:
    """ "in March": the latest March that has begun, or the coming one after "next" and in a clause about what will be."""
    month = _month_number(match["month"])
    if anchor is None:
        return EventDate(start=f"--{month:02}-01", end=f"--{month:02}-{monthrange(2024, month)[1]}", precision=DatePrecision.MONTH)
    word = (match.groupdict().get("which") or "").lower()
    year = anchor.year
    if word == "next":
        return _month(year if month > anchor.month else year + 1, month)
    if word == "this":
        return _month(year, month)
    if not word and _is_ahead(match):
        return _month(year if month >= anchor.month else year + 1, month)
    return _month(year if month <= anchor.month else year - 1, month)


def bare_year(match: re.Match[str], _: date | None) -> EventDate:
    return _span(date(int(match["year"]), 1, 1), date(int(match["last"] or match["year"]), 12, 31), DatePrecision.YEAR)


def needs(read: Callable[[re.Match[str], date], EventDate | None]) -> Callable[[re.Match[str], date | None], EventDate | None]:
    return lambda match, anchor: read(match, anchor) if anchor else None


_AHEAD = re.compile(
    r"\b(?:(?:will|would|won['’]t|shall|(?:due|set|scheduled|planned|planning|expected|going) (?:to|for|on|in|at)"
    r"|(?:they|we|who|(?<!['’]s)(?<!\bits)(?<!\bthe)(?<!their)\s\w+s) plan to"
    r"|(?<!['’]s )(?<!its )(?<!the )(?<!their )(?<!\bof )plans to"
    r"|(?:preparing|promised?|pledged?|vowed|agreed|hopes?|aims?|intends?|wants?) to)\b[^.;:,\n]{0,70}"
    r"|\b(?:to|must|should|unless|if|deadline|ultimatum|demand\w*)\b[^.;:\n]{0,80} by "
    r"|(?:strike|protest|march|rally|demonstration|meeting|talks|summit|election|vote|hearing|trial)s? for "
    r"|(?:begins?|starts?|opens?|ends?|resumes?|expires?|takes? place|goes on trial|is|are) (?:again )?(?:on|in|next) )$",
    re.IGNORECASE,
)
"""What in the same clause, not far before, puts a weekday or month ahead: "will meet on Friday", "a strike for Friday"."""


def _is_ahead(match: re.Match[str]) -> bool:
    return _AHEAD.search(match.string[max(0, match.start() - 90) : match.start()]) is not None


def weekday(match: re.Match[str], anchor: date) -> EventDate:
    """The latest such day up to publication; the first one after it with "next" or "coming", or in a clause about what will be."""
    wanted = _DAYS[match["weekday"][:3].lower()]
    back = (anchor.weekday() - wanted) % 7
    which = (match["which"] or "").lower()
    if not which and _is_ahead(match):
        day = anchor + timedelta(days=(wanted - anchor.weekday()) % 7)
        return _span(day, day, DatePrecision.DAY)
    if which in ("next", "coming", "this coming"):
        day = anchor + timedelta(days=(wanted - anchor.weekday()) % 7 or 7)
    elif which in ("last", "past", "previous"):
        day = anchor - timedelta(days=back or 7)
    else:
        day = anchor - timedelta(days=back)
    return _span(day, day, DatePrecision.DAY)


def near_day(match: re.Match[str], anchor: date) -> EventDate:
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


def ago(match: re.Match[str], anchor: date) -> EventDate | None:
    count = match["count"].lower()
    number = int(count) if count.isdigit() else NUMBERS.get(count, 0)
    return None if not number or number > 500 else earlier(anchor, number, match["unit"].lower())


def earlier(day: date, number: int, unit: str) -> EventDate:
    """So many days, weeks, months or years before a day, as precise as they are; after it where `number` is negative."""
    if unit == "day":
        day -= timedelta(days=number)
        return _span(day, day, DatePrecision.DAY)
    if unit == "week":
        return _week(day - timedelta(weeks=number))
    if unit == "month":
        months = day.year * 12 + day.month - 1 - number
        return _month(months // 12, months % 12 + 1)
    return _year(day.year - number)


def near_unit(match: re.Match[str], anchor: date) -> EventDate | None:
    which, unit = match["which"].lower(), match["unit"].lower()
    if which == "the" and unit != "weekend":
        return None
    step = {
        "last": -1,
        "past": -1,
        "previous": -1,
        "this": 0,
        "the": 0,
        "earlier this": 0,
        "later this": 0,
        "next": 1,
        "coming": 1,
    }[re.sub(r"\s+", " ", which)]
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
