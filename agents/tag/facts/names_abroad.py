"""Names in texts that are not English: what our model, which learnt English, may be believed there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from agents.tag.facts.known_names import listed_organizations
from agents.tag.facts.tagger import NameSpan, Tagged, tag_names
from agents.tag.facts.words import Word, key_of, word_set, words_of

_ARTICLES = word_set(
    """
    der die das den dem des ein eine einen einem im am zum zur le la les l un une des du au aux el los las una il lo gli i
    o os as um uma no na do da de het een the
    """
)
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,6}")


def names_abroad(text: str) -> Tagged:
    """Full names of persons, acronyms, and organizations that are on the list; a capital alone says little in other languages."""
    words = words_of(text)
    spans = tuple(span for span in tag_names(text).spans if _believed(text, words, span))
    return Tagged(spans, {}, {i: span for span in spans for i in range(span.first, span.last + 1)})


def _believed(text: str, words: Sequence[Word], span: NameSpan) -> bool:
    inside = words[span.first : span.last + 1]
    shown = text[span.start : span.end]
    if span.kind == "ORG":
        return _ACRONYM.fullmatch(shown) is not None or key_of(shown) in listed_organizations()
    return (
        span.kind == "PER"
        and len(inside) > 1
        and all(word.capital and word.key not in _ARTICLES for word in inside)
        and all(word.gap in (" ", "-") or len(before.text) == 1 for before, word in pairwise(inside))
    )
