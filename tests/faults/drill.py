"""What every drill has: topics that start empty, a ledger, and workers."""

from __future__ import annotations

import itertools
import random
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from schemas.topics import RAW_PAGES
from tests.faults.ledger import Figures, Ledger
from tests.faults.pages import Page, page
from tests.faults.worker import DRILL, Worker
from tests.kafka.broker import Broker
from tests.kafka.process import wait_until
from tests.kafka.topics import Topics

PATIENT_S = 120
"""Deadline of a record in drills that don't test it: on a busy machine no page may die of the machine."""
COMMIT_S = 60.0

_drills = itertools.count(1)
"""Each drill has a consumer group of its own: nobody waits for the end of a killed member's session."""


class Drill:
    """Use as a context manager."""

    def __init__(self, name: str, broker: Broker, folder: Path, report: list[str]) -> None:
        self.broker, self.folder = broker, folder
        self.topics = Topics(broker.address)
        self.ledger = Ledger(broker.address, name, self.watch)
        self._workers: list[Worker] = []
        self._report = report
        self._gates = itertools.count()
        self._prefix = f"{next(_drills)}-"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.ledger.__exit__(kind, error, trace)

    def worker(self, stage: str = DRILL, **settings: object) -> Worker:
        chosen = {"record_deadline_s": PATIENT_S, "group_prefix": self._prefix, **settings}
        self._workers.append(Worker(self.broker.address, self.folder, stage, **chosen))
        return self._workers[-1]

    def watch(self) -> None:
        """Raises AssertionError where a worker has ended by itself."""
        for worker in self._workers:
            worker.must_run()

    def gate(self) -> Path:
        """A file that holds the page which names it (`hold=PATH`) until it is removed."""
        path = self.folder / f"gate-{next(self._gates)}"
        path.touch()
        return path

    def committed(self) -> dict[int, int]:
        """Partition -> where the worker's group would go on."""
        return self.topics.committed(f"{self._prefix}clean", RAW_PAGES)

    def close(self, within: float, note: str = "") -> Figures:
        """Closes the ledger and notes its figures for the summary."""
        figures = self.ledger.close(within, note)
        self._report.append(str(figures))
        return figures

    def wait_committed(self) -> None:
        """Until the group has nothing left to read."""
        ends = {place: end for place, end in self.topics.ends(RAW_PAGES).items() if end}
        wait_until("everything is committed", COMMIT_S, lambda: self.committed() == ends, every=0.2)


class Flow:
    """Publishes pages from a thread of its own, so many a second, until it is left. Use as a context manager."""

    def __init__(self, ledger: Ledger, pages: Iterable[Page], per_second: float) -> None:
        self._ledger, self._pages, self._pause = ledger, pages, 1 / per_second
        self._stop = threading.Event()
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="flow")

    def _run(self) -> None:
        try:
            self._ledger.publish(itertools.takewhile(self._goes_on, self._pages))
        except BaseException as error:
            self._error = error

    def _goes_on(self, _: Page) -> bool:
        return not self._stop.wait(self._pause)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stop.set()
        self._thread.join()
        if self._error is not None and error is None:
            raise self._error


def mixed(number: int, seed: int = 7) -> Page:
    """The `number`th page of a stream such as crawls bring: some slow, so that completion is out of order, some rejected, some
    that fail. The same page each time it is asked for."""
    dice = random.Random(seed * 1_000_003 + number)
    chance = dice.random()
    if chance < 0.06:
        return page(number, f"sleep={dice.uniform(0.05, 0.6):.2f}")
    if chance < 0.12:
        return page(number, "reject")
    if chance < 0.13:
        return page(number, "raise")
    return page(number)


def elapsed(since: float) -> str:
    """Seconds since a reading of time.monotonic()."""
    return f"{time.monotonic() - since:.1f} s"
