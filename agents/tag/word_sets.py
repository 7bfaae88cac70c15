"""Sets of words and expressions that are looked for in a stretch of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class WordSet:
    """Words and expressions, found in a window of lower-case words."""

    __slots__ = ("_phrases", "openings", "several", "single")

    def __init__(self, single: frozenset[str] = frozenset(), several: tuple[str, ...] = ()) -> None:
        self.single = single
        self.several = several
        self._phrases: dict[str, list[tuple[int, str]]] = {}
        for place, phrase in enumerate(several):
            self._phrases.setdefault(phrase.split()[0], []).append((place, f" {phrase} "))
        self.openings = frozenset(self._phrases)
        """The first words of the expressions: without one of them in a window, none stands there."""

    def is_absent(self, words: Iterable[str]) -> bool:
        """Whether none of them can stand among the words."""
        return self.single.isdisjoint(words) and (not self.several or self.openings.isdisjoint(words))

    def find(self, window: Sequence[str]) -> str | None:
        """The first of them that stands in the window."""
        if not self.single.isdisjoint(window):
            return next(word for word in window if word in self.single)
        if not self.several or self.openings.isdisjoint(window):
            return None
        text = f" {' '.join(window)} "
        places = [place for word in window if word in self.openings for place, padded in self._phrases[word] if padded in text]
        return self.several[min(places)] if places else None


def word_set(items: list[str]) -> WordSet:
    return WordSet(frozenset(item for item in items if " " not in item), tuple(item for item in items if " " in item))
