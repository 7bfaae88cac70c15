"""Which words of a text are the few that are looked for, by key."""

from __future__ import annotations

from functools import lru_cache

from agents.tag.facts.words import words_of


@lru_cache(maxsize=4)
def _keys_of(text: str) -> tuple[list[str], frozenset[str]]:
    """Of the words, in their order and each once. Remembered for the last few texts."""
    keys = [word.key for word in words_of(text)]
    return keys, frozenset(keys)


def has_any(text: str, wanted: frozenset[str]) -> bool:
    """Whether any word of a text has one of the keys."""
    return not wanted.isdisjoint(_keys_of(text)[1])


def where(text: str, wanted: frozenset[str]) -> list[int]:
    """The words of a text that have one of the keys, as indexes into `words_of`."""
    keys, different = _keys_of(text)
    return [] if wanted.isdisjoint(different) else [i for i, key in enumerate(keys) if key in wanted]
