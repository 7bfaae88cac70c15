"""A process of the pool: reads a record from its socket, runs the stage's transform, writes the outcome, for ever.

    python -P -m agents.runtime.pool_process agents.clean.agent:STAGE 7

It is started by `agents.runtime.pool`, which ends it with SIGKILL whenever it likes; there is nothing here to clean up.
"""

from __future__ import annotations

import gc
import os
import pkgutil
import resource
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime

OBJECTS_A_RUN = 20_000
"""Objects left over, not those freed at once, after which the garbage collector looks at them; Python's default is 700. A record
leaves a few hundred in cycles."""


def main(stage_path: str, fd: int) -> None:
    # A terminal's Ctrl-C, and systemd's SIGTERM to the whole group, are the worker's business: it drains first.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.set_inheritable(fd, False)
    connection = socket.socket(fileno=fd)
    from agents.runtime.frame import pack, unpack  # after the signals: the imports take a while
    from agents.runtime.lifeline import end_with

    start = read_frame(connection)
    if start is None:
        return
    fields, _ = unpack(start)
    end_with(fields["parent"], signal.SIGKILL)  # a hung one does not outlive its worker
    try:
        answer = serve_with(stage_path)
    except Exception as error:
        connection.sendall(pack({"error": _last_line(error)}))
        return
    settle()
    limit_memory(fields["memory_bytes"])
    connection.sendall(pack({"error": None}))
    serve(connection, answer)


def settle() -> None:
    """What is loaded stays: the collector need not walk through models and lexicons again and again, nor begin at each of the
    thousands of objects that a record makes and leaves to be freed at once."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_A_RUN)


def serve_with(stage_path: str) -> Callable[[bytearray], bytes]:
    """Loads the stage; the result turns a record's frame into its outcome's."""
    from agents.runtime.execute import execute
    from agents.runtime.frame import pack_outcome, unpack_message
    from agents.settings import settings

    stage = pkgutil.resolve_name(stage_path)
    transform = stage.load(settings())

    def answer(frame: bytearray) -> bytes:
        return pack_outcome(execute(stage, transform, unpack_message(frame), lambda: datetime.now(UTC)))

    return answer


def serve(connection: socket.socket, answer: Callable[[bytearray], bytes]) -> None:
    """Until the worker closes its end."""
    from agents.runtime.execute import failed
    from agents.runtime.frame import pack_outcome
    from schemas.deadletter import DeadLetterReason

    while True:
        try:
            frame = read_frame(connection)
            if frame is None:
                return
            outcome = answer(frame)
        except MemoryError as error:  # while the record was read, or its outcome packed
            connection.sendall(pack_outcome(failed(DeadLetterReason.OUT_OF_MEMORY, error)))
            signal.pause()  # what is left of the record still stands in the socket; the worker ends this process
            return
        connection.sendall(outcome)
        del frame, outcome  # or two records stand in memory while the next one is read


def read_frame(connection: socket.socket) -> bytearray | None:
    """The next whole frame; None where the other end is closed."""
    from agents.runtime.frame import PREFIX, frame_size

    start = connection.recv(PREFIX.size, socket.MSG_WAITALL)
    if len(start) < PREFIX.size:
        return None
    frame = bytearray(frame_size(start))
    frame[: PREFIX.size] = start
    view = memoryview(frame)
    position = PREFIX.size
    while position < len(frame):
        got = connection.recv_into(view[position:])
        if not got:
            return None
        position += got
    return frame


def limit_memory(record_bytes: int) -> None:
    """At most `record_bytes` more address space than now; no core files, which would hold the page and fill the disk."""
    with open("/proc/self/statm") as statm:
        now = int(statm.read().split()[0]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = now + record_bytes
    resource.setrlimit(resource.RLIMIT_AS, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _last_line(error: BaseException) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{traceback.format_exception_only(error)[-1].strip()} ({last.filename}:{last.lineno})"


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
