"""The short lines beneath a headline, parted where the page's elements part them, and where each leads.

Of `<span>Ann Lee</span><span>4 March 2026</span>` the outline has one block, since no reader's browser breaks the line there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agents.clean.body.walk import Outline
from agents.clean.headline import SENTENCES, in_other_part
from agents.clean.places import body_start
from agents.clean.plain import clean_text

MOST_BLOCKS = 6
"""Beneath the headline."""
STANDFIRSTS = 2
"""Long lines that may stand among them."""
WINDOW, LONGEST = 15_000, 6000
"""Characters of markup in which these blocks are looked for, and of one of them."""
SPACE = 40
"""Characters of white space that may stand between a tag and the text that it holds."""
HEADING, HEAD = 20, 4
"""Characters by which a headline is found in the markup, and a line."""
MOST_PLACES = 6
PIECE = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>|<!--.*?-->|([^<]+)", re.DOTALL)
HREF = re.compile(r"\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.I)
UNSHOWN = frozenset({"script", "style", "svg", "noscript"})


class Line(NamedTuple):
    text: str
    address: str | None
    """Where it leads; empty where it leads somewhere that the markup does not tell."""


def lines_beside(outline: Outline, headline: int, beside: str) -> list[Line]:
    """In their order; a long line, of a standfirst, is an empty one. `beside`: their markup."""
    lines: list[Line] = []
    long = 0
    for block in range(headline + 1, min(headline + 1 + MOST_BLOCKS, len(outline.texts))):
        text = outline.texts[block]
        if in_other_part(outline, block, headline):
            break
        if len(text) >= SENTENCES:
            long += 1
            if long > STANDFIRSTS:
                break
            lines.append(Line("", None))
            continue
        whole = Line(text, "" if outline.linked[block] else None)
        lines += ([] if whole.address is None and f">{text}<" in beside else _parted(beside, text)) or [whole]
    return lines


def markup_beside(outline: Outline, headline: int, html: str) -> str:
    """The markup of these lines."""
    body = body_start(html)
    start = html.find(outline.texts[headline][:HEADING], body)
    if start < 0:
        start = max(body, html.find("<h1", body))
    return html[start : start + WINDOW]


def _parted(window: str, text: str) -> list[Line]:
    """The texts of the elements that a block's text is made of; empty where it is not found."""
    wanted = "".join(text.split())
    head = text[:HEAD]
    position = window.find(head)
    places = 0
    while position >= 0 and places < MOST_PLACES:
        if window[max(0, position - SPACE) : position].rstrip()[-1:] == ">":
            places += 1
            lines = list(_read(window, position, len(wanted)))
            if "".join("".join(line.text.split()) for line in lines) == wanted:
                return lines
        position = window.find(head, position + 1)
    return []


def _read(window: str, start: int, size: int) -> Iterator[Line]:
    """Pieces of text from `start` on, until they have as many characters."""
    opening = window.rfind("<", 0, start)
    address = _address(window[opening:start])
    unshown = ""
    read = 0
    for piece in PIECE.finditer(window, start, start + LONGEST):
        closes, tag, attributes, held = piece.groups()
        if tag:
            tag = tag.lower()
            if unshown:
                unshown = "" if closes and tag == unshown else unshown
            elif tag in UNSHOWN and not closes:
                unshown = tag
            elif tag == "a":
                address = None if closes else _address(f"<a{attributes}")
        elif held and not unshown and (text := clean_text(held)):
            yield Line(text, address)
            read += len("".join(text.split()))
            if read >= size:
                return


def _address(tag: str) -> str | None:
    if tag[:2].lower() != "<a":
        return None
    found = HREF.search(tag)
    return found[1] if found else ""
