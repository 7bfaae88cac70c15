"""A stopwatch for the steps of a transform, so that stage logic can be timed without knowing of metrics.

    with step("parse"):
        ...

Outside of `measured()` a step costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

_current: dict[str, float] | None = None


@contextmanager
def measured() -> Iterator[dict[str, float]]:
    """Collects the seconds of every step that runs inside; for one thread and one record at a time."""
    global _current
    outer, _current = _current, {}
    try:
        yield _current
    finally:
        _current = outer


class step:
    """Adds the seconds that its body takes to those of the step `name`."""

    __slots__ = ("name", "started")

    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> None:
        self.started = perf_counter()

    def __exit__(self, *_: object) -> None:
        if _current is not None:
            _current[self.name] = _current.get(self.name, 0.0) + perf_counter() - self.started
