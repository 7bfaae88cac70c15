"""The characters of a page's texts, and how many of each class a block has."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.uint32]

CLASSES = ("sentence", "comma", "symbol", "quote", "upper", "digit", "foreign", "space", "other")
_MEMBERS = {
    "sentence": ".!?。।۔",
    "comma": ",、，،",
    "upper": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "digit": "0123456789",
    "symbol": "|@/©•»",
    "quote": '"“„«',
    "space": " ",
}
FOREIGN, SPACE, OTHER = range(len(CLASSES) - 3, len(CLASSES))
LINE_FEED = ord("\n")
A, LETTERS = ord("a"), 26
"""Where the small letters start, and how many they are."""


def _classes() -> NDArray[np.int8]:
    """Of each code point of the basic plane, the index of its class."""
    table = np.full(0x10000, FOREIGN, np.int8)
    table[:128] = OTHER
    for name, members in _MEMBERS.items():
        table[[ord(member) for member in members]] = CLASSES.index(name)
    return table


_CLASS_OF = _classes()


def points_of(texts: Sequence[str]) -> Points:
    """The code points of the texts, a line feed between them; no text holds one."""
    return np.frombuffer("\n".join(texts).encode("utf-32-le", "replace"), np.uint32)


def counted(points: Points, size: int) -> NDArray[np.int64]:
    """OTHER x n: how many characters of each class but the last the texts have."""
    rest = points.take((points - A >= LETTERS).nonzero()[0])  # most are small letters
    classes = len(CLASSES)
    block = (rest == LINE_FEED).cumsum()
    kind = _CLASS_OF.take(rest, mode="clip")  # beyond the basic plane all is foreign
    number = np.bincount(block * classes + kind, minlength=classes * size)
    return number.reshape(size, classes)[:, :OTHER].T
