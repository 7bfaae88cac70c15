"""Workers that are killed, told to end, or come and go."""

from __future__ import annotations

import itertools
import random

import pytest

from tests.faults.drill import Drill, Flow, mixed

pytestmark = [pytest.mark.kafka, pytest.mark.slow, pytest.mark.timeout(600)]

PAGES = 2000
KILLS = 5
ARRIVALS = 4
SIGTERM_S = 30.0
"""Most seconds from SIGTERM to the end of the process."""


def test_killed_workers_lose_nothing(drill: Drill) -> None:
    moments = sorted(random.Random().sample(range(20, PAGES - 200), KILLS))
    drill.ledger.publish(map(mixed, range(PAGES)))
    for settled in moments:
        with drill.worker() as worker:
            drill.ledger.wait_for(settled, within=120)
            worker.kill()
    with drill.worker():
        figures = drill.close(within=180, note=f"{KILLS} kills, after {moments} pages")
        drill.wait_committed()
    assert figures.pages == PAGES


def test_sigterm_loses_and_repeats_nothing(drill: Drill) -> None:
    drill.ledger.publish(map(mixed, range(1000)))
    with drill.worker() as worker:
        drill.ledger.wait_for(200, within=120)
        assert worker.terminate(within=SIGTERM_S) == 0
    assert drill.ledger.read() < 1000
    with drill.worker():
        figures = drill.close(within=120)
    assert figures.redelivered == 0


def test_a_worker_that_comes_and_goes_loses_nothing(drill: Drill) -> None:
    with drill.worker(), Flow(drill.ledger, map(mixed, itertools.count()), per_second=120):
        for arrival in range(ARRIVALS):
            with drill.worker() as visitor:
                visitor.wait_ready()
                drill.ledger.wait_for(drill.ledger.settled + 100, within=120)
                if arrival % 2:
                    visitor.kill()
            drill.ledger.wait_for(drill.ledger.settled + 100, within=120)
        flow_ends_here = len(drill.ledger.sent)
    with drill.worker():
        figures = drill.close(within=120, note=f"{ARRIVALS} arrivals, half of them ended by SIGTERM, half by a kill")
    assert figures.pages >= flow_ends_here
