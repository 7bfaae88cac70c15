"""Passages that a page shows twice: pull quotes, mobile and desktop versions, a standfirst repeated as the first paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

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
MOST = 4_000_000
"""Characters that are gone through to look for probes; where it would be more, all blocks are suspected."""
MIX = np.uint64(0x9E3779B97F4A7C15)
"""An odd number with which sixteen characters are made a number, whose first bits depend on all of them."""
BITS = 13
"""Of such a number, by which others are told apart at once."""
REST = np.uint64(64 - BITS)
EIGHT = 8
WITHIN = np.arange(3 * EIGHT)
"""The characters of a probe in which eight times sixteen stand."""

Numbers = NDArray[np.uint64]
Run = tuple[str, ...]


def copies(texts: Sequence[str], probability: Sequence[float], entries: Sequence[bool]) -> set[int]:
    """Indices of the kept blocks whose words stand in others one after the other, the likeliest and longest of a set of copies
    excepted; `entries`: which are items of lists, cells or headings, that repeat themselves unless the whole story does."""
    suspected = _suspected(texts)
    if not suspected:
        return set()
    words = {i: words_of(texts[i]) for i in suspected}
    heads = {tuple(own[:RUN]) for own in words.values() if len(own) >= SHORTEST}
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
            if run in heads:
                places = seen.setdefault(run, [])
                if len(places) < PLACES:
                    places.append((i, at))
    if sum(len(words[i]) for i in found) >= WHOLE * sum(text.count(" ") + 1 for text in texts):
        return found
    return {i for i in found if not entries[i]}


def _suspected(texts: Sequence[str]) -> set[int]:
    """Blocks of which a few characters stand in another, and those others."""
    joined = "\n".join(texts)
    if len(joined) * len(texts) > MOST:
        return set(range(len(texts)))
    starts = [0, *accumulate([len(text) + 1 for text in texts])]
    probed = [i for i, text in enumerate(texts) if len(text) > LEAST]
    again = _said_again(joined, [starts[i] + PROBE.start for i in probed])
    found: set[int] = set()
    for i in map(probed.__getitem__, again):
        probe = texts[i][PROBE]
        if joined.count(probe) < 2:
            continue
        place = -1
        for _ in range(PLACES):
            place = joined.find(probe, place + 1)
            if place < 0:
                break
            found.update((i, bisect_right(starts, place) - 1))
    return found


def _said_again(text: str, probes: Sequence[int]) -> list[int]:
    """Indices of the probes, given by where they begin, that may stand in the text more than once.

    The text is cut into eights, and each two of them are made a number. Wherever a probe stands, one of its first eight characters
    begins an eight: it stands again where a second number of the text is one of the eight that it may come to.
    """
    if not probes:
        return []
    characters = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32).astype(np.uint8)  # by their last bits
    eights = characters[: len(characters) // EIGHT * EIGHT].view(np.uint64)
    sixteens = _mixed(eights[:-1], eights[1:])
    begun = characters.take(np.array(probes)[:, None] + WITHIN)
    of_begun = np.ndarray((len(probes), 2 * EIGHT), np.uint64, begun, strides=(len(WITHIN), 1))  # from each character on
    of_probes = _mixed(of_begun[:, :EIGHT], of_begun[:, EIGHT:])
    asked = np.zeros(1 << BITS, bool)
    asked[(of_probes >> REST).view(np.int64)] = True
    standing = asked.take((sixteens >> REST).view(np.int64))
    found = sixteens.compress(standing)
    found.sort()
    times = found.searchsorted(of_probes, "right") - found.searchsorted(of_probes)
    again: list[int] = (np.add.reduce(times, axis=1) > 1).nonzero()[0].tolist()
    return again


def _mixed(firsts: Numbers, seconds: Numbers) -> Numbers:
    """Numbers of sixteen characters, given as eights."""
    mixed = firsts * MIX
    mixed += seconds
    mixed *= MIX
    return mixed
