"""Order within a key, copies, and offsets that are never committed before their time."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from schemas.topics import RAW_PAGES
from tests.faults.drill import Drill
from tests.faults.pages import page
from tests.kafka.process import start, stays, tail, wait_until

pytestmark = [pytest.mark.kafka, pytest.mark.slow, pytest.mark.timeout(300)]

COMMITS_S = 4.0
"""Several commit intervals of either consumer."""


def test_records_of_one_key_go_one_after_another(drill: Drill) -> None:
    gate, url = drill.gate(), "https://harbour-post.example/live"
    slow, fast, last = (page(number, words, url=url) for number, words in enumerate([f"hold={gate}", "", "reject"]))
    others = [page(number) for number in range(100, 140)]
    with drill.worker(pool_processes=2):
        drill.ledger.publish([slow, fast, last, *others])
        drill.ledger.wait_for(len(others), within=60)
        wait_until("the slow one is in work", 60, gate.read_text)
        stays("the fast one of the same key waits", 1, lambda: drill.ledger.read() == len(others))
        gate.unlink()
        drill.close(within=60)
    assert drill.ledger.only(slow).place < drill.ledger.only(fast).place
    assert drill.ledger.only(last).message.timestamp() >= drill.ledger.only(fast).message.timestamp()


def test_copies_of_a_page_give_copies_of_its_outcome(drill: Drill) -> None:
    copies = [page(number, "reject" if number % 3 == 0 else "") for number in range(100)] * 3
    random.Random(3).shuffle(copies)
    with drill.worker():
        drill.ledger.publish(copies)
        figures = drill.close(within=60)
    assert figures.pages == 100


def test_a_commit_never_passes_a_stuck_record(bare_drill: Drill) -> None:
    drill = bare_drill
    drill.topics.create(partitions=1)
    gates = drill.gate(), drill.gate()
    with drill.worker(pool_processes=3, window=20) as worker:
        drill.ledger.publish([page(0, f"hold={gates[0]}"), *map(page, range(1, 40)), page(40, f"hold={gates[1]}")])
        drill.ledger.publish(map(page, range(41, 200)))
        drill.ledger.wait_for(198, within=60)
        stays("nothing is committed behind the stuck head", COMMITS_S, lambda: drill.committed().get(0, 0) == 0)
        gates[0].unlink()
        wait_until("all is committed up to the next one", 30, lambda: drill.committed().get(0) == 40)
        stays("nothing is committed behind that", COMMITS_S, lambda: drill.committed() == {0: 40})
        worker.kill()
    with drill.worker():
        gates[1].unlink()
        drill.close(within=90)
        drill.wait_committed()


def test_faust_alone_commits_past_a_stuck_record(bare_drill: Drill, tmp_path: Path) -> None:
    """The same drill, on Faust's own consumer: shows that the one above can fail."""
    drill = bare_drill
    drill.topics.create(partitions=1)
    gate, log = drill.gate(), tmp_path / "stock.log"
    drill.ledger.publish([page(0, f"hold={gate}"), *map(page, range(1, 200))])
    process = start([sys.executable, "-m", "tests.faults.stock", drill.broker.address, tmp_path], log)
    try:
        wait_until("the head is stuck", 60, gate.read_text)
        passed = wait_until(
            f"it commits past the stuck head\n{tail(log)}", 60, lambda: drill.topics.committed("stock", RAW_PAGES).get(0, 0)
        )
        assert passed > 0
        assert gate.exists()
    finally:
        process.kill()
        process.wait(10)
