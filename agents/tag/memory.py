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

    def __init__(self, compute: Callable[[Key], Value], most: int, keeps: Callable[[Key], bool] | None = None) -> None:
        """`most`: values kept; `keeps`: for which keys, so that no page fills the memory with its own; None: for all."""
        super().__init__()
        self._compute, self._most, self._keeps = compute, most, keeps

    def __missing__(self, key: Key) -> Value:
        value = self._compute(key)
        if self._keeps is None or self._keeps(key):
            if len(self) >= self._most:
                self.clear()
            self[key] = value
        return value
