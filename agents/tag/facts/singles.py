"""One person told without a number: "a man was killed", "wounding the driver", "his wife and two children were abducted"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from agents.tag.facts.count_words import BEFORE_OF, VERB, participle
from agents.tag.facts.numbers import NumberHit
from agents.tag.facts.words import Word, word_set
from agents.tag.nouns import kind_of
from schemas.event import CountKind

_ONE = word_set("a an the his her their another")
"""What stands before the noun of one person."""
_LONGEST = 5
"""Words of such a noun with what stands before it: "an elderly shop owner"."""
_PAIRS = word_set("couple pair trio crew staff police press public opposition enemy dead wounded injured missing other others")
"""Nouns that WordNet has for a person, and news for several."""
_SUFFERED = frozenset({CountKind.DEAD, CountKind.INJURED, CountKind.ARRESTED, CountKind.ABDUCTED, CountKind.DEPORTED})
"""What is counted one by one: nobody counts a single marcher."""
_IS, _ARE = word_set("was is been being suffered sustained"), word_set("were are")
_HAS = word_set("has had have also later")
_DIES = word_set("died dies drowned perished")
_WITHIN = word_set("of from in at with near on outside inside named identified aged accused suspected travelling traveling working")
"""What may follow the noun before its verb: "a nurse at the clinic was shot dead"."""
_OTHER_CLAUSE = word_set(
    "who which that while after when because but by if as and or said says say told tells reported reports confirmed added where"
)
_GOES_ON = _WITHIN | _HAS
_REACH, _VERB_REACH = 11, 6
"""Words after the noun in which its verb is looked for, and after the verb its participle."""


_START = attrgetter("start")


class Single(NamedTuple):
    """`number`: one, at what stands before the noun; `noun_end`: where the noun ends; `after`: the word behind it."""

    number: NumberHit
    noun_end: int
    first: int
    after: int


def find_singles(words: Sequence[Word], stretches: Sequence[tuple[int, int]]) -> list[Single]:
    """In their order, those that begin in one of the `stretches`."""
    found: list[Single] = []
    for start, end in stretches:
        first = bisect_left(words, start, key=_START)
        for i in range(first, bisect_left(words, end, first, key=_START)):
            word = words[i]
            if word.key in _ONE and (last := _noun(words, i)) is not None:
                number = NumberHit(word.start, word.end, 1, None, None, approximate=False)
                found.append(Single(number, words[last].end, i, last + 1))
    return found


def _noun(words: Sequence[Word], i: int) -> int | None:
    """The last word of the noun of one person that follows what stands at `i`."""
    last = None
    for j in range(i + 1, min(i + 1 + _LONGEST, len(words))):
        word = words[j]
        if word.gap in ("'", "’"):
            last = None  # "a rancher's | son"
        elif word.gap not in (" ", "-", "‑") or (j > i + 1 and word.key in _OTHER_CLAUSE):
            break
        elif not word.capital and word.key not in _PAIRS and kind_of(word.key) == "person" and not _is_plural(word.key):
            last = j
        elif last is not None:
            break
    return last


def _is_plural(noun: str) -> bool:
    return noun.endswith(("men", "people", "children")) or (noun.endswith("s") and not noun.endswith(("ss", "us")))


def binding(words: Sequence[Word], single: Single, *, joined: bool) -> tuple[CountKind, Word] | None:
    """What one person counts as, and the word that says it; `joined`: whether others stand before with "and"."""
    found = _object_of(words, single.first) or _subject_of(words, single.after, joined=joined)
    return found if found is not None and found[0] in _SUFFERED else None


def _object_of(words: Sequence[Word], first: int) -> tuple[CountKind, Word] | None:
    if not first or words[first].gap != " ":
        return None
    before = words[first - 1]
    if before.key == "of" and first > 1 and words[first - 2].key in BEFORE_OF:
        return BEFORE_OF[words[first - 2].key], words[first - 2]
    return (VERB[before.key], before) if before.key in VERB else None


def _subject_of(words: Sequence[Word], after: int, *, joined: bool) -> tuple[CountKind, Word] | None:
    """By a passive, or a verb of dying: whoever kills has an object."""
    verb: int | None = None
    keys = [word.key for word in words[after : after + _REACH + 3]]
    for n, key in enumerate(keys[:_REACH]):
        word = words[after + n]
        if word.gap not in (" ", ", ", "-") or (verb is not None and n - verb > _VERB_REACH):
            return None
        if key in _IS or (joined and key in _ARE):
            verb = n
        elif verb is not None:
            if (kind := participle(keys, n)) is not None:
                return kind, word
            if key in _OTHER_CLAUSE and key != "and":
                return None
        elif key in _DIES:
            return CountKind.DEAD, word
        elif key in _ARE or key in _OTHER_CLAUSE or (not n and word.gap == " " and key not in _GOES_ON):
            return None
    return None
