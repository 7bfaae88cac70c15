"""Whole briefs: what an analyst would list of them is found, with who, whom, where, when and how many."""

from __future__ import annotations

from functools import cache

import pytest

from tests.tag.gold.briefs import measure, read
from tests.tag.gold.score import Figure

FLOORS = {
    "a": {
        "found": 0.78,
        "precise": 0.71,
        "silent": 0.80,
        "actor": 0.84,
        "recipient": 0.57,
        "place": 0.65,
        "date": 0.80,
        "counts": 0.79,
    },
    "b": {
        "found": 0.75,
        "precise": 0.69,
        "silent": 0.68,
        "actor": 0.84,
        "recipient": 0.58,
        "place": 0.69,
        "date": 0.75,
        "counts": 0.62,
    },
}
"""A step under what was reached."""


@cache
def measured(half: str) -> dict[str, Figure]:
    return measure(read(half))


@pytest.mark.parametrize(("half", "figure"), [(half, figure) for half, floors in FLOORS.items() for figure in floors])
def test_briefs_are_coded_as_well_as_they_were(half: str, figure: str) -> None:
    found = measured(half)[figure]
    assert found.share >= FLOORS[half][figure], "\n".join(found.wrong)
