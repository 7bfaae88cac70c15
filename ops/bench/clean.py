"""Pages a second of the clean stage beside trafilatura with metadata, in one process and one run, and where the time goes.

    python -m ops.bench.clean [PAGES...] [--limit N] [--rounds N]

PAGES: JSON Lines of RawPage; without any, the sample pages of the demo. The two take turns page by page, so that a busy machine
slows both alike. trafilatura is no dependency of the product: install it to compare.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from agents.clean.charset import decode
from agents.clean.transform import load
from agents.settings import Settings
from agents.steps import measured
from schemas.page import RawPage

SAMPLES = Path(__file__).parents[2] / "agents" / "commands" / "samples"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", type=Path)
    parser.add_argument("--limit", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    pages = list(_pages(options.pages))[: options.limit]
    if not pages:
        sys.exit("bench: no pages; give files of RawPage lines")
    transform, peer = load(Settings()), _peer()
    transform(pages[0])  # the first page reads what the others share
    steps: Counter[str] = Counter()
    ours = theirs = 0.0
    for _ in range(options.rounds):
        for page in pages:
            started = perf_counter()
            with measured() as seconds:
                transform(page)
            ours += perf_counter() - started
            steps.update(seconds)
            if peer:
                started = perf_counter()
                peer(page)
                theirs += perf_counter() - started
    count = len(pages) * options.rounds
    size = sum(len(page.body) for page in pages) / len(pages)
    print(f"{len(pages)} pages, {size / 1024:.0f} KiB in the mean")
    print(f"eventwire    {count / ours:7.1f} pages/s  {ours / count * 1000:7.2f} ms a page")
    if peer:
        print(f"trafilatura  {count / theirs:7.1f} pages/s  {theirs / count * 1000:7.2f} ms a page")
        print(f"eventwire is {theirs / ours:.1f} times as fast")
    for name, seconds_of in steps.most_common():
        print(f"  {name:10s} {seconds_of / count * 1000:7.2f} ms  {seconds_of / ours:5.1%}")


def _pages(files: list[Path]) -> Iterator[RawPage]:
    if not files:
        now = datetime.now(UTC)
        for file in sorted(SAMPLES.rglob("*.html")):
            yield RawPage(url=file.as_uri(), fetched_at=now, body_base64=file.read_bytes(), content_type="text/html")
    for file in files:
        with file.open("rb") as lines:
            yield from (RawPage.from_json(line) for line in lines if line.strip())


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
