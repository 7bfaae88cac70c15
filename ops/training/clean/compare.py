"""The extractor beside trafilatura on the same pages, with paired bootstrap intervals, as rows of the card's table.

    python -m ops.training.clean.compare --exam ../shared/exam --texts /tmp/texts.json

`--texts` is what `train.py --texts` left: bodies out of fold, by page. Shingle F1 for the news sets, word F1 for wcxb, as their
benchmarks publish them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import trafilatura
from numpy.typing import NDArray

from ops.training.clean import data
from ops.training.clean.measure import paired_scores

DRAWS = 2000
ROWS = {"aeb": "shingles", "fundus": "shingles", "wcxb": "words"}


def f1(scores: NDArray[np.float64], of: str) -> float:
    """From rows of precision, recall, exact, word F1: mean precision and recall first, as article-extraction-benchmark has it."""
    precision, recall, _, words = scores.mean(axis=0).tolist()
    return words if of == "words" else 2 * precision * recall / (precision + recall)


def interval(own: NDArray[np.float64], other: NDArray[np.float64], of: str) -> tuple[float, float]:
    """95 % of the draws of pages: how much better the own scores are."""
    rng = np.random.default_rng(1)
    drawn = [rng.integers(len(own), size=len(own)) for _ in range(DRAWS)]
    low, high = np.quantile([f1(own[pages], of) - f1(other[pages], of) for pages in drawn], (0.025, 0.975))
    return float(low), float(high)


def row(title: str, golds: Sequence[str], own: Sequence[str], other: Sequence[str], of: str) -> str:
    a, b = paired_scores(golds, own), paired_scores(golds, other)
    low, high = interval(a, b, of)
    better = f"{f1(a, of) - f1(b, of):+.3f} [{low:+.3f}, {high:+.3f}]"
    exact = f"{a[:, 2].mean():.2f} / {b[:, 2].mean():.2f}"
    return f"| {title} | {len(a)} | {f1(a, of):.3f} | {f1(b, of):.3f} | {better} | {exact} |"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--exam", type=Path, required=True)
    arguments.add_argument("--texts", type=Path, required=True)
    arguments.add_argument("--sets", nargs="+", choices=data.SETS, default=data.SETS)
    arguments.add_argument("--whole", action="store_true", help="the set was left out as a whole: its folds mean nothing")
    options = arguments.parse_args()
    found = json.loads(options.texts.read_text("utf-8"))
    print("| pages | number | own F1 | trafilatura | difference, 95 % | exact, own / trafilatura |\n|---|---|---|---|---|---|")
    for name in options.sets:
        pages = [page for page in data.read(options.exam, name) if page.id in found]
        other = {page.id: trafilatura.extract(page.html, include_comments=False) or "" for page in pages}
        groups = {"left out as a set": pages}
        if not options.whole:
            held = [page for page in pages if page.fold == data.HELD_OUT]
            groups = {"held out": held, "out of fold": [page for page in pages if page.fold != data.HELD_OUT]}
        for title, some in groups.items():
            golds = [page.gold["text"] or "" for page in some]
            texts = [found[page.id] for page in some]
            print(row(f"{name}, {title}", golds, texts, [other[page.id] for page in some], ROWS[name]), flush=True)


if __name__ == "__main__":
    main()
