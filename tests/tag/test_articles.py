"""Whole articles: what an analyst would list of them is found, hardly anything else, and each event once."""

from __future__ import annotations

from functools import cache

import pytest

from tests.tag.gold.articles import measure, read
from tests.tag.gold.score import Figure

FLOORS = {"found": 0.78, "precise": 0.90, "single": 0.87}
"""A step under what was reached."""


@cache
def measured() -> dict[str, Figure]:
    return measure(read())


@pytest.mark.parametrize("figure", FLOORS)
def test_articles_are_coded_as_well_as_they_were(figure: str) -> None:
    found = measured()[figure]
    assert found.share >= FLOORS[figure], "\n".join(found.wrong)
