"""Puts records on topics, each confirmed by the broker before the call returns."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Any, Self

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError, KafkaTimeoutError, MessageSizeTooLargeError, RecordListTooLargeError
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
WATCH_S = 1.0
SILENT_S = REQUEST_TIMEOUT_MS / 1000 + SLOW_S
"""By then a producer that works has confirmed a record or given it up."""
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.2, 5.0
"""Between attempts."""

LEAVING_S = 5.0
"""For producers to deliver what they still hold; without a broker they would try for ever."""

Header = tuple[str, bytes]


@dataclass(frozen=True, slots=True, eq=False)
class Outgoing:
    """A record on its way to a topic. `timestamp_ms`: since the epoch; None: when it is sent."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: Sequence[Header] = ()
    timestamp_ms: int | None = None

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

    `waiting`: topic -> why it, or one of its partitions, can't be written at the moment. `on_waiting` is called when it changes: a
    topic waits until the last record is through that was held up, however many of other partitions go by meanwhile.
    """

    def __init__(
        self,
        settings: Settings,
        on_waiting: Callable[[str, bool], None] = lambda topic, waits: None,
        new_producer: Callable[[Settings], AIOKafkaProducer] | None = None,
    ) -> None:
        self.waiting: dict[str, str] = {}
        self._patience_s = settings.delivery_patience_s
        self._on_waiting = on_waiting
        self._new_producer = partial(new_producer or _producer, settings)
        self._producer: AIOKafkaProducer | None = None
        self._renewal = asyncio.Lock()
        self._sending: dict[int, tuple[str, float]] = {}  # topic, and since when
        self._stuck: dict[int, str] = {}  # those of them that failed or take long: topic
        self._tasks: set[asyncio.Task[None]] = set()
        self._leaving: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._spawn(self._watch())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._producer is not None:
            self._discard(self._producer)
        if self._leaving:
            await asyncio.wait(self._leaving, timeout=LEAVING_S)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def send(self, record: Outgoing) -> None:
        """Returns when the record stands on its topic. Raises TooLarge, GaveUp."""
        self._sending[id(record)] = record.topic, monotonic()
        try:
            async with asyncio.timeout(self._patience_s):
                await self._until_sent(record)
        except TimeoutError:
            raise GaveUp(record.topic, self._patience_s, self.waiting.get(record.topic, "no answer")) from None
        except TooLarge:
            self._answered(record)
            raise
        else:
            self._answered(record)
        finally:
            del self._sending[id(record)]
            self._stuck.pop(id(record), None)

    async def _until_sent(self, record: Outgoing) -> None:
        pause = FIRST_PAUSE_S
        alone = record.key is None and record.value is None  # aiokafka's `send` wants a key or a value
        while True:
            producer = None
            try:
                producer = await self._usable()
                await self._told(producer, _send_alone(producer, record) if alone else _send(producer, record))
                return
            except (MessageSizeTooLargeError, RecordListTooLargeError):
                self._discard(producer)
                if alone:
                    raise TooLarge(record) from None
                alone = True  # the limit is that of a batch, and the record may have shared one with others
            except KafkaError as error:
                self._discard(producer)
                self._waits(id(record), record.topic, _reason(error))
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE_S)

    async def _told(self, producer: AIOKafkaProducer, sending: Coroutine[Any, Any, None]) -> None:
        """Waits for the broker's word. Raises KafkaError, also where the producer will never tell."""
        told, began = asyncio.ensure_future(sending), monotonic()
        try:
            while not (await asyncio.wait({told}, timeout=SLOW_S))[0]:
                if producer is not self._producer or monotonic() - began > SILENT_S:
                    # A record that comes to a producer while that is stopped may never be answered. A copy does no harm.
                    raise KafkaTimeoutError("the producer told nothing of the record")
            told.result()
        finally:
            told.cancel()

    async def _usable(self) -> AIOKafkaProducer:
        """The producer; a new one after one was discarded. Raises KafkaError where the broker is away."""
        if self._producer is None:
            async with self._renewal:
                if self._producer is None:
                    producer = self._new_producer()
                    try:
                        await producer.start()
                    except BaseException:
                        await producer.stop()
                        raise
                    self._producer = producer
        return self._producer

    def _discard(self, producer: AIOKafkaProducer | None) -> None:
        """It delivers what it still holds, or fails in it, and is used no more."""
        if producer is not None and producer is self._producer:
            self._producer = None
            self._leaving.add(self._spawn(_stop(producer)))

    async def _watch(self) -> None:
        """Notices what takes long without an error, as when the broker is away and aiokafka tries on by itself."""
        while True:
            await asyncio.sleep(WATCH_S)
            late = monotonic() - SLOW_S
            for number, (topic, since) in self._sending.items():
                if since < late and number not in self._stuck:
                    self._waits(number, topic, f"no confirmation within {SLOW_S:.0f} s")

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(self._leaving.discard)
        return task

    def _waits(self, number: int, topic: str, reason: str) -> None:
        """`number`: of the record in `_sending`."""
        self._stuck[number] = topic
        if topic not in self.waiting:
            log.warning("waiting: topic %s can't be written: %s", topic, reason)
            self._on_waiting(topic, True)
        self.waiting[topic] = reason

    def _answered(self, record: Outgoing) -> None:
        """The broker took the record or refused it for good; where it was the last that was held up, its topic goes again."""
        if self._stuck.pop(id(record), None) is not None and record.topic not in self._stuck.values():
            self._goes(record.topic)

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
    headers = list(record.headers)
    await (await producer.send(record.topic, record.value, key=record.key, timestamp_ms=record.timestamp_ms, headers=headers))


async def _send_alone(producer: AIOKafkaProducer, record: Outgoing) -> None:
    """In a batch that holds nothing else."""
    partitions = sorted(await producer.partitions_for(record.topic))
    batch = producer.create_batch()
    arguments: dict[str, Any] = {"key": record.key, "value": record.value}
    arguments |= {"timestamp": record.timestamp_ms, "headers": list(record.headers)}
    if batch.append(**arguments) is None:
        raise MessageSizeTooLargeError
    batch.close()
    partition = DefaultPartitioner()(record.key, partitions, partitions)
    await (await producer.send_batch(batch, record.topic, partition=partition))


def _reason(error: KafkaError) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
