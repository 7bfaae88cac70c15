"""`eventwire doctor` against a real broker with faults made on purpose: each is named, with what to do."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import Result
from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, ConfigEntry, ConfigResource, ConfigSource
from typer.testing import CliRunner

from agents import settings as settings_module
from agents.commands.main import app
from schemas import topics
from schemas.deadletter import DeadLetterInfo, DeadLetterReason
from tests.embedded import NOON
from tests.kafka.broker import Broker, free_ports
from tests.kafka.process import wait_until
from tests.kafka.topics import Topics

pytestmark = pytest.mark.kafka

Doctor = Callable[..., tuple[int, str]]


@pytest.fixture
def doctor(broker: Broker, monkeypatch: pytest.MonkeyPatch) -> Iterator[Doctor]:
    """Runs it; (exit status, what it printed)."""
    clean, tag = free_ports(2)
    usual = {
        "EVENTWIRE_BROKERS": broker.address,
        "EVENTWIRE_HTTP_PORT_CLEAN": str(clean),
        "EVENTWIRE_HTTP_PORT_TAG": str(tag),
    }

    def run(**settings: str) -> tuple[int, str]:
        result = eventwire("doctor", {**usual, **settings})
        return result.exit_code, result.stdout

    yield run
    settings_module.settings.cache_clear()


@pytest.fixture
def made(broker: Broker) -> Topics:
    """A broker whose topics are as they should be."""
    result = eventwire("topics create --partitions 2", {"EVENTWIRE_BROKERS": broker.address})
    assert result.exit_code == 0, result.output
    return Topics(broker.address)


def eventwire(command: str, environment: Mapping[str, str]) -> Result:
    settings_module.settings.cache_clear()
    result = CliRunner().invoke(app, command.split(), env=environment)
    assert isinstance(result.exception, SystemExit | None), result.exception
    return result


def publish(broker: Broker, topic: str, number: int = 1, headers: list | None = None, age_s: float = 0.0) -> None:
    producer = Producer({"bootstrap.servers": broker.address})
    for _ in range(number):
        producer.produce(topic, b"{}", b"key", headers=headers, timestamp=int((time.time() - age_s) * 1000))
    assert producer.flush(30) == 0


def commit(broker: Broker, group: str, topic: str, offset: int) -> None:
    consumer = Consumer({"bootstrap.servers": broker.address, "group.id": group})
    consumer.commit(offsets=[TopicPartition(topic, number, offset) for number in range(2)], asynchronous=False)
    consumer.close()


def test_where_nothing_is_wrong_it_says_so(doctor: Doctor, made: Topics):
    status, told = doctor()
    assert status == 0, told
    assert "fault" not in told
    assert f"topics: all {len(topics.ALL)} are as they should be" in told
    assert "% full" in told
    assert "this user may do what the stages need" in told
    assert "lag clean: 0 records behind" in told
    assert "versions: Python" in told


def test_a_broker_that_is_away(doctor: Doctor):
    status, told = doctor(EVENTWIRE_BROKERS="127.0.0.1:1")
    assert (status, "fault   brokers: can't reach Kafka at 127.0.0.1:1" in told) == (1, True), told


def test_a_topic_that_is_missing(doctor: Doctor, made: Topics):
    made.remove([topics.REJECTED])
    status, told = doctor()
    assert f"fault   topic {topics.REJECTED.name}: is missing\n        -> eventwire topics create" in told, told
    assert status == 1


def test_a_setting_of_a_topic_that_is_wrong(doctor: Doctor, made: Topics, broker: Broker):
    entry = ConfigEntry("max.message.bytes", "1000", source=ConfigSource.DYNAMIC_TOPIC_CONFIG)
    admin = AdminClient({"bootstrap.servers": broker.address})
    changed = ConfigResource(ConfigResource.Type.TOPIC, topics.ARTICLES.name, incremental_configs=[_set(entry)])
    for future in admin.incremental_alter_configs([changed]).values():
        future.result(30)
    wait_until("it is named", 30, lambda: "max.message.bytes is 1000, wanted:" in doctor()[1])


def _set(entry: ConfigEntry) -> ConfigEntry:
    from confluent_kafka.admin import AlterConfigOpType

    entry.incremental_operation = AlterConfigOpType.SET
    return entry


def test_a_stage_without_a_worker_and_pages_that_wait_too_long(doctor: Doctor, made: Topics, broker: Broker):
    publish(broker, topics.RAW_PAGES.name, 3, age_s=7200)
    status, told = doctor()
    assert (
        "fault   stage clean: no worker is in group eventwire-clean; 3 records wait\n        -> eventwire worker clean" in told
    ), told
    assert "fault   lag clean: 3 records behind, the oldest from 2 hours ago" in told
    assert "warning stage tag: no worker is in group eventwire-tag; 0 records wait" in told
    assert status == 1


def test_records_that_retention_took_before_they_were_processed(doctor: Doctor, made: Topics, broker: Broker):
    publish(broker, topics.RAW_PAGES.name, 10)
    commit(broker, "eventwire-clean", topics.RAW_PAGES.name, 1)
    [partition] = [number for number, end in made.ends(topics.RAW_PAGES).items() if end]
    admin = AdminClient({"bootstrap.servers": broker.address})
    for future in admin.delete_records([TopicPartition(topics.RAW_PAGES.name, partition, 7)]).values():
        future.result(30)
    _, told = doctor()
    assert (
        f"fault   stage clean: 6 records left {topics.RAW_PAGES.name} before they were processed (partitions {partition})" in told
    ), told


def test_a_topic_that_may_not_be_written(doctor: Doctor, made: Topics):
    made.forbid_writing(topics.DEAD_LETTERS)
    try:
        status, told = doctor()
    finally:
        made.allow_writing(topics.DEAD_LETTERS)
    assert f"fault   topic {topics.DEAD_LETTERS.name}: this user may not write" in told, told
    assert "kafka-acls.sh --add" in told
    assert status == 1


def test_a_crawler_whose_clock_is_wrong(doctor: Doctor, made: Topics, broker: Broker):
    publish(broker, topics.RAW_PAGES.name, age_s=-1800)
    _, told = doctor()
    assert "fault   crawlers' clocks: records on partitions" in told, told


def test_fresh_dead_letters(doctor: Doctor, made: Topics, broker: Broker):
    info = DeadLetterInfo.now(NOON, "clean", DeadLetterReason.CRASHED, "E", "m", 1, topics.RAW_PAGES.name, 0, 0)
    publish(broker, topics.DEAD_LETTERS.name, 2, info.headers())
    assert "warning dead letters: 2 in the last 24 hours\n        -> eventwire deadletters list --since 24h" in doctor()[1]


def test_too_little_memory_for_the_pool(doctor: Doctor, made: Topics):
    status, told = doctor(EVENTWIRE_POOL_PROCESSES="64", EVENTWIRE_POOL_MEMORY_BYTES=str(1 << 40))
    assert (status, "fault   memory:" in told, "EVENTWIRE_POOL_PROCESSES" in told) == (1, True, True), told


@pytest.fixture
def foreign_port() -> Iterator[int]:
    """A port that something holds which speaks no HTTP."""
    [port] = free_ports(1)
    with socket.create_server(("127.0.0.1", port)) as server:

        def refuse() -> None:
            while True:
                try:
                    server.accept()[0].close()
                except OSError:
                    return

        threading.Thread(target=refuse, daemon=True).start()
        yield port


def test_a_port_that_something_else_holds(doctor: Doctor, made: Topics, foreign_port: int):
    status, told = doctor(EVENTWIRE_HTTP_PORT_TAG=str(foreign_port))
    assert f"fault   worker tag: 127.0.0.1:{foreign_port} is taken by something that is no worker" in told, told
    assert "EVENTWIRE_HTTP_PORT_TAG" in told
    assert status == 1


def test_settings_that_do_not_fit_together(doctor: Doctor, tmp_path: Path):
    _, told = doctor(EVENTWIRE_KAFKA_SECURITY_PROTOCOL="SASL_SSL")
    assert "fault   settings: EVENTWIRE_KAFKA_SECURITY_PROTOCOL=SASL_SSL asks for EVENTWIRE_KAFKA_SASL_MECHANISM" in told, told
    _, told = doctor(EVENTWIRE_KAFKA_SECURITY_PROTOCOL="SSL", EVENTWIRE_KAFKA_SSL_CAFILE=str(tmp_path / "none.pem"))
    assert "fault   settings: a file of EVENTWIRE_KAFKA_SSL_CAFILE" in told, told
