"""A worker of a stage in a process of its own, as an operator starts it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.kafka.broker import free_ports
from tests.kafka.process import ROOT, alive, descendants, start, tail, wait_until

DRILL = "tests.faults.stages:STAGE"
READY_S = 90.0
"""Python, Faust and the pool start in three seconds; after a kill the group waits out the old member's session first."""
GONE_S = 60.0


class Worker:
    """Use as a context manager: it runs on entry; on exit it is told to end, if it still runs, and must end well, pool and all.

    `settings`: fields of agents.settings by name, in the environment of the worker.
    """

    def __init__(self, address: str, folder: Path, stage: str = DRILL, **settings: object) -> None:
        (self.port,) = free_ports(1)
        self.stage = stage
        self.log = folder / f"worker-{self.port}.log"
        self.environment = {
            "EVENTWIRE_BROKERS": address,
            "PYTHONPATH": str(ROOT),  # the pool imports the drills' stage
            "EVENTWIRE_HTTP_PORT_CLEAN": str(self.port),
            "EVENTWIRE_HTTP_PORT_TAG": str(self.port),
            **{f"EVENTWIRE_{name.upper()}": str(value) for name, value in settings.items()},
        }
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if error is not None:
            print(f"--- the end of the log of {self.stage} ---\n{tail(self.log, 60)}")
            if self._process is not None:
                self.kill()
        elif self._process is not None:
            status = self.terminate()
            assert status == 0, f"the worker ended with status {status} on SIGTERM:\n{tail(self.log)}"

    def start(self) -> None:
        assert self._process is None
        self._process = start([sys.executable, "-m", "agents.runtime.worker", self.stage], self.log, self.environment)

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def status(self) -> int | None:
        """The exit status; None while it runs."""
        assert self._process is not None
        return self._process.poll()

    def must_run(self) -> None:
        """Raises AssertionError where it has ended by itself."""
        if self._process is not None:
            assert self.status is None, f"the worker ended with status {self.status}:\n{tail(self.log)}"

    def kill(self) -> None:
        """SIGKILL; its pool must follow it by itself."""
        assert self._process is not None
        pool = descendants(self._process.pid)
        self._process.kill()
        self._process.wait(GONE_S)
        self._process = None
        wait_until("the pool's processes follow their killed worker", GONE_S, lambda: not any(map(alive, pool)))

    def freeze(self) -> None:
        """SIGSTOP: it does nothing and does not know it, like a machine that swaps or a suspended container."""
        os.kill(self.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        os.kill(self.pid, signal.SIGCONT)

    def terminate(self, within: float = GONE_S) -> int:
        """SIGTERM; returns the exit status. Raises AssertionError where it takes longer."""
        assert self._process is not None
        pool = descendants(self._process.pid)
        self._process.terminate()
        try:
            status = self._process.wait(within)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"the worker did not end within {within:g} s of SIGTERM:\n{tail(self.log)}") from None
        self._process = None
        wait_until("the pool's processes end with their worker", GONE_S, lambda: not any(map(alive, pool)))
        return status

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of a page of the worker's HTTP server; status 0 where nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def wait_ready(self, within: float = READY_S) -> None:
        def ready() -> bool:
            self.must_run()
            return self.get("/ready")[0] == 200

        wait_until("the worker is ready", within, ready, every=0.2)
