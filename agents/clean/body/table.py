"""Columns of numbers, by name, as rows of one matrix: what the trees ask of each block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float32]

ROOM = 160
"""Columns that a table holds: more than either pass makes."""


class Table:
    """Up to ROOM columns of n values."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._matrix = np.empty((ROOM, size), np.float32)
        self._row: dict[str, int] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """In the order in which they were added."""
        return tuple(self._row)

    def add(self, names: Sequence[str], values: Any) -> None:
        """k names and k x n values, or what can be spread to that."""
        at = len(self._row)
        self._matrix[at : at + len(names)] = values
        for row, name in enumerate(names, at):
            self._row[name] = row

    def __contains__(self, name: str) -> bool:
        return name in self._row

    def __getitem__(self, name: str) -> Values:
        return np.asarray(self._matrix[self._row[name]])

    def take(self, names: Sequence[str]) -> Values:
        """A matrix of these columns, k x n."""
        return self._matrix[[self._row[name] for name in names]]

    def take_at(self, names: Sequence[str], blocks: NDArray[np.int64]) -> Values:
        """The same of some blocks alone."""
        return self._matrix[np.array([self._row[name] for name in names], np.int64)[:, None], blocks]
