"""Puts records on topics, each confirmed by the broker before the call returns."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any, Self

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError, MessageSizeTooLargeError, RecordListTooLargeError
from aiokafka.partitioner import DefaultPartitioner
from aiokafka.record.default_records import DefaultRecordBatchBuilder

from agents.runtime.connection import connection
from agents.settings import Settings

log = logging.getLogger("eventwire.delivery")

LINGER_MS = 20
"""Time for a batch to fill. Kafka's default of none sends each record alone."""
BATCH_BYTES = 256 * 1024
"""Of one partition. The default, 16 kB, is less than many an article."""
REQUEST_TIMEOUT_MS = 30_000
NO_CLIENT_LIMIT = (1 << 31) - 1
"""aiokafka compares its limit with the uncompressed size, so that it would refuse a dead letter which came in compressed."""
SLOW_S = 5.0
"""A delivery that takes longer counts as waiting: a broker in good order confirms in milliseconds."""
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.2, 5.0
"""Between attempts."""

Header = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A record on its way to a topic."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: Sequence[Header] = ()

    @property
    def size(self) -> int:
        """Bytes in a batch of its own, uncompressed: what Kafka compares with `max.message.bytes`, at most."""
        return int(DefaultRecordBatchBuilder.estimate_size_in_bytes(self.key, self.value, list(self.headers)))


class TooLarge(Exception):
    """The broker refuses the record for its size, however it is sent."""

    def __init__(self, record: Outgoing) -> None:
        super().__init__(
            f"a record of {record.size} bytes is larger than topic {record.topic} takes; "
            "raise the topic's max.message.bytes (`eventwire topics check` tells what it should be)"
        )


class GaveUp(Exception):
    """A topic could not be written for as long as `delivery_patience_s` allows."""

    def __init__(self, topic: str, seconds: float, reason: str) -> None:
        super().__init__(
            f"topic {topic} could not be written for {seconds:.0f} s ({reason}); "
            "see that its brokers are up, that it exists (`eventwire topics check`) and that this user may write to it"
        )


class Delivery:
    """Sends records and waits for the broker's word, as an async context manager.

    The producer is idempotent and waits for all in-sync replicas. While the broker can't be reached it retries by itself; what it
    gives up on is retried here, until `delivery_patience_s` are over. A refused batch breaks the sequence of an idempotent
    producer for its partition, so that it is replaced by a new one; what the old one still holds is delivered, or fails and
    is sent again.

    `waiting`: topic -> why it can't be written at the moment. `on_waiting` is called when it changes.
    """

    def __init__(
        self,
        settings: Settings,
        on_waiting: Callable[[str, bool], None] = lambda topic, waits: None,
        producer: Callable[[Settings], AIOKafkaProducer] | None = None,
    ) -> None:
        self.waiting: dict[str, str] = {}
        self._settings = settings
        self._on_waiting = on_waiting
        self._new_producer = producer or _producer
        self._producer: AIOKafkaProducer | None = None
        self._renewal = asyncio.Lock()
        self._leaving: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._producer = await self._started()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._producer is not None:
            await self._producer.stop()
        for task in self._leaving:
            task.cancel()
        await asyncio.gather(*self._leaving, return_exceptions=True)

    async def send(self, record: Outgoing) -> None:
        """Returns when the record stands on its topic. Raises TooLarge, GaveUp."""
        patience = self._settings.delivery_patience_s
        deadline = monotonic() + patience
        pause = FIRST_PAUSE_S
        alone = record.key is None and record.value is None  # aiokafka's `send` wants a key or a value
        while True:
            producer = self._current()
            try:
                await self._attempt(producer, record, alone, deadline)
            except (MessageSizeTooLargeError, RecordListTooLargeError):
                # The limit is that of a batch, and the record may have shared one with others.
                if alone:
                    raise TooLarge(record) from None
                alone = True
                await self._renew(producer)
                continue
            except TimeoutError:
                raise GaveUp(record.topic, patience, self.waiting.get(record.topic, "no answer")) from None
            except KafkaError as error:
                self._wait(record.topic, _reason(error))
                if monotonic() + pause > deadline:
                    raise GaveUp(record.topic, patience, _reason(error)) from error
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE_S)
                await self._renew(producer)
                continue
            self._goes(record.topic)
            return

    def _current(self) -> AIOKafkaProducer:
        if self._producer is None:
            raise RuntimeError("Delivery is used as `async with Delivery(...)`")
        return self._producer

    async def _attempt(self, producer: AIOKafkaProducer, record: Outgoing, alone: bool, deadline: float) -> None:
        delivered = asyncio.ensure_future(_send_alone(producer, record) if alone else _send(producer, record))
        try:
            done, _ = await asyncio.wait({delivered}, timeout=min(SLOW_S, deadline - monotonic()))
            if not done:
                self._wait(record.topic, f"no confirmation within {SLOW_S:.0f} s")
                done, _ = await asyncio.wait({delivered}, timeout=deadline - monotonic())
            if not done:
                raise TimeoutError
            delivered.result()
        finally:
            delivered.cancel()

    async def _renew(self, broken: AIOKafkaProducer) -> None:
        async with self._renewal:
            if self._producer is not broken:
                return  # somebody else did
            self._producer = await self._started()
            leaving = asyncio.create_task(_stop(broken))
            self._leaving.add(leaving)
            leaving.add_done_callback(self._leaving.discard)

    async def _started(self) -> AIOKafkaProducer:
        producer = self._new_producer(self._settings)
        try:
            await producer.start()
        except BaseException:
            await producer.stop()
            raise
        return producer

    def _wait(self, topic: str, reason: str) -> None:
        if topic not in self.waiting:
            log.warning("waiting: topic %s can't be written: %s", topic, reason)
            self._on_waiting(topic, True)
        self.waiting[topic] = reason

    def _goes(self, topic: str) -> None:
        if self.waiting.pop(topic, None) is not None:
            log.warning("topic %s can be written again", topic)
            self._on_waiting(topic, False)


def _producer(settings: Settings) -> AIOKafkaProducer:
    return AIOKafkaProducer(
        **connection(settings),
        acks="all",
        enable_idempotence=True,
        compression_type="zstd",
        linger_ms=LINGER_MS,
        max_batch_size=BATCH_BYTES,
        max_request_size=NO_CLIENT_LIMIT,
        request_timeout_ms=REQUEST_TIMEOUT_MS,
    )


async def _stop(producer: AIOKafkaProducer) -> None:
    await producer.stop()


async def _send(producer: AIOKafkaProducer, record: Outgoing) -> None:
    await (await producer.send(record.topic, record.value, key=record.key, headers=list(record.headers)))


async def _send_alone(producer: AIOKafkaProducer, record: Outgoing) -> None:
    """In a batch that holds nothing else."""
    partitions = sorted(await producer.partitions_for(record.topic))
    batch = producer.create_batch()
    arguments: dict[str, Any] = {"key": record.key, "value": record.value, "timestamp": None, "headers": list(record.headers)}
    if batch.append(**arguments) is None:
        raise MessageSizeTooLargeError
    batch.close()
    partition = DefaultPartitioner()(record.key, partitions, partitions)
    await (await producer.send_batch(batch, record.topic, partition=partition))


def _reason(error: KafkaError) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
