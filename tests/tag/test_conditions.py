"""What must, or must not, stand near a trigger, and how far that reaches."""

from __future__ import annotations

import pytest

from tests.tag.coding import coded, events


def test_what_stands_in_a_clause_of_what_came_before_does_not_count() -> None:
    (strike, arrest) = events(
        "About 400 ferry workers walked off the job on Tuesday after port police detained three union organisers."
    )
    assert (strike.type, strike.mode, strike.recipients) == ("PROTEST", "strike", [])
    assert (arrest.type, [party.text for party in arrest.recipients]) == ("COERCE", ["three union organisers"])


def test_what_talks_came_before_is_no_clause_of_its_own() -> None:
    assert "RETREAT/ceasefire" not in coded("The two sides signed the truce in Doha last week after talks mediated by Qatar.")


@pytest.mark.parametrize(
    "text",
    [
        "Government troops have held the plain since December, the governor said.",
        "Riot police stood between two people holding signs and a crowd of men.",
        "The shirtless man snatched the keys from his hand.",
    ],
)
def test_a_thing_is_neither_arrested_nor_abducted(text: str) -> None:
    assert {"COERCE/arrest", "ASSAULT/abduct"}.isdisjoint(coded(text))


@pytest.mark.parametrize(
    "text",
    [
        "Police held the governor on Monday.",
        "Officials deported ninety migrants last week.",
        "Police held two drivers and a lorry with 40 stolen engines.",
    ],
)
def test_people_are(text: str) -> None:
    assert coded(text)[0].startswith("COERCE/")
