"""The article's text by library: trafilatura, the most accurate; resiliparse where it finds nothing."""

from __future__ import annotations

from dataclasses import dataclass

import trafilatura
from lxml.etree import LxmlError  # type: ignore[import-untyped]
from resiliparse.extract.html2text import extract_plain_text

from agents.clean.titles import key

MIN_CHARACTERS = 100
"""Less than this is a title or a caption: the second engine is asked."""


@dataclass(frozen=True, slots=True)
class Body:
    """`text`: one paragraph a line. `path`: what found it."""

    text: str
    path: str


def extract_body(html: str, title: str) -> Body:
    """The text of the page's article, without its headline; empty where there is none."""
    text = _without(title, _trafilatura(html))
    if len(text) >= MIN_CHARACTERS:
        return Body(text, "trafilatura")
    fallback = _without(title, _resiliparse(html))
    return Body(fallback, "resiliparse") if len(fallback) > len(text) else Body(text, "trafilatura")


def _trafilatura(html: str) -> str:
    try:
        text = trafilatura.extract(html, favor_precision=True, include_comments=False, with_metadata=False)
    except (LxmlError, ValueError):
        return ""
    return text or ""


def _resiliparse(html: str) -> str:
    text = extract_plain_text(
        html, main_content=True, preserve_formatting=True, list_bullets=False, alt_texts=False, comments=False
    )
    return "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def _without(title: str, text: str) -> str:
    first, _, rest = text.partition("\n")
    return rest if title and key(first) == key(title) else text
