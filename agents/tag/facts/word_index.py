"""Which words of a text are the few that are looked for, by key."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from agents.tag.facts.words import words_of


class _Index(NamedTuple):
    """The keys of a text's words in their order, and for each where it stands first and last: most stand in a text once."""

    keys: list[str]
    first: dict[str, int]
    last: dict[str, int]


@lru_cache(maxsize=4)
def _index_of(text: str) -> _Index:
    """Remembered for the last few texts."""
    keys = [word.key for word in words_of(text)]
    last = dict(zip(keys, range(len(keys)), strict=True))
    first = dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
    return _Index(keys, first, last)


def has_any(text: str, wanted: frozenset[str]) -> bool:
    """Whether any word of a text has one of the keys."""
    return not _index_of(text).last.keys().isdisjoint(wanted)


def where(text: str, wanted: frozenset[str]) -> list[int]:
    """The words of a text that have one of the keys, as indexes into `words_of`."""
    keys, first, last = _index_of(text)
    found: list[int] = []
    for key in last.keys() & wanted:
        at, end = first[key], last[key]
        found.append(at)
        while at < end:
            at = keys.index(key, at + 1)
            found.append(at)
    found.sort()
    return found
