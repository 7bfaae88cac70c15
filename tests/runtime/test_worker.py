"""A worker of its own process against the embedded broker; what needs a real one stands in tests/faults."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import orjson
import pytest
from confluent_kafka import Consumer, Message, Producer, TopicPartition

from agents.runtime import worker as worker_module
from agents.runtime.embedded import embedded_broker
from agents.runtime.worker import COULD_NOT_START, FAILED, run_worker
from agents.settings import Settings
from schemas import topics
from schemas.deadletter import DeadLetterInfo, DeadLetterReason
from tests.faults.worker import Worker
from tests.kafka.process import wait_until

STAGE = "tests.runtime.stages:STAGE"
PATIENCE_S = 60.0

pytestmark = pytest.mark.slow


@pytest.fixture
def address() -> Iterator[str]:
    with embedded_broker([topic.name for topic in topics.ALL]) as address:
        yield address


def publish(address: str, *pages: tuple[str, bytes | str | None]) -> None:
    """Pairs of key and order; a value of bytes, or none, goes as it is."""
    producer = Producer({"bootstrap.servers": address})
    for number, (key, order) in enumerate(pages):
        url = f"https://wire.example/{key}/{number}"
        page = orjson.dumps({"url": url, "fetched_at": "2031-05-06T00:00:00Z", "html": order}) if isinstance(order, str) else order
        producer.produce(topics.RAW_PAGES.name, page, key.encode(), headers=[("crawl", b"7"), ("traceparent", b"00-1-2-01")])
    assert producer.flush(PATIENCE_S) == 0


def read(address: str, topic: topics.Topic, wanted: int) -> list[Message]:
    """Waits for `wanted` records; returns all that are there, in the order of their partitions."""
    consumer = Consumer({"bootstrap.servers": address, "group.id": "test", "auto.offset.reset": "earliest"})
    consumer.assign([TopicPartition(topic.name, partition, 0) for partition in range(4)])
    found: list[Message] = []

    def enough() -> bool:
        found.extend(message for message in consumer.consume(10_000, timeout=0.2) if message.error() is None)
        return len(found) >= wanted

    try:
        wait_until(f"{wanted} records on {topic.name}, not {len(found)}", PATIENCE_S, enough)
        found.extend(message for message in consumer.consume(10_000, timeout=0.5) if message.error() is None)
        return found
    finally:
        consumer.close()


def texts(messages: list[Message]) -> list[str]:
    return [orjson.loads(message.value() or b"")["text"] for message in messages]


def headers(message: Message) -> dict[str, bytes]:
    return dict(message.headers() or [])


def test_each_outcome_lands_on_its_topic(address: str, tmp_path: Path) -> None:
    broken = b"\xff no JSON \x00"
    publish(address, ("a", "Harbour reopens."), ("b", "reject"), ("c", broken), ("d", None), ("e", "exit 3"), ("f", "grow 5000"))
    with Worker(address, tmp_path, STAGE, record_max_bytes=4000) as worker:
        [article] = read(address, topics.ARTICLES, 1)
        [rejected] = read(address, topics.REJECTED, 1)
        letters = read(address, topics.DEAD_LETTERS, 4)
        assert worker.terminate() == 0

    assert orjson.loads(article.value() or b"")["text"] == "Harbour reopens."
    assert article.key() == orjson.loads(article.value() or b"")["article_id"].encode()
    assert headers(article)["ce_type"] == b"org.eventwire.article.cleaned.v1"
    assert headers(article)["traceparent"] == b"00-1-2-01"
    assert rejected.key() == b"https://wire.example/b/1"

    by_key = {letter.key(): letter for letter in letters}
    reasons = {key: DeadLetterInfo.from_headers(letter.headers() or []).reason for key, letter in by_key.items()}
    assert reasons == {
        b"c": DeadLetterReason.UNDECODABLE,
        b"d": DeadLetterReason.UNDECODABLE,
        b"e": DeadLetterReason.CRASHED,
        b"f": DeadLetterReason.OUTPUT_TOO_LARGE,
    }
    assert by_key[b"c"].value() == broken
    assert by_key[b"d"].value() is None
    assert (by_key[b"c"].headers() or [])[:2] == [("crawl", b"7"), ("traceparent", b"00-1-2-01")]


def test_records_of_a_key_keep_their_order(address: str, tmp_path: Path) -> None:
    publish(address, ("slow", "sleep 1"), *[("slow", f"{number}") for number in range(5)], ("other", "other"))
    with Worker(address, tmp_path, STAGE):
        found = read(address, topics.ARTICLES, 7)
    order = texts(sorted(found, key=lambda message: message.timestamp()[1]))
    assert [text for text in order if text != "other"] == ["sleep 1", "0", "1", "2", "3", "4"]
    assert order[0] == "other"


def test_sigterm_drains_so_that_nothing_is_done_twice(address: str, tmp_path: Path) -> None:
    records = 60
    # long enough that a busy machine sees the first articles well before the last
    publish(address, *[(str(number), "sleep 0.25") for number in range(records)])
    with Worker(address, tmp_path, STAGE) as first:
        read(address, topics.ARTICLES, 5)
        assert first.terminate() == 0
        assert len(read(address, topics.ARTICLES, 1)) < records
    with Worker(address, tmp_path, STAGE) as second:
        read(address, topics.ARTICLES, records)
        assert second.terminate() == 0
    assert len(read(address, topics.ARTICLES, records)) == records


def test_health_and_metrics_answer_over_http(address: str, tmp_path: Path) -> None:
    publish(address, ("a", "Harbour reopens."), ("b", "reject"))
    with Worker(address, tmp_path, STAGE) as worker:
        worker.wait_ready()
        assert worker.get("/alive")[0] == 200
        read(address, topics.REJECTED, 1)
        read(address, topics.ARTICLES, 1)

        def tells(line: str) -> Callable[[], bool]:
            return lambda: line in worker.get("/metrics")[1].splitlines()

        wanted = [
            'eventwire_outcomes_total{outcome="rejected-page.v1",reason="empty",stage="clean"} 1.0',
            'eventwire_records_produced_total{stage="clean",topic="news.articles.clean.v1"} 1.0',
            'eventwire_records_in_flight{stage="clean"} 0.0',
            'eventwire_partitions_assigned{stage="clean"} 4.0',
            'eventwire_record_seconds_count{stage="clean"} 2.0',
        ]
        for line in wanted:
            wait_until(line, PATIENCE_S, tells(line))


def settings(**more: object) -> Settings:
    return Settings(http_port_clean=0, **more)  # type: ignore[arg-type]


def test_a_broker_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(worker_module, "BROKER_PATIENCE_S", 0.0)
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        brokers = f"127.0.0.1:{nobody.getsockname()[1]}"
        assert run_worker(STAGE, settings(brokers=brokers)) == FAILED
    assert f"can't reach Kafka at {brokers}" in capsys.readouterr().err


def test_a_topic_that_is_missing_is_named_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(worker_module, "BROKER_PATIENCE_S", 0.0)
    with embedded_broker([topics.RAW_PAGES.name, topics.ARTICLES.name, topics.DEAD_LETTERS.name]) as brokers:
        assert run_worker(STAGE, settings(brokers=brokers)) == FAILED
    assert "has no topic news.pages.rejected.v1; run `eventwire topics create`" in capsys.readouterr().err


def test_a_pool_that_cannot_start_ends_the_worker(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_worker("tests.runtime.stages:UNLOADABLE", settings(brokers=address)) == FAILED
    assert "model.txt is missing" in capsys.readouterr().err


def test_a_taken_port_is_named(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        assert run_worker(STAGE, Settings(brokers=address, http_port_clean=port)) == FAILED
    assert f"can't listen on 127.0.0.1:{port}" in capsys.readouterr().err


@pytest.mark.parametrize("path", ["agents.nowhere:STAGE", "agents.settings:MIB", "agents.settings"])
def test_what_is_no_stage_is_named(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_worker(path, settings()) == COULD_NOT_START
    assert "no stage" in capsys.readouterr().err
