"""The steps of the training that are no library's: linear scores from pages, which rows teach, intervals."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("scipy", reason="training alone needs it")
pytest.importorskip("tldextract", reason="training alone needs it")

from agents.clean.body.hints import Hints
from ops.training.clean import linear
from ops.training.clean.data import Page
from ops.training.clean.label import label
from ops.training.clean.measure import paired_scores
from tests.clean.samples import outline_of

STORY = "The ferry left the harbour an hour late because nobody had found its captain."


def page(site: str) -> Page:
    html = f"<div class=story><p>{STORY}</p></div><div class=teasers><p>Read more about {site}</p></div>"
    made = Page(site, "aeb", site, {"text": STORY}, html, Hints(), outline_of(html))
    made.labels, made.tokens = label(made.outline.texts, STORY)
    return made


SITES = ("a.example", "b.example", "c.example", "d.example")


def test_names_are_learnt_from_the_chosen_sites() -> None:
    matrices = linear.Matrices((p, linear.name_bags(p)) for p in map(page, SITES))
    weights = linear.fit_names(matrices, lambda p: p.domain != "d.example")
    assert weights["story"][1] > 0.1 > -0.1 > weights["teasers"][1]


def test_what_too_few_sites_have_is_not_learnt() -> None:
    matrices = linear.Matrices((p, linear.word_bags(p)) for p in map(page, SITES))
    weights, _ = linear.fit_words(matrices, lambda p: True)
    assert "more" in weights
    assert "a" not in weights


def test_a_page_given_a_fold_keeps_it() -> None:
    assert Page("x", "aeb", "a.example", {}, "", Hints(), outline_of("<p>x"), fold=3).fold == 3


def test_scores_of_a_page() -> None:
    exact, half = paired_scores([STORY, STORY], [STORY, f"{STORY} {STORY[::-1]}"])
    assert np.round(exact, 2).tolist() == [1, 1, 1, 1]
    assert half[1] == 1 > half[0]
