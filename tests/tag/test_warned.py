"""Warnings, and which of them threaten."""

from __future__ import annotations

import pytest

from tests.tag.coding import coded


@pytest.mark.parametrize(
    "text",
    [
        "The company warned that tariffs could hit sales.",
        "Aid groups have warned that the jail holds too many prisoners.",
        "The company warned that it could lose customers.",
    ],
)
def test_a_warning_of_what_nobody_does_threatens_nobody(text: str) -> None:
    assert coded(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru warned that it could close the strait.", "THREATEN/restrict"),
        ("The general warned that any intruder would be shot.", "THREATEN/violence"),
        ("The president warned that troops would strike back.", "THREATEN/violence"),
    ],
)
def test_a_warning_of_a_deed_is_a_threat(text: str, told: str) -> None:
    assert coded(text) == [told]


def test_a_threat_that_is_made_is_one_although_a_danger_has_its_words() -> None:
    assert coded("The militia made a threat to the government on Monday.") == ["THREATEN"]
    assert coded("We are a threat to nobody, the general said.") == []
