"""Floors of the body extractor on the fifth of the domains that training never sees, just under what was reached."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest

pytest.importorskip("tldextract", reason="which domains are held out goes by registered domain")

from agents.clean.body import extract_body
from agents.clean.tree import parse_page
from ops.training.clean import data
from ops.training.clean.measure import Figures, figures, flat

EXAM = Path(os.environ.get("EVENTWIRE_EXAM", Path(__file__).parents[3] / "shared" / "exam"))

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not EXAM.is_dir(), reason="the exam's pages are not here")]


class Floor(NamedTuple):
    shingles: float
    """F1 of four-word shingles."""
    words: float
    """F1 of words."""
    exact: float
    """Share of pages with exactly the gold's words."""


FLOORS = {"aeb": Floor(0.974, 0.976, 0.40), "fundus": Floor(0.979, 0.984, 0.48), "wcxb": Floor(0.944, 0.948, 0.28)}
SNIPPETS = 0.945
"""F1 of trafilatura's own evaluation: snippets that must and must not stand in the text."""


def reached(name: str) -> Figures:
    pages = list(data.read(EXAM, name, folds={data.HELD_OUT}))
    return figures((page.gold["text"] or "", extract_body(page.html, parse_page(page.html), page.hints).text) for page in pages)


@pytest.mark.parametrize("name", FLOORS)
def test_bodies_of_unseen_sites(name: str) -> None:
    found, floor = reached(name), FLOORS[name]
    assert (found.f1 >= floor.shingles, found.words >= floor.words, found.exact >= floor.exact) == (True, True, True), found


def test_snippets_of_unseen_sites() -> None:
    hits = missed = wrong = 0
    for page in data.read(EXAM, "trafeval", folds={data.HELD_OUT}):
        text = flat(extract_body(page.html, parse_page(page.html), page.hints).text)
        wanted = [flat(snippet) in text for snippet in page.gold["with"]]
        hits += sum(wanted)
        missed += len(wanted) - sum(wanted)
        wrong += sum(flat(snippet) in text for snippet in page.gold["without"])
    assert 2 * hits / (2 * hits + missed + wrong) >= SNIPPETS
