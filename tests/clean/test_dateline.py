import pytest

from agents.clean.dateline import Reading, find_dates
from schemas.article import Precision


def dates(text: str, language: str = "en", country: str = "") -> list[str]:
    return [found.moment.when.isoformat() for found in find_dates(text, Reading(language, country))]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("4 March 2026", "en"),
        ("Published on March 4th, 2026", "en"),
        ("Wed, 04-Mar-2026", "en"),
        ("Mittwoch, 4. März 2026", "de"),
        ("le 4 mars 2026 à 7h30", "fr"),
        ("4 de marzo de 2026", "es"),
        ("4 במרץ 2026", "he"),
        ("4 de março de 2026", "pt"),
        ("4 марта 2026 г.", "ru"),
        ("4 मार्च 2026", "hi"),
        ("2026 m. kovo 4 d.", "lt"),
        ("2026. március 4.", "hu"),
        ("4 tháng 3, 2026", "vi"),
        ("2026年3月4日", "ja"),
        ("2026년 3월 4일", "ko"),
        ("2026.03.04.", "ko"),
        ("4 มีนาคม 2569", "th"),
        ("4 мар. 2026", "ru"),
        ("4.3.2026", "de"),
        ("04.03.26", "de"),
        ("04/03/2026", "it"),
        ("2026-03-04", ""),
        ("4 maart 2026", ""),
        ("4 Mart 2026", ""),
        ("4. března 2026", ""),
        ("4 มี.ค. 2569", "th"),
    ],
)
def test_people_write_dates_in_many_ways(text: str, language: str) -> None:
    assert dates(text, language) == ["2026-03-04T00:00:00+00:00"]


def test_day_and_month_in_numbers_are_told_by_the_country_or_not_at_all() -> None:
    assert dates("03/04/2026", "en", "us") == ["2026-03-04T00:00:00+00:00"]
    assert dates("03/04/2026", "en", "uk") == ["2026-04-03T00:00:00+00:00"]
    assert dates("03/04/2026", "en") == []
    assert dates("13/04/2026", "en") == ["2026-04-13T00:00:00+00:00"]


def test_a_time_of_day_counts_only_with_its_zone() -> None:
    zoned = find_dates("March 4, 2026 7:30 PM EST", Reading("en", "us"))[0].moment
    assert (zoned.when.isoformat(), zoned.precision) == ("2026-03-04T19:30:00-05:00", Precision.MINUTE)
    assert find_dates("March 4, 2026 7:30 PM", Reading("en", "us"))[0].moment.precision == Precision.DAY


def test_a_zone_may_be_named_by_its_hours_alone() -> None:
    found = find_dates("Thứ tư, 4/3/2026, 18:30 (GMT+7)", Reading("vi", ""))[0].moment
    assert found.when.isoformat() == "2026-03-04T18:30:00+07:00"


def test_a_month_alone_is_a_month() -> None:
    found = find_dates("March 2026", Reading("en", ""))
    assert [date.moment.precision for date in found] == [Precision.MONTH]


@pytest.mark.parametrize("text", ["Call 04 03 2026 now", "32 March 2026", "version 4.3.2026.1", "Chapter 4 Marching 2026"])
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []


def test_the_country_comes_from_the_host_or_the_declared_region() -> None:
    assert Reading.of("en", "", "www.gazette.co.uk") == Reading("en", "uk")
    assert Reading.of("en-US", "", "gazette.com") == Reading("en", "us")
    assert Reading.of("", "en_GB", "gazette.com") == Reading("en", "gb")


@pytest.mark.parametrize(
    ("text", "day"), [("14 मई 2014", "2014-05-14"), ("25 फरवरी 2025", "2025-02-25"), ("25 फ़रवरी 2025", "2025-02-25")]
)
def test_hindi_months_of_two_letters_and_without_their_dot(text: str, day: str) -> None:
    assert [found[:10] for found in dates(text, "")] == [day]


def test_a_time_of_day_is_no_year() -> None:
    assert dates("ke 4.3. 08:00", "fi") == []
    assert dates("4.3.26, 08:00", "fi") == ["2026-03-04T00:00:00+00:00"]


def test_a_short_year_in_numbers_counts_where_day_and_month_are_told_apart() -> None:
    assert dates("3/16/26") == ["2026-03-16T00:00:00+00:00"]
    assert dates("3/4/26") == []
