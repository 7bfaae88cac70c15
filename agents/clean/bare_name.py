"""An author of whom a page tells no more than the name, in a line of its own between headline and day."""

from __future__ import annotations

import re

from agents.clean.body.masthead import BESIDE_DATE, DATED, DAY, NAME, SEVERAL, is_date
from agents.clean.body.signed import is_ago
from agents.clean.body.walk import Outline
from agents.clean.dateline import month_number

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
    """The names that the first line beneath the headline is as a whole, where the next tells the day, or ends in it. Nothing on the
    page leads to something of such a name, and none of its words stands elsewhere, as those of a section, a place or a topic do."""
    if headline + 2 >= len(outline.texts) or outline.linked[headline + 1]:
        return []
    line, day = outline.texts[headline + 1 : headline + 3]
    if found := DAY.search(line):
        line, day = _without_month(line[: found.start()]), line[found.start() :]
    if len(line) > MAX_BARE or len(day) > MAX_BARE or DATED.match(line) or not (is_date(day) or is_ago(day)):
        return []
    names = SEVERAL.split(line)
    if not all(map(_may_be_name, names)):
        return []
    said = {word for text in outline.texts[headline + 2 :] for word in WORD.findall(text.lower())}
    own = {word for name in names for word in WORD.findall(name.lower())}
    return [] if said & own or any(_is_label(name, html) for name in names) else names


def _without_month(line: str) -> str:
    """A line as it stands before a day, less the month before that."""
    line = line.strip(BESIDE_DATE)
    before, _, last = line.rpartition(" ")
    return before.strip(BESIDE_DATE) if month_number(last.strip(".,"), "") else line


def _may_be_name(name: str) -> bool:
    if not NAME.fullmatch(name) or len(name.split()) > MOST_WORDS or NEWS.search(name):
        return False
    return not name.isupper() or name.lower() == name


def _is_label(name: str, html: str) -> bool:
    """Whether the name stands alone in an element elsewhere too, as a section's does."""
    return f">{name}<" in html.replace(f">{name}<", "", 1)
