"""What is counted of articles and rejected pages: by site, by language, and what an article lacks."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from agents.clean.canonical import site_of
from agents.content import ContentCounter, Labels
from schemas.article import CleanArticle
from schemas.rejection import RejectedPage

LACKING = ("title", "authors", "date", "language")

HOST_LENGTH = 253
"""No host's name is longer (RFC 1035, 2.3.4); what a stranger made up is no label."""

Made = CleanArticle | RejectedPage


def _pages(record: Made) -> Iterator[Labels]:
    try:
        host = urlsplit(record.url).hostname or ""
    except ValueError:  # a crawler may publish what is no URL
        host = ""
    if len(host) > HOST_LENGTH:
        host = ""
    reason = record.reason.value if isinstance(record, RejectedPage) else ""
    yield site_of(host) or "unknown", record.schema_name, reason


def _articles(record: Made) -> Iterator[Labels]:
    if isinstance(record, CleanArticle):
        yield (record.language.lower().split("-")[0],)


def _lacking(record: Made) -> Iterator[Labels]:
    if isinstance(record, CleanArticle):
        found = (record.title, record.authors, record.published_at, record.language != "und")
        yield from ((name,) for name, value in zip(LACKING, found, strict=True) if not value)


def _truncated(record: Made) -> Iterator[Labels]:
    if isinstance(record, CleanArticle) and record.truncated:
        yield ("paywalled" if record.paywalled else "open",)


COUNTERS = (
    ContentCounter(
        "site_pages_total",
        "What became of the pages of a site; the most frequent sites by name.",
        ("site", "outcome", "reason"),
        _pages,
        bounded="site",
    ),
    ContentCounter(
        "articles_total",
        "Articles by primary language subtag; und: unknown.",
        ("language",),
        _articles,
        bounded="language",
    ),
    ContentCounter(
        "articles_lacking_total",
        "Articles in which no title, authors, date or language was found.",
        ("field",),
        _lacking,
        known=tuple((name,) for name in LACKING),
    ),
    ContentCounter(
        "articles_truncated_total",
        "Articles whose body breaks off, on pages behind a paywall and on open ones.",
        ("access",),
        _truncated,
        known=(("paywalled",), ("open",)),
    ),
)
