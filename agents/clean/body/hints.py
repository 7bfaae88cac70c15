"""What is known of the article before its blocks are looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hints:
    """From the page's metadata; empty where it has none."""

    title: str = ""
    description: str = ""
    article_body: str = ""
    """JSON-LD's articleBody: often cut or stale, hence a hint and no source."""
