"""A fingerprint of a text that near-duplicates nearly share: copies of one agency report differ in a few of its 64 bits.

Source: Charikar, "Similarity estimation techniques from rounding algorithms" (2002): simhash. Features are all windows of
letters and digits, hashed all at once, so that it works in any script and costs a fraction of a millisecond.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

WINDOW = 10
"""Characters of a feature: two words, so that their order counts and an edited word touches few."""
MAX_CHARACTERS = 200_000
"""Longer texts are told apart by their beginning."""
NOT_WORD = re.compile(r"[\W_]+")

_POWERS = np.array([pow(0x9E3779B97F4A7C15, k, 1 << 64) for k in range(WINDOW)], dtype=np.uint64)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_SHIFT = (np.uint64(30), np.uint64(27), np.uint64(31))


def fingerprint(text: str) -> str:
    """16 hex digits. Case, punctuation and white space don't count."""
    letters = NOT_WORD.sub("", text[:MAX_CHARACTERS].lower()).encode("utf-32-le", "replace")
    points = np.frombuffer(letters, dtype="<u4").astype(np.uint64)
    if len(points) < WINDOW:
        points = np.concatenate([points, np.zeros(WINDOW - len(points), dtype=np.uint64)])
    count = len(points) - WINDOW + 1
    hashes: NDArray[np.uint64] = np.zeros(count, dtype=np.uint64)
    for offset, power in enumerate(_POWERS):
        hashes += points[offset : offset + count] * power
    hashes = _mixed(np.unique(hashes))
    bits = np.unpackbits(hashes.astype("<u8").view(np.uint8).reshape(-1, 8), axis=1, bitorder="little")
    ones = np.ones(len(hashes), np.float32) @ bits.astype(np.float32)  # exact below 2^24
    majority = 2 * ones > len(hashes)
    value = int.from_bytes(np.packbits(majority, bitorder="little").tobytes(), "little")
    return f"{value:016x}"


def _mixed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The finaliser of splitmix64: each bit depends on all."""
    hashes = (hashes ^ (hashes >> _SHIFT[0])) * _MIX[0]
    hashes = (hashes ^ (hashes >> _SHIFT[1])) * _MIX[1]
    return hashes ^ (hashes >> _SHIFT[2])


def distance(one: str, other: str) -> int:
    """Bits in which two fingerprints differ, 0 to 64."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
