"""The byline that a page shows beside its headline."""

from __future__ import annotations

import re

from agents.clean.body.walk import Outline
from agents.clean.headline import around, in_other_part
from agents.clean.names import BY, distinct, split_names

NAMED = re.compile(r"author|byline|autor(?!e?n?box)|writer|reporter|journalist|auteur|redakteur|verfasser")
NAMED_OTHERWISE = re.compile(r"bio|avatar|image|date|time|title-|jobtitle|role|description|share|social|follow")
"""Class names of a byline, and of what stands beside one, in lower case."""
PIECES = re.compile(
    r"\s*[|•·●]\s*|\s[–—-]\s|(?<=[^\W\d_A-Z])(?=(?:In|Published|Posted|Updated)\b)|"
    r"(?<=\d)\s*(?:,|\bUhr\b)?\s+(?=(?:By|by|Von|von|Par|par|Por|por|Di|di)\s)"
)
"""What parts a byline from the date and the section that stand in one line with it."""
DIGIT = re.compile(r"\d")
MAX_WORDS, MAX_LINE = 12, 200
"""Of a byline, and characters of the line that it stands in."""
MAX_NAME_WORDS = 5
_CAPITALISED = r"[^\W\d_a-z][^\W\d_]*(?:[’'.-][^\W\d_]*)?"
NAME_ALONE = re.compile(rf"^{_CAPITALISED}(?: (?:de|da|van|von|der|al|bin|{_CAPITALISED})){{1,3}}$")
"""Two to four words with capitals: a name, or a section."""
TOLD = r"^{name},? (?:is|was|has|joined|covers|writes|works)\b|^(?:(?:written )?by|about|more (?:from|by)) {name}$"
"""What a page says of its author elsewhere; confirms that a line of capitals is a name."""


def byline(outline: Outline, headline: int | None) -> list[str]:
    """Who wrote it, by a block beside the headline that is named a byline or says `By …`, else by a bare name that the page tells
    more about elsewhere. Empty where there is none."""
    if headline is None:
        return []
    bare: list[str] = []
    for block in around(outline, headline):
        text = outline.texts[block]
        inline = outline.inline[block] or ""
        names = f"{'' if inline.startswith('img') else inline} {outline.names[outline.leaf[block]]}".lower()
        if len(text) > MAX_LINE or NAMED_OTHERWISE.search(names) or in_other_part(outline, block, headline):
            continue
        if found := _who(text, is_named=bool(NAMED.search(names))):
            return found
        if NAME_ALONE.match(text):
            bare.append(text)
    return next(([name] for name in bare if _is_told_about(outline, name)), [])


def _who(text: str, *, is_named: bool) -> list[str]:
    pieces = [piece for piece in PIECES.split(text) if len(piece.split()) <= MAX_WORDS]
    said = next((piece for piece in pieces if (by := BY.match(piece)) and piece[by.end() :][:1].isupper()), None)
    if said is None and pieces and is_named and not DIGIT.search(text):
        said = pieces[0]
    if said is None:
        return []
    found = distinct(split_names(DIGIT.split(said)[0]))
    return found if all(len(name.split()) <= MAX_NAME_WORDS for name in found) else []


def _is_told_about(outline: Outline, name: str) -> bool:
    told = re.compile(TOLD.format(name=re.escape(name)), re.I)
    return any(name in text and told.search(text) for text in outline.texts)
