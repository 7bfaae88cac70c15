"""What the filter commands do: the stages' pools, the output files, the progress, and how it all ends."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack, aclosing
from pathlib import Path
from typing import BinaryIO

import orjson

from agents.app import STAGES
from agents.commands.progress import Progress
from agents.runtime.filter import OPEN_LINES_PER_PROCESS, Done, run_lines
from agents.runtime.outcome import Failed
from agents.runtime.pool import Pool, PoolBroken
from agents.settings import settings

STDIN, STDOUT = 0, 1

DONE, COULD_NOT_RUN = 0, 1
"""Exit statuses."""


def run_filter(stages: Sequence[str], jobs: int, rejected: Path | None, failed: Path | None) -> int:
    """Standard input through the stages to standard output. Returns the exit status.

    Ctrl-C, and a reader of the output that went away, end the process by their signals, as they end any Unix filter.
    """
    try:
        asyncio.run(_filter(stages, jobs, rejected, failed))
    except (PoolBroken, OSError) as error:
        print(f"eventwire: could not run: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    return DONE


async def _filter(stages: Sequence[str], jobs: int, rejected: Path | None, failed: Path | None) -> None:
    limits = settings()
    main = asyncio.current_task()
    assert main is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, main.cancel)
    # Never closed: closing would wait for a thread that may sit in a read for ever.
    source = open(STDIN, "rb", closefd=False)  # noqa: ASYNC230, SIM115
    try:
        async with AsyncExitStack() as stack:
            rejected_file, failed_file = (stack.enter_context(path.open("wb")) if path else None for path in (rejected, failed))
            pools = [(name, Pool(STAGES[name], jobs, limits.record_deadline_s, limits.pool_memory_bytes)) for name in stages]
            for _, pool in pools:
                await stack.enter_async_context(pool)
            progress = stack.enter_context(Progress(" and ".join(stages)))
            lines = await stack.enter_async_context(aclosing(run_lines(source, pools, OPEN_LINES_PER_PROCESS * jobs)))
            async for done in lines:
                await _deliver(done, rejected_file, failed_file, progress)
    except BrokenPipeError:
        _end_by(signal.SIGPIPE)
    except asyncio.CancelledError:
        _end_by(signal.SIGINT)


def _end_by(ending: signal.Signals) -> None:
    """At once: a thread may still wait to write to somebody who reads no more."""
    asyncio.get_running_loop().remove_signal_handler(signal.SIGINT)
    signal.signal(ending, signal.SIG_DFL)
    os.kill(os.getpid(), ending)


async def _deliver(done: Done, rejected: BinaryIO | None, failed: BinaryIO | None, progress: Progress) -> None:
    outcome = done.outcome
    if isinstance(outcome, Failed):
        progress.failed()
        progress.say(f"line {done.line.number}: {done.stage}: {outcome.reason}: {outcome.message or outcome.exception}")
        if failed is not None:
            failed.write(orjson.dumps(_failure(done, outcome), option=orjson.OPT_APPEND_NEWLINE))
    elif outcome.reason:
        progress.rejected()
        if rejected is not None:
            rejected.write(outcome.value + b"\n")
    else:
        progress.passed()
        # In a thread: whoever reads the output may be slow, and the pool's deadlines need the loop.
        await asyncio.to_thread(_write_all, outcome.value + b"\n")


def _write_all(data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(STDOUT, view) :]


def _failure(done: Done, failed: Failed) -> dict[str, object]:
    return {
        "line": done.line.number,
        "url": _url(done.line.text),
        "stage": done.stage,
        "reason": failed.reason,
        "message": failed.message or failed.exception,
    }


def _url(line: bytes) -> str | None:
    """The record's URL, where there is one to be read."""
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None
    url = record.get("url") if isinstance(record, dict) else None
    return url if isinstance(url, str) else None
