"""Bylines and dates before the first paragraph are no part of the story."""

from __future__ import annotations

import pytest

from agents.clean.body.masthead import is_byline, is_date, without_masthead
from tests.clean.samples import outline_of

STORY = "The last ferry of the year left the harbour on Monday with forty people on board."


def left(*lines: str) -> list[str]:
    outline = outline_of("".join(f"<p>{line}</p>" for line in lines))
    return [outline.texts[block] for block in without_masthead(outline, range(len(outline.texts)))]


def test_byline_and_date_before_the_first_paragraph_go() -> None:
    assert left("By Ann Haas", "Port Maren, 3 June 2025", STORY) == [STORY]


@pytest.mark.parametrize("line", ["Interview: Ann Haas", "Ann Haas at Port Maren", "Harbour Post"])
def test_a_line_right_above_the_date_goes_with_it_whatever_it_says(line: str) -> None:
    assert left(line, "3 June 2025", STORY) == [STORY]
    standfirst = "Forty people had bought a ticket."
    assert left(standfirst, line, "3 June 2025", STORY, STORY, STORY) == [standfirst, STORY, STORY, STORY]


@pytest.mark.parametrize(("line", "gone"), [("Politics, Maren", True), ("What the harbour master saw that night", False)])
def test_a_section_or_a_place_right_beneath_the_date_goes(line: str, gone: bool) -> None:
    assert left("3 June 2025", line, STORY) == ([STORY] if gone else [line, STORY])


def test_a_line_without_a_word_goes() -> None:
    assert left("1931 – 2026", STORY) == [STORY]


def test_a_chronicles_first_heading_stays() -> None:
    outline = outline_of(f"<h3>How it began</h3><p>3 June 2025</p><p>{STORY}</p>")
    assert [outline.texts[block] for block in without_masthead(outline, range(3))] == ["How it began", STORY]


def test_after_the_first_paragraph_nothing_goes() -> None:
    assert left(STORY, "By Ann Haas", "3 June 2025") == [STORY, "By Ann Haas", "3 June 2025"]


@pytest.mark.parametrize(
    "line",
    [
        "Von Karla Wendt",
        "By ANN HAAS and J. R. Bell",
        "Par Solène Armand",
        "Por: Marcos Ibarra",
        "by our own reporter",
        "Автор: Анна Лужина",
    ],
)
def test_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize("line", ["By midnight forty had gone", "Von hier aus", "By 2026", "Bylaws Of The Port"])
def test_no_bylines(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "8. Mai 2026",
        "Tamar, 3 June 2025",
        "5 مايو 2025",
        "12.03.26",
        "Publié le 6 février 2023 à 17h40 - Modifié à 18h05",
        "2025年1月3日",
    ],
)
def test_dates(line: str) -> None:
    assert is_date(line)


@pytest.mark.parametrize("line", ["What happened in the port in 2026", "2025 tax deadlines", "Rule 110"])
def test_no_dates(line: str) -> None:
    assert not is_date(line)


def test_a_byline_between_standfirst_and_story_goes() -> None:
    standfirst = "The last boat has gone, and nobody knows when the next will come."
    assert left(standfirst, "By Ann Haas", "3 June 2025", *[STORY] * 3) == [standfirst, *[STORY] * 3]


@pytest.mark.parametrize("line", ["Ann Haas | 3 June 2025 | 4 min read", "3 June 2025 · 4 min read", "By Ann Haas • 3 June 2025"])
def test_a_line_of_author_day_and_reading_time_goes(line: str) -> None:
    assert left(line, *[STORY] * 3) == [STORY] * 3


def test_names_parted_by_a_bar_may_be_a_heading() -> None:
    assert left("Port Maren | Old Town", *[STORY] * 3)[0] == "Port Maren | Old Town"


def test_a_bare_name_goes_right_beneath_the_headline_alone() -> None:
    page = "<h1>The last ferry</h1><p>Inés Haas</p>" + f"<p>{STORY}</p>" * 3
    outline = outline_of(page)
    assert [outline.texts[block] for block in without_masthead(outline, range(1, 5))] == [STORY] * 3
    assert left("Port Maren", *[STORY] * 3)[0] == "Port Maren"


@pytest.mark.parametrize(
    "line",
    [
        "Ann Haas, 3 June 2025",
        "3 June 2025, Ann Haas",
        "7 de julio de 2017 - Lucía Ferreiro",
        "Iker Sarasola 22 de abril de 2007",
        "佐伯 由美, 2012年5月13日",
        "मीना जोशी · 20 सितंबर 2026",
        "Ann Haas June 3, 2025",
    ],
)
def test_a_name_and_a_day_before_the_first_paragraph_go(line: str) -> None:
    assert left(line, STORY) == [STORY]


@pytest.mark.parametrize("line", ["The ferry of 3 June 2025 sails again", "Port Maren, 3 June 2025: no ferry has left the harbour"])
def test_a_day_after_what_is_no_name_and_one_that_opens_a_sentence_stay(line: str) -> None:
    assert left(line, STORY) == [line, STORY]
