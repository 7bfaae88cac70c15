"""Made-up pages for the tests of the clean stage."""

from __future__ import annotations

from datetime import UTC, datetime

from agents.clean.body import Body, Hints, extract_body
from agents.clean.body.walk import Outline, walk
from agents.clean.metadata import Declared, read_declared
from agents.clean.tree import parse_page
from schemas.page import RawPage

FETCHED_AT = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
URL = "https://www.harbour-gazette.example/world/2026/03/04/port-strike-ends"

PARAGRAPHS = (
    "Dock workers in Port Verane ended a nine-day strike on Wednesday after the harbour authority agreed to new night shifts.",
    "The walkout had left forty ships at anchor outside the bay, and supermarkets on the islands had begun to ration rice.",
    "“We go back with our heads up,” said Ines Varga, who speaks for the union, as the first cranes began to move at dawn.",
    "The authority promised that nobody who took part would lose pay, and that the rota would be reviewed before the summer.",
)


HEADLINE = "Port strike ends after nine days"


def page(html: str | bytes, url: str = URL, content_type: str | None = "text/html", status: int | None = None) -> RawPage:
    body = html.encode() if isinstance(html, str) else html
    return RawPage(url=url, fetched_at=FETCHED_AT, body_base64=body, content_type=content_type, status=status)


def article_html(
    head: str = "", paragraphs: tuple[str, ...] = PARAGRAPHS, headline: str = "Port strike ends after nine days"
) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{headline} | Harbour Gazette</title>{head}</head>'
        f'<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><main><article><h1>{headline}</h1>{text}</article></main>'
        "<footer>© Harbour Gazette</footer></body></html>"
    )


def outline_of(html: str, *, hidden: bool = False) -> Outline:
    return walk(parse_page(html), hidden=hidden)


def declared_of(html: str, url: str) -> Declared:
    return read_declared(html, parse_page(html), url)


def body_of(html: str, hints: Hints) -> Body:
    return extract_body(html, parse_page(html), hints)
