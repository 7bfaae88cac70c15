"""Pages a second of the clean stage beside trafilatura with metadata, in one process and one run, and where the time goes.

    python -m ops.bench.clean [PAGES...] [--limit N] [--rounds N]

PAGES: JSON Lines of RawPage. Without any: the sample pages of the demo, which are small, and, where the exam's pages are at hand,
those of its two sets of news, which are as large as news pages are, each by itself and both together. The two extractors take turns
of TURN pages, so that a busy machine slows both alike, and neither empties the processor's caches for the other at every page;
processor time counts.
A second round shows pages that are known: both remember. trafilatura is no dependency of the product: install it to compare.
"""

from __future__ import annotations

import argparse
import gzip
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

from agents.runtime.pool_child import ONE_THREAD
from agents.runtime.pool_process import settle

os.environ.update(ONE_THREAD)  # as in the pool; numpy reads it when it is imported

import orjson

from agents.clean.charset import decode
from agents.clean.transform import load
from agents.settings import Settings
from agents.steps import measured
from schemas.page import RawPage

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "agents" / "commands" / "samples"
EXAM = Path(os.environ.get("EVENTWIRE_EXAM", ROOT.parent / "shared" / "exam")) / "extraction"
NEWS = ("aeb", "fundus")
"""Sets of news pages."""
TURN = 25


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", type=Path)
    parser.add_argument("--limit", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    transform, peer = load(Settings()), _peer()
    if options.pages:
        pages = [RawPage.from_json(line) for file in options.pages for line in file.read_bytes().splitlines() if line.strip()]
        if not pages:
            sys.exit("bench: no pages; give files of RawPage lines")
        _race("pages given", pages[: options.limit], options.rounds, transform, peer)
        return
    _race("sample pages", _samples(), options.rounds, transform, peer)
    if EXAM.is_dir():
        times = [_race(f"news pages of {name}", _exam(name)[: options.limit], options.rounds, transform, peer) for name in NEWS]
        if peer:
            ours, theirs = (sum(each) for each in zip(*times, strict=True))
            print(f"all news pages: eventwire is {theirs / ours:.1f} times as fast")


def _race(
    name: str,
    pages: Sequence[RawPage],
    rounds: int,
    transform: Callable[[RawPage], object],
    peer: Callable[[RawPage], object] | None,
) -> tuple[float, float]:
    """Prints pages a second of both, and the steps' shares in ours; the seconds of both."""
    for extract in (transform, peer):
        if extract:
            extract(pages[0])  # the first page reads what the others share
    settle()
    steps: Counter[str] = Counter()
    ours = theirs = 0.0
    for _ in range(rounds):
        for first in range(0, len(pages), TURN):
            turn = pages[first : first + TURN]
            started = process_time()
            for page in turn:
                with measured() as seconds:
                    transform(page)
                steps.update(seconds)
            ours += process_time() - started
            if peer:
                started = process_time()
                for page in turn:
                    peer(page)
                theirs += process_time() - started
    count = len(pages) * rounds
    size = sum(len(page.body) for page in pages) / len(pages)
    print(f"{len(pages)} {name}, {size / 1024:.0f} KiB in the mean")
    print(f"  eventwire    {count / ours:7.1f} pages/s  {ours / count * 1000:7.2f} ms a page")
    if peer:
        print(f"  trafilatura  {count / theirs:7.1f} pages/s  {theirs / count * 1000:7.2f} ms a page")
        print(f"  eventwire is {theirs / ours:.1f} times as fast")
    whole = sum(steps.values())
    for step, seconds_of in steps.most_common():
        print(f"    {step:10s} {seconds_of / whole * ours / count * 1000:7.2f} ms  {seconds_of / whole:5.1%}")
    return ours, theirs


def _samples() -> list[RawPage]:
    now = datetime.now(UTC)
    return [
        RawPage(url=file.as_uri(), fetched_at=now, body_base64=file.read_bytes(), content_type="text/html")
        for file in sorted(SAMPLES.rglob("*.html"))
    ]


def _exam(name: str) -> list[RawPage]:
    now = datetime.now(UTC)
    rows = [orjson.loads(line) for line in (EXAM / name / "pages.jsonl").read_bytes().splitlines()]
    return [
        RawPage(url=row["url"], fetched_at=now, body_base64=gzip.decompress((EXAM / name / row["html"]).read_bytes()))
        for row in rows
    ]


def _peer() -> Callable[[RawPage], object] | None:
    try:
        from trafilatura import bare_extraction
    except ImportError:
        print("trafilatura is not installed: no comparison", file=sys.stderr)
        return None
    return lambda page: bare_extraction(
        decode(page.body, page.content_type), url=page.url, favor_precision=True, with_metadata=True
    )


if __name__ == "__main__":
    main()
