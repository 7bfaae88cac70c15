"""What is committed, and what never is."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import faust
import pytest
from aiokafka import AIOKafkaConsumer
from aiokafka import TopicPartition as Partition
from confluent_kafka import Consumer, Producer, TopicPartition
from faust.types import TP

from agents.runtime import consumer as consumer_module
from agents.runtime.consumer import ConsumerThread, OffsetSafeApp, OffsetSafeConsumer
from agents.runtime.embedded import embedded_broker
from agents.runtime.lag import Lag

TOPIC = "numbers"
TP0 = TP(TOPIC, 0)


@pytest.fixture
async def consumer() -> OffsetSafeConsumer:
    return OffsetSafeApp("test", broker="aiokafka://localhost:1").consumer


def fetch(consumer: OffsetSafeConsumer, *offsets: int) -> list[Any]:
    """The records as the fetcher hands them on."""
    return [
        consumer._to_message(
            TP0,
            SimpleNamespace(
                topic=TOPIC,
                partition=0,
                offset=offset,
                timestamp=0,
                timestamp_type=0,
                headers=(),
                key=b"",
                value=b"",
                checksum=None,
                serialized_key_size=0,
                serialized_value_size=0,
            ),
        )
        for offset in offsets
    ]


async def test_nothing_fetched_commits_nothing(consumer: OffsetSafeConsumer) -> None:
    assert consumer._new_offset(TP0) is None


async def test_the_oldest_open_record_holds_the_commit(consumer: OffsetSafeConsumer) -> None:
    first, second, third = fetch(consumer, 5, 6, 7)
    consumer.settle(second)
    consumer.settle(third)
    assert consumer._new_offset(TP0) == 5
    consumer.settle(first)
    assert consumer._new_offset(TP0) == 8


async def test_a_fetched_record_is_open_before_any_stream_saw_it(consumer: OffsetSafeConsumer) -> None:
    first, _ = fetch(consumer, 5, 6)
    consumer.settle(first)
    assert consumer._new_offset(TP0) == 6


async def test_what_faust_acknowledges_by_itself_stays_open(consumer: OffsetSafeConsumer) -> None:
    [skipped] = fetch(consumer, 5)
    skipped.refcount = 1
    assert skipped.ack(consumer)
    assert consumer._new_offset(TP0) == 5


async def test_a_record_that_faust_dropped_from_its_queue_stays_open(consumer: OffsetSafeConsumer) -> None:
    records = fetch(consumer, 5, 6)
    consumer.settle(records.pop())
    assert not consumer.trouble()
    records.clear()
    assert consumer._new_offset(TP0) == 5
    assert consumer.trouble() == "numbers/0 offset 5 was fetched and dropped by the client"


async def test_a_gap_in_the_offsets_is_no_open_record(consumer: OffsetSafeConsumer) -> None:
    for record in fetch(consumer, 5, 9):
        consumer.settle(record)
    assert consumer._new_offset(TP0) == 10


async def test_a_copy_from_before_does_not_settle_the_later_one(consumer: OffsetSafeConsumer) -> None:
    [stale] = fetch(consumer, 5)
    [latest] = fetch(consumer, 5)
    assert not consumer.settle(stale)
    assert consumer._new_offset(TP0) == 5
    assert consumer.settle(latest)
    assert consumer._new_offset(TP0) == 6


async def test_a_record_is_settled_once(consumer: OffsetSafeConsumer) -> None:
    [record] = fetch(consumer, 5)
    assert consumer.settle(record)
    assert not consumer.settle(record)


async def test_what_was_forgotten_is_not_settled(consumer: OffsetSafeConsumer) -> None:
    forgotten: list[TP] = []
    consumer.app.on_forget = forgotten.extend
    [record] = fetch(consumer, 5)
    consumer._forget([TP0])
    assert not consumer.holds(record)
    assert not consumer.settle(record)
    assert consumer._new_offset(TP0) is None
    assert forgotten == [TP0]


async def test_a_commit_that_failed_is_tried_again(consumer: OffsetSafeConsumer, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [False, True]
    told: list[bool] = []

    async def commit(offsets: Any) -> bool:
        return answers.pop(0)

    monkeypatch.setattr(consumer._thread, "commit", commit)
    consumer.app.on_commit = told.append
    assert consumer._should_commit(TP0, 6)
    await consumer._commit({TP0: 6})
    assert consumer._should_commit(TP0, 6)
    await consumer._commit({TP0: 6})
    assert not consumer._should_commit(TP0, 6)
    assert told == [False, True]


async def test_the_span_reaches_from_the_oldest_open_to_the_newest_fetched(consumer: OffsetSafeConsumer) -> None:
    assert consumer.open_span() == 0
    records = fetch(consumer, 5, 6, 7)
    consumer.settle(records[0])
    assert consumer.open_span() == 2


@pytest.fixture
def broker() -> Iterator[str]:
    with embedded_broker([TOPIC]) as address:
        yield address


def publish(broker: str, numbers: range) -> None:
    producer = Producer({"bootstrap.servers": broker})
    for number in numbers:
        producer.produce(TOPIC, str(number).encode(), partition=0)
    producer.flush()


def committed(broker: str, group: str) -> int:
    consumer = Consumer({"bootstrap.servers": broker, "group.id": group})
    try:
        return consumer.committed([TopicPartition(TOPIC, 0)], timeout=10)[0].offset
    finally:
        consumer.close()


async def all_but(stuck: set[int], app: faust.App, records: int) -> None:
    """Runs an app that finishes every record but those, and commits when it has."""
    finished: set[int] = set()
    held: list[Any] = []
    done = asyncio.Event()

    async def agent(stream: Any) -> None:
        async for event in stream.noack().events():
            if event.message.offset in stuck:
                held.append(event)
                continue
            if isinstance(app, OffsetSafeApp):
                app.consumer.settle(event.message)
            event.ack()
            finished.add(event.message.offset)
            if len(finished) == records - len(stuck):
                done.set()

    app.agent(app.topic(TOPIC, value_serializer="raw", key_serializer="raw"))(agent)
    await app.start()
    try:
        await asyncio.wait_for(done.wait(), 60)
        await app.consumer.commit()
        await app.consumer.commit()
    finally:
        await app.stop()


SETTINGS: dict[str, Any] = {
    "consumer_auto_offset_reset": "earliest",
    "topic_disable_leader": True,
    "web_enabled": False,
    "stream_wait_empty": False,
}


@pytest.mark.slow
async def test_a_stuck_head_is_never_passed(broker: str) -> None:
    publish(broker, range(20))
    app = OffsetSafeApp("safe", broker=f"aiokafka://{broker}", **SETTINGS)
    app.drain_s = 0.0
    await all_but({0, 1}, app, 20)
    assert committed(broker, "safe") <= 0


@pytest.mark.slow
async def test_the_stock_consumer_passes_it(broker: str, tmp_path: Any) -> None:
    """Why there is one of our own. When this fails, Faust has become better: look again whether it is still needed."""
    publish(broker, range(20))
    app = faust.App("stock", broker=f"aiokafka://{broker}", datadir=tmp_path, **SETTINGS)
    await all_but({0, 1}, app, 20)
    assert committed(broker, "stock") > 1


@pytest.mark.parametrize("commit", [None, 0, 3], ids=["never committed", "committed at 0", "committed at 3"])
async def test_after_a_rebalance_a_partition_is_read_from_what_was_committed(broker: str, commit: int | None) -> None:
    """Also where nothing was: what was fetched before, and thrown away, would be lost."""
    publish(broker, range(10))
    consumer = AIOKafkaConsumer(
        bootstrap_servers=broker, group_id=f"seek-{commit}", enable_auto_commit=False, auto_offset_reset="earliest"
    )
    partition = Partition(TOPIC, 0)
    consumer.assign([partition])
    await consumer.start()
    try:
        while not await consumer.getmany(timeout_ms=100):
            pass
        assert await consumer.position(partition) > 3
        if commit is not None:
            await consumer.commit({partition: commit})
        found = await ConsumerThread._seek_to_committed(SimpleNamespace(_ensure_consumer=lambda: consumer))
        assert found == {partition: commit}
        assert await consumer.position(partition) == (commit or 0)
    finally:
        await consumer.stop()


class Leaders:
    """Stands for aiokafka's consumer: partition 1 has no leader, so that nobody ever tells its end."""

    async def end_offsets(self, partitions: list[TP]) -> dict[TP, int]:
        if partitions[0].partition == 1:
            await asyncio.Event().wait()
        return dict.fromkeys(partitions, 12)

    async def position(self, tp: TP) -> int:
        return 9


