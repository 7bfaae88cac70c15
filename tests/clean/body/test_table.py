"""Columns by name, as rows of one matrix."""

from __future__ import annotations

import numpy as np

from agents.clean.body.table import Table


def test_columns_are_added_and_taken_by_name() -> None:
    table = Table(2)
    table.add(("a", "b"), [[1, 2], [3, 4]])
    table.add(("everywhere",), 7)
    assert table.names == ("a", "b", "everywhere")
    assert table["b"].tolist() == [3, 4]
    assert table.take(("everywhere", "a")).tolist() == [[7, 7], [1, 2]]


def test_columns_of_some_blocks() -> None:
    table = Table(3)
    table.add(("a", "b"), [[1, 2, 3], [4, 5, 6]])
    assert table.take_at(("b", "a"), np.array([2, 0])).tolist() == [[6, 4], [3, 1]]
