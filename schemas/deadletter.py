"""Dead letters: the original record, untouched, and headers that tell what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self

from schemas.base import format_time

Headers = Sequence[tuple[str, bytes]]

PREFIX = "eventwire-error-"
REPLAYED_FROM = "eventwire-replayed-from"
MESSAGE_BYTES = 1024
"""The error's message is cut at this length."""


class DeadLetterReason(StrEnum):
    """Why a record could not be read or processed."""

    UNDECODABLE = "undecodable"
    """No JSON, no base64, a null value."""
    INVALID = "invalid"
    """JSON, but not the record that belongs here."""
    TIMED_OUT = "timed-out"
    CRASHED = "crashed"
    """The process that held it ended."""
    OUT_OF_MEMORY = "out-of-memory"
    OUTPUT_TOO_LARGE = "output-too-large"
    INTERNAL = "internal"
    """An error in Eventwire's own code."""


def _cut(text: str) -> bytes:
    return text.encode("utf-8", "replace")[:MESSAGE_BYTES].decode("utf-8", "ignore").encode("utf-8")


@dataclass(frozen=True, slots=True)
class DeadLetterInfo:
    """The added headers of a dead letter, as values."""

    stage: str
    reason: DeadLetterReason
    exception: str
    message: str
    attempts: int
    time: str
    topic: str
    partition: int
    offset: int
    timestamp: int | None = None
    """The record's own, milliseconds since the epoch: when a page without `fetched-at` was fetched. None in older dead letters."""

    @classmethod
    def now(
        cls,
        moment: datetime,
        stage: str,
        reason: DeadLetterReason,
        exception: str,
        message: str,
        attempts: int,
        topic: str,
        partition: int,
        offset: int,
        timestamp: int | None = None,
    ) -> Self:
        return cls(stage, reason, exception, message, attempts, format_time(moment), topic, partition, offset, timestamp)

    def headers(self) -> list[tuple[str, bytes]]:
        told = ((name, getattr(self, name)) for name in self.__slots__)
        return [(PREFIX + name, _cut(str(value))) for name, value in told if value is not None]

    @classmethod
    def from_headers(cls, headers: Headers) -> Self:
        """Raises ValueError where a header is missing or unreadable."""
        found = {name.removeprefix(PREFIX): value.decode("utf-8", "replace") for name, value in headers if name.startswith(PREFIX)}
        if missing := [name for name in cls.__slots__ if name not in found and name != "timestamp"]:
            raise ValueError(f"no dead letter: header {PREFIX}{missing[0]} is missing")
        return cls(
            found["stage"],
            DeadLetterReason(found["reason"]),
            found["exception"],
            found["message"],
            int(found["attempts"]),
            found["time"],
            found["topic"],
            int(found["partition"]),
            int(found["offset"]),
            int(found["timestamp"]) if "timestamp" in found else None,
        )


def original_headers(headers: Headers) -> list[tuple[str, bytes]]:
    """The headers that the record had before it died."""
    return [(name, value) for name, value in headers if not name.startswith(PREFIX)]
