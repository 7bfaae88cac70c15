"""Sets of words and expressions that are looked for in a stretch of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise


class WordSet:
    """Words and expressions, found in a window of lower-case words."""

    __slots__ = ("_pairs", "_phrases", "_seconds", "openings", "several", "single")

    def __init__(self, single: frozenset[str] = frozenset(), several: tuple[str, ...] = ()) -> None:
        self.single = single
        self.several = several
        self._phrases: dict[tuple[str, str], list[tuple[int, str]]] = {}
        for place, phrase in enumerate(several):
            first, second, *_ = phrase.split()
            self._phrases.setdefault((first, second), []).append((place, f" {phrase} "))
        self._pairs = frozenset(self._phrases)
        """The first two words of the expressions: without two of them in a window, none stands there."""
        self.openings = frozenset(first for first, _ in self._phrases)
        """The first of these."""
        self._seconds = frozenset(second for _, second in self._phrases)

    def is_absent(self, words: Iterable[str]) -> bool:
        """Whether none of them can stand among the words."""
        return self.single.isdisjoint(words) and (not self.several or self.openings.isdisjoint(words))

    def find(self, window: Sequence[str]) -> str | None:
        """The first of them that stands in the window."""
        if not self.single.isdisjoint(window):
            return next(word for word in window if word in self.single)
        if not self.several or self.openings.isdisjoint(window) or self._seconds.isdisjoint(window):
            return None
        if self._pairs.isdisjoint(pairwise(window)):
            return None
        text = f" {' '.join(window)} "
        pairs = [pair for pair in pairwise(window) if pair in self._pairs]
        places = [place for pair in pairs for place, padded in self._phrases[pair] if padded in text]
        return self.several[min(places)] if places else None


def word_set(items: list[str]) -> WordSet:
    return WordSet(frozenset(item for item in items if " " not in item), tuple(item for item in items if " " in item))
