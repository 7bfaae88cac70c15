"""Kept blocks become paragraphs: what an advert or a line break parted is put together again."""

from __future__ import annotations

from collections.abc import Sequence

from agents.clean.body.elements import OWN_LINES
from agents.clean.body.walk import Outline

CLOSED_ENDS = frozenset(".!?:;…。！？।؟»”\"'’)")
"""A paragraph that ends otherwise may go on."""


def paragraphs(outline: Outline, kept: Sequence[int]) -> list[str]:
    """Texts of the kept blocks, in order, one a paragraph; a block that begins in the middle of a sentence goes on with the one
    before it."""
    found: list[str] = []
    before = -1
    for block in kept:
        text, leaf = outline.texts[block], outline.leaf[block]
        parted = leaf != before and (outline.tags[leaf] in OWN_LINES or outline.tags[before] in OWN_LINES)
        if found and not parted and text[0].islower() and found[-1][-1] not in CLOSED_ENDS:
            found[-1] += f" {text}"
        else:
            found.append(text)
        before = leaf
    return found
