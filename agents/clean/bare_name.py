"""An author of whom a page tells no more than the name, in a line of its own between headline and day."""

from __future__ import annotations

import re

from agents.clean.body.masthead import BESIDE_DATE, DATED, DAY, NAME, SEVERAL, is_date
from agents.clean.body.signed import is_ago
from agents.clean.body.walk import Outline
from agents.clean.dateline import month_number

MAX_BARE, MOST_WORDS = 80, 3
"""Characters of a line with a bare name, and words of the name."""
STANDFIRST = 40
"""Characters of a line that may stand between."""
NEWS = re.compile(
    r"\b(?:news|report|press|releases?|politics|world|sports?|business|culture|opinion|editorial|local|breaking|latest|special|middle"
    r"|east|west|north|south|real|estate|football|general|top|stories|story|staff|desk|bureau|office|city|county|university|press"
    r"|national|international|regional|daily|weekly|today|times|post|herald|gazette|courier|redaktion|team|agency|service|agenc\w+|agentur|agenzia|ajans\w*|haber\w*)\b",
    re.I,
)
"""Words of sections, offices and newspapers."""
WORD = re.compile(r"[^\W\d_]+")


def bare_name(outline: Outline, headline: int, html: str) -> list[str]:
    """The names that a line beneath the headline, or a standfirst, is as a whole, where the next tells the day, or ends in it, or the
    one before does. Nothing on the page leads to something of such a name, and none of its words stands elsewhere, as those of a
    section, a place or a topic do."""
    texts = outline.texts
    first = headline + 1
    if first < len(texts) and len(texts[first]) > STANDFIRST:
        first += 1
    found = _beside_day(outline, first, html) if first + 1 < len(texts) else []
    if not found and first + 2 < len(texts) and _tells_day(texts[first]):
        found = _alone(outline, first + 1, SEVERAL.split(texts[first + 1]), html)
    return found


def _beside_day(outline: Outline, block: int, html: str) -> list[str]:
    line, day = outline.texts[block : block + 2]
    if found := DAY.search(line):
        line, day = _without_month(line[: found.start()]), line[found.start() :]
    if DATED.match(line) or not _tells_day(day):
        return []
    return _alone(outline, block, SEVERAL.split(line), html)


def _tells_day(text: str) -> bool:
    return len(text) <= MAX_BARE and (is_date(text) or is_ago(text))


def _alone(outline: Outline, block: int, names: list[str], html: str) -> list[str]:
    """The names of a block, where nothing else on the page is called so."""
    if outline.linked[block] or len(outline.texts[block]) > MAX_BARE or not all(map(_may_be_name, names)):
        return []
    said = {word for text in outline.texts[block + 1 :] for word in WORD.findall(text.lower())}
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
