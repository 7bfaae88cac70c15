"""Floors of the article gate, through the whole stage, on the fifth of the domains that its training never sees."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

pytest.importorskip("tldextract", reason="which domains are held out goes by registered domain")

from agents.clean.transform import load
from agents.settings import Settings
from ops.training.article.collect import ARTICLES, OTHERS, REFUSED, fold_of
from ops.training.clean.data import HELD_OUT
from schemas.page import RawPage
from schemas.rejection import RejectedPage

EXAM = Path(os.environ.get("EVENTWIRE_EXAM", Path(__file__).parents[3] / "shared" / "exam")) / "extraction"
FETCHED = datetime(2026, 11, 1, tzinfo=UTC)
REFUSALS = 0.75
"""Of products, listings, collections and services; .76 was reached."""
LOSSES = 0.015
"""Of articles; as much was reached, three of 202."""

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not EXAM.is_dir(), reason="the exam's pages are not here")]


def outcomes(name: str, kinds: frozenset[str]) -> Iterator[bool]:
    """Of each held-out page of a set, whether it is refused; `kinds`: of page, where the set tells."""
    transform = load(Settings())
    with (EXAM / name / "pages.jsonl").open() as lines:
        for row in map(json.loads, lines):
            url = row["url"] if str(row["url"]).startswith("http") else "https://page.invalid/"
            if fold_of(url) == HELD_OUT and row.get("page_type", "article") in kinds:
                body = gzip.decompress((EXAM / name / row["html"]).read_bytes())
                page = RawPage(url=url, fetched_at=FETCHED, content_type="text/html", body_base64=body)
                yield isinstance(transform(page), RejectedPage)


def test_what_is_no_article_is_refused() -> None:
    refused = list(outcomes(OTHERS, REFUSED))
    assert sum(refused) / len(refused) >= REFUSALS


def test_articles_are_hardly_ever_refused() -> None:
    refused = [outcome for name in ARTICLES for outcome in outcomes(name, frozenset({"article"}))]
    assert sum(refused) / len(refused) <= LOSSES
