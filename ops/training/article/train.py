"""Trains the article gate and says how good it is.

    python -m ops.training.article.train --exam ../shared/exam --cache /tmp/eventwire-training --bodies FOLDER [--examples FILE]

`--bodies`: what `ops.training.clean.train --folds` left. Fold 0 of the domains is never trained on. The trees and the score of a
page's words are fitted apart. The threshold is that at which, out of fold, LOST of the articles of the other folds are refused, by
bodies that are out of fold too: by those of the extractor, which knows these pages, it would come out too high for others.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from agents.clean.article_gate import wording
from agents.clean.article_gate.gate import MODEL, WORDING
from ops.training.article.collect import ARTICLES, MADE, UNSURE, Example, examples
from ops.training.article.words import fit_words
from ops.training.clean import boosting
from ops.training.clean.data import FOLDS, HELD_OUT

LOST = 0.0063
"""Of the articles, out of fold: well under the .015 that may be lost in all. What says itself that it is no article
(`outright.py`) is refused without the model, and makes up for what a lower threshold lets pass."""
SHAPE: dict[str, Any] = {"trees": 700, "depth": 3, "rate": 0.03, "seeds": 2}
UNSURE_WEIGHT = 0.5
"""Of pages that nobody called articles: some are forums, some shops."""

UNTOLD = dict.fromkeys(
    ["article type", "news type", "any type", "og article", "article metas", "date", "change", "authors", "keywords", "times"], 0.0
) | {
    "og website": 1.0,
    "path depth": 1.0,
    "words in slug": 0.0,
    "path of a story": 0.0,
    "level-one headings": 1.0,
    "title in address": 0.0,
}
BARE_WEIGHT = 0.3
"""Of an article's second row: an old or plain page declares nothing and is an article all the same."""

MADE_WEIGHT = 0.4
"""Of a made-up page. More refuses still more made-up lists and costs shops and companies."""
VIEW_WEIGHT = 0.7
"""Of either view of a page: with the body as the extractor finds it, and as it would find it on another site."""

Rows = NDArray[np.float32]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--exam", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--bodies", type=Path, required=True, help="the body's models by fold")
    parser.add_argument("--examples", type=Path, help="where to keep them")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    if options.examples and options.examples.exists():
        pages: list[Example] = pickle.loads(options.examples.read_bytes())
    else:
        pages = examples(options.exam, options.cache, options.bodies, options.jobs)
        if options.examples:
            options.examples.write_bytes(pickle.dumps(pages))
    folds = np.array([page.fold for page in pages])
    labels = np.array([page.kind == "article" for page in pages], float)
    weights = VIEW_WEIGHT * np.array([{UNSURE: UNSURE_WEIGHT, MADE: MADE_WEIGHT}.get(page.set, 1.0) for page in pages])
    unseen = np.array([page.unseen for page in pages])
    counted = unseen & (folds != HELD_OUT) & np.array([page.set in ARTICLES for page in pages])
    said = np.zeros(len(pages))
    for fold in range(FOLDS):
        others = (folds != fold) & (folds != HELD_OUT)
        words, bias = fit_words([page for page, other in zip(pages, others, strict=True) if other], weights[others])
        for i in np.flatnonzero(folds == fold):
            said[i] = wording.scored(pages[i].words, words, bias)
        if fold == HELD_OUT:
            wording.MODEL.write_text(_table(words, bias), "utf-8")
    columns = list(pages[0].values)
    rows = np.array([[page.values[name] for name in columns] for page in pages], np.float32)
    bare = np.array([[UNTOLD.get(name, page.values[name]) for name in columns] for page in pages], np.float32)

    odds = np.zeros(len(pages))
    for fold in range(FOLDS):
        inside = (folds != fold) & (folds != HELD_OUT)
        odds[folds == fold] = _fitted(columns, rows, bare, labels, weights, inside, rows[folds == fold])[1]
    scores = 1 / (1 + np.exp(-odds - WORDING * said))
    seen = folds != HELD_OUT
    threshold = float(np.quantile(scores[counted], LOST))
    print(f"threshold {threshold:.4f}")
    for name, where in (("out of fold", seen & unseen), ("held out", ~seen & unseen)):
        _report(name, [page for page, here in zip(pages, where, strict=True) if here], scores[where], threshold)
    model, _ = _fitted(columns, rows, bare, labels, weights, seen, rows[:1])
    MODEL.write_bytes(orjson.dumps({"threshold": round(threshold, 4), "trees": model}))


def _table(words: Mapping[str, Mapping[str, float]], bias: float) -> str:
    lines = [f"{place}\t{word}\t{weight:.2f}" for place, known in words.items() for word, weight in sorted(known.items())]
    return "\n".join([f"bias\t\t{bias:.4f}", *lines]) + "\n"


def _fitted(
    columns: Sequence[str],
    rows: Rows,
    bare: Rows,
    labels: NDArray[Any],
    weights: NDArray[Any],
    inside: NDArray[Any],
    others: Rows,
) -> tuple[dict[str, Any], NDArray[Any]]:
    """The model of the pages `inside`, their articles also without what they declare; and its log odds for the other rows."""
    again = inside & (labels == 1)
    model = boosting.fit(
        columns,
        np.concatenate([rows[inside], bare[again]]),
        np.concatenate([labels[inside], labels[again]]),
        np.concatenate([weights[inside], BARE_WEIGHT * weights[again]]),
        threads=1,
        **SHAPE,
    )
    places = [columns.index(name) for name in model["columns"]]
    return model, boosting.evaluator(model).odds(np.ascontiguousarray(others[:, places].T))


def _report(name: str, pages: list[Example], scores: NDArray[Any], threshold: float) -> None:
    refused = scores < threshold
    article = np.array([page.kind == "article" and page.set not in (UNSURE, MADE) for page in pages])
    others = np.array([page.kind != "article" and page.set != MADE for page in pages])
    plain = np.array([page.kind == "article" and page.set == MADE for page in pages])
    parts = [
        f"refused {refused[others].mean():.3f} of {others.sum()}",
        f"lost {refused[article].mean():.4f} of {article.sum()}",
        f"made-up stories lost {refused[plain].mean():.3f}",
    ]
    for kind in sorted({page.kind for page in pages} | {page.set for page in pages}):
        chosen = np.array([kind in (page.kind, page.set) for page in pages])
        parts.append(f"{kind} {refused[chosen].mean():.3f}")
    print(f"{name}: " + "  ".join(parts))


if __name__ == "__main__":
    main()
