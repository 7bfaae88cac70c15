"""What becomes of one record in a pool process: bytes for a topic, or the reason of a dead letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from schemas.deadletter import DeadLetterReason

DEAD_LETTER = "dead-letter"
"""The outcome of a record that failed, in metrics; otherwise it is the schema name of what was made of it."""

Counted = tuple[int, tuple[str, ...]]
"""One occurrence: the number of the counter among the stage's, and its labels' values."""


@dataclass(frozen=True, slots=True)
class Produced:
    """A record for one of the stage's topics. `kind`: the record's schema name; `reason`: of a rejection, else empty."""

    topic: str
    key: bytes
    value: bytes
    headers: tuple[tuple[str, bytes], ...]
    kind: str
    reason: str = ""
    steps: Mapping[str, float] = field(default_factory=dict)
    """Seconds by step."""
    fetched_at: float | None = None
    """When its page was fetched, seconds since the epoch."""
    counted: tuple[Counted, ...] = ()
    """What the stage counts of its content."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The record becomes a dead letter."""

    reason: DeadLetterReason
    exception: str
    message: str


Outcome = Produced | Failed
