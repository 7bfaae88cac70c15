"""Which blocks of a page stand in the gold text, and how much of each.

A monotone alignment: short blocks are candidates wherever their words stand in the gold, long ones where clusters of neighbouring
diagonals of shared four-word runs lie. The best chain of candidates without overlap, in the order of both texts, with a bonus
for blocks that are adjacent in the gold, gives the labels; then long blocks that stand in a part of the gold not yet covered are
taken out of order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

WORD = re.compile(r"\w+")
RUN = 4
"""Words that make a shared run."""
SHORT = 5
"""Blocks of so many words or fewer match as a whole."""
OCCURRENCES = 30
ADJACENT = 0.6
"""Bonus, in words: a short line that recurs belongs where its neighbour in the gold is its neighbour on the page."""
OUT_OF_ORDER = 8
"""Words a block must match to count out of order."""


class Candidate(NamedTuple):
    block: int
    start: int
    end: int
    """In the gold's words."""
    words: int
    """Matched."""


def label(texts: Sequence[str], gold: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For each block the share of its words that stand in the gold, and its number of words."""
    words = [[word.lower() for word in WORD.findall(text)] for text in texts]
    target = [word.lower() for word in WORD.findall(gold)]
    candidates = _candidates(words, target)
    matched = np.zeros(len(texts))
    covered = np.zeros(len(target) + 1, bool)
    chosen = _chain(candidates)
    for candidate in chosen:
        matched[candidate.block] = candidate.words
        covered[candidate.start : candidate.end] = True
    for candidate in sorted(candidates, key=lambda c: -c.words):
        span = covered[candidate.start : candidate.end]
        if candidate.words >= OUT_OF_ORDER and not matched[candidate.block] and span.mean() < 0.1:
            matched[candidate.block] = candidate.words
            covered[candidate.start : candidate.end] = True
    counts = np.array([len(block) for block in words], float)
    return matched / np.maximum(counts, 1), counts


def _candidates(words: list[list[str]], target: list[str]) -> list[Candidate]:
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(target) - RUN + 1):
        runs[tuple(target[at : at + RUN])].append(at)
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(target):
        places[word].append(at)
    found: list[Candidate] = []
    for block, own in enumerate(words):
        size = len(own)
        if size == 0:
            continue
        if size <= SHORT:
            exact = [at for at in places.get(own[0], ()) if target[at : at + size] == own]
            found += [Candidate(block, at, at + size, size) for at in exact[:OCCURRENCES]]
        else:
            found += _long(block, own, runs)
    return found


def _long(block: int, own: list[str], runs: dict[tuple[str, ...], list[int]]) -> list[Candidate]:
    diagonals: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for i in range(len(own) - RUN + 1):
        for j in runs.get(tuple(own[i : i + RUN]), ())[:20]:
            diagonals[j - i].append((i, j))
    clusters: list[list[int]] = []
    for diagonal in sorted(diagonals):
        if clusters and diagonal - clusters[-1][-1] <= max(6, len(own) // 5):
            clusters[-1].append(diagonal)
        else:
            clusters.append([diagonal])
    found = []
    for cluster in clusters:
        points = [point for diagonal in cluster for point in diagonals[diagonal]]
        mine = {i + k for i, _ in points for k in range(RUN)}
        gold = {j + k for _, j in points for k in range(RUN)}
        matched = min(len(mine), len(gold))
        if matched >= max(RUN, len(own) / 4):
            found.append(Candidate(block, min(gold), max(gold) + 1, matched))
    return sorted(found, key=lambda c: c.start)


def _chain(candidates: list[Candidate]) -> list[Candidate]:
    """The heaviest chain; a frontier of (gold end, weight) that only grows makes it n log n."""
    previous = [-1] * len(candidates)
    weight = [0.0] * len(candidates)
    ends, weights, heads = [0], [0.0], [-1]
    by_end: dict[int, int] = {}
    i = 0
    while i < len(candidates):
        after = i
        while after < len(candidates) and candidates[after].block == candidates[i].block:
            here = candidates[after]
            slot = bisect_right(ends, here.start) - 1
            weight[after], previous[after] = weights[slot] + here.words - 0.01, heads[slot]
            neighbour = by_end.get(here.start)
            if neighbour is not None and weight[neighbour] + here.words + ADJACENT > weight[after]:
                weight[after], previous[after] = weight[neighbour] + here.words + ADJACENT, neighbour
            after += 1
        for k in range(i, after):
            end = candidates[k].end
            if end not in by_end or weight[by_end[end]] < weight[k]:
                by_end[end] = k
            slot = bisect_right(ends, end) - 1
            if weights[slot] >= weight[k]:
                continue
            if ends[slot] == end:
                weights[slot], heads[slot] = weight[k], k
            else:
                slot += 1
                ends.insert(slot, end)
                weights.insert(slot, weight[k])
                heads.insert(slot, k)
            while slot + 1 < len(ends) and weights[slot + 1] <= weight[k]:
                del ends[slot + 1], weights[slot + 1], heads[slot + 1]
        i = after
    chain = []
    k = heads[-1]
    while k >= 0:
        chain.append(candidates[k])
        k = previous[k]
    return chain[::-1]
