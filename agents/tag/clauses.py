"""Where the clauses of a sentence begin and end: what a verb may govern, and where its subject may stand."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.document import Token
from agents.tag.words import Tag, words

_HARD = frozenset(";:—–")
_BREAKING = words("after before when while because since as although though whereas until once unless if amid following whereby")
"""Subordinators after which another clause stands; `that` goes on with what the verb says."""
_QUOTES = frozenset('"“”«»')


def starts_clause(tokens: Sequence[Token], i: int) -> bool:
    """Whether a new clause begins at token `i`, so that a verb before it doesn't govern what follows."""
    token = tokens[i]
    if token.lower in _HARD:
        return True
    if token.lower in _BREAKING:
        return i == 0 or tokens[i - 1].tag is not Tag.AUXILIARY  # "has since resumed" goes on
    if token.tag is Tag.RELATIVE:
        return i > 0 and token.lower in ("who", "which")
    if token.tag is Tag.CONJUNCTION and i > 0 and i + 1 < len(tokens):
        return tokens[i - 1].lower == "," or tokens[i + 1].tag is Tag.PRONOUN or token.lower == "but"
    return False


def clause_of(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """First and last token of the clause in which token `i` stands."""
    first = i
    while first > 0 and not starts_clause(tokens, first):
        first -= 1
    last = i
    while last + 1 < len(tokens) and not starts_clause(tokens, last + 1):
        last += 1
    return first, last


def between(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Whether a new clause begins after `i` and not later than `j`."""
    return any(starts_clause(tokens, k) for k in range(i + 1, j + 1))
