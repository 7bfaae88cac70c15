"""JSON Lines through stages, without Kafka: lines in, outcomes out in the order of the lines, a bounded number in between."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import AsyncGenerator, Awaitable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from agents.runtime.message import Message
from agents.runtime.outcome import Failed, Outcome
from agents.runtime.pool import Pool

OPEN_LINES_PER_PROCESS = 16
"""Lines read and not yet written, for each process: enough that one slow line does not idle the others, few enough for memory."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the input; numbers start at 1."""

    number: int
    text: bytes


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a line, and in which stage."""

    line: Line
    stage: str
    outcome: Outcome


Pools = Sequence[tuple[str, Pool]]
"""The stages' names and pools, in the order of the work."""


async def run_lines(source: BinaryIO, pools: Pools, open_lines: int) -> AsyncGenerator[Done, None]:
    """Sends each line of `source` through the pools; empty lines are skipped, at most `open_lines` are held at once.

    What one stage rejected or failed does not reach the next. Raises PoolBroken, and what reading raises (OSError).
    """
    works: asyncio.Queue[Awaitable[Done] | None] = asyncio.Queue()
    places = threading.Semaphore(open_lines)
    loop = asyncio.get_running_loop()
    started: set[asyncio.Task[Done]] = set()

    def begin(line: Line) -> None:
        work = loop.create_task(_through(line, pools))
        started.add(work)
        work.add_done_callback(started.discard)
        works.put_nowait(work)

    def end(error: OSError | None) -> None:
        if error is not None:
            failure: asyncio.Future[Done] = loop.create_future()
            failure.set_exception(error)
            works.put_nowait(failure)
        works.put_nowait(None)

    def read() -> None:
        error = None
        try:
            for number, text in enumerate(source, 1):
                if text.strip():
                    places.acquire()
                    loop.call_soon_threadsafe(begin, Line(number, text))
        except OSError as caught:
            error = caught
        loop.call_soon_threadsafe(end, error)

    def read_while_wanted() -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: the command has ended, and this line comes too late
            read()

    # A pipe may keep its reader waiting for ever: a thread, so that it does not hold up the loop, and a daemon, so that a
    # command which ends early does not wait for one more line.
    threading.Thread(target=read_while_wanted, name="read-lines", daemon=True).start()
    try:
        while (work := await works.get()) is not None:
            yield await work
            places.release()
    finally:
        leftover = list(started)
        for task in leftover:
            task.cancel()
        await asyncio.gather(*leftover, return_exceptions=True)


async def _through(line: Line, pools: Pools) -> Done:
    value, last = line.text, len(pools) - 1
    for position, (stage, pool) in enumerate(pools):
        outcome = await pool.run(Message(value))
        if isinstance(outcome, Failed) or outcome.reason or position == last:
            return Done(line, stage, outcome)
        value = outcome.value
    raise ValueError("no stage to send lines through")
