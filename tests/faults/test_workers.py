"""Workers that are killed, told to end, or come and go."""

from __future__ import annotations

import itertools
import random
import time

import pytest

from tests.faults.drill import Drill, Flow, mixed
from tests.faults.pages import page
from tests.kafka.process import wait_until

pytestmark = [pytest.mark.kafka, pytest.mark.slow, pytest.mark.timeout(600)]

SIGTERM_S = 30.0
"""Most seconds from SIGTERM to the end of the process."""
STORM_S = 300.0
STEADY_S = 30.0
STORM_SHARE = 0.3
"""Least throughput in a storm of rebalances, of that in the calm."""

TWO_PARTITIONS = 'eventwire_partitions_assigned{stage="clean"} 2.0'


def _kill(drill: Drill, pages: int, kills: int) -> None:
    moments = sorted(random.Random().sample(range(20, pages - 200), kills))
    drill.ledger.publish(map(mixed, range(pages)))
    for settled in moments:
        with drill.worker() as worker:
            drill.ledger.wait_for(settled, within=120)
            worker.kill()
    with drill.worker():
        figures = drill.close(within=600, note=f"{kills} kills")
        drill.wait_committed()
    assert figures.pages == pages


def test_killed_workers_lose_nothing(drill: Drill) -> None:
    _kill(drill, pages=2000, kills=5)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_fifty_kills_lose_nothing(drill: Drill) -> None:
    _kill(drill, pages=25_000, kills=50)


def test_sigterm_loses_and_repeats_nothing(drill: Drill) -> None:
    drill.ledger.publish(map(mixed, range(1000)))
    with drill.worker() as worker:
        drill.ledger.wait_for(200, within=120)
        told = time.monotonic()
        assert worker.terminate(within=SIGTERM_S) == 0
        took = time.monotonic() - told
    assert drill.ledger.read() < 1000
    with drill.worker():
        figures = drill.close(within=120, note=f"ended after {took:.1f} s")
    assert figures.redelivered == 0


def test_a_worker_that_comes_and_goes_loses_nothing(drill: Drill) -> None:
    arrivals = 4
    with drill.worker(), Flow(drill.ledger, map(mixed, itertools.count()), per_second=120):
        for arrival in range(arrivals):
            with drill.worker() as visitor:
                visitor.wait_ready()
                drill.ledger.wait_for(drill.ledger.settled + 100, within=120)
                if arrival % 2:
                    visitor.kill()
            drill.ledger.wait_for(drill.ledger.settled + 100, within=120)
    with drill.worker():
        drill.close(within=120, note=f"{arrivals} arrivals, half of them ended by SIGTERM, half by a kill")


def test_a_worker_that_was_frozen_loses_nothing_when_it_wakes(drill: Drill) -> None:
    """Its partitions are another's by then, and what it holds and commits belongs to the past."""
    with drill.worker() as sleeper, drill.worker() as heir:
        sleeper.wait_ready()
        heir.wait_ready()
        both = sleeper, heir
        wait_until("both read two partitions", 60, lambda: all(TWO_PARTITIONS in worker.get("/metrics")[1] for worker in both))
        drill.ledger.publish(map(mixed, range(600)))
        drill.ledger.wait_for(100, within=60)
        sleeper.freeze()
        drill.ledger.wait_for(600, within=120)
        drill.ledger.publish(map(mixed, range(600, 800)))
        sleeper.thaw()
        drill.ledger.publish(map(mixed, range(800, 1200)))
        drill.close(within=120)
        drill.wait_committed()


def test_a_record_that_outlasts_the_drain_of_a_rebalance_is_read_again(drill: Drill) -> None:
    gate = drill.gate()
    held = page(0, f"hold={gate}")
    with drill.worker(drain_s=2) as first:
        drill.ledger.publish([held, *map(mixed, range(1, 200))])
        drill.ledger.wait_for(199, within=60)
        wait_until("the page is in work", 60, gate.read_text)
        with drill.worker(drain_s=2) as second:
            both = first, second
            wait_until("both read two partitions", 60, lambda: all(TWO_PARTITIONS in worker.get("/metrics")[1] for worker in both))
            drill.ledger.publish(map(mixed, range(200, 400)))
            drill.ledger.wait_for(399, within=60)
            gate.unlink()
            drill.close(within=60)
            drill.wait_committed()


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_a_storm_of_rebalances_loses_nothing(drill: Drill) -> None:
    drill.ledger.publish(page(number, "sleep=0.01") for number in range(100_000))

    def rate(seconds: float) -> float:
        began, before = time.monotonic(), drill.ledger.read()
        while time.monotonic() - began < seconds:
            drill.ledger.read()
        return (drill.ledger.settled - before) / (time.monotonic() - began)

    with drill.worker() as worker:
        worker.wait_ready()
        rate(5)
        calm = rate(STEADY_S)
        began, before, arrivals = time.monotonic(), drill.ledger.settled, 0
        while time.monotonic() - began < STORM_S:
            with drill.worker() as visitor:
                wait_until("it answers", 60, lambda visitor=visitor: visitor.get("/alive")[0])
                rate(5)
                arrivals += 1
                if arrivals % 5 == 0:
                    visitor.kill()
        storm = (drill.ledger.settled - before) / (time.monotonic() - began)
        note = f"{arrivals} arrivals; {storm:.0f} pages a second, {calm:.0f} in the calm"
        drill.close(within=900, note=note)
        drill.wait_committed()
    assert storm >= STORM_SHARE * calm, note
