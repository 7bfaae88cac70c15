"""Trouble made on purpose: alerts ring and clear, on a real Prometheus with the committed rules, their times divided by sixty."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from confluent_kafka import Producer

from agents.runtime.embedded import embedded_broker
from schemas import topics
from tests.faults.worker import Worker
from tests.kafka.broker import Broker
from tests.kafka.process import wait_until
from tests.kafka.topics import Topics
from tests.ops.load import Load
from tests.ops.prometheus import RULES, Prometheus, shortened, tool

STAGE = "tests.runtime.stages:STAGE"
PATIENCE_S = 90.0

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]


@pytest.fixture(autouse=True)
def _needs_prometheus() -> None:
    tool("prometheus")


def watching(worker: Worker, folder: Path) -> Prometheus:
    rules = shortened(RULES.read_text(), factor=60)
    return Prometheus(folder / "prometheus", {"eventwire": [f"127.0.0.1:{worker.port}"]}, rules)


def rings(prometheus: Prometheus, *alerts: str) -> None:
    wait_until(f"{alerts} ring", PATIENCE_S, lambda: prometheus.firing() >= set(alerts), every=0.5)


def is_still(prometheus: Prometheus, *alerts: str) -> None:
    wait_until(f"{alerts} are still", PATIENCE_S, lambda: not prometheus.firing() & set(alerts), every=0.5)


def test_a_stopped_worker_rings_and_a_flood_of_poison_rings(tmp_path: Path) -> None:
    stopped = ("EventwireTargetDown", "EventwireStageDown")
    poisoned = ("EventwireDeadLetters", "EventwireDeadLetterFlood")
    with (
        embedded_broker([topic.name for topic in topics.ALL]) as address,
        Worker(address, tmp_path, STAGE, pool_processes=1) as worker,
        watching(worker, tmp_path) as prometheus,
    ):
        worker.wait_ready()
        assert prometheus.query('ALERTS{alertname="EventwireTargetDown",alertstate="firing"}') == []

        with Load(address, a_second=20, poison=20):
            rings(prometheus, *poisoned)
        is_still(prometheus, *poisoned)

        worker.terminate()
        rings(prometheus, *stopped)
        worker.start()
        # No worker of stage tag runs here: of the alert on stages without one, that of stage clean is meant.
        clean_down = 'ALERTS{alertname="EventwireStageDown",stage="clean",alertstate="firing"}'
        wait_until("stage clean is back", PATIENCE_S, lambda: not prometheus.query(clean_down), every=0.5)
        is_still(prometheus, "EventwireTargetDown")


@pytest.mark.kafka
def test_a_stopped_broker_rings_until_it_is_back(fragile_broker: Broker, tmp_path: Path) -> None:
    stuck = ("EventwireTopicNotWritable", "EventwireNotReady")
    Topics(fragile_broker.address).create()
    with Worker(fragile_broker.address, tmp_path, STAGE, pool_processes=1) as worker, watching(worker, tmp_path) as prometheus:
        worker.wait_ready()
        publish_slow_pages(fragile_broker.address, 40)
        in_flight = "eventwire_records_in_flight > 0"
        wait_until("pages are in work", PATIENCE_S, lambda: prometheus.query(in_flight), every=0.2)
        fragile_broker.stop()
        rings(prometheus, *stuck)
        fragile_broker.start()
        is_still(prometheus, *stuck)
        done = 'sum(eventwire_outcomes_total{outcome="clean-article.v1"}) >= 40'
        wait_until("all pages came through", PATIENCE_S, lambda: prometheus.query(done), every=0.5)


def publish_slow_pages(address: str, number: int) -> None:
    producer = Producer({"bootstrap.servers": address})
    for page in range(number):
        value = {"url": f"https://slow.example/{page}", "fetched_at": "2031-05-06T00:00:00Z", "html": "sleep 0.3"}
        producer.produce(topics.RAW_PAGES.name, orjson.dumps(value), str(page).encode())
    assert producer.flush(PATIENCE_S) == 0
