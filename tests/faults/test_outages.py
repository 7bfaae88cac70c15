"""Brokers that restart and topics that can't be written: the worker waits in place, says so, and goes on."""

from __future__ import annotations

import itertools
import time

import pytest

from schemas.deadletter import DeadLetterReason
from schemas.topics import ARTICLES, DEAD_LETTERS, RAW_PAGES, REJECTED, Topic
from tests.faults.drill import Drill, Flow, elapsed, mixed
from tests.faults.pages import page, unreadable
from tests.faults.worker import Worker
from tests.kafka.process import stays, wait_until

pytestmark = [pytest.mark.kafka, pytest.mark.slow, pytest.mark.timeout(600)]

DRAINED_S = 60.0
"""Most seconds from a broker's return to the end of the lag."""
NOTICED_S = 60.0
OUTAGE_S = 120.0


def _says_why(worker: Worker, topic: str) -> None:
    """`/ready` is no longer 200 and names the topic."""

    def named() -> bool:
        status, text = worker.get("/ready")
        return status == 503 and topic in text

    wait_until(f"/ready names {topic}; it says {worker.get('/ready')}", NOTICED_S, named, every=0.2)
    assert worker.get("/alive")[0] == 200


def test_a_broker_that_stops_and_one_that_is_killed_lose_nothing(fragile_drill: Drill) -> None:
    drill, broker, drained = fragile_drill, fragile_drill.broker, []
    with drill.worker() as worker:
        pages = map(mixed, itertools.count())
        for end in (broker.stop, broker.kill):
            with Flow(drill.ledger, pages, per_second=100):
                drill.ledger.wait_for(drill.ledger.settled + 200, within=120)
                end()
                broker.start()
                back = time.monotonic()
                drill.ledger.wait_for(drill.ledger.settled + 100, within=120)
            drill.ledger.wait_for(len(drill.ledger.expected), within=120)
            drained.append(elapsed(back))
            assert worker.status is None
        drill.close(within=60, note=f"SIGTERM, then kill; drained {' and '.join(drained)} after its return")
        drill.wait_committed()


def test_without_a_dead_letter_topic_nothing_is_read(bare_drill: Drill) -> None:
    drill = bare_drill
    drill.topics.create([RAW_PAGES, ARTICLES, REJECTED], partitions=1)
    drill.ledger.publish([*map(page, range(10)), unreadable("poison", b"{"), *map(page, range(10, 400))])
    with drill.worker() as worker:
        _says_why(worker, DEAD_LETTERS.name)
        assert drill.committed() == {}
        drill.topics.create([DEAD_LETTERS], partitions=1)
        worker.wait_ready()
        drill.close(within=90)
        drill.wait_committed()


def test_a_dead_letter_topic_that_vanishes_stops_the_stage_until_it_is_back(bare_drill: Drill) -> None:
    drill = bare_drill
    drill.topics.create(partitions=1)
    with drill.worker() as worker:
        worker.wait_ready()
        drill.ledger.publish(map(page, range(10)))
        drill.ledger.wait_for(10, within=60)
        drill.wait_committed()
        drill.topics.remove([DEAD_LETTERS])
        drill.ledger.publish([unreadable("poison", b"{"), *map(page, range(10, 3000))])
        _says_why(worker, DEAD_LETTERS.name)
        stays("nothing is committed from the unreadable record on", 3, lambda: drill.committed() == {0: 10})
        drill.topics.create([DEAD_LETTERS], partitions=1)
        worker.wait_ready()
        drill.close(within=120)
        drill.wait_committed()


@pytest.mark.parametrize(("topic", "stuck"), [(ARTICLES, 11), (DEAD_LETTERS, 10)], ids=["articles", "dead-letters"])
def test_a_topic_that_may_not_be_written_stops_the_stage_until_it_may(bare_drill: Drill, topic: Topic, stuck: int) -> None:
    drill = bare_drill
    drill.topics.create(partitions=1)
    with drill.worker() as worker:
        worker.wait_ready()
        drill.ledger.publish(map(page, range(10)))
        drill.ledger.wait_for(10, within=60)
        drill.wait_committed()
        drill.topics.forbid_writing(topic)
        drill.ledger.publish([unreadable("poison", b"{"), *map(page, range(10, 3000))])
        _says_why(worker, topic.name)
        stays("nothing is committed that could not be written", 3, lambda: drill.committed()[0] <= stuck)
        assert drill.ledger.read() < 2000, "it goes on reading though it can't write"
        drill.topics.allow_writing(topic)
        worker.wait_ready()
        drill.close(within=120)
        drill.wait_committed()


def test_records_that_a_topic_refuses_for_their_size_die_alone(bare_drill: Drill) -> None:
    """The worker would let them pass: only the broker knows the topic's own limit."""
    drill = bare_drill
    drill.topics.create([RAW_PAGES, REJECTED, DEAD_LETTERS])
    drill.topics.create([ARTICLES], max_bytes=1 << 20)
    culprits = [page(number, "big-output") for number in range(0, 1000, 100)]
    pages = [culprits[number // 100] if number % 100 == 0 else page(number) for number in range(1000)]
    with drill.worker() as worker:
        worker.wait_ready()
        drill.ledger.publish(pages)
        figures = drill.close(within=120)
        drill.wait_committed()
    assert (figures.articles, figures.dead) == (990, 10)
    assert {drill.ledger.only(culprit).reason for culprit in culprits} == {DeadLetterReason.OUTPUT_TOO_LARGE}


@pytest.mark.soak
def test_a_long_outage_loses_nothing(fragile_drill: Drill) -> None:
    drill, broker = fragile_drill, fragile_drill.broker
    drill.ledger.publish(map(mixed, range(5000)))
    with drill.worker() as worker:
        drill.ledger.wait_for(500, within=120)
        broker.kill()
        stays("the worker waits in place", OUTAGE_S, lambda: worker.status is None)
        broker.start()
        drill.close(within=300, note=f"the broker was away for {OUTAGE_S:.0f} s")
        drill.wait_committed()
