"""What the runtime costs a page, beside a plain Faust agent that awaits `send`, on a real Apache Kafka on this machine.

    python ops/bench/runtime.py [--scale 0.1]

One worker of each, one broker, one machine. Eventwire's worker decodes and validates the pages in two pool processes, makes an
article of their first quarter there, and settles a page when that is delivered; the plain agent passes the bytes on in its own
process, and loses what is in flight when it dies. `CPU ms`: of the process that holds the Kafka clients, a page.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from agents.runtime.codec import decode_raw_page
from agents.runtime.stage import Stage
from agents.settings import Settings
from schemas import identity, topics
from schemas.article import CleanArticle, Extractor
from schemas.page import RawPage

if TYPE_CHECKING:  # the pool's processes load this module for STAGE, and need no tests
    from tests.faults.pages import Page
    from tests.kafka.broker import Broker

ROOT = Path(__file__).parents[2]
KB = 1000
RUNS = {1 * KB: 20_000, 20 * KB: 8_000, 170 * KB: 2_000}
"""Bytes of a page -> pages: some seconds each."""
PARTITIONS = 4
WITHIN_S = 300.0
WORDS = ["harbour", "ferry", "council", "strike", "minister", "election", "river", "bridge", "school", "market", "rain"]


def _first_quarter(page: RawPage) -> CleanArticle:
    return CleanArticle(
        article_id=identity.article_id(page.url),
        page_id=page.page_id,
        url=page.url,
        canonical_url=page.url,
        title="",
        language="en",
        text=page.body[: len(page.body) // 4].decode("utf-8", "replace"),
        truncated=False,
        paywalled=False,
        word_count=0,
        fingerprint="0" * 16,
        fetched_at=page.fetched_at,
        cleaned_at=datetime.now(UTC),
        extractor=Extractor(name="bench", version="1", path="bench"),
    )


def load(settings: Settings) -> Callable[[RawPage], CleanArticle]:
    """What a pool process calls once."""
    return _first_quarter


STAGE = Stage("clean", topics.RAW_PAGES, decode_raw_page, load, {CleanArticle: topics.ARTICLES})


def _pages(size: int, number: int) -> Iterator[Page]:
    """Pages that compress about as well as text does."""
    from tests.faults.pages import Page
    from tests.faults.pages import as_bytes as form

    dice = random.Random(size)
    text = " ".join(f"{dice.choice(WORDS)}{dice.randrange(1000)}" for _ in range(size // 5)).encode()
    for place in range(number):
        page = form(place, size=0)
        start = dice.randrange(len(text) - size + 1)
        yield Page(text[start : start + size], page.key, page.headers, None, "")


def _cpu_s(pid: int) -> float:
    """User and system time of a process, without its children."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _measure(broker: Broker, command: list[str], environment: dict[str, str], folder: Path, number: int) -> tuple[float, float]:
    """Pages a second, and CPU milliseconds a page, from the first outcome to the last."""
    from tests.kafka.process import start, tail, wait_until
    from tests.kafka.topics import Reader

    log = folder / "worker.log"
    process = start(command, log, environment)
    try:
        with Reader(broker.address, [topics.ARTICLES]) as reader:

            def done() -> int:
                assert process.poll() is None, f"the worker ended:\n{tail(log)}"
                return sum(reader.ends(topics.ARTICLES).values())

            first = wait_until("the first outcome", WITHIN_S, done, every=0.02)
            began, cpu = time.monotonic(), _cpu_s(process.pid)
            wait_until(f"{number} outcomes", WITHIN_S, lambda: done() >= number, every=0.02)
            took, spent = time.monotonic() - began, _cpu_s(process.pid) - cpu
    finally:
        process.kill()
        process.wait()
    return (number - first) / took, 1000 * spent / (number - first)


def peer(broker: str, folder: str) -> None:
    """A plain Faust agent that awaits `send`, with Faust's defaults where they let it run at all."""
    import faust

    app = faust.App(
        "peer",
        broker=f"aiokafka://{broker}",
        datadir=folder,
        web_enabled=False,
        topic_allow_declare=False,
        topic_disable_leader=True,
        consumer_auto_offset_reset="earliest",
    )
    source = app.topic(topics.RAW_PAGES.name, key_serializer="raw", value_serializer="raw")
    target = app.topic(topics.ARTICLES.name, key_serializer="raw", value_serializer="raw")

    async def pass_on(stream: faust.StreamT[bytes]) -> None:
        async for event in stream.events():
            await target.send(key=event.key, value=event.value)

    app.agent(source)(pass_on)
    sys.argv = [sys.argv[0]]
    faust.Worker(app, loglevel="warning").execute_from_commandline()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=float, default=1.0, help="times the usual number of pages")
    parser.add_argument("--peer", nargs=2, metavar=("BROKER", "FOLDER"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.peer:
        peer(*arguments.peer)
        return

    from tests.faults.ledger import Ledger
    from tests.kafka.broker import Broker
    from tests.kafka.install import jars
    from tests.kafka.topics import Topics

    print(f"{'page':>7}  {'':<12}  {'pages/s':>8}  {'CPU ms':>7}")
    with tempfile.TemporaryDirectory() as name, Broker(Path(name) / "broker", jars(), heap="1g") as broker:
        folder = Path(name)
        kafka = Topics(broker.address)
        plain = [sys.executable, __file__, "--peer", broker.address, name]
        ours = [sys.executable, "-m", "agents.runtime.worker", "ops.bench.runtime:STAGE"]
        for size, usual in RUNS.items():
            number = max(100, int(usual * arguments.scale))
            for label, command in (("plain Faust", plain), ("Eventwire", ours)):
                kafka.remove_all()
                kafka.create(partitions=PARTITIONS)
                with Ledger(broker.address, "", lambda: None) as ledger:
                    ledger.publish(_pages(size, number))
                environment = {
                    "EVENTWIRE_BROKERS": broker.address,
                    "EVENTWIRE_HTTP_PORT_CLEAN": "0",
                    "EVENTWIRE_GROUP_PREFIX": f"bench-{size}-",
                    "PYTHONPATH": str(ROOT),
                }
                rate, cpu = _measure(broker, command, environment, folder, number)
                print(f"{size // KB:>4} kB  {label:<12}  {rate:>8,.0f}  {cpu:>7.3f}", flush=True)


if __name__ == "__main__":
    main()
