"""The stages at work: who is in each consumer group, how far behind it is, what it can't read any more; dead letters; clocks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from agents.runtime.admin import admin_client, group_offsets
from agents.runtime.checks.finding import Finding, fault, ok, warning
from agents.runtime.connection import connection
from agents.runtime.reach import connect
from agents.settings import Settings
from schemas import topics

LATE = timedelta(minutes=15)
"""Events are wanted minutes after a page is published."""
SKEW = timedelta(minutes=5)
"""A record from later than this was stamped by a clock that is wrong."""
RECENT = timedelta(hours=24)
READ_S = 10.0


async def look(settings: Settings, sources: Mapping[str, str], now: datetime) -> AsyncIterator[Finding]:
    """`sources`: stage -> the topic it reads, those that exist. Raises KafkaTrouble."""
    consumer = AIOKafkaConsumer(
        **connection(settings), enable_auto_commit=False, max_partition_fetch_bytes=settings.record_max_bytes + (64 << 10)
    )
    try:
        await connect(consumer, settings)
        async with admin_client(settings) as client:
            for stage, topic in sources.items():
                async for finding in _stage(settings, client, consumer, stage, topic, now):
                    yield finding
            names = {one["topic"]: len(one["partitions"]) for one in await client.describe_topics()}
        if topics.DEAD_LETTERS.name in names:
            yield await _dead_letters(consumer, _places(topics.DEAD_LETTERS.name, names), now)
        if topics.RAW_PAGES.name in names:
            yield await _clocks(consumer, _places(topics.RAW_PAGES.name, names), now)
    finally:
        await consumer.stop()


def _places(topic: str, partitions: Mapping[str, int]) -> list[TopicPartition]:
    return [TopicPartition(topic, number) for number in range(partitions[topic])]


async def _stage(
    settings: Settings, client: AIOKafkaAdminClient, consumer: AIOKafkaConsumer, stage: str, topic: str, now: datetime
) -> AsyncIterator[Finding]:
    subject, group = f"stage {stage}", settings.group_prefix + stage
    committed = {TopicPartition(topic, number): told for number, (told, _) in (await group_offsets(settings, group, topic)).items()}
    consumer.assign(list(committed))
    firsts, ends = await consumer.beginning_offsets(list(committed)), await consumer.end_offsets(list(committed))
    members = await _members(client, group)
    lag = {place: end - max(committed[place], firsts[place]) for place, end in ends.items()}
    waiting = sum(lag.values())
    if members == 0:
        told = f"no worker is in group {group}; {waiting:,} records wait"
        yield (fault if waiting else warning)(subject, told, f"eventwire worker {stage}")
    elif members > len(committed):
        told = f"{members} workers share {len(committed)} partitions: {members - len(committed)} have nothing to do"
        remedy = f"fewer workers, or more partitions: kafka-topics.sh --alter --topic {topic} --partitions {members}"
        yield warning(subject, told, remedy)
    else:
        yield ok(subject, f"{members} {'worker' if members == 1 else 'workers'} in group {group}")
    lost = {place.partition: firsts[place] - told for place, told in committed.items() if 0 <= told < firsts[place]}
    if lost:
        told = f"{sum(lost.values()):,} records left {topic} before they were processed (partitions {', '.join(map(str, lost))})"
        yield fault(subject, told, "publish those pages again; then more workers, or a longer retention.ms")
    age = await _oldest(consumer, {place: max(committed[place], firsts[place]) for place, behind in lag.items() if behind > 0}, now)
    told = f"{waiting:,} records behind" + (f", the oldest from {_span(age)} ago" if age is not None else "")
    if age is not None and age > LATE:
        worst = max(lag, key=lambda place: lag[place])
        told += f"; most of partition {worst.partition}, {lag[worst]:,}"
        yield fault(f"lag {stage}", told, "see the worker's log; more pool processes (EVENTWIRE_POOL_PROCESSES), then more workers")
    else:
        yield ok(f"lag {stage}", told)


async def _members(client: AIOKafkaAdminClient, group: str) -> int:
    [answer] = await client.describe_consumer_groups([group])
    [[_, _, _, _, _, members, *_]] = answer.groups
    return len(members)


async def _oldest(consumer: AIOKafkaConsumer, places: Mapping[TopicPartition, int], now: datetime) -> timedelta | None:
    """Age of the oldest record that waits; None where none does, or none can be read in time."""
    if not places:
        return None
    consumer.assign(list(places))
    for place, offset in places.items():
        consumer.seek(place, offset)
    stamps: dict[TopicPartition, int] = {}
    try:
        async with asyncio.timeout(READ_S):
            while len(stamps) < len(places):
                for place, records in (await consumer.getmany(timeout_ms=500)).items():
                    stamps.setdefault(place, records[0].timestamp)
                    consumer.pause(place)
    except (TimeoutError, KafkaError):
        if not stamps:
            return None
    return now - datetime.fromtimestamp(min(stamps.values()) / 1000, UTC)


async def _dead_letters(consumer: AIOKafkaConsumer, places: list[TopicPartition], now: datetime) -> Finding:
    consumer.assign(places)
    ends = await consumer.end_offsets(places)
    since = await consumer.offsets_for_times(dict.fromkeys(places, int((now - RECENT).timestamp() * 1000)))
    recent = sum(ends[place] - found.offset for place, found in since.items() if found is not None)
    if recent:
        return warning("dead letters", f"{recent:,} in the last 24 hours", "eventwire deadletters list --since 24h")
    return ok("dead letters", "none in the last 24 hours")


async def _clocks(consumer: AIOKafkaConsumer, places: list[TopicPartition], now: datetime) -> Finding:
    consumer.assign(places)
    later = await consumer.offsets_for_times(dict.fromkeys(places, int((now + SKEW).timestamp() * 1000)))
    found = [place.partition for place, record in later.items() if record is not None]
    if found:
        told = f"records on partitions {', '.join(map(str, found))} are stamped later than now, by more than {_span(SKEW)}"
        return fault("crawlers' clocks", told, "set the crawler's clock, or this one's: retention and latencies go by it")
    return ok("crawlers' clocks", "no record is from the future")


def _span(time: timedelta) -> str:
    seconds = max(time.total_seconds(), 0)
    for size, unit in ((86400, "days"), (3600, "hours"), (60, "minutes")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} seconds"
