"""A pool of processes that transform records: each killable, each with a socket of its own.

A record that hangs, crashes or outgrows its memory costs its process, which is replaced, and becomes a typed outcome; no other
record notices. There is no lock, queue or pipe that two processes share, so a process killed at any moment hurts only the record
that it holds.

    async with Pool("agents.clean.agent:STAGE", processes=2, deadline_s=5.0, memory_bytes=1 << 30) as pool:
        outcome = await pool.run(message)
"""

from __future__ import annotations

import asyncio
import contextlib
import resource
import signal
from collections.abc import Callable
from types import TracebackType
from typing import Self

from agents.runtime.frame import pack_message, unpack_outcome
from agents.runtime.message import Message
from agents.runtime.outcome import Failed, Outcome
from agents.runtime.pool_child import Child, CouldNotStart, Ended, Lost
from schemas.deadletter import DeadLetterReason

RECYCLE_AFTER = 10_000
"""Records after which a process is replaced by a fresh one: bounds what leaks in C libraries and a fragmented heap add up to, which
would eat into the memory allowed to a record. At some milliseconds a record a start (1-3 s) costs under a tenth of that time."""

FAILED_STARTS = 3
"""Starts that may fail one after another: one may be chance (memory, a full process table), three are a fault."""

START_PAUSE_S = 0.2
"""Before a start that follows a failed one, times the number of failures."""

HANDOVERS = 2
"""Processes that may die before they have read a record; it is not the record's fault, but two in a row might be."""


class PoolBroken(Exception):
    """The pool can't work: no record is to blame."""


class Pool:
    """`start` in the thread that stays to the end: the kernel kills the processes together with the thread that started them.

    `on_replaced` is told why, as one of `Ended`, each time that a process has ended and another takes its place.
    """

    def __init__(
        self,
        stage_path: str,
        processes: int,
        deadline_s: float,
        memory_bytes: int,
        on_replaced: Callable[[str], None] = lambda why: None,
    ) -> None:
        self._stage_path = stage_path
        self._processes = processes
        self._deadline_s = deadline_s
        self._memory_bytes = memory_bytes
        self._on_replaced = on_replaced
        self._children: set[Child] = set()
        self._ready: asyncio.Queue[Child | None] = asyncio.Queue()
        self._keepers: list[asyncio.Task[None]] = []
        self._failed_starts = 0
        self._broken: str | None = "the pool is not started"
        self.restarts = 0
        """Processes replaced because they were ended or died; recycled ones do not count."""

    @property
    def busy(self) -> int:
        """Processes that hold a record."""
        return sum(child.busy for child in self._children)

    @property
    def idle(self) -> int:
        """Processes that wait for one."""
        return sum(child.alive and not child.busy for child in self._children)

    @property
    def pids(self) -> list[int]:
        """Of the processes that are ready or at work."""
        return [child.pid for child in self._children if child.alive]

    def memory_bytes(self) -> int:
        """What the processes hold in main memory, together; what they share counts for each."""
        return sum(_resident_bytes(pid) for pid in self.pids)

    @property
    def broken(self) -> str | None:
        """Why it can't work."""
        return self._broken

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.stop()

    async def start(self) -> None:
        """Returns when every process is ready. Raises PoolBroken where they can't be started, with the reason."""
        self._broken, self._failed_starts, self._ready = None, 0, asyncio.Queue()
        filled = [asyncio.Event() for _ in range(self._processes)]
        self._keepers = [asyncio.create_task(self._keep(event), name="pool-keeper") for event in filled]
        try:
            for event in filled:
                await event.wait()
        except BaseException:
            await self.stop()
            raise
        if (reason := self.broken) is not None:
            await self.stop()
            raise PoolBroken(reason)

    async def stop(self) -> None:
        """Ends every process at once; records still in work raise PoolBroken in their `run`."""
        self._break("the pool was stopped")
        for keeper in self._keepers:
            keeper.cancel()
        await asyncio.gather(*self._keepers, return_exceptions=True)
        self._keepers = []

    async def run(self, message: Message) -> Outcome:
        """What became of the message. Raises PoolBroken where the pool can't work; whatever the record does is an outcome.

        The deadline counts from the moment when a process takes the message.
        """
        frame = pack_message(message)
        for handover in range(1, HANDOVERS + 1):
            child = await self._take()
            try:
                outcome = unpack_outcome(await child.ask(frame, self._deadline_s))
            except TimeoutError:
                child.kill(Ended.TIMED_OUT)
                return Failed(DeadLetterReason.TIMED_OUT, "TimeoutError", f"took longer than {self._deadline_s:g} s")
            except Lost as lost:
                status = await child.end()
                if (reason := self.broken) is not None:
                    raise PoolBroken(reason) from None
                if lost.unread and handover < HANDOVERS:
                    continue
                return Failed(DeadLetterReason.CRASHED, "ProcessDied", f"its process ended: {_describe(status)}")
            except BaseException:  # cancelled: the answer would come to whoever asks next
                child.kill(Ended.ABANDONED)
                raise
            finally:
                child.busy = False
            if isinstance(outcome, Failed) and outcome.reason is DeadLetterReason.OUT_OF_MEMORY:
                child.kill(Ended.OUT_OF_MEMORY)  # its heap stays large and torn
            elif child.records >= RECYCLE_AFTER:
                child.kill(Ended.RECYCLED)
            else:
                self._ready.put_nowait(child)
            return outcome
        raise AssertionError("the last handover returns")

    async def _take(self) -> Child:
        while self._broken is None:
            child = await self._ready.get()
            if child is None:
                self._ready.put_nowait(None)  # for whoever else waits
            elif child.alive:
                child.busy = True
                return child
        raise PoolBroken(self._broken)

    async def _keep(self, filled: asyncio.Event) -> None:
        """Keeps one place of the pool filled: a process, and after its end the next."""
        while self._broken is None:
            child = await self._started()
            if child is not None:
                self._children.add(child)
                self._ready.put_nowait(child)
                filled.set()
                try:
                    await child.exit_status()
                finally:
                    self._children.discard(child)
                    await child.end()
                if child.ended is not Ended.RECYCLED:
                    self.restarts += 1
                self._on_replaced(child.ended)
        filled.set()

    async def _started(self) -> Child | None:
        if self._failed_starts:
            await asyncio.sleep(START_PAUSE_S * self._failed_starts)
        try:
            child = await Child.start(self._stage_path, self._memory_bytes)
        except (CouldNotStart, OSError) as error:
            self._failed_starts += 1
            if self._failed_starts >= FAILED_STARTS:
                self._break(f"processes for {self._stage_path} can't be started, {self._failed_starts} times in a row: {error}")
            return None
        self._failed_starts = 0
        return child

    def _break(self, reason: str) -> None:
        if self._broken is None:
            self._broken = reason
            self._ready.put_nowait(None)


def _resident_bytes(pid: int) -> int:
    try:
        with open(f"/proc/{pid}/statm") as statm:
            return int(statm.read().split()[1]) * resource.getpagesize()
    except (FileNotFoundError, ProcessLookupError):  # it has just ended
        return 0


def _describe(status: int) -> str:
    if status >= 0:
        return f"exit code {status}"
    with contextlib.suppress(ValueError):
        return f"{signal.Signals(-status).name} (signal {-status})"
    return f"signal {-status}"
