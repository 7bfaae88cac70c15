"""Searches for pages that crash the clean stage, hang it, or come out as records that break the contract.

    python -m ops.fuzz.clean [--seconds 600] [--corpus DIR]

Coverage-guided, by atheris (libFuzzer; `pip install atheris`). It starts from the demo's sample pages and keeps what reaches new
code in DIR, by default a folder that goes away. A finding ends the search with the exception; the page is left as `crash-...` or
`timeout-...` in the current folder, and the same command with that file as its last argument runs it again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from random import Random
from time import process_time

import atheris

with atheris.instrument_imports(include=["agents.clean"]):
    from agents.clean.transform import load

from agents.settings import Settings
from ops.fuzz.checks import page_of, problem
from ops.fuzz.mutations import MOST_BYTES, mutate

SAMPLES = Path(__file__).parents[2] / "agents" / "commands" / "samples"
SECONDS_A_PAGE = 5
"""The deadline of a page by default."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("finding", nargs="?", type=Path)
    options = parser.parse_args()
    transform = load(Settings())

    def try_one(data: bytes) -> None:
        page = page_of(data)
        started = process_time()
        record = transform(page)
        took = process_time() - started
        if took > SECONDS_A_PAGE:
            raise TimeoutError(f"a page of {len(data)} bytes took {took:.1f} s of processor time, {SECONDS_A_PAGE} are allowed")
        if found := problem(page, record):
            raise AssertionError(found)

    with tempfile.TemporaryDirectory(prefix="eventwire-fuzz-") as kept:
        corpus = options.corpus or Path(kept)
        corpus.mkdir(parents=True, exist_ok=True)
        for sample in SAMPLES.glob("*.html"):
            (corpus / sample.name).write_bytes(b"\0\0" + sample.read_bytes())
        inputs = [str(options.finding)] if options.finding else [str(corpus), f"-max_total_time={options.seconds}"]
        limits = [f"-timeout={4 * SECONDS_A_PAGE}", f"-max_len={MOST_BYTES}", "-rss_limit_mb=4096", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], *inputs, *limits], try_one, custom_mutator=_mutated)
        atheris.Fuzz()


def _mutated(data: bytes, max_size: int, seed: int) -> bytes:
    """As markup two times out of three, else as bytes."""
    random = Random(seed)
    changed = mutate(data[2:], random) if random.random() < 0.67 else atheris.Mutate(data[2:], max(1, max_size - 2))
    head = bytes(random.choices(range(256), k=2)) if random.random() < 0.2 else data[:2].ljust(2, b"\0")
    return (head + changed)[:max_size]


if __name__ == "__main__":
    main()
