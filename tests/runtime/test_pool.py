from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import orjson
import pytest

from agents.runtime import pool as pool_module
from agents.runtime.message import Message
from agents.runtime.outcome import Failed, Outcome, Produced
from agents.runtime.pool import Pool, PoolBroken
from schemas.deadletter import DeadLetterReason

STAGE = "tests.runtime.stages:STAGE"
ROOT = str(Path(__file__).parents[2])


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", ROOT)


@pytest.fixture
async def pool() -> AsyncIterator[Pool]:
    async with Pool(STAGE, processes=2, deadline_s=2.0, memory_bytes=256 << 20) as pool:
        yield pool


def page(html: str, **more: object) -> Message:
    return Message(orjson.dumps({"url": "https://wire.example/a", "fetched_at": "2031-05-06T00:00:00Z", "html": html}), **more)  # type: ignore[arg-type]


def text_of(outcome: Outcome) -> str:
    assert isinstance(outcome, Produced), outcome
    return str(orjson.loads(outcome.value)["text"])


async def until(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def running(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


async def test_a_record_comes_back_transformed(pool: Pool):
    assert text_of(await pool.run(page("The ferry sails."))) == "The ferry sails."
    assert (pool.idle, pool.busy, pool.restarts) == (2, 0, 0)


async def test_null_values_and_headers_survive_the_way():
    failed = await run_one(Message(None, key=None, headers=(("traceparent", b"\xff\x00"),)))
    assert isinstance(failed, Failed)
    assert failed.message == "the value is null"


async def run_one(message: Message, stage: str = STAGE, deadline_s: float = 5.0, memory_bytes: int = 1 << 30) -> Outcome:
    async with Pool(stage, 1, deadline_s, memory_bytes) as pool:
        return await pool.run(message)


async def test_twenty_megabytes_pass_both_ways():
    assert len(text_of(await run_one(page("x" * 20_000_000), deadline_s=30))) == 20_000_000


@pytest.mark.parametrize(
    ("html", "reason", "text"),
    [
        ("loop", DeadLetterReason.TIMED_OUT, "longer than 2 s"),
        ("exit 3", DeadLetterReason.CRASHED, "exit code 3"),
        ("exit 0", DeadLetterReason.CRASHED, "exit code 0"),
        ("segfault", DeadLetterReason.CRASHED, "SIGSEGV (signal 11)"),
        ("abort", DeadLetterReason.CRASHED, "SIGABRT (signal 6)"),
        (f"allocate {300 << 20}", DeadLetterReason.OUT_OF_MEMORY, ""),
        ("raise no such element", DeadLetterReason.INTERNAL, "no such element"),
    ],
)
async def test_a_bad_record_fails_alone(pool: Pool, html: str, reason: DeadLetterReason, text: str):
    bad, good = await asyncio.gather(pool.run(page(html)), pool.run(page("The ferry sails.")))
    assert isinstance(bad, Failed)
    assert bad.reason is reason
    assert text in bad.message
    assert text_of(good) == "The ferry sails."
    await until(lambda: pool.idle == 2)
    assert pool.restarts == (reason is not DeadLetterReason.INTERNAL)


async def test_what_the_limit_allows_is_no_failure(pool: Pool):
    assert isinstance(await pool.run(page(f"allocate {100 << 20}")), Produced)
    assert pool.restarts == 0


async def test_a_record_too_large_to_be_read_is_out_of_memory():
    outcome = await run_one(page("x" * 60_000_000), memory_bytes=32 << 20, deadline_s=20)
    assert isinstance(outcome, Failed)
    assert outcome.reason is DeadLetterReason.OUT_OF_MEMORY


async def test_a_process_that_hangs_holds_up_nobody(pool: Pool):
    hung = asyncio.create_task(pool.run(page("loop")))
    await until(lambda: pool.busy == 1)
    for _ in range(20):
        await pool.run(page("quick"))
    assert not hung.done()
    assert isinstance(await hung, Failed)


async def test_the_deadline_does_not_count_the_wait_for_a_process():
    async with Pool(STAGE, 1, deadline_s=0.5, memory_bytes=1 << 30) as pool:
        outcomes = await asyncio.gather(*(pool.run(page("sleep .3")) for _ in range(4)))
    assert all(isinstance(outcome, Produced) for outcome in outcomes)


async def test_a_held_up_event_loop_blames_no_record():
    async with Pool(STAGE, 1, deadline_s=0.3, memory_bytes=1 << 30) as pool:
        work = asyncio.create_task(pool.run(page("sleep .1")))
        await until(lambda: pool.busy == 1)
        time.sleep(0.6)  # noqa: ASYNC251  the held-up loop itself
        assert isinstance(await work, Produced)


async def test_cancelling_a_run_does_not_mix_up_answers():
    async with Pool(STAGE, 1, 5.0, 1 << 30) as pool:
        cancelled = asyncio.create_task(pool.run(page("sleep .2")))
        await until(lambda: pool.busy == 1)
        cancelled.cancel()
        assert text_of(await pool.run(page("the next"))) == "the next"
        with pytest.raises(asyncio.CancelledError):
            await cancelled
        assert pool.restarts == 1


async def test_a_process_killed_while_idle_costs_no_record(pool: Pool):
    for _ in range(5):
        os.kill(int(text_of(await pool.run(page("pid")))), signal.SIGKILL)
        assert text_of(await pool.run(page("The ferry sails."))) == "The ferry sails."
        assert text_of(await pool.run(page("The ferry sails."))) == "The ferry sails."
    await until(lambda: pool.idle == 2)


async def test_interrupt_and_terminate_are_ignored(pool: Pool):
    pid = int(text_of(await pool.run(page("pid"))))
    os.kill(pid, signal.SIGINT)
    os.kill(pid, signal.SIGTERM)
    assert {int(text_of(await pool.run(page("pid")))) for _ in range(4)} >= {pid}
    assert pool.restarts == 0


async def test_a_process_is_recycled_after_its_share(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pool_module, "RECYCLE_AFTER", 3)
    async with Pool(STAGE, 1, 5.0, 1 << 30) as pool:
        pids = [text_of(await pool.run(page("pid"))) for _ in range(7)]
        assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [3, 3, 1]
        assert pool.restarts == 0


async def test_each_replaced_process_is_told_with_the_reason():
    told: list[str] = []
    async with Pool(STAGE, 1, 0.5, 256 << 20, told.append) as pool:
        for html in ("loop", "exit 3", f"allocate {300 << 20}"):
            await pool.run(page(html))
        idle = int(text_of(await pool.run(page("pid"))))
        os.kill(idle, signal.SIGKILL)  # between two records: no outcome tells of it
        await pool.run(page("The ferry sails."))
    assert told == ["timed-out", "crashed", "out-of-memory", "crashed"]


async def test_the_pools_memory_is_that_of_its_processes(pool: Pool):
    assert pool.memory_bytes() > 2 * (10 << 20)  # an interpreter with the libraries, twice


async def test_a_stage_that_cannot_be_loaded_says_why():
    with pytest.raises(
        PoolBroken, match=r"3 times in a row: FileNotFoundError: model.txt is missing: run `make models` \(.*stages.py:\d+\)"
    ):
        await Pool("tests.runtime.stages:UNLOADABLE", 2, 5.0, 1 << 30).start()


async def test_a_process_that_dies_before_it_is_ready_breaks_the_pool():
    with pytest.raises(PoolBroken, match="ended with 7 before it was ready"):
        await Pool("tests.runtime.stages:DYING", 1, 5.0, 1 << 30).start()


async def test_processes_that_cannot_be_replaced_break_the_pool(monkeypatch: pytest.MonkeyPatch):
    async with Pool(STAGE, 1, 5.0, 1 << 30) as pool:
        monkeypatch.setattr(sys, "executable", "/nowhere/python")
        failed = await pool.run(page("exit 1"))
        assert isinstance(failed, Failed)
        with pytest.raises(PoolBroken, match="No such file"):
            await pool.run(page("The ferry sails."))


async def test_stopping_blames_no_record_that_is_still_in_work():
    pool = Pool(STAGE, 1, 5.0, 1 << 30)
    await pool.start()
    pid = int(text_of(await pool.run(page("pid"))))
    works = [asyncio.create_task(pool.run(page("sleep 3"))) for _ in range(2)]
    await until(lambda: pool.busy == 1)
    await pool.stop()
    for work in works:
        with pytest.raises(PoolBroken, match="stopped"):
            await work
    assert not running(pid)
    with pytest.raises(PoolBroken):
        await pool.run(page("The ferry sails."))


ORPHAN_MAKER = """
import asyncio, orjson, sys
from agents.runtime.pool import Pool
from tests.runtime.test_pool import STAGE, page, text_of
async def main():
    async with Pool(STAGE, 2, 60.0, 1 << 30) as pool:
        await pool.run(page("print"))
        pids = set()
        while len(pids) < 2:
            pids.add(text_of(await pool.run(page("pid"))))
        print(*pids, flush=True)
        await asyncio.gather(pool.run(page("loop")), pool.run(page("loop")))
asyncio.run(main())
"""


async def test_hung_processes_die_with_their_worker_and_print_nothing_into_its_output():
    worker = subprocess.Popen([sys.executable, "-c", ORPHAN_MAKER], stdout=subprocess.PIPE, cwd=ROOT)  # noqa: ASYNC220
    assert worker.stdout is not None
    line = await asyncio.to_thread(worker.stdout.readline)
    pids = [int(pid) for pid in line.split()]
    assert len(pids) == 2
    assert all(running(pid) for pid in pids)
    worker.kill()
    worker.wait()
    worker.stdout.close()
    await until(lambda: not any(running(pid) for pid in pids), seconds=5)


@pytest.mark.slow
async def test_processes_killed_at_random_cost_at_most_the_record_that_they_hold():
    """500 records, each with exactly one outcome, while somebody kills a process at random every few tenths of a second."""
    chance, kills = random.Random(20310506), 0

    async def kill_some() -> None:
        nonlocal kills
        while True:
            await asyncio.sleep(chance.uniform(0.1, 0.5))
            if pool.pids:
                os.kill(chance.choice(pool.pids), signal.SIGKILL)
                kills += 1

    async def ask(number: int) -> None:
        outcomes[number].append(await pool.run(page(f"sleep .01 record-{number} " + "x" * chance.randrange(200_000))))

    outcomes: defaultdict[int, list[Outcome]] = defaultdict(list)
    async with Pool(STAGE, 2, 10.0, 1 << 30) as pool:
        killer = asyncio.create_task(kill_some())
        async with asyncio.timeout(100):
            for first in range(0, 500, 20):
                await asyncio.gather(*(ask(number) for number in range(first, first + 20)))
        killer.cancel()
        await until(lambda: pool.idle == 2)
        assert {int(text_of(await pool.run(page("pid")))) for _ in range(10)} == set(pool.pids)
    assert sorted(outcomes) == list(range(500))
    assert all(len(had) == 1 for had in outcomes.values())
    good = {number: had[0] for number, had in outcomes.items() if isinstance(had[0], Produced)}
    assert all(f" record-{number} " in text_of(outcome) for number, outcome in good.items())
    crashed = [had[0] for had in outcomes.values() if isinstance(had[0], Failed)]
    assert {failure.reason for failure in crashed} <= {DeadLetterReason.CRASHED}
    assert 500 - len(good) == len(crashed) <= kills == pool.restarts
    print(f"{kills} kills, {len(crashed)} records crashed, {len(good)} good, {pool.restarts} restarts")
