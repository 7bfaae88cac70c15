"""Pages that hang, crash, fill the memory or grow too large: each costs itself alone."""

from __future__ import annotations

import os
import signal
import time

import pytest

from schemas.deadletter import DeadLetterReason
from tests.faults.drill import Drill
from tests.faults.pages import Page, as_bytes, as_json, page
from tests.kafka.process import alive, descendants, wait_until

pytestmark = [pytest.mark.kafka, pytest.mark.slow, pytest.mark.timeout(300)]

MIB = 1 << 20
DEADLINE_S = 2.0
GRACE_S = 1.0
"""From the deadline of a page to its dead letter."""
IN_A_ROW = 20
"""More than the pool forgives itself in failed starts."""
NOISE_S = 2.0
"""What a busy machine may add."""


def _neighbours(first: int, number: int = 20) -> list[Page]:
    return [page(place) for place in range(first, first + number)]


def _dead(drill: Drill, culprits: dict[Page, DeadLetterReason], neighbours: list[Page]) -> None:
    for culprit, reason in culprits.items():
        outcome = drill.ledger.only(culprit)
        assert (outcome.kind, outcome.reason) == ("dead letter", reason), culprit.name
        assert (outcome.message.key(), outcome.message.value()) == (culprit.key, culprit.value)
    assert [drill.ledger.only(neighbour).kind for neighbour in neighbours] == ["article"] * len(neighbours)


def test_a_page_that_never_ends_is_dead_at_its_deadline(drill: Drill) -> None:
    endless = [as_json(1, "forever"), as_bytes(2, "forever")]
    with drill.worker(record_deadline_s=DEADLINE_S, pool_processes=2) as worker:
        worker.wait_ready()
        drill.ledger.publish([page(0)])  # the way is open and the pool warm
        drill.ledger.wait_for(1, within=60)
        took = []
        for culprit in endless:
            published = time.time()
            drill.ledger.publish([culprit, *_neighbours(len(drill.ledger.sent) + 10)])
            drill.ledger.wait_for(len(drill.ledger.sent), within=60)
            took.append(drill.ledger.only(culprit).message.timestamp()[1] / 1000 - published)
        drill.close(within=60, note="dead after " + ", ".join(f"{seconds:.2f}" for seconds in took) + f" s of {DEADLINE_S}")
    assert all(DEADLINE_S <= seconds <= DEADLINE_S + GRACE_S + NOISE_S for seconds in took)
    neighbours = [sent for sent in drill.ledger.sent.values() if sent not in endless]
    _dead(drill, dict.fromkeys(endless, DeadLetterReason.TIMED_OUT), neighbours)


def test_pages_that_crash_their_process_die_alone(drill: Drill) -> None:
    culprits = {
        as_json(1, "exit"): DeadLetterReason.CRASHED,
        as_bytes(2, "segfault"): DeadLetterReason.CRASHED,
        as_json(3, "raise"): DeadLetterReason.INTERNAL,
        as_bytes(4, "allocate"): DeadLetterReason.OUT_OF_MEMORY,
        as_json(5, "big-output"): DeadLetterReason.OUTPUT_TOO_LARGE,
    }
    neighbours = _neighbours(100, 40)
    with drill.worker(pool_memory_bytes=256 * MIB, record_max_bytes=MIB):
        for culprit in culprits:
            drill.ledger.publish([*neighbours[:8], culprit])
            del neighbours[:8]
        drill.close(within=120)
    _dead(drill, culprits, [sent for sent in drill.ledger.sent.values() if sent not in culprits])


def test_crashing_pages_in_a_row_do_not_stop_the_worker(drill: Drill) -> None:
    culprits = [page(number, "exit") for number in range(IN_A_ROW)]
    neighbours = _neighbours(1000)
    with drill.worker() as worker:
        drill.ledger.publish([*culprits, *neighbours])
        drill.close(within=240)
        assert worker.status is None
    _dead(drill, dict.fromkeys(culprits, DeadLetterReason.CRASHED), neighbours)


def test_a_pool_process_killed_from_outside_costs_its_page_alone(drill: Drill) -> None:
    gates = [drill.gate() for _ in range(3)]
    culprits = [page(number, f"hold={gate}") for number, gate in enumerate(gates)]
    neighbours = _neighbours(100)
    with drill.worker(pool_processes=2) as worker:
        for culprit, gate in zip(culprits, gates, strict=True):
            drill.ledger.publish([culprit])
            pid = int(wait_until("the page is in work", 60, gate.read_text))
            assert pid in descendants(worker.pid)
            os.kill(pid, signal.SIGKILL)
            wait_until("the process is gone", 10, lambda pid=pid: not alive(pid))
        drill.ledger.publish(neighbours)
        drill.close(within=60, note=f"{len(gates)} pool processes killed")
    _dead(drill, dict.fromkeys(culprits, DeadLetterReason.CRASHED), neighbours)
