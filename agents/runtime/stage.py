"""A stage, declared: where records come from, what becomes of one, and where that goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from agents.content import ContentCounter
from agents.runtime.message import Message
from agents.runtime.outcome import DEAD_LETTER
from agents.settings import Settings
from schemas.base import Record
from schemas.deadletter import DeadLetterReason
from schemas.rejection import RejectedPage, RejectionReason
from schemas.topics import Topic


class DecodeError(Exception):
    """The record can't be read: it becomes a dead letter."""


class Undecodable(DecodeError):
    """No JSON, no base64, a null value."""


class Invalid(DecodeError):
    """JSON, but not the record that belongs on the topic."""


@dataclass(frozen=True, slots=True)
class Stage:
    """`decode` raises DecodeError; `load` is called once in each pool process, reads models and settings, and returns the
    transform: a function from the decoded record to a record of one of the `routes`' types. An exception that leaves the
    transform makes its record a dead letter.

    For metrics: `fetched_at` tells when the page was fetched that a record comes from, `counters` what to count of its content.
    """

    name: str
    source: Topic
    decode: Callable[[Message], Any]
    load: Callable[[Settings], Callable[[Any], Record]]
    routes: Mapping[type[Record], Topic]
    fetched_at: Callable[[Any], datetime | None] = lambda record: None
    counters: tuple[ContentCounter, ...] = ()

    @property
    def outputs(self) -> tuple[Topic, ...]:
        return tuple(self.routes.values())

    @property
    def outcomes(self) -> list[tuple[str, str]]:
        """All that may become of a record, for metrics: schema name or DEAD_LETTER, and the reason where there is one."""
        made = [
            (kind.schema_name, reason) for kind in self.routes for reason in (RejectionReason if kind is RejectedPage else ("",))
        ]
        return made + [(DEAD_LETTER, reason) for reason in DeadLetterReason]
