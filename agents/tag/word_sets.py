"""Sets of words and expressions that are looked for in a stretch of a sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class WordSet:
    """Words and expressions, found in a window of lower-case words."""

    single: frozenset[str] = frozenset()
    several: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.single or self.several)

    def find(self, window: list[str]) -> str | None:
        """The first of them that stands in the window."""
        for word in window:
            if word in self.single:
                return word
        if self.several:
            text = f" {' '.join(window)} "
            for phrase in self.several:
                if f" {phrase} " in text:
                    return phrase
        return None


def word_set(items: list[str]) -> WordSet:
    return WordSet(frozenset(item for item in items if " " not in item), tuple(item for item in items if " " in item))
