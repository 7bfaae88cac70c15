"""Looks at topics without disturbing anybody: partitions are assigned directly, there is no consumer group, nothing is committed.

async with Reader(settings, [topics.EVENTS.name], from_beginning=True) as reader:
    async for message in reader.until_end():
        ...
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from types import TracebackType
from typing import Any, Self

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.errors import KafkaError

from agents.runtime.admin import partition_counts
from agents.runtime.connection import connection
from agents.runtime.message import Message
from agents.runtime.reach import KafkaTrouble, connect
from agents.settings import Settings

POLL_MS = 200
HEADROOM_BYTES = 64 << 10
"""Of a fetch over the largest record: keys, headers, the batch's own."""


class ReadError(KafkaTrouble):
    """A topic is not there, or can't be read."""


class Reader:
    """Follows every partition of `topics`, from its beginning or from where it ends now."""

    def __init__(self, settings: Settings, topics: Sequence[str], from_beginning: bool = False) -> None:
        self._topics = topics
        self._from_beginning = from_beginning
        self._settings = settings
        self._ends: dict[TopicPartition, int] = {}
        self._consumer = AIOKafkaConsumer(
            **connection(settings),
            group_id=None,
            enable_auto_commit=False,
            auto_offset_reset="earliest",  # where retention removed what was to be read next
            fetch_max_wait_ms=POLL_MS,  # the embedded broker answers an idle fetch only when this is over
            max_partition_fetch_bytes=settings.record_max_bytes + HEADROOM_BYTES,
        )

    async def __aenter__(self) -> Self:
        try:
            await connect(self._consumer, self._settings)
            await self._assign()
        except KafkaError as error:
            await self._consumer.stop()
            raise ReadError(f"reading from Kafka at {self._settings.brokers} failed: {error}") from None
        except KafkaTrouble:
            await self._consumer.stop()
            raise
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._consumer.stop()

    async def _assign(self) -> None:
        counts = await partition_counts(self._settings)
        if missing := [topic for topic in self._topics if topic not in counts]:
            raise ReadError(f"there is no topic {missing[0]} at {self._settings.brokers}; `eventwire topics create` makes it")
        partitions = [TopicPartition(topic, partition) for topic in self._topics for partition in range(counts[topic])]
        self._consumer.assign(partitions)
        self._ends = await self._consumer.end_offsets(partitions)
        starts = await self._consumer.beginning_offsets(partitions) if self._from_beginning else self._ends
        for partition, offset in starts.items():
            self._consumer.seek(partition, offset)

    async def follow(self) -> AsyncIterator[Message]:
        """Every record, for ever. Raises ReadError."""
        while True:
            for message in await self._poll():
                yield message

    async def until_end(self) -> AsyncIterator[Message]:
        """Every record up to where the topics ended when the reader started. Raises ReadError."""
        while await self._is_behind():
            for message in await self._poll():
                if message.offset < self._ends[TopicPartition(message.topic, message.partition)]:
                    yield message

    async def one(self, topic: str, partition: int, offset: int) -> Message | None:
        """The record there; None where there is none (any more). Raises ReadError."""
        place = TopicPartition(topic, partition)
        first = (await self._consumer.beginning_offsets([place]))[place] if place in self._ends else 0
        if not first <= offset < self._ends.get(place, 0):
            return None
        self._consumer.assign([place])
        self._consumer.seek(place, offset)
        while await self._consumer.position(place) <= offset:
            for message in await self._poll():
                if message.offset >= offset:
                    return message if message.offset == offset else None
        return None

    async def _is_behind(self) -> bool:
        # By position, not by the last record's offset: the last offsets of a log need hold no record (transactions, compaction).
        positions = await asyncio.gather(*(self._consumer.position(partition) for partition in self._ends))
        return any(position < end for position, end in zip(positions, self._ends.values(), strict=True))

    async def _poll(self) -> list[Message]:
        try:
            batches = await self._consumer.getmany(timeout_ms=POLL_MS)
        except KafkaError as error:
            raise ReadError(f"reading from Kafka at {self._settings.brokers} failed: {error}") from None
        return [_message(record) for records in batches.values() for record in records]


def _message(record: ConsumerRecord[Any, Any]) -> Message:
    return Message(
        value=record.value,
        key=record.key,
        headers=tuple((name, value or b"") for name, value in record.headers),
        timestamp=record.timestamp / 1000,
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
    )
