"""Which rules a sentence can serve at all: of each word, the rules that ask for it, as bits of a number.

Most rules ask for a word that a sentence does not have. To know them all costs a look-up a word; to ask each cost a third of what
triggers did.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import reduce
from operator import or_
from typing import NamedTuple

from agents.tag.rules import Group
from agents.tag.word_sets import WordSet

_NEAR, _SUBJECT, _AFTER = 1, 2, 3
"""Places among what a rule wants, the commonest first, so that what most words are asked for by is a short number."""
ASKS_FOR_NOTHING = 1
"""The bit of all rules that ask for nothing: a third of them, which would make every number longer."""


class Served(NamedTuple):
    """Bits of the rules that may hold: of expressions so short that something must stand near, and of longer ones."""

    short: int
    long: int


class Demands:
    """What the rules of a lexicon ask for; each that asks for anything has a bit of its own, once for each kind of thing that it
    may ask for, so that a word's rules of all kinds are one number."""

    __slots__ = ("_by_word", "_content", "_rules", "_subjects", "_width")

    def __init__(self, groups: Iterable[Group]) -> None:
        rules = list(groups)
        self._width = width = max(group.bit for group in rules).bit_length()
        self._rules = (1 << width) - 1
        self._subjects = self._rules << width * _SUBJECT
        self._content = 0  # of rules that ask for no such thing, or take a name for it
        self._by_word: dict[str, int] = {}
        for group in rules:
            for kind, wanted in enumerate(_wanted(group)):
                bit = group.bit << width * kind
                if wanted is None:
                    self._content |= bit
                    continue
                for word in wanted.single | wanted.openings:
                    self._by_word[word] = self._by_word.get(word, 0) | bit

    def served(self, words: AbstractSet[str], before: Sequence[str]) -> Served:
        """By the words of a sentence; `before`: those of the one before in which a pronoun's noun may stand."""
        get, width = self._by_word.get, self._width
        kinds = reduce(or_, filter(None, map(get, words)), 0) | self._content
        if before:
            kinds |= reduce(or_, filter(None, map(get, before)), 0) & self._subjects
        long = kinds & kinds >> width * _SUBJECT & kinds >> width * _AFTER & self._rules
        return Served(long & kinds >> width * _NEAR, long)


def asks_for_something(group: Group) -> bool:
    """Whether a rule holds only where the sentence has a word of some set."""
    return _wanted(group) != (None, None, None, None)


def _wanted(group: Group) -> tuple[WordSet | None, WordSet | None, WordSet | None, WordSet | None]:
    """An object, what stands near, a subject, and what stands after; None where a name, or a state, may stand for the word."""
    return (
        None if group.acts_on_names else group.object,
        None if group.takes_names or group.states is not None else group.near,
        None if group.states is not None else group.subject,
        group.after,
    )
