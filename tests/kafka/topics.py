"""Topics for the tests: made, removed, read to the end, and how far a consumer group got."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from typing import Any

from confluent_kafka import Consumer, ConsumerGroupTopicPartitions, KafkaException, Message, TopicPartition
from confluent_kafka.admin import (
    AclBinding,
    AclBindingFilter,
    AclOperation,
    AclPermissionType,
    AdminClient,
    NewTopic,
    ResourcePatternType,
    ResourceType,
)

from schemas.topics import ALL, Topic
from tests.kafka.broker import MESSAGE_BYTES
from tests.kafka.process import wait_until

ANSWER_S = 30.0
POLL_S = 0.2


def _done(futures: dict[Any, Future[Any]]) -> None:
    for future in futures.values():
        future.result(ANSWER_S)


ALLOW, DENY = AclPermissionType.ALLOW, AclPermissionType.DENY


def _rule(topic: Topic, operation: AclOperation, permission: AclPermissionType) -> AclBinding:
    """A rule for everybody, from everywhere."""
    return AclBinding(ResourceType.TOPIC, topic.name, ResourcePatternType.LITERAL, "User:*", "*", operation, permission)


def _rules_of(name: str | None) -> AclBindingFilter:
    pattern = ResourcePatternType.LITERAL
    return AclBindingFilter(ResourceType.TOPIC, name, pattern, None, None, AclOperation.ANY, AclPermissionType.ANY)


class Topics:
    """The topics of one broker. `address`: host:port."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.admin = AdminClient({"bootstrap.servers": address, "log_level": 0})

    def names(self) -> set[str]:
        return {name for name in self.admin.list_topics(timeout=ANSWER_S).topics if not name.startswith("__")}

    def create(self, topics: Iterable[Topic] = ALL, partitions: int = 4, max_bytes: int = MESSAGE_BYTES) -> None:
        config = {"max.message.bytes": str(max_bytes)}
        wanted = {topic.name for topic in topics}
        _done(self.admin.create_topics([NewTopic(name, partitions, 1, config=config) for name in sorted(wanted)]))
        wait_until("the broker knows the topics", ANSWER_S, lambda: wanted <= self.names())

    def remove_all(self) -> None:
        """Removes every topic and its rules: a test starts from nothing."""
        self._remove_rules(None)
        self._remove(self.names())

    def remove(self, topics: Iterable[Topic]) -> None:
        self._remove({topic.name for topic in topics})

    def _remove(self, names: set[str]) -> None:
        if names:
            _done(self.admin.delete_topics(list(names)))
            wait_until("the topics are gone", ANSWER_S, lambda: not names & self.names())

    def forbid_writing(self, topic: Topic) -> None:
        """From now on every write is refused with TOPIC_AUTHORIZATION_FAILED."""
        rules = [_rule(topic, AclOperation.ALL, ALLOW), _rule(topic, AclOperation.WRITE, DENY)]
        _done(self.admin.create_acls(rules))
        self._wait_for_rules(topic.name, len(rules))

    def allow_writing(self, topic: Topic) -> None:
        """Takes `forbid_writing` back."""
        self._remove_rules(topic.name)

    def _remove_rules(self, name: str | None) -> None:
        """Of every topic, where `name` is None."""
        _done(self.admin.delete_acls([_rules_of(name)]))
        self._wait_for_rules(name, 0)

    def _wait_for_rules(self, name: str | None, number: int) -> None:
        """The controller takes a change, and the broker obeys it a little later."""
        found = self.admin.describe_acls
        wait_until("the broker knows the rules", ANSWER_S, lambda: len(found(_rules_of(name)).result(ANSWER_S)) == number)

    def committed(self, group: str, topic: Topic) -> dict[int, int]:
        """Partition -> the offset that the group would go on from; partitions it never committed are missing."""
        request = [ConsumerGroupTopicPartitions(group)]
        (future,) = self.admin.list_consumer_group_offsets(request).values()
        found = future.result(ANSWER_S).topic_partitions
        return {place.partition: place.offset for place in found if place.topic == topic.name and place.offset >= 0}

    def ends(self, topic: Topic) -> dict[int, int]:
        """Partition -> the offset that the next record will get."""
        with Reader(self.address, [topic]) as reader:
            return reader.ends(topic)


class Reader:
    """Reads topics from their first record on, by no group, as often as asked. Use as a context manager."""

    def __init__(self, address: str, topics: Iterable[Topic]) -> None:
        self.topics = list(topics)
        self._consumer = Consumer(
            {
                "bootstrap.servers": address,
                "group.id": "reader-that-never-commits",
                "enable.auto.commit": False,
                "auto.offset.reset": "earliest",  # where a topic was removed and made anew
                "enable.partition.eof": False,
                "fetch.message.max.bytes": MESSAGE_BYTES,
                "fetch.wait.max.ms": 50,
                "reconnect.backoff.max.ms": 500,
                "log_level": 0,
            }
        )
        self._next = {(topic.name, place): 0 for topic in self.topics for place in self._partitions(topic)}
        self._consumer.assign([TopicPartition(name, place, 0) for name, place in self._next])

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self._consumer.close()

    def _partitions(self, topic: Topic) -> Iterable[int]:
        found = self._consumer.list_topics(topic.name, timeout=ANSWER_S).topics[topic.name]
        if found.error is not None:
            raise KafkaException(found.error)
        return found.partitions

    def ends(self, topic: Topic) -> dict[int, int]:
        """Partition -> the offset that the next record will get, as the broker says now."""
        places = [place for name, place in self._next if name == topic.name]
        return {
            place: self._consumer.get_watermark_offsets(TopicPartition(topic.name, place), timeout=ANSWER_S, cached=False)[1]
            for place in places
        }

    def new(self, wait_s: float = POLL_S) -> Iterator[Message]:
        """What has come since it was asked last; waits so long for the first record. A broker that is away has nothing new."""
        batch = self._consumer.consume(num_messages=10_000, timeout=wait_s)
        for message in batch:
            if message.error() is None:
                self._next[message.topic(), message.partition()] = message.offset() + 1
                yield message

    def rest(self) -> Iterator[Message]:
        """Everything up to the end as it is now. Raises AssertionError where that can't be reached."""
        goal = {(topic.name, place): end for topic in self.topics for place, end in self.ends(topic).items()}
        found: list[Message] = []

        def at_end() -> bool:
            found.extend(self.new())
            return all(self._next[place] >= end for place, end in goal.items())

        wait_until("the topics are read to their end", 2 * ANSWER_S, at_end, every=0)
        yield from found
