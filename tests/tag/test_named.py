"""Nouns that name an event and tell none."""

from __future__ import annotations

import pytest

from tests.tag.coding import coded


@pytest.mark.parametrize(
    "text",
    [
        "Every family in the valley has its war story.",
        "A peace talks expert teaches in Lima.",
        "The premier was once a trade minister.",
        "The protest singer is on tour.",
    ],
)
def test_a_noun_that_tells_what_kind_another_is(text: str) -> None:
    assert coded(text) == []


@pytest.mark.parametrize("text", ["The church was damaged in an arson fire.", "Police arrested a murder suspect."])
def test_violence_before_what_it_made_is_told(text: str) -> None:
    assert coded(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "War is a continuation of politics by other means.",
        "Violence is never the answer.",
        "A ceasefire seems unlikely.",
        "Sanctions rarely work.",
    ],
)
def test_what_is_said_in_general(text: str) -> None:
    assert coded(text) == []


def test_what_goes_on_is_not_said_in_general() -> None:
    assert coded("Fighting is raging in the old town.") == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The island quit the climate agreement on Monday.", ["SANCTION/withdraw"]),
        ("The union walked out of the negotiations.", ["SANCTION/withdraw"]),
    ],
)
def test_what_a_deed_is_about_is_no_second_event(text: str, told: list[str]) -> None:
    assert coded(text) == told


def test_what_was_only_agreed_has_not_happened() -> None:
    assert coded("The agreed ceasefire did not come.") == []


@pytest.mark.parametrize("text", ["Some parents demand too much of their children.", "Police advise drivers to avoid the bridge."])
def test_what_such_people_do_in_general(text: str) -> None:
    assert coded(text) == []


def test_what_people_of_a_place_do_is_told() -> None:
    assert coded("Peruvian teachers demand higher pay.") == ["REQUEST"]


@pytest.mark.parametrize("text", ["Kidnapping for ransom is rife in the north.", "Sexual violence is widespread along the border."])
def test_what_is_rife_is_said_in_general(text: str) -> None:
    assert coded(text) == []


def test_talks_between_somebody_are_no_kind_of_them() -> None:
    assert coded("Talks between nurses and the health ministry continued on Friday.") == ["CONSULT"]


def test_who_speaks_for_the_prosecution_prosecutes_nobody_there() -> None:
    assert coded("Prosecuting, Ana Ruiz told the hall that relatives had noticed it in May.") == []


def test_those_who_speak_for_many_demand_in_the_present() -> None:
    assert coded("Unions demand a pay rise for nurses.") == ["REQUEST"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rebels ended a truce with the army.", ["REJECT/yield"]),
        ("Farmers called off their blockade of the border.", ["CONCEDE"]),
        ("The navy lifted its blockade of the port.", ["CONCEDE"]),
        ("They signed a petition calling for the release of a nun.", ["REQUEST/yield"]),
    ],
)
def test_what_is_ended_or_asked_for_is_not_told_anew(text: str, told: list[str]) -> None:
    assert coded(text) == told
