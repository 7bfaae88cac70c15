"""Pages made to break an extractor: one right outcome each, within the deadline."""

import gzip
from time import process_time

import htmldate.utils
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agents.clean.transform import load
from agents.settings import Settings
from schemas.article import CleanArticle
from schemas.rejection import RejectedPage, RejectionReason
from tests.clean.samples import article_html, page

transform = load(Settings())
STORY = article_html()
SECONDS = 5.0
"""The deadline of a page by default; processor time, so that a busy machine changes nothing."""


def outcome(html: str | bytes) -> str:
    started = process_time()
    record = transform(page(html))
    assert process_time() - started < SECONDS
    if isinstance(record, RejectedPage):
        return record.reason
    assert isinstance(record, CleanArticle)
    assert record.text.startswith("Dock workers in Port Verane"), record.text[:100]
    return "article"


HEAD, BODY = "</head>", "</body>"
JSON_LD = '<script type="application/ld+json">'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (STORY + "x" * 20_000_000, RejectionReason.TOO_LARGE),
        (STORY.replace(BODY, "<div>" * 1_000_000), RejectionReason.TOO_DEEP),
        (STORY.replace("<body>", "<body " + " ".join(f'a{i}="{i}"' for i in range(200_000)) + ">"), "article"),
        (STORY.replace(HEAD, "<meta " + " ".join(f'a{i}="{i}"' for i in range(200_000)) + ">" + HEAD), "article"),
        (STORY.replace(BODY, '<p><a href="/x">Another story</a></p>' * 30_000), "article"),
        (STORY.replace(BODY, '<meta content="' * 200_000), "article"),
        (STORY.replace(BODY, JSON_LD * 50_000), "article"),
        (STORY.replace(BODY, "<time>" * 500 + "a b " * 2_000_000 + BODY), "article"),
        (STORY.replace(BODY, "<!--" * 1_000_000), "article"),
        (
            STORY.replace(HEAD, '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Broken</script>' + HEAD),
            "article",
        ),
        (STORY.replace(HEAD, JSON_LD + "[" * 100_000 + "</script>" + HEAD), "article"),
        (STORY.replace(HEAD, JSON_LD + '{"@graph":' * 100_000 + "</script>" + HEAD), "article"),
        (STORY.replace(" ", " \0"), "article"),
        (STORY.encode("utf-16"), "article"),
        (STORY.encode("utf-16-be"), "article"),
        (gzip.compress(STORY.encode()), RejectionReason.NOT_HTML),
        (bytes(range(256)) * 1000, RejectionReason.NOT_HTML),
        ("<html><p>" + "&" * 2_000_000, RejectionReason.EMPTY),
        ("<" * 5_000_000, RejectionReason.NOT_HTML),
    ],
    ids=lambda value: str(value[-40:]) if isinstance(value, str | bytes) else None,
)
def test_a_hostile_page_has_one_right_outcome_in_time(html: str | bytes, expected: str) -> None:
    assert outcome(html) == expected


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<div class='", "'>", '"', "<script>", "</script>", "<!--", "-->", "<meta property='og:title' content='",
        "&#0;", "&#xD800;", "&amp;amp;", "<table><tr>", "<select>", "<svg>", "<time datetime='2026-13-45'>", "<h1>", "</h1>",
        "\0", "\ufffe", '<script type="application/ld+json">', "32/13/2026", "<link rel=canonical href='http://[::1'>",
        '{"@type":["NewsArticle"],"author":[{"@id":"#a"}],"datePublished":{}}', "<html lang='-'>", "<noscript>", "<template>",
        "March 4, 2026", "By ", "\ud7ff", "港口罢工",
    ]
)  # fmt: skip
LABELS = st.sampled_from([None, "text/html; charset=utf-16", "text/html; charset=gb2312", "text/html; charset=x"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES | st.text(max_size=30), max_size=60), st.integers(0, 40))
def test_no_page_raises(pieces: list[str], repeats: int) -> None:
    noise = "".join(pieces)
    html = f"<html>{noise}<p>{'The talks went on until dawn. ' * repeats}</p>{noise}"
    record = transform(page(html.encode("utf-8", "surrogatepass")))
    assert record.to_json()


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), LABELS)
def test_no_bytes_raise(body: bytes, content_type: str | None) -> None:
    assert transform(page(b"<html><p>" + body, content_type=content_type)).to_json()


def test_a_page_that_reads_as_an_address_makes_nobody_fetch_it(monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[str] = []
    monkeypatch.setattr(htmldate.utils, "fetch_url", fetched.append)
    words = "\t".join(["harbour", "workers", "went", "home"] * 30)
    html = f"http://192.0.2.1/<html><h1>Dock\tworkers\twalk\tout</h1><p>{words}.</p></html>"
    transform(page(html, url="https://gazette.example/strike"))
    assert fetched == []
