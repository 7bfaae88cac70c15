"""What one article has had computed, kept for the next: news repeats itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Memory(dict[Key, Value]):
    """Values by what they are computed from.

    A mapping that computes what it lacks: it is read without a step in Python, and without the order of use that `lru_cache` keeps
    up with each reading. Full, it begins anew.
    """

    def __init__(self, compute: Callable[[Key], Value], most: int) -> None:
        """`most`: values kept."""
        super().__init__()
        self._compute, self._most = compute, most

    def __missing__(self, key: Key) -> Value:
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._compute(key)
        return value
