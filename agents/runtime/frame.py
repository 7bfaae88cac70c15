"""What goes over the socket between a worker and its pool processes: lengths, a head in JSON, raw bytes.

    4 bytes  length of the head     4 bytes  length of the body     head: [fields, sizes]     body: the values one after another

`sizes` tells each value's length, null where the value is null. Nothing is ever unpickled: what a stranger's page makes of a
pool process must not reach the worker as code.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

import orjson

from agents.runtime.message import Message
from agents.runtime.outcome import Failed, Outcome, Produced
from schemas.deadletter import DeadLetterReason

PREFIX = struct.Struct("!II")

Blobs = Sequence[bytes | None]


def pack(fields: Any, blobs: Blobs = ()) -> bytes:
    """One frame. `fields` is anything that JSON can say."""
    head = orjson.dumps([fields, [None if blob is None else len(blob) for blob in blobs]])
    body = [blob for blob in blobs if blob is not None]
    return b"".join((PREFIX.pack(len(head), sum(map(len, body))), head, *body))


def frame_size(start: bytes | bytearray) -> int:
    """Bytes of the whole frame; `start` holds at least its prefix."""
    head, body = PREFIX.unpack_from(start)
    return PREFIX.size + int(head) + int(body)


def unpack(frame: bytes | bytearray) -> tuple[Any, list[bytes | None]]:
    """The fields and the values of one whole frame."""
    head_length, _ = PREFIX.unpack_from(frame)
    position = PREFIX.size + head_length
    view = memoryview(frame)
    fields, sizes = orjson.loads(view[PREFIX.size : position])
    blobs: list[bytes | None] = []
    for size in sizes:
        blobs.append(None if size is None else bytes(view[position : position + size]))
        position += size or 0
    return fields, blobs


def pack_message(message: Message) -> bytes:
    names = [name for name, _ in message.headers]
    fields = [message.topic, message.partition, message.offset, message.timestamp, names]
    return pack(fields, [message.value, message.key, *(value for _, value in message.headers)])


def unpack_message(frame: bytes | bytearray) -> Message:
    (topic, partition, offset, timestamp, names), (value, key, *values) = unpack(frame)
    return Message(value, key, _headers(names, values), timestamp, topic, partition, offset)


def pack_outcome(outcome: Outcome) -> bytes:
    if isinstance(outcome, Failed):
        return pack([outcome.reason, outcome.exception, outcome.message])
    names = [name for name, _ in outcome.headers]
    fields = [outcome.topic, outcome.kind, outcome.reason, dict(outcome.steps), outcome.fetched_at, outcome.counted, names]
    return pack(fields, [outcome.key, outcome.value, *(value for _, value in outcome.headers)])


def unpack_outcome(frame: bytes | bytearray) -> Outcome:
    fields, blobs = unpack(frame)
    if not blobs:
        reason, exception, message = fields
        return Failed(DeadLetterReason(reason), exception, message)
    topic, kind, reason, steps, fetched_at, counted, names = fields
    key, value, *values = blobs
    return Produced(
        topic,
        key or b"",
        value or b"",
        _headers(names, values),
        kind,
        reason,
        steps,
        fetched_at,
        tuple((number, tuple(labels)) for number, labels in counted),
    )


def _headers(names: list[str], values: Blobs) -> tuple[tuple[str, bytes], ...]:
    # Kafka allows a header without a value; `Message` says bytes, so it reads as empty.
    return tuple((name, value or b"") for name, value in zip(names, values, strict=True))
