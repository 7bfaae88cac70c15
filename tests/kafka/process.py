"""Child processes that never outlive the test run, and patience with a limit."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from agents.runtime.lifeline import end_with

T = TypeVar("T")

ROOT = Path(__file__).parents[2]


def start(command: Sequence[str | Path], log: Path, environment: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Starts a process at the repository's root that writes to `log` and is killed when the thread that called this ends."""
    with log.open("ab") as output:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            preexec_fn=partial(end_with, os.getpid(), signal.SIGKILL),
        )


def descendants(pid: int) -> list[int]:
    """The children of a process and theirs, by id."""
    try:
        children = [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []
    return children + [below for child in children for below in descendants(child)]


def alive(pid: int) -> bool:
    """False for a process that has ended, also where nobody has reaped it yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def wait_until(what: str, within: float, probe: Callable[[], T], every: float = 0.05) -> T:
    """Calls `probe` until it returns something true, and returns that. Raises AssertionError after `within` seconds."""
    deadline = time.monotonic() + within
    while not (found := probe()):
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {within:g} s in vain: {what}")
        time.sleep(every)
    return found


def stays(what: str, seconds: float, probe: Callable[[], bool], every: float = 0.1) -> None:
    """Looks again and again for so long whether `probe` is still true. Raises AssertionError at once where it isn't."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        assert probe(), f"no longer true: {what}"
        time.sleep(every)


def tail(log: Path, lines: int = 30) -> str:
    """The end of a log, for the message of a failure."""
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:]) if log.exists() else "(no log)"
