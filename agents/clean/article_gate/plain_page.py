"""Whether a page is a story and hardly anything else: the model learned from today's large sites alone, and old or plain ones look
like none of them."""

from __future__ import annotations

from itertools import compress

from agents.clean.article_gate.features import (
    headings_of,
    labels_of,
    prices_in,
    share_of_linked,
    share_of_sentences,
    shop_words_in,
)
from agents.clean.body import Body

MOSTLY_TEXT = 0.6
"""Share of a page's characters that its body is, and of the body's paragraphs that are sentences."""
ONE_SHOP_WORD = 1
"""`sign up` alone sells nothing."""
MOSTLY_LINKED = 0.5
SEVERAL = 3
"""As many headings as a list of teasers has."""
A_MENU = 12
"""Entries of menus that a plain page has at most; the walk forgets them, so that they are no part of its text."""


def nothing_but_text(body: Body) -> bool:
    """Asks what most pages fail first."""
    outline = body.outline
    if outline.forgotten > A_MENU:
        return False
    kept = list(compress(outline.texts, body.keep))
    said, whole = (max(1, sum(map(len, texts))) for texts in (kept, outline.texts))
    if said / whole < MOSTLY_TEXT or share_of_sentences(kept) < MOSTLY_TEXT:
        return False
    labels = labels_of(outline)
    if prices_in(labels) or shop_words_in(labels) > ONE_SHOP_WORD:
        return False
    headings = headings_of(outline)
    return len(headings) < SEVERAL or share_of_linked(outline, headings) <= MOSTLY_LINKED
