"""The author whom a page names below the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.clean.bare_name import MAX_BARE
from agents.clean.body.walk import Outline
from agents.clean.headline import names_of
from agents.clean.shown_names import NAME_ALONE, is_name, names_in, pieces_of

LABELLED = re.compile(
    r"^(?:(?:this (?:post|article) was )?written by|(?:posted|submitted) by|story by|author|autor(?:in)?(?:\*in|/autor(?:in)?)?|"
    r"autore|auteur|geschrieben von|verfasst von|escrito por|scritto da|écrit par|автор|about the author|"
    r"über (?:den autor|die autorin)|"
    r"view all posts by|reporting by|作者|記者|记者|文)(?:\s*[:：–-]\s*|\s+)|^(?:texte?|texto|testo|words)\s?:\s",
    re.I,
)
"""How a page names its author below the text."""
NAME_BELOW = re.compile(
    r"^\s*(?:author|autor|auteur|autore|byline|writer)\s*$|"
    r"(?:author|autor|contributor|writer)s?(?:[-_]{1,2}(?:box|info|bio|card|content|meta|block))*[-_]{1,2}(?:name|title)|"
    r"post[-_]author|author vcard"
)
COMMENTS = re.compile(r"comment|recent|related|teaser|card|sidebar|popular|latest|footer-bottom|copyright")
"""Class names, in lower case, of a name below the text, and of parts that name others."""
TOLD_AFTER = re.compile(r",? (?:is|was|has|joined|covers|writes|works|ist|schreibt|arbeitet|est|es|è|é)\b", re.I)
"""What follows a name that a page tells about."""
BEGINNINGS = frozenset(["th", "wr", "po", "su", "st", "au", "ge", "ve", "es", "sc", "éc", "ав", "ab", "üb", "vi", "re", "te", "wo"])
"""Of the labels: looked up in a tenth of the time in which the pattern fails."""
PARTING = "|·•–—"
"""Signs before a label in the middle of a line."""
MAX_BELOW = 4000


def below(outline: Outline, headline: int | None) -> list[str]:
    """Who wrote it, by what stands below the text; empty where that names several people in several places."""
    found: dict[str, list[str]] = {}
    for names in _named_below(outline, headline or 0):
        found.setdefault(" ".join(names).lower(), names)
        if len(found) > 1:
            return []
    return next(iter(found.values()), [])


def _named_below(outline: Outline, start: int) -> Iterator[list[str]]:
    telling: dict[str, bool] = {"": False}
    for block in range(start, min(len(outline.texts), start + MAX_BELOW)):
        text = outline.texts[block]
        if len(text) > MAX_BARE:
            continue
        piece, label = text, LABELLED.match(text) if text[:2].lower() in BEGINNINGS or text[0] in "文作記记" else None
        if label is None and ":" in text and any(map(text.__contains__, PARTING)):
            piece = next((piece for piece in pieces_of(text) if LABELLED.match(piece)), text)
            label = LABELLED.match(piece)
        if label is None:
            hints = (outline.names[outline.leaf[block]], outline.inline[block] or "")
            for hint in hints:
                if hint not in telling:
                    telling[hint] = NAME_BELOW.search(hint.lower()) is not None
            if not (telling[hints[0]] or telling[hints[1]]):
                continue
        if COMMENTS.search(names_of(outline, block)):
            continue
        names = names_in(_without_story(piece[label.end() :]) if label else text)
        if names and all(map(is_name, names)):
            yield names


def _without_story(text: str) -> str:
    """`Ann Lee` of `Ann Lee writes about ports.`"""
    name = NAME_ALONE.match(text)
    return name[0] if name and TOLD_AFTER.match(text, name.end()) else text
