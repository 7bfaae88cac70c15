"""An author of whom a page tells no more than the name, in a line of its own between headline and day."""

from __future__ import annotations

import re

from agents.clean.body.masthead import NAME, is_date
from agents.clean.body.signed import is_ago
from agents.clean.body.walk import Outline

MAX_BARE, MOST_WORDS = 80, 3
"""Characters of a line with a bare name, and words of the name."""
NEWS = re.compile(
    r"\b(?:news|report|press|releases?|politics|world|sports?|business|culture|opinion|editorial|local|breaking|latest|special|middle"
    r"|east|west|north|south|real|estate|football|general|top|stories|story|staff|desk|bureau|office|city|county|university|press"
    r"|national|international|regional|daily|weekly|today|times|post|herald|gazette|courier|redaktion|team|agency|service)\b",
    re.I,
)
"""Words of sections, offices and newspapers."""
WORD = re.compile(r"[^\W\d_]+")


def bare_name(outline: Outline, headline: int, html: str) -> list[str]:
    """The name that the first line beneath the headline is as a whole, where the next tells the day. Nothing on the page leads to
    something of that name, and none of its words stands elsewhere, as those of a section, a place or a topic do."""
    if headline + 2 >= len(outline.texts) or outline.linked[headline + 1]:
        return []
    name, day = outline.texts[headline + 1 : headline + 3]
    if len(day) > MAX_BARE or not (is_date(day) or is_ago(day)):
        return []
    if not NAME.fullmatch(name) or len(name.split()) > MOST_WORDS or NEWS.search(name) or (name.isupper() and name.lower() != name):
        return []
    others = {word for text in outline.texts[headline + 2 :] for word in WORD.findall(text.lower())}
    return [] if f">{name}<" in html.replace(f">{name}<", "", 1) or others & set(WORD.findall(name.lower())) else [name]
