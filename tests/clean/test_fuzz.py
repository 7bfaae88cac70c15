"""A page broken in many ways, the same at each run: an outcome that keeps the contract, in time. `ops/fuzz` searches on."""

from random import Random
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agents.clean.transform import load
from agents.settings import Settings
from ops.fuzz.checks import page_of, problem
from ops.fuzz.mutations import mutate
from tests.clean.samples import article_html

transform = load(Settings())
SECONDS = 5.0
"""The deadline of a page by default; processor time, so that a busy machine changes nothing."""
HEAD = (
    '<meta property="article:published_time" content="2026-03-04T07:30:00+01:00"><meta name="author" content="Ann Lee">'
    '<script type="application/ld+json">'
    '{"@type": "NewsArticle", "headline": "Port strike ends", "author": [{"name": "Ann Lee"}]}</script>'
)
STORY = article_html(HEAD).replace("</h1>", "</h1><p class='byline'>By Ann Lee</p><time>4 March 2026</time>").encode()


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32), st.binary(min_size=2, max_size=2))
def test_a_broken_page_has_an_outcome_in_time(seed: int, headers: bytes) -> None:
    page = page_of(headers + mutate(STORY, Random(seed)))
    started = process_time()
    record = transform(page)
    assert process_time() - started < SECONDS
    assert problem(page, record) is None


def test_a_change_is_the_same_for_the_same_seed() -> None:
    assert mutate(STORY, Random(7)) == mutate(STORY, Random(7)) != STORY


@pytest.mark.parametrize("change", [{"published_at": "2026-04-01T00:00:00Z"}, {"text": "one\n\ntwo"}, {"title": "a\x07b"}])
def test_what_breaks_the_contract_is_noticed(change: dict[str, str]) -> None:
    page = page_of(b"\0\0" + STORY)
    record = transform(page)
    assert problem(page, record) is None
    assert problem(page, type(record).model_validate(record.model_dump() | change)) is not None
