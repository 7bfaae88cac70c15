"""Keeps several workers running, each in a process of its own: what `eventwire worker all` does."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Mapping
from functools import partial
from time import monotonic
from typing import TextIO

from agents.runtime.lifeline import end_with

FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 30.0
"""Before a worker is started again, doubled each time."""
SETTLED_S = 60.0
"""A worker that ran so long was well; its next end counts as the first."""
MOST_RESTARTS = 6
"""In a row, about a minute and a half in all. Then something is wrong that a restart does not mend, and whoever supervises the
whole should know."""

LINE_BYTES = 1 << 20
"""Longest line of a worker's that is passed on: libraries' debug lines hold whole records."""

OK, COULD_NOT_START, FAILED = 0, 1, 70


class Supervisor:
    """`commands`: stage -> what to run. `grace_s`: seconds from SIGTERM to SIGKILL, more than a drain takes.

    `prefix`: whether each line that a worker writes is preceded by its stage.
    """

    def __init__(
        self,
        commands: Mapping[str, list[str]],
        grace_s: float,
        prefix: bool,
        output: TextIO = sys.stderr,
        pause_s: float = FIRST_PAUSE_S,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._commands = commands
        self._grace_s = grace_s
        self._prefix = prefix
        self._output = output
        self._pause_s = pause_s
        self._clock = clock
        self._stopping = asyncio.Event()

    async def run(self) -> int:
        """Until SIGTERM or SIGINT, or until a stage can't be kept up; returns the exit status."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stopping.set)
        return max(await asyncio.gather(*(self._keep(stage, command) for stage, command in self._commands.items())))

    async def _keep(self, stage: str, command: list[str]) -> int:
        """Runs one stage; when it can't be kept up, the others are stopped as well."""
        pause, restarts = self._pause_s, 0
        while True:
            started = self._clock()
            status = await self._once(stage, command)
            if self._stopping.is_set():
                return OK if status == OK else FAILED
            if self._clock() - started > SETTLED_S:
                pause, restarts = self._pause_s, 0
            restarts += 1
            if status == COULD_NOT_START or restarts > MOST_RESTARTS:
                self._say(f"worker {stage} ended with status {status} and can't be kept up; its last lines tell why")
                self._stopping.set()
                return FAILED
            self._say(f"worker {stage} ended with status {status}; starting it again in {pause:g} s")
            try:
                await asyncio.wait_for(self._stopping.wait(), pause)
                return OK
            except TimeoutError:
                pause = min(2 * pause, LONGEST_PAUSE_S)

    async def _once(self, stage: str, command: list[str]) -> int:
        """Starts it, passes a stop on, and returns its exit status."""
        pipe = asyncio.subprocess.PIPE if self._prefix else None
        # A session of its own: Ctrl-C at the terminal comes to the supervisor alone, which passes it on once.
        # When the supervisor is killed the workers drain and end, or its successor would find them in its way.
        tie = partial(end_with, os.getpid(), signal.SIGTERM)
        process = await asyncio.create_subprocess_exec(
            *command, stdout=pipe, stderr=pipe, start_new_session=True, preexec_fn=tie, limit=LINE_BYTES
        )
        copying = [
            asyncio.create_task(self._copy(stage, stream)) for stream in (process.stdout, process.stderr) if stream is not None
        ]
        ended = asyncio.create_task(process.wait())
        stop = asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait({ended, stop}, return_when=asyncio.FIRST_COMPLETED)
            if not ended.done():
                process.terminate()
                await asyncio.wait({ended}, timeout=self._grace_s)
        finally:
            stop.cancel()
            if process.returncode is None:
                self._say(f"worker {stage} did not end within {self._grace_s:g} s and is killed; what it held will be read again")
                process.kill()
            status = await ended
            await asyncio.gather(*copying)
        return status

    async def _copy(self, stage: str, stream: asyncio.StreamReader) -> None:
        while True:
            try:
                line = await stream.readline()
            except ValueError:  # longer than LINE_BYTES; the stream has thrown it away
                line = b"(a line was too long to be shown)\n"
            if not line:
                return
            self._output.write(f"{stage:6}| {line.decode('utf-8', 'replace')}")
            self._output.flush()

    def _say(self, line: str) -> None:
        print(f"eventwire worker: {line}", file=self._output, flush=True)
