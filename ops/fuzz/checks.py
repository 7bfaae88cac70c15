"""A fuzzed input as a page, and what no outcome may be."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime

from schemas.article import CleanArticle
from schemas.page import RawPage
from schemas.rejection import RejectedPage

CONTENT_TYPES = (
    None,
    "text/html",
    "text/html; charset=utf-8",
    "text/html; charset=utf-16",
    "text/html; charset=iso-2022-jp",
    "text/html; charset=x",
    'TEXT/HTML;charset="gb2312"',
    "application/xhtml+xml",
)
URLS = (
    "https://www.harbour-gazette.example/world/2026/03/04/port-strike-ends",
    "https://gazette.co.uk/?id=1&utm_source=x",
    "http://xn--bcher-kva.example:8080/a%20b;c=d?q=%ff#f",
    "file:///tmp/a.html",
    "https://[2001:db8::1]/2026/02/30/",
    "not a url at all",
)
FETCHED_AT = (datetime(2026, 3, 5, 12, tzinfo=UTC), datetime(1996, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC))


def page_of(data: bytes) -> RawPage:
    """The first two bytes choose headers, address and time; the rest is the body."""
    first, second = data[:2].ljust(2, b"\0")
    return RawPage(
        url=URLS[first % len(URLS)],
        fetched_at=FETCHED_AT[second % len(FETCHED_AT)],
        content_type=CONTENT_TYPES[first // 8 % len(CONTENT_TYPES)],
        body_base64=data[2:],
    )


def problem(page: RawPage, record: CleanArticle | RejectedPage) -> str | None:
    """How the record breaks the contract; None where it keeps it."""
    written = record.to_json()
    if type(record).from_json(written).to_json() != written:
        return "the record reads otherwise after it was written"
    if record.page_id != page.page_id:
        return "the record has another page's identity"
    if isinstance(record, RejectedPage):
        return None
    if record.published_at and record.published_at > page.fetched_at:
        return f"published at {record.published_at}, fetched at {page.fetched_at}"
    if record.published_at and record.modified_at and record.modified_at < record.published_at:
        return f"modified at {record.modified_at}, published at {record.published_at}"
    if any(not line.strip() for line in record.text.split("\n")):
        return "the text has an empty line"
    shown = (record.title, record.text.replace("\n", " "), record.subtitle or "", *record.authors, *record.keywords)
    if found := next((character for text in shown for character in text if unicodedata.category(character) in ("Cc", "Cs")), None):
        return f"a control character in the output: U+{ord(found):04X}"
    return None
