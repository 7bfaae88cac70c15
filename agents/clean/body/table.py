"""Columns of numbers, by name, as rows of one matrix: what the trees ask of each block."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float32]

ROOM = 160
"""Columns that a table holds: more than either pass makes."""


class Layout:
    """Which row of a table holds which column: found out on the first page, since every page has the same columns in the same
    order."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}
        self._found: dict[tuple[str, ...], NDArray[np.int64]] = {}

    def of(self, names: tuple[str, ...]) -> NDArray[np.int64]:
        """The rows of these columns, remembered."""
        found = self._found.get(names)
        if found is None:
            found = self._found[names] = np.array([self.rows[name] for name in names], np.int64)
        return found


class Table:
    """Up to ROOM columns of n values."""

    def __init__(self, size: int, layout: Layout) -> None:
        self.size = size
        self.layout = layout
        self._matrix = np.empty((ROOM, size), np.float32)
        self._filled = 0

    @property
    def names(self) -> tuple[str, ...]:
        """In the order in which they were added."""
        return tuple(self.layout.rows)

    def add(self, names: Sequence[str]) -> Values:
        """The rows of k more columns, k x n, for the caller to fill in. Raises ValueError where a page adds its columns in another
        order than those before."""
        start, rows = self._filled, self.layout.rows
        self._filled = stop = start + len(names)
        if stop > len(rows):
            rows.update(zip(names, range(start, stop), strict=True))
        elif rows[names[0]] != start:
            raise ValueError(f"column {names[0]!r} comes out of its order")
        return self._matrix[start:stop]

    def __getitem__(self, name: str) -> Values:
        return np.asarray(self._matrix[self.layout.rows[name]])

    def take(self, names: tuple[str, ...]) -> Values:
        """A matrix of these columns, k x n."""
        return self._matrix.take(self.layout.of(names), axis=0)

    def take_at(self, names: tuple[str, ...], blocks: NDArray[np.int64]) -> Values:
        """The same of some blocks alone."""
        return self.take(names).take(blocks, axis=1)
