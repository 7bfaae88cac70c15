"""What a sentence says beside a name of who that is: "Anna Bell, the city's mayor,", "the mayor of Lima, Anna Bell,"."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.document import Token
from agents.tag.nouns import kind_of
from agents.tag.outside import token_before
from agents.tag.parties import Phrase
from agents.tag.words import Tag

APPOSED = 8
"""Words within which a phrase and its apposition both end or begin."""
_OPENING = frozenset({Tag.DETERMINER, Tag.POSSESSIVE})
_CLOSING = frozenset({Tag.PREPOSITION, Tag.RELATIVE})
_BEINGS = frozenset({"person", "group"})


def apposition(phrase: Phrase, among: Sequence[Phrase], tokens: Sequence[Token]) -> Phrase | None:
    """The phrase that stands in apposition after another, of which one is a name and the other says who that is.

    `among`: the candidates of the sentence, from left to right.
    """
    after = phrase.last + 1
    if phrase.pronoun or after + 1 >= len(tokens) or tokens[after].lower not in (",", "of"):
        return None
    comma = _behind_whole(phrase, among, tokens)
    if comma + 1 >= len(tokens) or tokens[comma].lower != ",":
        return None
    if tokens[token_before(tokens, phrase.first)].lower == "of" and not phrase.place:
        return None  # "the head of the militia, Tom Moss": he is the head
    whole = comma > after
    for other in reversed(among):
        if other.first <= comma:
            return None
        if other.first - comma > 2:
            continue
        opened = [token.tag for token in tokens[comma + 1 : other.first]]
        if not _OPENING.issuperset(opened):
            continue
        named = tokens[phrase.last].tag is Tag.NAME and not phrase.place
        if (
            named
            and not whole
            and (opened or tokens[other.first].tag is Tag.NAME)
            and _says_who(other, tokens)
            and _closes(other, tokens)
        ):
            return other
        defined = _is_defined(phrase, tokens)
        if (
            not named
            and not opened
            and defined
            and _says_who(phrase, tokens)
            and _is_name(other, tokens)
            and _closes(other, tokens)
        ):
            return other
    return None


def _behind_whole(phrase: Phrase, among: Sequence[Phrase], tokens: Sequence[Token]) -> int:
    """The token behind a phrase, and behind what "of" joins to it: "the mayor | of Lima |"."""
    after = phrase.last + 1
    if after + 1 >= len(tokens) or tokens[after].lower != "of":
        return after
    first = after + 2 if tokens[after + 1].tag in _OPENING else after + 1
    return max((other.last + 1 for other in among if other.first == first and not other.pronoun), default=after)


def _is_defined(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether a phrase names one of its kind: "the mayor", "its secretary general", "Peru's foreign minister"."""
    before = tokens[phrase.first - 1] if phrase.first else None
    if before is not None and (before.lower == "the" or before.tag is Tag.POSSESSIVE):
        return True
    return any(token.tag is Tag.POSSESSIVE for token in tokens[phrase.first : phrase.last + 1])


def _says_who(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    head = tokens[phrase.last]
    return (
        head.tag is Tag.WORD
        and tokens[phrase.first].tag is not Tag.NUMBER
        and (bool(phrase.sectors) or head.lower == "head" or kind_of(head.lower) in _BEINGS)
    )


def _is_name(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    return not phrase.place and all(token.tag is Tag.NAME for token in tokens[phrase.first : phrase.last + 1])


def _closes(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether the phrase ends with a comma, its own preposition or the sentence, and no list goes on after it."""
    after = phrase.last + 1
    if after >= len(tokens) or tokens[after].tag in _CLOSING:
        return True
    return tokens[after].lower in (",", ".", ";", ")", "—", "–")
