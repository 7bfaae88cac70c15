"""Numbered raw pages in both wire forms, and the outcome that each asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import orjson

from schemas import headers, identity
from schemas.page import RawPage

FETCHED_AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PARAGRAPH = "<p>The ferry to the islands will run again from Monday, the harbour office said.</p>\n"

Headers = tuple[tuple[str, bytes | None], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A record for the raw topic. `page_id` is None where the record can't be read, and becomes a dead letter."""

    value: bytes | None
    key: bytes | None
    headers: Headers
    page_id: str | None
    name: str
    """What a failing ledger calls it."""


def _body(words: str, number: int, size: int) -> bytes:
    head = f"{words}\n<!-- {number} -->\n".encode()
    return head + (PARAGRAPH * (size // len(PARAGRAPH) + 1)).encode()[:size]


def url_of(number: int) -> str:
    return f"https://harbour-post.example/news/{number}"


def as_json(number: int, words: str = "", size: int = 300, url: str = "") -> Page:
    """A RawPage as JSON. `words`: what the drills' stage obeys; `size` of the filling in bytes."""
    page = RawPage(url=url or url_of(number), fetched_at=FETCHED_AT, html=_body(words, number, size).decode())
    value = orjson.dumps({"url": page.url, "fetched_at": "2026-03-01T12:00:00Z", "html": page.html})
    return Page(value, page.url.encode(), (), page.page_id, f"json {words}")


def as_bytes(number: int, words: str = "", size: int = 300, url: str = "") -> Page:
    """The body as fetched, the rest in headers."""
    body, address = _body(words, number, size), url or url_of(number)
    fields = (
        (headers.CONTENT_TYPE, b"text/html; charset=utf-8"),
        (headers.URL, address.encode()),
        (headers.FETCHED_AT, b"2026-03-01T12:00:00Z"),
        (headers.HTTP_STATUS, b"200"),
    )
    return Page(body, address.encode(), fields, identity.page_id(address, body), f"bytes {words}")


def page(number: int, words: str = "", size: int = 300, url: str = "") -> Page:
    """The two forms in turn."""
    return (as_json if number % 2 else as_bytes)(number, words, size, url)


def unreadable(name: str, value: bytes | None, fields: Headers = (), key: bytes | None = b"key") -> Page:
    return Page(value, key, fields, None, name)
