"""A stage, declared: where records come from, what becomes of one, and where that goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from agents.runtime.message import Message
from agents.settings import Settings
from schemas.base import Record
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
    transform makes its record a dead letter."""

    name: str
    source: Topic
    decode: Callable[[Message], Any]
    load: Callable[[Settings], Callable[[Any], Record]]
    routes: Mapping[type[Record], Topic]

    @property
    def outputs(self) -> tuple[Topic, ...]:
        return tuple(self.routes.values())
