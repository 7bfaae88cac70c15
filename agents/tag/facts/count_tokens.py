"""Counts as they are found, and the tokens around a number, read until its noun ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from agents.tag.facts.count_words import PARTICIPLE
from agents.tag.facts.numbers import NumberHit
from agents.tag.facts.words import word_set
from schemas.event import CountKind


class CountHit(NamedTuple):
    """`start`, `end`: the number and its noun ("around 40 migrants"); `bound_start`, `bound_end`: its verb or noun ("arrested")."""

    start: int
    end: int
    text: str
    kind: CountKind
    value: int
    low: int | None
    high: int | None
    approximate: bool
    bound_start: int
    bound_end: int
    single: bool = False
    """Nobody counted: one person is told of, or two."""


AUXILIARY = word_set(
    """
    was were is are be been being have has had got get reportedly believed reported feared confirmed ordered to also shot found
    left declared said taken held presumed
    """
)
UNITS = word_set(
    """
    days day hours hour weeks week months month years year minutes minute seconds kilometers kilometres kilometer kilometre km
    miles mile meters metres feet acres hectares percent per dollars euros pounds rubles times degrees points goals tons tonnes
    barrels rounds shots bullets houses homes buildings vehicles cars trucks buses tanks rockets missiles shells drones villages
    towns cities cattle sheep goats animals dogs cows birds votes seats games matches counts charges stories pages places
    countries states provinces districts decades centuries am pm gmt th st nd rd million billion trillion
    """
)
"""What is counted here is no person."""
_TOKEN = re.compile(r"[A-Za-z’']+(?:-[A-Za-z]+)*|\d[\d,.]*|[^\sA-Za-z\d]")
REACH = 11
"""Tokens after a number in which its participle is looked for: "nearly 500 people have been ordered to be expelled"."""


class Token(NamedTuple):
    start: int
    end: int
    key: str


AHEAD, BEHIND = 120, 70
"""Characters after a number in which its participle is looked for, and before it its verb."""


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The first of a stretch, as many as are looked at."""
    return [Token(match.start(), match.end(), match[0].lower()) for match in islice(_TOKEN.finditer(text, start, end), REACH + 3)]


def tokens_before(text: str, end: int) -> list[Token]:
    """The last five."""
    found = [*_TOKEN.finditer(text, max(0, end - BEHIND), end)]
    return [Token(match.start(), match.end(), match[0].lower()) for match in found[-5:]]


_PLURALS = word_set("people men women children police policemen servicemen gunmen personnel troops girls boys")
_NO_NOUNS = word_set("and in on at with others this less")


def noun_end(tokens: Sequence[Token], number: NumberHit) -> int:
    """Where the noun of the number ends, if one follows within four words: a plural, or people."""
    end = number.end
    for token in tokens[:4]:
        plural = token.key in _PLURALS or (token.key.endswith("s") and len(token.key) > 3)
        stops = token.key in AUXILIARY or token.key in PARTICIPLE or token.key in _NO_NOUNS
        if not token.key[0].isalpha() or stops or (end > number.end and not plural):
            break
        if plural:
            end = token.end
    return end
