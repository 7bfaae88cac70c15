from __future__ import annotations

import json
import socket
import urllib.error
import urllib.request

import pytest

from agents.runtime.health import BEAT_LIMIT_S, STUCK_LIMIT_S, TROUBLE_LIMIT_S, Health, HealthServer, PortTaken
from agents.runtime.metrics import Metrics


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def health(clock: Clock) -> Health:
    return Health(clock)


def test_a_silent_event_loop_is_an_ill(health: Health, clock: Clock) -> None:
    clock.now = BEAT_LIMIT_S - 1
    assert health.ills() == []
    clock.now = BEAT_LIMIT_S + 1
    assert health.ills() == ["the event loop has been silent for 31 s"]
    health.beat()
    assert health.ills() == []


def test_lag_without_progress_is_an_ill(health: Health, clock: Clock) -> None:
    clock.now = STUCK_LIMIT_S + 1
    health.beat()
    assert health.ills() == []
    health.lag = 7
    assert health.ills() == ["7 records wait and none was finished for 601 s"]
    health.progress()
    assert health.ills() == []


def test_to_wait_for_an_output_is_no_ill(health: Health, clock: Clock) -> None:
    clock.now = STUCK_LIMIT_S + 1
    health.beat()
    health.lag = 7
    health.waiting = {"articles": "no leader"}
    assert health.ills() == []


def test_trouble_that_outlasts_a_rebalance_is_an_ill(health: Health, clock: Clock) -> None:
    health.trouble("pages/0 offset 7 was dropped")
    clock.now = TROUBLE_LIMIT_S + health.drain_s
    health.beat()
    assert health.ills() == []
    clock.now += 1
    assert health.ills() == ["pages/0 offset 7 was dropped; after a restart it goes on"]
    health.trouble("")  # a rebalance had it read again
    assert health.ills() == []


def test_the_first_record_after_a_long_rest_has_its_time(health: Health, clock: Clock) -> None:
    clock.now = STUCK_LIMIT_S + 1
    health.beat()
    health.lags(1)
    assert health.ills() == []
    clock.now *= 2
    health.beat()
    health.lags(1)
    assert health.ills() == [f"1 records wait and none was finished for {STUCK_LIMIT_S + 1:.0f} s"]


def test_it_is_ready_when_group_and_pool_are(health: Health) -> None:
    assert health.obstacles() == ["not in the consumer group yet, or it is rebalancing", "the pool is not up"]
    health.joined = health.pool_up = True
    assert health.obstacles() == []


def test_an_output_that_cannot_be_written_is_named(health: Health) -> None:
    health.joined = health.pool_up = True
    health.waiting = {"articles": "no leader"}
    assert health.obstacles() == ["topic articles can't be written: no leader"]


def test_what_it_waits_for_at_its_start_is_named(health: Health) -> None:
    health.problem = "Kafka has no topic articles"
    assert "Kafka has no topic articles" in health.obstacles()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def get(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_it_answers_over_http(health: Health) -> None:
    port, metrics = free_port(), Metrics("clean")
    metrics.consumed.inc(3)
    with HealthServer("127.0.0.1", port, health, metrics, "EVENTWIRE_HTTP_PORT_CLEAN"):
        assert get(port, "/alive") == (200, '{"alive":true,"reasons":[]}\n')
        status, body = get(port, "/ready")
        assert status == 503
        assert json.loads(body) == {"ready": False, "reasons": health.obstacles()}
        health.joined = health.pool_up = True
        assert get(port, "/ready")[0] == 200
        assert 'eventwire_records_consumed_total{stage="clean"} 3.0' in get(port, "/metrics")[1]
        assert get(port, "/else")[0] == 404


def test_port_0_is_no_server(health: Health) -> None:
    with HealthServer("127.0.0.1", 0, health, Metrics("clean"), "EVENTWIRE_HTTP_PORT_CLEAN"):
        pass


def test_a_taken_port_is_named_with_its_setting(health: Health) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with pytest.raises(PortTaken, match=f"127.0.0.1:{port}: Address already in use; set EVENTWIRE_HTTP_PORT_CLEAN"):
            HealthServer("127.0.0.1", port, health, Metrics("clean"), "EVENTWIRE_HTTP_PORT_CLEAN")
