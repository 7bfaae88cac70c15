import pytest

from agents.tag.datelines import dateline_of
from tests.tag.coding import events


@pytest.mark.parametrize(
    "dateline",
    [
        "NAIROBI, Kenya (AP) — ",
        "NAIROBI, Nov 3 (Reuters) - ",
        "Nairobi (AFP) - ",
        "NAIROBI — ",
        "NAIROBI, Kenya -- ",
        "NAIROBI: ",
        "Nairobi, 3 November (Agency) ",
        "EAST NAIROBI, NOV. 3, 2026 -- ",
        "PORT-AU-PRINCE, Haiti – ",
        "SÃO PAULO (Agência) ",
        "(Nairobi) – ",
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(dateline: str) -> None:
    assert dateline_of(f"{dateline}A bomb killed nine people.", first=False) == len(dateline)


@pytest.mark.parametrize(
    "line",
    [
        "The Workers' Relief (WR) says nine people died.",
        "Monday, May 5 - Police arrested nine people.",
        "NATO: Nine people died.",
        "Nine people — Among them a priest — died.",
        "NAIROBI (AP) is the capital of Kenya.",
        "",
    ],
)
def test_what_only_looks_like_one(line: str) -> None:
    assert dateline_of(line, first=False) == 0


@pytest.mark.parametrize("dateline", ["NAIROBI, Kenya (AP) — ", "Nairobi (AFP) - ", "NAIROBI: ", "NAIROBI, Nov 3 (Reuters) - "])
def test_nobody_acts_in_a_dateline_but_it_says_where(dateline: str) -> None:
    (event,) = events(f"{dateline}A bomb killed nine people on Monday, police said.")
    assert event.actors == []
    assert event.place is not None
    assert event.place.name == "Nairobi"
    assert event.evidence.text.startswith("A bomb")


def test_the_day_of_a_dateline_is_not_the_event_s() -> None:
    (event,) = events("NAIROBI, Nov 3 (Reuters) - A bomb killed nine people, police said.")
    assert event.date is None


def test_a_place_with_a_colon_opens_a_report_and_elsewhere_somebody_speaks() -> None:
    line = "New Delhi: Police arrested nine people."
    assert dateline_of(line, first=True) == len("New Delhi: ")
    assert dateline_of(line, first=False) == 0


def test_a_place_with_a_dash_opens_a_report() -> None:
    assert dateline_of("Port-au-Prince - Gang members fired.", first=True) == len("Port-au-Prince - ")
    assert dateline_of("A Kurdish - Arab alliance met.", first=True) == 0
    assert dateline_of("Port-au-Prince - Gang members fired.", first=False) == 0
