"""A fingerprint of a text that near-duplicates nearly share: copies of one agency report differ in a few of its 64 bits.

Source: Charikar, "Similarity estimation techniques from rounding algorithms" (2002): simhash. Features are all windows of
letters and digits, hashed all at once, so that it works in any script and costs a fraction of a millisecond.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from agents.clean.alphabet import ALPHANUMERIC, CODE_POINTS, code_points

WINDOW = 10
"""Characters of a feature: two words, so that their order counts and an edited word touches few."""
MAX_CHARACTERS = 200_000
"""Longer texts are told apart by their beginning."""
SIGMA = "\u03a3"
"""The one letter that has two forms in lower case, by where in a word it stands."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_POWER = {k: np.uint64(pow(0x9E3779B97F4A7C15, k, 1 << 64)) for k in (2, 4, 8)}
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_SHIFT = (np.uint64(30), np.uint64(27), np.uint64(31))
_FIELDS = tuple(
    (np.array([[[0]], [[width]]], np.uint64), np.uint64(mask), added)
    for width, mask, added in ((1, 0x5555555555555555, 3), (2, 0x3333333333333333, 5), (4, 0x0F0F0F0F0F0F0F0F, 17))
)
"""Of the counts that share a number: how far to shift each half of them (their width in bits), the mask of every other one, and
how many of twice the width can be added."""
_BUCKETS = 1 << 16
_LAST_BITS = np.uint64(_BUCKETS - 1)
_BYTE_HOLDS = 3 * 5 * 17
_CASED = 0x20000
"""Letters have two cases below it."""


def _letters() -> NDArray[np.uint64]:
    """By code point: the letter in lower case, or the digit; 0 for what doesn't count."""
    folded = np.where(ALPHANUMERIC, np.arange(CODE_POINTS, dtype=np.uint64), np.uint64(0))
    for code in range(_CASED):
        lower = chr(code).lower()
        if lower != chr(code):
            folded[code] = folded[ord(lower[0])]  # with more than a letter only where a mark follows it, which doesn't count
    return folded


_LETTER = _letters()


def fingerprint(text: str) -> str:
    """16 hex digits. Case, punctuation and white space don't count."""
    text = text[:MAX_CHARACTERS]
    folded = _LETTER.take(code_points(text.lower() if SIGMA in text else text), mode="clip")
    letters = folded.compress(folded != 0)
    if len(letters) < WINDOW:
        letters = np.concatenate([letters, np.zeros(WINDOW - len(letters), dtype=np.uint64)])
    hashes = _rolling(letters)
    count = _without_copies(hashes)
    majority = 2 * _ones(_mixed(hashes)) > count
    value = int.from_bytes(np.packbits(majority.ravel(), bitorder="little").tobytes(), "little")
    return f"{value:016x}"


def _rolling(letters: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Of each window the sum of letter k times base to the k: of windows of two letters, of those of four, and so on."""
    two = letters[:-1] + letters[1:] * _BASE
    four = two[:-2] + two[2:] * _POWER[2]
    eight = four[:-4] + four[4:] * _POWER[4]
    return eight[:-2] + two[8:] * _POWER[8]


def _without_copies(hashes: NDArray[np.uint64]) -> int:
    """How many differ; each copy becomes 0, in its place, which stays 0 when it is mixed, and counts for no bit.

    Copies share their last bits. Of the hashes that do, one stays where it is; only the others, which are few, are sorted.
    """
    buckets = (hashes & _LAST_BITS).view(np.int64)
    places = np.arange(len(hashes), dtype=np.int32)
    staying = np.empty(_BUCKETS, np.int32)
    staying[buckets] = places
    stays = staying.take(buckets)
    others = np.flatnonzero(stays != places)
    rest = hashes.take(others)
    rest = rest[rest != hashes.take(stays.take(others))]
    rest.sort()
    is_first = np.ones(len(rest), bool)
    np.not_equal(rest[1:], rest[:-1], out=is_first[1:])
    distinct = rest[is_first]
    hashes[others] = 0
    hashes[others[: len(distinct)]] = distinct
    return len(hashes) - len(others) + len(distinct)


def _mixed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The finaliser of splitmix64: each bit depends on all. In their place."""
    hashes ^= hashes >> _SHIFT[0]
    hashes *= _MIX[0]
    hashes ^= hashes >> _SHIFT[1]
    hashes *= _MIX[1]
    hashes ^= hashes >> _SHIFT[2]
    return hashes


def _ones(hashes: NDArray[np.uint64]) -> NDArray[np.int64]:
    """n hashes -> 8 x 8: how many have each bit of each byte. Counts lie side by side in fields of one number, that are widened as
    they fill: three bits fill two, fifteen four, as many as a byte can count a byte."""
    counts = np.zeros((1, len(hashes) + -len(hashes) % _BYTE_HOLDS), np.uint64)
    counts[0, : len(hashes)] = hashes
    for shifts, mask, added in _FIELDS:
        wider = counts >> shifts
        wider &= mask
        counts = np.add.reduce(wider.reshape(2 * len(counts), added, -1), axis=1)
    return np.asarray(np.add.reduce(counts.astype("<u8", copy=False).view(np.uint8).reshape(8, -1, 8), axis=1, dtype=np.int64).T)


def distance(one: str, other: str) -> int:
    """Bits in which two fingerprints differ, 0 to 64."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
