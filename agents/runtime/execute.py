"""One record through one stage: decode, transform, encode. Runs in a pool process; every error becomes a typed outcome."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from agents.runtime.message import Message
from agents.runtime.outcome import Failed, Outcome, Produced
from agents.runtime.stage import DecodeError, Invalid, Stage
from agents.steps import measured, step
from schemas.base import Record
from schemas.deadletter import MESSAGE_BYTES, DeadLetterReason
from schemas.headers import cloud_event, trace_context
from schemas.rejection import Coordinates, RejectedPage


def execute(stage: Stage, transform: Callable[[Any], Record], message: Message, now: Callable[[], datetime]) -> Outcome:
    """What becomes of `message`. Raises nothing that is an Exception; `now` gives the time of `ce_time`."""
    try:
        with measured() as steps:
            with step("read"):
                decoded = stage.decode(message)
            record = transform(decoded)
            with step("write"):
                return _produced(stage, record, message, now(), steps)
    except Invalid as error:
        return failed(DeadLetterReason.INVALID, error)
    except DecodeError as error:
        return failed(DeadLetterReason.UNDECODABLE, error)
    except MemoryError as error:
        return failed(DeadLetterReason.OUT_OF_MEMORY, error)
    except Exception as error:  # a stranger's page may raise anything in the stage's code: it is this record's end, nobody else's
        return failed(DeadLetterReason.INTERNAL, error)


def failed(reason: DeadLetterReason, error: BaseException) -> Failed:
    """The outcome that tells of `error`, its message cut and made fit for UTF-8."""
    try:
        text = str(error)[:MESSAGE_BYTES]
    except Exception as unprintable:
        text = f"no message: its __str__ raised {type(unprintable).__name__}"
    return Failed(reason, type(error).__name__, text.encode("utf-8", "replace").decode("utf-8"))


def _produced(stage: Stage, record: Record, message: Message, moment: datetime, steps: Mapping[str, float]) -> Produced:
    topic = stage.routes.get(type(record))
    if topic is None or topic.key is None:
        raise TypeError(f"stage {stage.name!r} has no route for a {type(record).__name__}; its routes say what it may return")
    reason = ""
    if isinstance(record, RejectedPage):
        reason = record.reason.value
        if message.topic:
            source = Coordinates(topic=message.topic, partition=message.partition, offset=message.offset)
            record = record.model_copy(update={"source": source})
    headers = cloud_event(topic, record, f"eventwire/{stage.name}", moment) + trace_context(message.headers)
    key = topic.key(record).encode("utf-8", "surrogatepass")
    fetched_at = stage.fetched_at(record)
    return Produced(
        topic.name,
        key,
        record.to_json(),
        tuple(headers),
        record.schema_name,
        reason,
        steps,
        fetched_at.timestamp() if fetched_at is not None else None,
        tuple((number, labels) for number, counter in enumerate(stage.counters) for labels in counter.read(record)),
    )
