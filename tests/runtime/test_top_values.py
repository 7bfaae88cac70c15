from __future__ import annotations

import pytest

from agents.runtime.top_values import OTHER, TopValues


def names(top: TopValues, *values: str) -> list[str]:
    return [top.name(value)[0] for value in values]


def test_the_first_values_have_names_and_the_rest_are_others() -> None:
    assert names(TopValues(2), "a", "b", "c", "a", "c") == ["a", "b", OTHER, "a", OTHER]


def test_a_value_that_is_clearly_more_frequent_takes_the_rarest_ones_name() -> None:
    top = TopValues(2)
    names(top, "a", "a", "b")
    assert [top.name("c") for _ in range(3)] == [(OTHER, None), (OTHER, None), ("c", "b")]
    assert top.name("b") == (OTHER, None)


def test_two_of_a_kind_do_not_take_turns() -> None:
    top = TopValues(1)
    assert [top.name(value)[1] for value in "ab" * 100] == [None] * 200


def test_what_was_frequent_once_makes_room() -> None:
    top = TopValues(1)
    names(top, *["old"] * 1000)
    names(top, *[value for number in range(300) for value in (f"rare {number}", "new")])
    assert top.name("new")[0] == "new"


def test_memory_is_bounded_whatever_strangers_send() -> None:
    top = TopValues(3)
    names(top, *(str(number) for number in range(10_000)))
    assert len(top._counts) <= 61


def test_no_names_at_all_are_refused() -> None:
    with pytest.raises(ValueError, match="1 or more"):
        TopValues(0)
