"""Which words of a text are the few that are looked for, by key."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import chain

from agents.tag.facts.words import words_of


@lru_cache(maxsize=4)
def _index_of(text: str) -> tuple[dict[str, list[int]], frozenset[str]]:
    """Where the words of each key stand, and the keys. Remembered for the last few texts."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(words_of(text)):
        index[word.key].append(i)
    return index, frozenset(index)


def has_any(text: str, wanted: frozenset[str]) -> bool:
    """Whether any word of a text has one of the keys."""
    return not wanted.isdisjoint(_index_of(text)[1])


def where(text: str, wanted: frozenset[str]) -> list[int]:
    """The words of a text that have one of the keys, as indexes into `words_of`."""
    index, keys = _index_of(text)
    return [] if wanted.isdisjoint(keys) else sorted(chain.from_iterable([index[key] for key in wanted & keys]))
