from __future__ import annotations

import asyncio
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.runtime.window import Ticket, Window


async def settle() -> None:
    """Lets every task run until it waits."""
    for _ in range(20):
        await asyncio.sleep(0)


async def admitted(window: Window, tp: str, offset: int, key: str | None = None) -> Ticket | None:
    """The ticket, or None where there is no place now."""
    task = asyncio.create_task(window.admit(tp, offset, key))
    await settle()
    if task.done():
        return task.result()
    task.cancel()
    return None


async def test_only_so_many_are_in_flight():
    window = Window(size=2, span=100)
    first = await window.admit("p0", 0, None)
    await window.admit("p1", 0, None)
    assert await admitted(window, "p0", 1) is None
    async with first:
        pass
    assert await admitted(window, "p0", 1) is not None
    assert window.in_flight == 2


async def test_open_offsets_of_a_partition_stay_within_the_span():
    window = Window(size=10, span=3)
    oldest = await window.admit("p0", 7, None)
    assert await admitted(window, "p0", 9) is not None
    assert await admitted(window, "p0", 10) is None
    assert await admitted(window, "p1", 10) is not None
    oldest.leave()
    assert await admitted(window, "p0", 10) is not None


async def test_records_of_a_key_go_one_after_another_slow_then_fast():
    window, done = Window(size=4, span=10), []
    slow_may_end = asyncio.Event()

    async def work(name: str, ticket: Ticket) -> None:
        async with ticket:
            if name == "slow":
                await slow_may_end.wait()
            done.append(name)

    tasks = [
        asyncio.create_task(work(name, await window.admit("p0", offset, key)))
        for offset, (name, key) in enumerate([("slow", "a"), ("fast", "a"), ("other", "b"), ("keyless", None)])
    ]
    await settle()
    assert done == ["other", "keyless"]
    slow_may_end.set()
    await asyncio.gather(*tasks)
    assert done[2:] == ["slow", "fast"]


async def test_the_same_key_of_another_partition_does_not_wait():
    window = Window(size=2, span=10)
    await window.admit("p0", 0, "a")
    async with asyncio.timeout(5), await window.admit("p1", 0, "a"):
        pass


async def test_a_cancelled_wait_frees_its_place_and_keeps_the_order_of_those_behind():
    window, order = Window(size=3, span=10), []
    first, second, third = [await window.admit("p0", offset, "a") for offset in range(3)]

    async def enter(ticket: Ticket, name: str) -> None:
        async with ticket:
            order.append(name)

    waiting, last = asyncio.create_task(enter(second, "second")), asyncio.create_task(enter(third, "third"))
    await settle()
    waiting.cancel()
    await settle()
    assert (window.in_flight, order) == (2, [])
    async with first:
        await settle()
        assert order == []
    await last
    assert order == ["third"]


async def test_an_error_inside_frees_the_place_and_the_key():
    window = Window(size=1, span=10)
    with pytest.raises(ValueError, match="broken"):
        async with await window.admit("p0", 0, "a"):
            raise ValueError("broken")
    async with asyncio.timeout(5), await window.admit("p0", 1, "a"):
        pass
    assert window.in_flight == 0


async def test_forgotten_partitions_no_longer_count():
    window = Window(size=2, span=10)
    gone, kept = await window.admit("p0", 500, "a"), await window.admit("p1", 3, "a")
    window.forget(["p0"])
    assert window.in_flight == 1
    assert await admitted(window, "p0", 12) is not None
    gone.leave()
    assert window.in_flight == 2
    kept.leave()
    assert window.in_flight == 1


async def test_age_of_the_oldest_open_record():
    now = 100.0
    window = Window(size=3, span=10, clock=lambda: now)
    assert window.oldest_open_age_s == 0
    first = await window.admit("p0", 0, None)
    now = 103.0
    await window.admit("p0", 1, None)
    now = 104.0
    assert window.oldest_open_age_s == 4
    first.leave()
    assert window.oldest_open_age_s == 1


def test_a_window_that_admits_nothing_is_refused():
    with pytest.raises(ValueError, match="size 0"):
        Window(size=0, span=10)


records = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["a", "b", None]), st.integers(0, 8)), max_size=60)


@settings(max_examples=150, deadline=None)
@given(records, st.integers(1, 6), st.integers(1, 6))
def test_in_any_order_of_completion_bounds_and_order_hold_and_everything_ends(
    records: list[tuple[int, str | None, int]], size: int, span: int
):
    """Each record: its partition, its key, and the turns of the event loop that its work takes."""

    async def scenario() -> None:
        window = Window(size, span)
        begun: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        open_offsets: defaultdict[int, set[int]] = defaultdict(set)
        at_work: set[tuple[int, str]] = set()
        ended = 0

        async def work(ticket: Ticket, tp: int, offset: int, key: str | None, turns: int) -> None:
            nonlocal ended
            async with ticket:
                if key is not None:
                    assert (tp, key) not in at_work
                    at_work.add((tp, key))
                    begun[tp, key].append(offset)
                for _ in range(turns):
                    await asyncio.sleep(0)
                if key is not None:
                    at_work.remove((tp, key))
                open_offsets[tp].remove(offset)
            ended += 1

        following: defaultdict[int, int] = defaultdict(int)
        tasks = []
        for tp, key, turns in records:
            offset, following[tp] = following[tp], following[tp] + 1
            ticket = await window.admit(tp, offset, key)
            open_offsets[tp].add(offset)
            assert window.in_flight <= size
            assert max(open_offsets[tp]) - min(open_offsets[tp]) < span
            tasks.append(asyncio.create_task(work(ticket, tp, offset, key, turns)))
        await asyncio.gather(*tasks)
        assert ended == len(records)
        assert all(offsets == sorted(offsets) for offsets in begun.values())
        assert window.in_flight == 0
        assert not window._last
        assert not window._offsets

    asyncio.run(asyncio.wait_for(scenario(), 10))
