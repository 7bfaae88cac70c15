"""Passages that a page shows twice: pull quotes, mobile and desktop versions, a standfirst repeated as the first paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from agents.clean.words import words_of

RUN = 4
"""Words of a run by which text is recognised."""
SHORTEST = 12
"""Words of a block that is looked at: articles do repeat short lines."""
PLACES = 4
"""Of one run, that are looked at."""
WHOLE = 0.3
"""Share of the kept words that are copies from which on the page shows its story twice."""
PROBE = slice(4, 34)
"""Characters of a block that a page without copies holds only once."""
LEAST = 40
"""Characters of a block that is probed: what has SHORTEST words has as many."""

Run = tuple[str, ...]


def copies(texts: Sequence[str], probability: Sequence[float], entries: Sequence[bool]) -> set[int]:
    """Indices of the kept blocks whose words stand in others one after the other, the likeliest and longest of a set of copies
    excepted; `entries`: which are items of lists, cells or headings, that repeat themselves unless the whole story does."""
    suspected = _suspected(texts)
    if not suspected:
        return set()
    words = {i: words_of(texts[i]) for i in suspected}
    seen: dict[Run, list[tuple[int, int]]] = {}
    found: set[int] = set()
    for i in sorted(suspected, key=lambda i: (-round(probability[i] * 5), -len(words[i]), i)):
        own = words[i]
        if len(own) < SHORTEST:
            continue
        if any(words[other][at : at + len(own)] == own for other, at in seen.get(tuple(own[:RUN]), ())):
            found.add(i)
            continue
        for at, run in enumerate(zip(*(own[at:] for at in range(RUN)), strict=False)):
            places = seen.setdefault(run, [])
            if len(places) < PLACES:
                places.append((i, at))
    if sum(len(words[i]) for i in found) >= WHOLE * sum(text.count(" ") + 1 for text in texts):
        return found
    return {i for i in found if not entries[i]}


def _suspected(texts: Sequence[str]) -> set[int]:
    """Blocks of which a few characters stand in another, and those others."""
    joined = "\n".join(texts)
    if len(joined) * len(texts) > 4_000_000:  # here the probe would cost more than what it saves
        return set(range(len(texts)))
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    found: set[int] = set()
    for i, text in enumerate(texts):
        if len(text) <= LEAST or joined.count(text[PROBE]) < 2:
            continue
        place = -1
        for _ in range(PLACES):
            place = joined.find(text[PROBE], place + 1)
            if place < 0:
                break
            found.update((i, bisect_right(starts, place) - 1))
    return found
