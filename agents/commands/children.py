"""The stages of the demo: a worker each, as child processes that end with this one, their output kept for when one dies."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections import deque
from collections.abc import AsyncIterator, Mapping
from functools import partial
from types import TracebackType
from typing import Self

from agents.commands.terminal import say
from agents.runtime.lifeline import end_with

TERM_S = 8.0
"""Seconds that a worker has to end after SIGTERM before it is killed."""
WORKER = (sys.executable, "-m", "agents.runtime.worker")
KEPT_LINES = 12
LINE_BYTES = 1 << 20


class ChildDied(Exception):
    """A worker ended by itself; the message holds its last lines."""


class Children:
    """Runs the worker of each of `stages` (name -> where it stands) against `brokers`; ends them when the body ends."""

    def __init__(self, stages: Mapping[str, str], brokers: str, environment: dict[str, str], verbose: bool) -> None:
        self._stages = stages
        self._environment = _without_own_connection() | {"EVENTWIRE_BROKERS": brokers} | environment
        self._verbose = verbose
        self._processes: dict[str, asyncio.subprocess.Process] = {}
        self._last_lines: dict[str, deque[str]] = {}
        self._readers: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        for stage, path in self._stages.items():
            process = await asyncio.create_subprocess_exec(
                *WORKER,
                path,
                env=self._environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.STDOUT,
                limit=LINE_BYTES,
                process_group=0,  # Ctrl-C is for the demo, which ends them in order
                preexec_fn=partial(end_with, os.getpid(), signal.SIGKILL),  # the embedded broker is gone with the demo
            )
            self._processes[stage] = process
            self._last_lines[stage] = deque(maxlen=KEPT_LINES)
            self._readers.append(asyncio.create_task(self._keep_output(stage, process)))
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for process in self._processes.values():
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
        await asyncio.gather(*(_wait_or_kill(process) for process in self._processes.values()))
        await asyncio.gather(*self._readers)

    async def watch(self) -> None:
        """Returns never; raises ChildDied when a worker ends."""
        waits = {asyncio.create_task(process.wait()): stage for stage, process in self._processes.items()}
        try:
            done, _ = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
        ended = next(iter(done))
        stage = waits[ended]
        await asyncio.sleep(0)  # lets the last lines in
        raise ChildDied(
            f"the {stage} worker ended with status {ended.result()}; its last lines:\n"
            + "\n".join(f"  {line}" for line in self._last_lines[stage])
        )

    async def _keep_output(self, stage: str, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        async for raw in _lines(process.stdout):
            line = raw.decode("utf-8", "replace").rstrip()
            self._last_lines[stage].append(line)
            if self._verbose:
                say(f"{stage}: {line}")


async def _lines(stream: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """The lines; of one over the stream's limit, pieces. (The stream's own iteration raises ValueError there.)"""
    while True:
        try:
            line = await stream.readuntil()
        except asyncio.LimitOverrunError as overrun:
            line = await stream.readexactly(overrun.consumed)
        except asyncio.IncompleteReadError as end:
            if end.partial:
                yield end.partial
            return
        yield line


async def _wait_or_kill(process: asyncio.subprocess.Process) -> None:
    try:
        await asyncio.wait_for(process.wait(), TERM_S)
    except TimeoutError:
        os.killpg(process.pid, 9)
        await process.wait()


def _without_own_connection() -> dict[str, str]:
    """This environment, without how to reach the real Kafka: the embedded broker knows neither TLS nor SASL."""
    return {name: value for name, value in os.environ.items() if not name.startswith("EVENTWIRE_KAFKA_")}
