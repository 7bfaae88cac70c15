"""Sets of words and expressions that are looked for in a stretch of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet


class WordSet:
    """Words and expressions, found in a window of lower-case words."""

    __slots__ = ("_phrases", "openings", "several", "single")

    def __init__(self, single: frozenset[str] = frozenset(), several: tuple[str, ...] = ()) -> None:
        self.single = single
        self.several = several
        self._phrases = tuple((phrase.split()[0], f" {phrase} ", phrase) for phrase in several)
        self.openings = frozenset(opening for opening, _, _ in self._phrases)
        """The first words of the expressions: without one of them in a window, none stands there."""

    def is_absent(self, words: AbstractSet[str]) -> bool:
        """Whether none of them can stand among the words."""
        return self.single.isdisjoint(words) and (not self.several or self.openings.isdisjoint(words))

    def find(self, window: Sequence[str]) -> str | None:
        """The first of them that stands in the window."""
        if not self.single.isdisjoint(window):
            return next(word for word in window if word in self.single)
        if self.several and (openings := self.openings.intersection(window)):
            text = f" {' '.join(window)} "
            for opening, padded, phrase in self._phrases:
                if opening in openings and padded in text:
                    return phrase
        return None


def word_set(items: list[str]) -> WordSet:
    return WordSet(frozenset(item for item in items if " " not in item), tuple(item for item in items if " " in item))
