"""Lines before a story's first paragraph that repeat what its metadata holds: no part of the text.

Where a page marks nothing, the body's filter keeps a site's name, a byline or a dateline as paragraphs. Here each must agree with
what was found out about the page, so that a chronicle's `4 March 2026` stays, and a sentence always does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile

from agents.clean.body.walk import Outline
from agents.clean.date_labels import PUBLISHED, UPDATED
from agents.clean.dateline import month_number
from agents.clean.language import primary_subtag
from agents.clean.metadata import Declared, Metadata
from agents.clean.moments import Moment
from agents.clean.names import BY
from agents.clean.relative import AGO
from agents.clean.titles import SEPARATOR, key

LINES = 5
"""At most so many are looked at: site, headline, standfirst, byline, date."""
ABOVE = 8
"""Blocks above the headline in which a page shows its name and the story's section."""
LONGEST = 120
"""Characters."""
WORD = re.compile(r"[^\W\d_]+")
NUMBER = re.compile(r"\d+")
FEW, FEW_LABELLED = 4, 8
"""Words of a line that dates the story; of one that says so (`Publié le mercredi 4 mars 2026 à 7h30`)."""
ENDED = re.compile(r"[^\s.][^.\s]{2,}[.!?…]+[\"”’»)]*$")
"""A sentence's end; an abbreviation's is none."""
STOPS, CLOSING = (".", "!", "?", "…"), '"”’»)'
"""What it ends with, and what may stand behind that."""


def without_opening(lines: Sequence[str], outline: Outline, declared: Declared, metadata: Metadata) -> list[str]:
    """The text's lines but those at its start that only say the site, the headline, the author or the day, or that the page shows
    above the headline."""
    authors = {key(author) for author in metadata.authors}
    if len(lines) > LINES and (key(lines[-1]) in authors or _names(lines[-1], authors)):  # signed at its end
        lines = lines[:-1]
    opening = list(takewhile(_is_short, lines[:LINES]))
    if not opening:  # most stories open with a sentence
        return list(lines)
    above = _above_headline(outline, metadata)
    lines = list(dropwhile(above.__contains__, lines))  # a menu must not use up what is looked at
    opening = list(takewhile(_is_short, lines[:LINES]))
    said = {key(part) for part in SEPARATOR.split(declared.markup.title)} | {key(metadata.title), key(metadata.site_name or "")}
    language = primary_subtag(declared.markup.language)
    days = [moment for moment in (metadata.published, metadata.modified) if moment]
    kept = [
        line
        for line in opening
        if not (line in above or key(line) in said | authors or _names(line, authors) or _dates(line, days, language))
    ]
    return [*kept, *lines[len(opening) :]]


def _is_short(line: str) -> bool:
    """Whether it is no sentence of the story."""
    return len(line) <= LONGEST and not (line.rstrip(CLOSING).endswith(STOPS) and ENDED.search(line))


def _above_headline(outline: Outline, metadata: Metadata) -> set[str]:
    headline = metadata.headline
    if headline is None or key(outline.texts[headline]) != key(metadata.title):
        return set()
    return set(outline.texts[max(0, headline - ABOVE) : headline])


def _names(line: str, authors: set[str]) -> bool:
    """`By Ann Lee` and no more, of an author that is known."""
    by = BY.match(line)
    return by is not None and key(line[by.end() :]) in authors | {"".join(sorted(authors))}


def _dates(line: str, days: list[Moment], language: str) -> bool:
    words, numbers = WORD.findall(line), {int(number) for number in NUMBER.findall(line)}
    if len(words) <= FEW and any(pattern.search(line) for _, pattern in AGO):
        return True
    if len(words) > (FEW_LABELLED if PUBLISHED.search(line.lower()) or UPDATED.search(line.lower()) else FEW):
        return False
    months = {month_number(word, language) for word in words}
    return any(moment.when.day in numbers and (moment.when.year in numbers or moment.when.month in months) for moment in days)
