"""Phrases of a table found in a text in one pass: Aho-Corasick over lower case, at word boundaries."""

from __future__ import annotations

from collections.abc import Iterable

import ahocorasick

from agents.tag.memory import Memory

Hits = dict[str, dict[str, int]]
"""Label -> phrase -> how often."""


def _joins(char: str) -> bool:
    """Whether a character beside a phrase makes it part of a longer word; Chinese and Japanese put no space between words."""
    return char.isalnum() and not "\u3040" <= char <= "\u9fff"


_JOINS = Memory(_joins, 1_000)


class Keywords:
    """An index of (label, phrases); a phrase that ends in * stands for all words that begin so."""

    def __init__(self, rows: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._automaton = ahocorasick.Automaton()
        table: dict[str, list[tuple[str, bool]]] = {}
        for label, phrases in rows:
            for phrase in phrases:
                table.setdefault(phrase.rstrip("*").lower(), []).append((label, phrase.endswith("*")))
        for key, meanings in table.items():
            self._automaton.add_word(key, (key, len(key), meanings))
        self._automaton.make_automaton()

    def find(self, text: str) -> Hits:
        """The phrases of each label that stand in the text."""
        lower = f" {text.lower()} "  # no phrase begins or ends in a blank
        found: Hits = {}
        for last, (key, length, meanings) in self._automaton.iter(lower):
            if _JOINS[lower[last - length]]:
                continue
            ends = not _JOINS[lower[last + 1]]
            for label, open_end in meanings:
                if ends or open_end:
                    of_label = found.get(label)
                    if of_label is None:
                        found[label] = {key: 1}
                    else:
                        of_label[key] = of_label.get(key, 0) + 1
        return found
