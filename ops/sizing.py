"""How much machine a crawl needs: `python -m ops.sizing [PAGES_A_DAY ...]` prints the table of ops/runbook.md.

The basis is measured, and stands here with its source; put your own figures in its place.
"""

from __future__ import annotations

import argparse
import math
from dataclasses import dataclass

PAGES_A_DAY = (10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)
DAY_S = 86_400

CLEAN_S, TAG_S = 0.025, 0.015
"""Processor time of a page in stage clean and of an article in stage tag, one core of an AMD EPYC: 43 news pages of 240 kB a
second, `python -m ops.bench.clean`, and 76 articles, `python -m ops.bench.tag`, rounded up."""
ARTICLES = 0.7
"""Share of a crawl's pages that are articles; of a crawl that follows feeds it is more."""
PEAK = 2.5
"""The busiest hour of the day beside the mean one."""
BUSY = 0.7
"""Share of the processes that may be at work in that hour: the rest catches up after an outage, and bears a lost machine."""
POOL = 7
"""Most pool processes of a worker: with one core for the worker itself, eight cores. It could feed more: its own part of a page is
0.3 to 1 ms (`python -m ops.bench.runtime`)."""
WORKER_BYTES, SPARE_BYTES = 200e6, 1 << 30
"""Resident memory of a worker's own process, and what one hostile page may cost on top (EVENTWIRE_POOL_MEMORY_BYTES)."""
CLEAN_BYTES, TAG_BYTES = 240e6, 120e6
"""Resident memory of a pool process with its models loaded: eventwire_pool_resident_memory_bytes of a worker at work."""
PARTITIONS_A_WORKER = 3
"""So that workers can be added to thrice the number, and a lost one's share is spread."""
LEAST_PARTITIONS = 8
RAW_BYTES, ARTICLE_BYTES, EVENTS_BYTES = 40e3, 3e3, 3e3
"""Of a record on disk, zstd: a page of 240 kB shrinks to a sixth (198 kB to 33, the mean of 300 news pages), an article and its
events to some kilobytes."""
RAW_DAYS, OTHER_DAYS, REPLICAS = 7, 30, 3


@dataclass(frozen=True, slots=True)
class Stage:
    """`processes`: of the pools together."""

    processes: int
    workers: int

    @classmethod
    def of(cls, records_a_second: float, seconds: float) -> Stage:
        processes = max(1, math.ceil(records_a_second * seconds / BUSY))
        return cls(processes, math.ceil(processes / POOL))


def row(pages_a_day: int) -> str:
    """A line of the table."""
    peak = PEAK * pages_a_day / DAY_S
    clean, tag = Stage.of(peak, CLEAN_S), Stage.of(peak * ARTICLES, TAG_S)
    workers = clean.workers + tag.workers
    partitions = max(LEAST_PARTITIONS, PARTITIONS_A_WORKER * max(clean.workers, tag.workers))
    memory = workers * (WORKER_BYTES + SPARE_BYTES) + clean.processes * CLEAN_BYTES + tag.processes * TAG_BYTES
    others = ARTICLES * (ARTICLE_BYTES + EVENTS_BYTES)
    disk = pages_a_day * (RAW_BYTES * RAW_DAYS + others * OTHER_DAYS) * REPLICAS
    return (
        f"| {pages_a_day:,} | {peak:,.1f} | {clean.workers} x {math.ceil(clean.processes / clean.workers)} "
        f"| {tag.workers} x {math.ceil(tag.processes / tag.workers)} | {clean.processes + tag.processes + workers} | {partitions} "
        f"| {memory / 1e9:,.0f} GB | {peak * (RAW_BYTES + others) / 1e6:,.1f} MB/s | {disk / 1e12:,.2f} TB |"
    )


HEAD = """\
| pages a day | a second at peak | clean: workers x pool | tag: workers x pool | cores | partitions | memory | into Kafka | disk |
|--:|--:|--:|--:|--:|--:|--:|--:|--:|
"""


def table(pages: tuple[int, ...] = PAGES_A_DAY) -> str:
    return HEAD + "".join(row(number) + "\n" for number in pages)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages_a_day", type=int, nargs="*", default=PAGES_A_DAY, help="for example 250000")
    print(table(tuple(parser.parse_args().pages_a_day)), end="")
