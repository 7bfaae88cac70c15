"""Rewritten pages, from which the extractor learns layouts: the story stays whole, and what is added is labelled as foreign."""

from __future__ import annotations

import random

import numpy as np
import pytest

from agents.clean.body.hints import Hints
from ops.training.clean.augment import rewritten
from ops.training.clean.data import Page
from ops.training.clean.foreign import Pool
from ops.training.clean.stock import Stock, spoken
from tests.clean.samples import outline_of

GERMAN = "Die Fähre ist nicht mehr da, und der Kapitän wartet mit den Gästen auf das Boot von Wagen Nummer {}."


def example(number: int) -> Page:
    story = [
        f"The ferry number {number} left the harbour at {hour} with forty people and the mail for the islands."
        for hour in range(5, 11)
    ]
    html = (
        f"<header>Menu {number}</header><article><h1>Ferry {number} leaves</h1>{''.join(f'<p>{text}' for text in story)}</article>"
    )
    outline = outline_of(html)
    labels = np.array([float(text in story) for text in outline.texts])
    tokens = np.array([float(len(text.split())) for text in outline.texts])
    return Page(
        f"page {number}", "aeb", "example.org", {}, html, Hints(title=f"Ferry {number} leaves the harbour"), outline, labels, tokens
    )


PAGES = [example(number) for number in range(10)]


def of_label(page: Page, *, own: bool) -> list[str]:
    return [text for text, label in zip(page.outline.texts, page.labels, strict=True) if (label > 0.5) == own]


@pytest.mark.parametrize("seed", range(40))
def test_the_story_stays_whole_and_in_order(seed: int) -> None:
    page = PAGES[seed % len(PAGES)]
    variant = rewritten(page, Pool(PAGES), seed)
    assert of_label(variant, own=True) == of_label(page, own=True)
    assert variant.variant


def test_what_is_added_is_foreign_and_differs_by_seed() -> None:
    added = [len(of_label(rewritten(PAGES[0], Pool(PAGES), seed), own=False)) for seed in range(20)]
    assert max(added) > 10
    assert len(set(added)) > 5


def test_a_seed_makes_one_variant() -> None:
    one, other = (rewritten(PAGES[0], Pool(PAGES), 7).outline for _ in range(2))
    assert (one.texts, one.tags, one.breaks) == (other.texts, other.tags, other.breaks)


def test_readers_speak_the_page_s_language() -> None:
    language = spoken(GERMAN.format(n) for n in range(3))
    assert language == "de"
    assert Stock(language, random.Random(1)).line("shares") in {
        "Teilen",
        "Drucken",
        "Per E-Mail versenden",
        "Artikel merken",
        "Facebook",
        "Schriftgröße",
    }


def test_no_slot_of_a_line_stays_empty() -> None:
    for language in ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "tr"):
        stock = Stock(language, random.Random(3))
        said = [stock.remark() for _ in range(30)] + [
            stock.heading("discussion"),
            stock.heading("stories"),
            stock.line("more", "X"),
        ]
        assert not any("{" in text for text in said)
