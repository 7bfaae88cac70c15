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
    if len(html) > MAX_LENGTH:
        return None
    # the pattern alone would take ten times as long
    if max(map(len, html.split("<"))) >= LONG and LONG_TAG.search(html):
        return None
    try:
        found = find_date(html, extensive_search=False, original_date=True, max_date=fetched_at.date().isoformat())
    except (ValueError, TypeError, OverflowError):
        return None
    return parse_moment(found) if found else None
