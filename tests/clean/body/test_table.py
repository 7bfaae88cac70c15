"""Columns by name, as rows of one matrix."""

from __future__ import annotations

import numpy as np
import pytest

from agents.clean.body.table import Layout, Table


def test_columns_are_added_and_taken_by_name() -> None:
    table = Table(2, Layout())
    table.add(("a", "b"))[:] = [[1, 2], [3, 4]]
    table.add(("everywhere",))[:] = 7
    assert table.names == ("a", "b", "everywhere")
    assert table["b"].tolist() == [3, 4]
    assert table.take(("everywhere", "a")).tolist() == [[7, 7], [1, 2]]


def test_rows_can_be_filled_in_later() -> None:
    table = Table(2, Layout())
    row, other = table.add(("a", "b"))
    table.add(("c",))[:] = 2
    row[:], other[:] = (-1, 5), -1
    assert table.take(("a", "b", "c")).tolist() == [[-1, 5], [-1, -1], [2, 2]]


def test_columns_of_some_blocks() -> None:
    table = Table(3, Layout())
    table.add(("a", "b"))[:] = [[1, 2, 3], [4, 5, 6]]
    assert table.take_at(("b", "a"), np.array([2, 0])).tolist() == [[6, 4], [3, 1]]


def test_all_pages_have_their_columns_in_one_order() -> None:
    layout = Layout()
    first, second = Table(1, layout), Table(1, layout)
    first.add(("a",))[:] = 1
    first.add(("b",))[:] = 2
    second.add(("a",))[:] = 3
    assert second["a"].tolist() == [3]
    second.add(("b",))[:] = 4
    assert second.take(("b", "a")).tolist() == [[4], [3]]
    with pytest.raises(ValueError, match="'b'"):
        Table(1, layout).add(("b",))
