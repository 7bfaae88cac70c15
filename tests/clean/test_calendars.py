"""Dates by other calendars, digits and months' names than the common ones."""

import pytest

from agents.clean.dateline import Reading, find_dates


def days(text: str, language: str = "") -> list[str]:
    return [found.moment.when.date().isoformat() for found in find_dates(text, Reading(language, ""))]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("۱ فروردین ۱۳۹۹", "2020-03-20"),
        ("30 اسفند 1403", "2025-03-20"),
        ("1 فروردین 1404 - 12:09", "2025-03-21"),
        ("تاریخ انتشار: 13 اسفند ماه 1404", "2026-03-04"),
        ("چهارشنبه ۱۴۰۴/۱۲/۱۳", "2026-03-04"),
        ("令和8年3月4日", "2026-03-04"),
        ("平成元年12月1日", "1989-12-01"),
        ("民國115年3月4日", "2026-03-04"),
        ("２０２６年３月４日", "2026-03-04"),
        ("٤ مارس ٢٠٢٦", "2026-03-04"),
        ("४ मार्च २०२६", "2026-03-04"),
        ("4 آذار / مارس 2026", "2026-03-04"),
        ("4 غشت 2025", "2025-08-04"),
        ("4 березня 2026", "2026-03-04"),
    ],
)
def test_a_day_is_read_as_the_gregorian_one(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize("text", ["31 اسفند 1403", "令和8年13月4日", "1404/12/13", "Room 1399/2/4"])
def test_what_is_no_day_of_these_calendars_is_none(text: str) -> None:
    assert days(text) == []


def test_austria_has_a_january_of_its_own() -> None:
    assert days("4. Jänner 2026", "de") == ["2026-01-04"]


def test_a_name_that_runs_into_the_month_hides_no_date() -> None:
    assert days("By Ann LeeMar 4, 2026 | 6 comments", "en") == ["2026-03-04"]


def test_a_date_may_be_parted_by_bars() -> None:
    assert days("04 | 03 | 2026", "de") == ["2026-03-04"]
