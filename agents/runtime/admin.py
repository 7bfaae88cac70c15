"""Topics on a broker: makes those that are missing, and says how the existing ones differ from what Eventwire needs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import (
    GroupCoordinatorNotAvailableError,
    GroupLoadInProgressError,
    KafkaError,
    NotCoordinatorForGroupError,
    TopicAlreadyExistsError,
    for_code,
)

from agents.runtime.connection import connection
from agents.runtime.reach import KafkaTrouble, connect
from agents.settings import Settings
from schemas.topics import DEAD_LETTERS, Topic

T = TypeVar("T")

HEADROOM_BYTES = 64 << 10
"""Of a topic's limit over its largest record: the batch's own bytes, and the nine headers of a dead letter, 1 KiB each at most."""
KNOWN_S, KNOWN_PAUSE_S = 15.0, 0.1
EXISTENCE = "topic"
LARGEST = "max.message.bytes"
"""The one setting that may be larger than wanted: the topic takes all that it must."""
BROKERS_DEFAULT = -1
"""Copies of a partition: `default.replication.factor` (KIP-464)."""
DEAD_LETTER_GROWTH = 2
"""A page that its crawler compressed better than our producer does must still fit, untouched, on the dead-letter topic."""


class AdminError(KafkaTrouble):
    """Kafka can't be reached, or refuses."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A setting of an existing topic that is not as wanted. `setting` is EXISTENCE where the topic itself is missing."""

    topic: str
    setting: str
    wanted: str
    found: str


def wanted_config(topic: Topic, settings: Settings) -> dict[str, str]:
    """The topic's settings, as Kafka names and writes them."""
    largest = settings.record_max_bytes * (DEAD_LETTER_GROWTH if topic is DEAD_LETTERS else 1)
    return {
        "cleanup.policy": topic.cleanup.value,
        "compression.type": "producer",
        LARGEST: str(largest + HEADROOM_BYTES),
        "retention.ms": str(topic.retention_ms),
    }


async def partition_counts(settings: Settings) -> dict[str, int]:
    """Existing topic -> number of partitions. Raises AdminError."""
    async with admin_client(settings) as client:
        return await _partition_counts(client)


async def group_offsets(settings: Settings, group: str, topic: str) -> dict[int, tuple[int, str]]:
    """Partition -> the offset that the consumer group goes on from (-1: none), and what it noted with it. Raises AdminError."""
    async with admin_client(settings) as client:
        partitions = range((await _partition_counts(client)).get(topic, 0))
        places = [TopicPartition(topic, partition) for partition in partitions]
        found = await _once_coordinated(lambda: client.list_consumer_group_offsets(group, partitions=places)) if places else {}
        return {place.partition: (told.offset, told.metadata or "") for place, told in found.items()}


async def _once_coordinated(ask: Callable[[], Awaitable[T]]) -> T:
    """A broker that was just started has no coordinator for groups yet: the first question makes the topic that it works with."""
    waited = 0.0
    while True:
        try:
            return await ask()
        except (GroupCoordinatorNotAvailableError, GroupLoadInProgressError, NotCoordinatorForGroupError):
            if waited >= KNOWN_S:
                raise
            await asyncio.sleep(KNOWN_PAUSE_S)
            waited += KNOWN_PAUSE_S


async def create_topics(settings: Settings, topics: Sequence[Topic], partitions: int, replication: int) -> list[str]:
    """Makes those that are missing, and returns their names. `replication` may be BROKERS_DEFAULT. Raises AdminError."""
    async with admin_client(settings) as client:
        existing = await _partition_counts(client)
        missing = [topic for topic in topics if topic.name not in existing]
        if not missing:
            return []
        # aiokafka asks for an assignment, if an empty one, where the broker's own default of copies is meant.
        assignment: dict[int, list[int]] | None = {} if replication == BROKERS_DEFAULT else None
        response = await client.create_topics(
            [NewTopic(topic.name, partitions, replication, assignment, wanted_config(topic, settings)) for topic in missing]
        )
        made = [name for name, *outcome in response.topic_errors if _is_made(name, *outcome)]
        await _until_known(client, made)
        return made


async def _until_known(client: AIOKafkaAdminClient, made: Sequence[str]) -> None:
    """A broker answers before all of them know: a reader or worker that starts at once would find nothing."""
    try:
        async with asyncio.timeout(KNOWN_S):
            while not set(made) <= (await _partition_counts(client)).keys():  # noqa: ASYNC110  Kafka tells nobody
                await asyncio.sleep(KNOWN_PAUSE_S)
    except TimeoutError:
        raise AdminError(f"the topics are made, but not known to all brokers after {KNOWN_S:.0f} s; try again") from None


def _is_made(name: str, code: int, message: str | None = None) -> bool:
    """Whether this call made the topic; false where somebody else was faster."""
    kind: type[KafkaError] = for_code(code)
    if code and kind is not TopicAlreadyExistsError:
        raise AdminError(f"topic {name} can't be made: {message or kind.description}")
    return code == 0


async def differences(settings: Settings, topics: Sequence[Topic]) -> list[Difference]:
    """What is not as wanted; empty where all is well. Raises AdminError."""
    async with admin_client(settings) as client:
        existing = await _partition_counts(client)
        found = [Difference(topic.name, EXISTENCE, "exists", "missing") for topic in topics if topic.name not in existing]
        for topic in topics:
            if topic.name in existing:
                config = await _config(client, topic.name)
                found += [
                    Difference(topic.name, setting, wanted, config.get(setting, "not set"))
                    for setting, wanted in wanted_config(topic, settings).items()
                    if not _suits(setting, wanted, config.get(setting))
                ]
        return found


def _suits(setting: str, wanted: str, found: str | None) -> bool:
    if setting == LARGEST and found is not None:
        return int(found) >= int(wanted)
    return found == wanted


@asynccontextmanager
async def admin_client(settings: Settings) -> AsyncIterator[AIOKafkaAdminClient]:
    """A client that is connected. Raises AdminError, also for what Kafka refuses while it is in use."""
    client = AIOKafkaAdminClient(**connection(settings))
    try:
        await connect(client, settings)
        yield client
    except KafkaTrouble as error:
        raise AdminError(str(error)) from None
    except (KafkaError, OSError) as error:
        raise AdminError(f"Kafka at {settings.brokers} refuses: {error}") from None
    finally:
        await client.close()


async def _partition_counts(client: AIOKafkaAdminClient) -> dict[str, int]:
    return {described["topic"]: len(described["partitions"]) for described in await client.describe_topics()}


async def _config(client: AIOKafkaAdminClient, topic: str) -> dict[str, str]:
    [response] = await client.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)])
    [(code, message, _, _, entries)] = response.resources
    if code:
        raise AdminError(f"the settings of topic {topic} can't be read: {message or for_code(code).description}")
    return {name: value for name, value, *_ in _rows(entries)}


def _rows(entries: Sequence[Any]) -> Sequence[tuple[str, str, Any]]:
    return [tuple(entry) for entry in entries]
