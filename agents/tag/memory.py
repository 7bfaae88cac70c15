"""What one article has had computed, kept for the next: news repeats itself."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar

Key = TypeVar("Key", bound=str | tuple[Any, ...])
Value = TypeVar("Value")


class Memory(dict[Key, Value]):
    """Values by what they are computed from.

    A mapping that computes what it lacks: it is read without a step in Python, and without the order of use that `lru_cache` keeps
    up with each reading. Full, it begins anew.
    """

    __slots__ = ("_compute", "_longest", "_most")

    def __init__(self, compute: Callable[[Key], Value], most: int, longest: int = sys.maxsize) -> None:
        """`most`: values kept; `longest`: characters of a word up to which it is, so that no page fills the memory with its own."""
        super().__init__()
        self._compute, self._most, self._longest = compute, most, longest

    def __missing__(self, key: Key) -> Value:
        value = self._compute(key)
        if len(key) <= self._longest:
            if len(self) >= self._most:
                self.clear()
            self[key] = value
        return value
