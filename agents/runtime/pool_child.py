"""The worker's end of one pool process: started, asked, killed, reaped."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from enum import StrEnum

from agents.runtime.frame import PREFIX, frame_size, pack, unpack

START_PATIENCE_S = 120.0
"""A process that has not loaded its stage by then never will: the models load in 1-3 s on an idle machine."""

SOCKET_BUFFER_BYTES = 1 << 20
"""A page and its article in one go, where the kernel allows it (net.core.wmem_max)."""

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"), "1")
"""The pool is the parallelism; threads of numeric libraries in each process would fight for the same cores."""


class CouldNotStart(Exception):
    """The process ended, or said why it can't serve, before it was ready."""


class Lost(Exception):
    """The connection ended before an answer. `unread`: the process had not read the whole question."""

    def __init__(self, unread: bool) -> None:
        super().__init__("the connection to the pool process ended")
        self.unread = unread


class Ended(StrEnum):
    """Why a process is no more."""

    CRASHED = "crashed"
    """By itself, or killed from outside."""
    TIMED_OUT = "timed-out"
    OUT_OF_MEMORY = "out-of-memory"
    ABANDONED = "abandoned"
    """Its record's partition went to another worker."""
    RECYCLED = "recycled"
    """For its age."""


class Child(asyncio.Protocol):
    """One process; takes one question at a time.

    The answer arrives in a callback, not in a task: when the event loop was held up, an answer that is there is seen before the
    deadline's timer, and no record is blamed for it.
    """

    def __init__(self) -> None:
        self.alive = True
        self.busy = False
        self.ended = Ended.CRASHED
        self.records = 0
        self._loop = asyncio.get_running_loop()
        self._buffer = bytearray()
        self._wanted = 0
        self._answer: asyncio.Future[bytearray] | None = None
        self._transport: asyncio.WriteTransport | None = None
        self._exited: asyncio.Future[int] = self._loop.create_future()

    @classmethod
    async def start(cls, stage_path: str, memory_bytes: int) -> Child:
        """A process that is ready. Raises CouldNotStart, OSError."""
        child = cls()
        ours, theirs = socket.socketpair()
        with theirs:
            for end in (ours, theirs):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SOCKET_BUFFER_BYTES)
                end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SOCKET_BUFFER_BYTES)
            try:
                child._spawn(stage_path, theirs.fileno())
            except BaseException:
                ours.close()
                raise
        try:
            ours.setblocking(False)
            await child._loop.create_unix_connection(lambda: child, sock=ours)
            start = pack({"parent": os.getpid(), "memory_bytes": memory_bytes})
            fields, _ = unpack(await child.ask(start, START_PATIENCE_S))
        except TimeoutError:
            await child.end()
            raise CouldNotStart(f"not ready after {START_PATIENCE_S:g} s") from None
        except Lost:
            raise CouldNotStart(f"the process ended with {await child.end()} before it was ready") from None
        except BaseException:
            await child.end()
            raise
        if fields["error"] is not None:
            await child.end()
            raise CouldNotStart(fields["error"])
        child.records = 0
        return child

    def _spawn(self, stage_path: str, fd: int) -> None:
        # -P: a folder named like one of our packages, where the command happens to run, is not imported.
        # Its output goes to standard error: the worker's standard output may carry records.
        # A session of its own: a terminal's Ctrl-C is not for it, not even before it ignores the signal.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "agents.runtime.pool_process", stage_path, str(fd)],
            pass_fds=[fd],
            stdin=subprocess.DEVNULL,
            stdout=2,
            env={**os.environ, **ONE_THREAD},
            start_new_session=True,
        )
        self._pidfd = os.pidfd_open(self._process.pid)
        self._loop.add_reader(self._pidfd, self._reap)

    @property
    def pid(self) -> int:
        return self._process.pid

    async def ask(self, question: bytes, deadline_s: float) -> bytearray:
        """The answer's frame. Raises TimeoutError, Lost; after either, and after a cancellation, the process must be killed."""
        if not self.alive or self._transport is None or self._transport.is_closing():
            raise Lost(unread=True)
        self.records += 1
        self._answer = self._loop.create_future()
        timer = self._loop.call_later(deadline_s, self._fail, TimeoutError())
        try:
            self._transport.write(question)
            return await self._answer
        finally:
            timer.cancel()
            self._answer = None

    def kill(self, why: Ended | None = None) -> None:
        """SIGKILL, and nothing more is heard of it. Without a reason: it has ended, or ends, by itself."""
        if why is not None and self.alive:
            self.ended = why
        self.alive = False
        if self._transport is not None:
            self._transport.abort()
        self._process.kill()

    async def end(self) -> int:
        """Kills it and waits for its end; the exit code, or minus the signal."""
        self.kill()
        return await self.exit_status()

    async def exit_status(self) -> int:
        """Waits for the end: the exit code, or minus the signal."""
        return await asyncio.shield(self._exited)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if not self._wanted and len(self._buffer) >= PREFIX.size:
            self._wanted = frame_size(self._buffer)
        if self._wanted and len(self._buffer) >= self._wanted and self._answer is not None and not self._answer.done():
            self._answer.set_result(self._buffer)
            self._buffer, self._wanted = bytearray(), 0

    def connection_lost(self, error: Exception | None) -> None:
        # The kernel says "connection reset" or "broken pipe", instead of the plain end, where the other side left bytes unread.
        self._fail(Lost(unread=error is not None))
        self.kill()

    def _fail(self, error: Exception) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(error)

    def _reap(self) -> None:
        self.alive = False
        self._loop.remove_reader(self._pidfd)
        os.close(self._pidfd)
        self._exited.set_result(self._process.wait())
