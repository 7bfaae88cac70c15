import gzip

import pytest

from agents.clean.depth import deeper_than
from agents.clean.gate import Limits, gate
from schemas.rejection import RejectionReason
from tests.clean.samples import article_html, page

LIMITS = Limits(max_bytes=100_000, max_depth=200, min_words=40, languages=frozenset())


def reason(html: str | bytes, content_type: str | None = "text/html", status: int | None = None) -> str | None:
    raw = page(html, content_type=content_type, status=status)
    refusal = gate(raw, raw.body, LIMITS)
    return refusal.reason if refusal else None


def test_a_page_passes() -> None:
    assert reason(article_html()) is None


@pytest.mark.parametrize(
    "body",
    [b"%PDF-1.7 ...", b"\x89PNG\r\n\x1a\n...", b"PK\x03\x04...", gzip.compress(article_html().encode()), bytes(range(256)) * 9],
)
def test_what_is_binary_is_no_html_whatever_it_is_called(body: bytes) -> None:
    assert reason(body, "text/html") == RejectionReason.NOT_HTML


def test_html_is_html_whatever_it_is_called() -> None:
    assert reason(article_html(), "application/octet-stream") is None


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b'{"news": []}', "application/json"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "text/html"),
        (b"just words", "text/html"),
    ],
)
def test_text_of_another_kind_is_no_html(body: bytes, content_type: str) -> None:
    assert reason(body, content_type) == RejectionReason.NOT_HTML


def test_the_other_refusals() -> None:
    assert reason(article_html(), status=404) == RejectionReason.HTTP_ERROR
    assert reason(article_html() + "x" * 100_000) == RejectionReason.TOO_LARGE
    assert reason(b" \0\n") == RejectionReason.EMPTY
    assert reason(article_html() + "<div>" * 201) == RejectionReason.TOO_DEEP


@pytest.mark.parametrize(
    "flat",
    [
        b"<br>" * 5000,
        b"<p>one" * 5000,
        b"<ul>" + b"<li>one" * 5000,
        b"<div></div>" * 5000,
        b"<!-- <div> -->" * 5000,
        b"<script>" + b"if (a<b) " * 5000 + b"</script>",
    ],
)
def test_many_elements_in_a_row_are_not_deep(flat: bytes) -> None:
    assert not deeper_than(flat, 200)


def test_stray_end_tags_hide_no_depth() -> None:
    assert deeper_than(b"<div></b>" * 500 + b"<br>" * 300, 200)
