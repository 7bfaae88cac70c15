"""A record that could not be processed, as the dead letter that it becomes: untouched, with headers that tell why."""

from __future__ import annotations

from datetime import datetime

from agents.runtime.delivery import Outgoing
from agents.runtime.message import Message
from agents.runtime.outcome import Failed
from schemas import topics
from schemas.deadletter import PREFIX, REPLAYED_FROM, DeadLetterInfo, Headers, original_headers

ATTEMPTS = PREFIX + "attempts"


def dead_letter(stage: str, message: Message, headers: Headers, failed: Failed, moment: datetime) -> Outgoing:
    """The original key, value and `headers`, and those of `schemas.deadletter`."""
    info = DeadLetterInfo.now(
        moment,
        stage,
        failed.reason,
        failed.exception,
        failed.message,
        _attempts(message.headers),
        message.topic,
        message.partition,
        message.offset,
        round(message.timestamp * 1000),
    )
    return Outgoing(topics.DEAD_LETTERS.name, message.key, message.value, (*original_headers(headers), *info.headers()))


def _attempts(headers: Headers) -> int:
    """This one, and those before it, as far as the headers tell: a replay marks the record once each time."""
    replays = sum(name == REPLAYED_FROM for name, _ in headers)
    earlier = [int(value) for name, value in headers if name == ATTEMPTS and value.isdigit() and len(value) < 9]
    return 1 + max(replays, *earlier, 0)
