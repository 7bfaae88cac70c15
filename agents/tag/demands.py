"""Which rules a sentence can serve at all: of each word, the rules that ask for it, as bits of a number.

Most rules ask for a word that a sentence does not have. To know them all costs a look-up a word; to ask each cost a third of what
triggers did.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from agents.tag.rules import Group
from agents.tag.word_sets import WordSet

_NOTHING = (0, 0, 0, 0)
Bits = tuple[int, int, int, int]
"""Of rules that ask for an object, for what stands after, for what stands near, for a subject."""


class Served(NamedTuple):
    """Bits of the rules that may hold: of expressions so short that something must stand near, and of longer ones."""

    short: int
    long: int


class Demands:
    """What the rules of a lexicon ask for; a rule's bit is that of its number."""

    __slots__ = ("_by_word", "_content")

    def __init__(self, groups: Iterable[Group]) -> None:
        by_word: dict[str, list[int]] = {}
        content = [0, 0, 0, 0]  # of rules that ask for no such thing, or take a name for it
        for group in groups:
            for kind, wanted in enumerate(_wanted(group)):
                if wanted is None:
                    content[kind] |= group.bit
                    continue
                for word in wanted.single | wanted.openings:
                    by_word.setdefault(word, [0, 0, 0, 0])[kind] |= group.bit
        self._content = content
        self._by_word: dict[str, Bits] = {word: (bits[0], bits[1], bits[2], bits[3]) for word, bits in by_word.items()}

    def served(self, words: AbstractSet[str], before: Sequence[str]) -> Served:
        """By the words of a sentence; `before`: those of the one before in which a pronoun's noun may stand."""
        object_, after, near, subject = self._content
        get = self._by_word.get
        for word in words:
            bits = get(word)
            if bits is not None:
                object_ |= bits[0]
                after |= bits[1]
                near |= bits[2]
                subject |= bits[3]
        for word in before:
            subject |= get(word, _NOTHING)[3]
        long = object_ & after & subject
        return Served(long & near, long)


def _wanted(group: Group) -> tuple[WordSet | None, WordSet | None, WordSet | None, WordSet | None]:
    """None where a name, or a state, may stand for the word."""
    return (
        None if group.acts_on_names else group.object,
        group.after,
        None if group.takes_names or group.states is not None else group.near,
        None if group.states is not None else group.subject,
    )
