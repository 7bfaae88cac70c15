from datetime import UTC, datetime

import pytest

from agents.tag.facts.dates import find_dates
from schemas.article import Precision

FRIDAY = datetime(2024, 4, 5, 9, tzinfo=UTC)


def dates(text: str, published: datetime | None = FRIDAY, precision: Precision | None = None) -> list[tuple[str, str, str, str]]:
    return [(hit.text, hit.date.start, hit.date.end, hit.date.precision.value) for hit in find_dates(text, published, precision)]


@pytest.mark.parametrize(
    ("text", "shown", "day"),
    [
        ("It began on March 22, 2023.", "March 22, 2023", "2023-03-22"),
        ("It began on 22 March 2023.", "22 March 2023", "2023-03-22"),
        ("It began on 2023-03-22.", "2023-03-22", "2023-03-22"),
        ("It began on the 3rd of May 2021.", "3rd of May 2021", "2021-05-03"),
        ("They met on Monday.", "Monday", "2024-04-01"),
        ("They met on Friday.", "Friday", "2024-04-05"),
        ("They met last Friday.", "last Friday", "2024-03-29"),
        ("They meet next Tuesday.", "next Tuesday", "2024-04-09"),
        ("It happened yesterday.", "yesterday", "2024-04-04"),
        ("They will meet on Monday.", "Monday", "2024-04-08"),
        ("They are due to meet on Friday.", "Friday", "2024-04-05"),
        ("The union called a strike for Tuesday.", "Tuesday", "2024-04-09"),
        ("They will resign, he said on Monday.", "Monday", "2024-04-01"),
        ("They agreed on Monday to extend the truce.", "Monday", "2024-04-01"),
        ("They agreed to extend the truce on Monday.", "Monday", "2024-04-08"),
        ("Her trial begins on Monday.", "Monday", "2024-04-08"),
        ("They vote today.", "today", "2024-04-05"),
        ("She left three days ago.", "three days ago", "2024-04-02"),
    ],
)
def test_days(text: str, shown: str, day: str):
    assert dates(text) == [(shown, day, day, "day")]


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("Prices rose last month.", "2024-03-01", "2024-03-31", "month"),
        ("Prices rose last week.", "2024-03-25", "2024-03-31", "week"),
        ("Prices rose last year.", "2023-01-01", "2023-12-31", "year"),
        ("Prices rose in February.", "2024-02-01", "2024-02-29", "month"),
        ("Prices rose in November.", "2023-11-01", "2023-11-30", "month"),
        ("Prices rose in 2019.", "2019-01-01", "2019-12-31", "year"),
        ("Prices rose since March 2020.", "2020-03-01", "2020-03-31", "month"),
        ("He ruled from 2012 to 2014.", "2012-01-01", "2014-12-31", "year"),
        ("They met over the weekend.", "2024-03-30", "2024-03-31", "day"),
        ("The fair ran on 3-5 May 2023.", "2023-05-03", "2023-05-05", "day"),
    ],
)
def test_longer_times_end_inclusively(text: str, start: str, end: str, precision: str):
    ((_, *found),) = dates(text)
    assert found == [start, end, precision]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The ministry plans to deport them by the end of May.", "2024-05-01"),
        ("It promised to open the port in March.", "2025-03-01"),
        ("The troops would leave by April, he said.", "2024-04-01"),
        ("The port was open by the end of May.", "2023-05-01"),
    ],
)
def test_a_month_of_what_will_be_lies_ahead(text: str, start: str):
    assert [found[1] for found in dates(text)] == [start]


def test_a_month_and_day_take_the_latest_year_up_to_publication():
    assert dates("Since March 22 nothing moved.")[0][1:] == ("2024-03-22", "2024-03-22", "day")
    assert dates("On December 24 it snowed.")[0][1] == "2023-12-24"


def test_a_month_and_day_keep_no_year_where_nothing_gives_one():
    assert dates("The attack of March 22 shook the city.", None) == [("March 22", "--03-22", "--03-22", "day")]


def test_what_is_told_relative_to_publication_needs_it():
    assert dates("They met on Monday, yesterday, last month.", None) == []
    assert dates("They met on Monday.", FRIDAY, Precision.MONTH) == []


def test_a_modal_verb_is_no_month():
    assert dates("They may leave. Troops march 5 miles.") == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("Last Friday it rained.", "2024-03-29", "2024-03-29"), ("It began in February last year.", "2023-02-01", "2023-02-28")],
)
def test_last_says_which(text: str, start: str, end: str) -> None:
    assert [found[1:3] for found in dates(text)] == [(start, end)]
