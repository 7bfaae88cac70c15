"""Words that violence shares with other news are violence only beside what tells of force."""

from __future__ import annotations

import pytest

from tests.tag.coding import coded


@pytest.mark.parametrize(
    "text",
    [
        "Slugs attack young plants at night.",
        "The founder said the battle for the high street was only beginning.",
        "The orchestra fought hard.",
    ],
)
def test_alone_it_is_none(text: str) -> None:
    assert not [kind for kind in coded(text) if kind.startswith("ASSAULT")]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked at dawn.",
        '"They attack us every night," the mayor said.',
        "A dog handler attacked a teacher.",
        "The attack on Lima lasted two hours.",
        "The fight for the bridge went on. Two soldiers were shot dead.",
    ],
)
def test_beside_force_it_is(text: str) -> None:
    assert [kind for kind in coded(text) if kind.startswith("ASSAULT")]
