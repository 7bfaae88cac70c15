"""The characters of a page's texts, and how many of each class a block has."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.uint32]

CLASSES = ("sentence", "comma", "symbol", "quote", "upper", "digit", "foreign", "space", "unspaced", "other")
_MEMBERS = {
    "sentence": ".!?。।۔",
    "comma": ",、，،",
    "upper": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "digit": "0123456789",
    "symbol": "|@/©•»",
    "quote": '"“„«',
    "space": " ",
}
FOREIGN, SPACE, UNSPACED, OTHER = range(len(CLASSES) - 4, len(CLASSES))
SPACELESS = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
"""Thai, Lao, kana and Chinese characters: a class of their own among the foreign ones."""
LINE_FEED = ord("\n")
A, LETTERS = ord("a"), 26
"""Where the small letters start, and how many they are."""


def _classes() -> NDArray[np.int64]:
    """Of each code point of the basic plane, the index of its class."""
    table = np.full(0x10000, FOREIGN, np.int64)
    table[:128] = OTHER
    table[list(map(ord, SPACELESS.findall("".join(map(chr, range(len(table)))))))] = UNSPACED
    for name, members in _MEMBERS.items():
        table[[ord(member) for member in members]] = CLASSES.index(name)
    return table


_CLASS_OF = _classes()


def points_of(texts: Sequence[str]) -> Points:
    """The code points of the texts, a line feed between them; no text holds one."""
    return np.frombuffer("\n".join(texts).encode("utf-32-le", "replace"), np.uint32)


def counted(points: Points, size: int) -> NDArray[np.int64]:
    """OTHER x n: how many characters of each class but the last the texts have; the foreign ones with those of scripts without
    spaces."""
    rest = points.take((points - A >= LETTERS).nonzero()[0])  # most are small letters
    many = np.empty(size, np.int64)
    ends = (rest == LINE_FEED).nonzero()[0]
    many[:-1], many[-1] = ends, len(rest)
    many[1:] -= ends
    kind = _CLASS_OF.take(rest, mode="clip")  # beyond the basic plane all is foreign
    kind += np.arange(0, len(CLASSES) * size, len(CLASSES)).repeat(many)
    number = np.bincount(kind, minlength=len(CLASSES) * size).reshape(size, len(CLASSES))
    number[:, FOREIGN] += number[:, UNSPACED]
    return number[:, :OTHER].T
