"""The date that htmldate finds: the last resort, since it takes the first date of a page where nothing better stands."""

from __future__ import annotations

import re
from datetime import datetime

from htmldate import find_date

from agents.clean.moments import Moment, parse_moment

MAX_LENGTH = 1_000_000
"""Characters; beyond, its parser and its patterns take seconds."""
LONG = 20_000
LONG_TAG = re.compile(rf"<[^<>]{{{LONG}}}")
"""Its parser is quadratic in the attributes of a tag."""


def library_date(html: str, fetched_at: datetime) -> Moment | None:
    """To the day; None where it finds none, or where the page is none for it."""
    if len(html) > MAX_LENGTH or _reads_as_address(html):
        return None
    # the pattern alone would take a hundred times as long
    if _goes_without_tags(html) and LONG_TAG.search(html):
        return None
    try:
        found = find_date(html, extensive_search=False, original_date=True, max_date=fetched_at.date().isoformat())
    except (ValueError, TypeError, OverflowError):
        return None
    return parse_moment(found) if found else None


def _reads_as_address(html: str) -> bool:
    """Whether the library takes the page for an address, and would fetch what it names."""
    return html.startswith("http") and " " not in html


def _goes_without_tags(html: str) -> bool:
    """Whether no tag begins in LONG characters in a row."""
    position = 0
    while position + LONG <= len(html):
        position = html.rfind("<", position, position + LONG) + 1
        if position == 0:
            return True
    return False