async def test_a_partition_without_a_leader_hides_no_other_ones_lag(
    consumer: OffsetSafeConsumer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consumer_module, "END_S", 0.05)
    thread = consumer._thread
    thread._consumer = Leaders()
    thread.thread_loop = asyncio.get_running_loop()
    thread.assignment = lambda: {TP0, TP(TOPIC, 1)}
    assert await consumer.lags() == {TP0: Lag(3, 0.0), TP(TOPIC, 1): None}


async def test_the_lag_begins_at_the_oldest_open_record_and_is_as_old_as_that(consumer: OffsetSafeConsumer) -> None:
    records = fetch(consumer, 5, 6, 7)
    for record in records:
        record.timestamp = time.time() - 60
    consumer.settle(records[0])
    lag = consumer._lag(TP0, position=8, end=12)
    assert lag.records == 6
    assert 60 <= lag.oldest_s < 61


async def test_what_nobody_fetched_is_as_old_as_it_is_known_to_wait(
    consumer: OffsetSafeConsumer, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(consumer_module, "time", lambda: now[0])
    assert consumer._lag(TP0, position=8, end=12) == Lag(4, 0.0)
    now[0] = 130.0
    assert consumer._lag(TP0, position=8, end=13) == Lag(5, 30.0)
    assert consumer._lag(TP0, position=9, end=13) == Lag(4, 0.0)
    assert consumer._lag(TP0, position=13, end=13) == Lag(0, 0.0)
