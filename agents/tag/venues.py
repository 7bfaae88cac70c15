"""Words that only say where something happens: "at a market", "near the football stadium". They tell no other sense of a verb."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.document import Token
from agents.tag.words import Tag, words

_ABOARD = words(
    "train trains bus buses tram ferry boat ship plane flight bridge road street square beach campus farm motorway highway"
)
_IN = _ABOARD | words(
    "stadium arena studio hospital hotel theatre theatres theater cinema park school airport shop store mall supermarket "
    "restaurant pub bar church mosque temple mine camp factory warehouse museum library university village town house home flat "
    "apartment café cafe car park garage prison clinic nightclub"
)
_AT = _IN | words("market markets bank stop station club festival concert gate checkpoint depot harbour harbor port court")
_VENUES = (
    (words("at near outside inside beside behind opposite"), _AT),
    (words("in"), _IN),
    (words("on aboard"), _ABOARD),
)
"""Prepositions, and the nouns that say where behind them: what goes on "in the market" or "on the bank" may be trade."""
_SINGLED_OUT = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER, Tag.NAME})
"""What makes a place one of many: "at a school", not "in school"."""
_INSIDE = _SINGLED_OUT | {Tag.WORD}
_LONGEST = 5
"""Words from the preposition's to the noun."""


def without_venues(tokens: Sequence[Token]) -> list[str]:
    """The words in lower case, with a dash for each that belongs to a phrase of place."""
    found = [token.lower for token in tokens]
    for i, word in enumerate(found[:-2]):
        nouns = next((nouns for prepositions, nouns in _VENUES if word in prepositions), None)
        if nouns is None or tokens[i + 1].tag not in _SINGLED_OUT:
            continue
        for end in range(i + 1, min(len(found), i + 1 + _LONGEST)):
            if tokens[end].tag not in _INSIDE:
                break
            if found[end] in nouns:
                found[i + 1 : end + 1] = ["-"] * (end - i)
    return found
