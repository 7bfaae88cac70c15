"""The broker of the tests keeps what it was given."""

from __future__ import annotations

import pytest
from confluent_kafka import KafkaError, Producer

from schemas.topics import ALL, RAW_PAGES
from tests.kafka.broker import Broker
from tests.kafka.topics import Reader, Topics

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(300)]


def _produce(address: str, *values: bytes) -> None:
    producer = Producer({"bootstrap.servers": address})
    for value in values:
        producer.produce(RAW_PAGES.name, value)
    assert producer.flush(30) == 0


def _values(address: str) -> list[bytes]:
    with Reader(address, [RAW_PAGES]) as reader:
        return sorted(message.value() for message in reader.rest())


def test_topics_start_empty_and_hold_what_is_produced(broker: Broker) -> None:
    topics = Topics(broker.address)
    topics.create()
    assert topics.names() == {topic.name for topic in ALL}
    _produce(broker.address, b"one", b"two")
    assert _values(broker.address) == [b"one", b"two"]


def test_another_test_sees_nothing_of_it(broker: Broker) -> None:
    assert Topics(broker.address).names() == set()


def test_a_topic_can_be_made_unwritable_and_writable_again(broker: Broker) -> None:
    topics = Topics(broker.address)
    topics.create([RAW_PAGES])
    topics.forbid_writing(RAW_PAGES)
    errors: list[KafkaError | None] = []
    producer = Producer({"bootstrap.servers": broker.address})
    producer.produce(RAW_PAGES.name, b"refused", on_delivery=lambda error, _: errors.append(error))
    producer.flush(30)
    assert [error and error.code() for error in errors] == [KafkaError.TOPIC_AUTHORIZATION_FAILED]
    topics.allow_writing(RAW_PAGES)
    _produce(broker.address, b"taken")
    assert _values(broker.address) == [b"taken"]


def test_records_outlive_a_stop_and_a_kill(fragile_broker: Broker) -> None:
    Topics(fragile_broker.address).create()
    _produce(fragile_broker.address, b"before the stop")
    fragile_broker.stop()
    fragile_broker.start()
    _produce(fragile_broker.address, b"before the kill")
    fragile_broker.kill()
    fragile_broker.start()
    assert _values(fragile_broker.address) == [b"before the kill", b"before the stop"]
