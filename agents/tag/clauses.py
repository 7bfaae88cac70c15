"""Where the clauses of a sentence begin and end: what a verb may govern, and where its subject may stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from agents.tag.words import OF_PHRASE, Tag, words

if TYPE_CHECKING:  # a sentence keeps its clauses
    from agents.tag.document import Sentence, Token

_HARD = frozenset(";:—–")
_BREAKING = words("after before when while because since as although though whereas until once unless if amid following whereby")
"""Subordinators after which another clause stands; `that` goes on with what the verb says."""
_OF_TIME = words("until since")
_AS_WHAT = words(
    "used use uses using known served serve serves serving described regarded seen viewed named appointed worked working "
    "works acted acting acts recognised recognized listed labelled labeled branded elected hired disguised posing posed "
    "dressed treated such well soon far long much many same twice resigned cited identified designated denounced hailed "
    "considered classified installed"
)
"""Before "as" that says what, and opens no clause: "used as a shield"."""
_QUOTES = frozenset('"“”«»')
_ENDS_SAID = frozenset(",.!?")
_CANDIDATES = _HARD | _BREAKING | _QUOTES | words("who which and but or nor yet")


def clause_starts(tokens: Sequence[Token], lower: Sequence[str]) -> list[bool]:
    """For each token, whether a new clause begins at it, so that a verb before it doesn't govern what follows."""
    return [word in _CANDIDATES and _starts_clause(tokens, i) for i, word in enumerate(lower)]


def _starts_clause(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if token.lower in _HARD:
        return True
    if token.lower in _QUOTES:
        return i > 0 and tokens[i - 1].lower in _ENDS_SAID  # '"They will pay," he told'
    if token.lower == "as" and i and tokens[i - 1].lower in _AS_WHAT:
        return False
    if token.lower in _OF_TIME and i + 1 < len(tokens) and tokens[i + 1].tag is Tag.NUMBER:
        return False  # "who governed the city until 2022"
    if token.lower in _BREAKING:
        return i == 0 or tokens[i - 1].tag is not Tag.AUXILIARY  # "has since resumed" goes on
    if token.tag is Tag.RELATIVE:
        return i > 0
    if i > 0 and i + 1 < len(tokens):
        return tokens[i - 1].lower == "," or tokens[i + 1].tag is Tag.PRONOUN or token.lower == "but"
    return False


def clauses(starts: Sequence[bool]) -> list[tuple[int, int]]:
    """For each token, the first and last token of its clause."""
    borders = [0, *[i for i, begins in enumerate(starts) if begins and i], len(starts)]
    found: list[tuple[int, int]] = []
    for first, end in pairwise(borders):
        found += [(first, end - 1)] * (end - first)
    return found


def clause_of(sentence: Sentence, i: int) -> tuple[int, int]:
    """First and last token of the clause in which token `i` stands."""
    return sentence.clauses[i]


def between(sentence: Sentence, i: int, j: int) -> bool:
    """Whether a new clause begins after `i` and not later than `j`."""
    return True in sentence.clause_starts[i + 1 : j + 1]


def noun_phrase(last: int, sentence: Sentence) -> tuple[int, int]:
    """The tokens, first and last, of the noun phrase that ends at a token: "| a banker | charged with"."""
    first = last
    while first > 0 and sentence.tokens[first - 1].tag in OF_PHRASE:
        first -= 1
    return first, last
