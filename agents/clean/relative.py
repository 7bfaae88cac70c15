"""Dates that only the day of the fetch makes whole: `3 hours ago`, `yesterday`, `Thursday, 12 March`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from agents.clean.cldr import weekdays
from agents.clean.dateline import Reading, month_number
from agents.clean.moments import Moment

UNITS = {
    timedelta(
        minutes=1
    ): "minutes?|mins?|minuten?|minutos?|minut[oie]|minuut|minuter|minutter|minut[ay]?|minut(?:ami|ou)|minuuttia|"
    "минут[уы]?|хвилин[иу]?|dakika|menit|phút|λεπτ[άό]|דקות|मिनट|মিনিট|นาที|分钟|分鐘|分|분|دقيقة|دقائق|دقیقه",
    timedelta(
        hours=1
    ): "hours?|hrs?|h|stunden?|std|heures?|horas?|or[ae]|uur|timmar|timme|timer|godzin[ay]?|hodin(?:ami|ou)|tuntia|"
    "час(?:ов|а)?|годин[иу]?|saat|jam|giờ|ώρες|ώρα|שעות|घंटे|घंटा|ঘণ্টা|ชั่วโมง|小时|小時|時間|시간|ساعة|ساعات|ساعت",
    timedelta(
        days=1
    ): "days?|tag(?:en)?|jours?|d[ií]as?|giorn[oi]|dag(?:en|ar|e)?|dni|dny|dnem|zile|päivää|день|дн(?:я|ей|і|ів)|gün|"
    "hari|ngày|(?:η)?μέρες|ימים|दिन|দিন|วัน|天|日|일|يوم|أيام|روز",
}
BEFORE_IT = r"(?:vor|il y a|hace|h[áa]|för|for|před|acum|πριν(?: από)?|לפני|منذ|قبل)\s+"
AFTER_IT = r"\s?(?:ago|fa|geleden|sedan|siden|sitten|temu|назад|тому|önce|(?:yang )?lalu|trước|पहले|আগে|ที่แล้ว|ที่ผ่านมา|前|전|پیش)"
NUMBER = r"(\d{1,2}|an?|one|eine[rm]?|une?|una?|uma?|un'|een|en|ett|et|один|bir)"
"""One is written as a word."""
AGO = [
    (unit, re.compile(rf"(?<!\w)(?:{BEFORE_IT}{NUMBER}\s?(?:{names})(?!\w)|{NUMBER}\s?(?:{names}){AFTER_IT}(?!\w))", re.I))
    for unit, names in UNITS.items()
]
_O_CLOCK = r"[\s,]{1,3}(?:at|um|à|a las|às|alle|om|kl\.?|o|в)?\s?\d{1,2}[:.h]\d\d"
YESTERDAY = re.compile(rf"\b(?:yesterday|gestern|hier|ayer|ontem|ieri|gisteren|i ?går|wczoraj|вчера|dün|kemarin){_O_CLOCK}", re.I)
TODAY = re.compile(rf"\b(?:today|heute|aujourd[’']hui|hoy|hoje|oggi|vandaag|i ?dag|dzisiaj|dziś|сегодня|bugün){_O_CLOCK}", re.I)
"""With a time of day: alone, the words stand on buttons and in headings."""
_NAME = r"([^\W\d_]{3,15})"
DAY_MONTH = re.compile(rf"(?<![\d.:])(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s(?:de |of )?{_NAME}\b\.?(?!,?\s(?:de )?\d{{4}})", re.I)
MONTH_DAY = re.compile(rf"(?<!\w){_NAME}\.?\s(\d{{1,2}})(?:st|nd|rd|th)?\b(?!,?\s\d{{4}}|:)", re.I)
EAST_ASIAN = re.compile(r"(?<![\d年년])(?<![年년]\s)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
DOTTED = re.compile(r"(?<![\d.,:])(\d{1,2})\.\s?(\d{1,2})\.(?!\d|\s?(?:19|20)\d\d)")
"""`3月4日`, `4.3. 08:00`: in numbers."""
RECENT = timedelta(days=30)
"""A day without a year is one of the last: of news that is fetched later nobody knows the year."""
LONGEST = 100
"""Characters of a line that may hold such a date."""


def relative_date(text: str, reading: Reading, fetched_at: datetime) -> Moment | None:
    """The calendar day (UTC) that a line beside a headline means, seen from the fetch; None where it says none."""
    if len(text) > LONGEST:
        return None
    for unit, pattern in AGO:
        if found := pattern.search(text):
            said = found[1] or found[2]
            return _day(fetched_at - unit * (int(said) if said.isdigit() else 1))
    if TODAY.search(text):
        return _day(fetched_at)
    if YESTERDAY.search(text):
        return _day(fetched_at - timedelta(days=1))
    return _without_year(text, reading, fetched_at)


def _without_year(text: str, reading: Reading, fetched_at: datetime) -> Moment | None:
    for pattern, day_first in ((DAY_MONTH, True), (MONTH_DAY, False)):
        for found in pattern.finditer(text):
            day, name = (found[1], found[2]) if day_first else (found[2], found[1])
            month = month_number(name, reading.language)
            if month and (whole := _latest(int(day), month, fetched_at)) and _on_its_weekday(whole.when.date(), text, reading):
                return whole
    days = (_latest(day, month, fetched_at) for day, month in _in_numbers(text) if 1 <= month <= 12)
    return next(filter(None, days), None)


def _in_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Days and months."""
    yield from ((int(found[2]), int(found[1])) for found in EAST_ASIAN.finditer(text))
    yield from ((int(found[1]), int(found[2])) for found in DOTTED.finditer(text))


def _latest(day: int, month: int, fetched_at: datetime) -> Moment | None:
    for year in (fetched_at.year, fetched_at.year - 1):
        moment = Moment.of_day(year, month, day)
        if moment and timedelta(0) <= fetched_at - moment.when <= RECENT:
            return moment
    return None


def _on_its_weekday(day: date, text: str, reading: Reading) -> bool:
    """Whether the weekday that the line names, if any, is the day's."""
    in_full, *_ = weekdays(reading.language or "en") or ((),)
    named = [number for number, name in enumerate(in_full) if name.casefold() in text.casefold()]
    return not named or day.weekday() in named


def _day(moment: datetime) -> Moment | None:
    return Moment.of_day(moment.year, moment.month, moment.day)
