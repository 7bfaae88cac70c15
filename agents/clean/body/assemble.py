"""Kept blocks become paragraphs: what an advert or a line break parted is put together again."""

from __future__ import annotations

from collections.abc import Sequence

from agents.clean.body.elements import PARAGRAPHS
from agents.clean.body.walk import Outline

APART = (PARAGRAPHS - {"p"}) | {"li", "dt", "dd", "th", "td", "pre"}
"""What one of these holds is a line of its own, however it begins."""
CLOSED_ENDS = frozenset(".!?:;…。！？।؟»”\"'’)")
"""A paragraph that ends otherwise may go on."""


def paragraphs(outline: Outline, kept: Sequence[int]) -> list[str]:
    """Texts of the kept blocks, in order, one a paragraph; a block that begins in the middle of a sentence goes on with the one
    before it."""
    found: list[str] = []
    before = -1
    for block in kept:
        text, leaf = outline.texts[block], outline.leaf[block]
        parted = leaf != before and (outline.tags[leaf] in APART or outline.tags[before] in APART)
        if found and not parted and text[0].islower() and found[-1][-1] not in CLOSED_ENDS:
            found[-1] += f" {text}"
        else:
            found.append(text)
        before = leaf
    return found
