"""The body of an article: which text blocks of a page are the story.

    walk      one pass over the page: blocks of text, and the elements that hold them
    names     what class names and ids say of each element, words what a block's words say: linear scores
    columns   the two, and some hundred plain facts of each block; trees turn them into a first probability
    context   where that puts the article, as seen from each block; trees turn it all into the final probability
    decide    the set of blocks with the best expected F1, without headline, undisplayed text and passages shown twice
    assemble  paragraphs

A page that shows no article may still hold it: in noscript, or as data (`embedded`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from turbohtml import Document

from agents.clean.body.assemble import paragraphs
from agents.clean.body.decide import decide
from agents.clean.body.embedded import embedded_page, page_of
from agents.clean.body.hints import Hints
from agents.clean.body.model import Model, load_model
from agents.clean.body.walk import Outline, walk
from agents.clean.tree import parse_page

__all__ = ["Body", "Hints", "extract_body"]

Path = Literal["shown", "hidden", "embedded"]

ENOUGH = 80
"""Words of a body with which a page needs no second look."""
SHORT = 40
"""Words of the text behind the scenes of a page that shows none."""
RICHER = 3
"""How many times as long the text found behind the scenes must be to stand in for what is shown."""


@dataclass(frozen=True, slots=True)
class Body:
    paragraphs: list[str]
    """In reading order; subheadings and list items are paragraphs of their own."""
    outline: Outline
    """Of the page as read."""
    keep: list[bool]
    """Of each of the outline's blocks."""
    confidence: float
    """Expected F1 of the choice, 0 to 1; 0 where nothing was kept."""
    path: Path
    """Where the text was: shown, in noscript or the like, or in the page's data."""
    words: float
    """By spaces, or two characters a word in scripts without them."""
    chosen: list[int]
    """Of the outline's blocks: what the model alone would keep, before rules took off what is clear-cut."""

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


def extract_body(html: str, page: Document, hints: Hints, model: Model | None = None) -> Body:
    """Of the page's text, and its tree. Never raises; time grows linearly with the page. `model`: another than the package's."""
    model = model or load_model()
    body = _filtered(walk(page), hints, "shown", model)
    if body.words >= ENOUGH:
        return body
    for other in _behind(html, page, hints, model):
        if other.words >= (ENOUGH if body.words else SHORT) and other.words > RICHER * body.words:
            body = other
    return body


def _behind(html: str, page: Document, hints: Hints, model: Model) -> list[Body]:
    found = []
    if "<noscript" in html or "<template" in html:
        found.append(_filtered(walk(page, hidden=True), hints, "hidden", model))
    if embedded := embedded_page(html) or page_of([hints.article_body]):
        found.append(_filtered(walk(parse_page(embedded)), hints, "embedded", model))
    return found


def _filtered(outline: Outline, hints: Hints, path: Path, model: Model) -> Body:
    if not outline.texts:
        return Body([], outline, [], 0.0, path, 0.0, [])
    page, columns, probability = model(outline, hints)
    kept, confidence, chosen = decide(page, columns, probability)
    keep = np.zeros(page.size, bool)
    keep[kept] = True
    return Body(
        paragraphs=paragraphs(outline, kept),
        outline=outline,
        keep=keep.tolist(),
        confidence=confidence,
        path=path,
        words=float(page.words[kept].sum()),
        chosen=chosen,
    )
