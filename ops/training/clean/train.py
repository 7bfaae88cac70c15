"""Trains the body extractor's model and says how good it is.

    python -m ops.training.clean.train --exam ../shared/exam --cache /tmp/eventwire-training

Fold 0 of the domains is never trained on. On the others every score and probability that a later step learns from comes from a
model that has not seen the page's domain. `--without SET` holds a whole set out instead.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from agents.clean.body.model import BIAS, FOLDER
from agents.clean.body.names import NameScores, Weights
from agents.clean.body.words import WordScores
from ops.training.clean import boosting, data, linear
from ops.training.clean.data import FOLDS, HELD_OUT, Page
from ops.training.clean.examples import Example, example, row_weights, thinned, variants
from ops.training.clean.measure import agreement, measured

SET_WEIGHTS = {"aeb": 1.5, "fundus": 1.5, "trafeval": 0.4, "htmldate": 0.4}
"""The news sets are nearer to what is crawled, and their gold is cleaner; the last two have none of their own."""
VARIANT_WEIGHT = 0.2
"""Of a rewritten page. More costs recall on unusual real pages, less lets comments and teasers through."""
TREES = {"trees": 100, "depth": 6, "rate": 0.1, "seeds": 2}
"""Of either pass."""
THINNED = 3
"""One row for so many of those that hold nothing of the article."""
WRONG_GOLD = 0.35
"""Pages on which the first pass agrees with the gold less than that, by F1, have a gold that is wrong or cut."""

started = time.monotonic()


def log(message: str) -> None:
    print(f"{time.monotonic() - started:6.0f} s  {message}", flush=True)


LinearWeights = tuple[dict[str, Weights], dict[str, float], float]
"""Of names, of words, and the words' bias."""


def loaded(exam: Path, cache: Path, names: Sequence[str], without: str | None) -> list[Page]:
    """Pages with text; where a set is left out it is the held-out fold, and what other sets have of its sites is left aside."""
    pages = [page for name in names for page in data.cached(exam, name, cache) if page.outline.texts]
    for page in pages:
        page.weight = SET_WEIGHTS.get(page.set, 1.0)
    if without:
        sites = {page.domain for page in data.cached(exam, without, cache)}
        pages = [page for page in pages if page.set == without or page.domain not in sites]
        for page in pages:
            page.fold = HELD_OUT if page.set == without else page.fold or 1 + len(page.domain) % (FOLDS - 1)
    return pages


def fitted_linear(pages: Sequence[Page], rewritten: Sequence[Page]) -> dict[int, LinearWeights]:
    """By fold, from the training folds but that one. The words learn from the rewritten pages too: what readers' comments and boxes
    say is seldom on the real ones."""
    names = linear.Matrices((page, linear.name_bags(page)) for page in pages if page.fold != HELD_OUT)
    words = linear.Matrices((page, linear.word_bags(page)) for page in [*pages, *rewritten] if page.fold != HELD_OUT)

    def fit(fold: int) -> LinearWeights:
        return linear.fit_names(names, lambda page: page.fold != fold), *linear.fit_words(words, lambda page: page.fold != fold)

    return parallel(fit, range(FOLDS))


def fit_trees(examples: Sequence[Example], settings: dict[str, Any]) -> dict[str, Any]:
    factors = [thinned(x, THINNED) for x in examples]
    pairs = list(zip(examples, factors, strict=True))
    rows = np.concatenate([x.rows[:, factor > 0] for x, factor in pairs], axis=1).T
    labels = np.concatenate([x.page.labels[x.at][factor > 0] for x, factor in pairs])
    weights = np.concatenate([(row_weights(x.page)[x.at] * factor)[factor > 0] for x, factor in pairs])
    return boosting.fit(examples[0].names, np.ascontiguousarray(rows), labels, weights, threads=1, **settings)


def parallel(task: Callable[[int], Any], folds: Sequence[int]) -> dict[int, Any]:
    """The task's result for each fold, two at a time, in processes that share what is in memory."""
    global _task
    _task = task
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
        return dict(zip(folds, pool.map(_run, folds), strict=True))


_task: Callable[[int], Any]


def _run(fold: int) -> Any:
    result = _task(fold)
    log(f"fold {fold}")
    return result


def one_pass(examples: list[Example], settings: dict[str, Any], folds: Sequence[int] = range(FOLDS)) -> dict[int, dict[str, Any]]:
    """Gives the examples of the folds their out-of-fold probability, and returns the trees by fold; what the held-out fold gets is
    from all training folds."""
    fitted = parallel(
        lambda fold: fit_trees([x for x in examples if x.page.fold not in (HELD_OUT, fold) and x.page.weight > 0], settings), folds
    )
    for fold, trees in fitted.items():
        evaluate = boosting.evaluator(trees)
        places = [examples[0].names.index(name) for name in evaluate.columns]
        for x in examples:
            if x.page.fold == fold:
                x.p = np.zeros(x.frame.size)
                if len(x.at):
                    x.p[x.at] = evaluate.probability(x.rows[places])
    return fitted


def write(folder: Path, weights: LinearWeights, first: dict[str, Any], second: dict[str, Any]) -> None:
    names, words, bias = weights
    folder.mkdir(parents=True, exist_ok=True)
    rows = [f"{word}\t" + "\t".join(f"{value:.2f}" for value in values) for word, values in sorted(names.items())]
    (folder / "names.tsv").write_text("# word\town\tparent\tancestor\tinline\n" + "\n".join(rows) + "\n", "utf-8")
    lines = [f"{word}\t{weight:.2f}" for word, weight in sorted(words.items())]
    (folder / "words.tsv").write_text(f"# word\tweight\n{BIAS}\t{bias:.4f}\n" + "\n".join(lines) + "\n", "utf-8")
    (folder / "first.json").write_bytes(orjson.dumps(first))
    (folder / "second.json").write_bytes(orjson.dumps(second))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--exam", type=Path, required=True)
    arguments.add_argument("--cache", type=Path, required=True)
    arguments.add_argument("--folder", type=Path, default=FOLDER)
    arguments.add_argument("--without", choices=data.SETS, help="hold this set out, and measure on it alone")
    arguments.add_argument("--folds", type=Path, help="where to leave the models that have not seen a fold, for the article gate")
    arguments.add_argument("--texts", type=Path, help="where to leave what was found, out of fold, by page")
    options = arguments.parse_args()
    if options.without and options.folder == FOLDER:
        arguments.error("--without trains a model that is only to be measured: give it a --folder of its own")
    pages = loaded(options.exam, options.cache, data.SETS, options.without)
    further = [page for page in loaded(options.exam, options.cache, data.WITHOUT_GOLD, options.without) if page.fold != HELD_OUT]
    rewritten = variants(pages, VARIANT_WEIGHT)
    log(f"{len(pages)} pages, {len(further)} further ones, {len(rewritten)} rewritten")
    by_fold = fitted_linear(pages + further, rewritten)
    log("linear scores")
    scores = {fold: (NameScores(names), WordScores(words, bias)) for fold, (names, words, bias) in by_fold.items()}
    examples = [example(page, scores[page.fold]) for page in pages + rewritten + further]
    log(f"{len(examples)} examples, {len(examples[0].names)} columns")
    first = one_pass(examples, TREES)
    log("first pass")
    real, rest = examples[: len(pages)], examples[len(pages) : -len(further)]
    report("first pass, ", real, rest, bool(options.without))
    examples = real + rest
    for x in examples:
        if x.page.fold != HELD_OUT and agreement(x.page, x.kept()) < WRONG_GOLD:
            x.page.weight = 0
        x.to_second_pass()
    second = one_pass(examples, TREES, [HELD_OUT] if options.without else range(FOLDS))
    log("second pass")
    write(options.folder, by_fold[HELD_OUT], first[HELD_OUT], second[HELD_OUT])
    if options.folds:
        for fold, trees in second.items():
            write(options.folds / str(fold), by_fold[fold], first[fold], trees)
    if options.texts:
        found = {x.page.id: "\n".join(x.page.outline.texts[i] for i in x.kept()) for x in real}
        options.texts.write_text(json.dumps(found), "utf-8")
    report("", real, rest, bool(options.without))


def report(title: str, real: Sequence[Example], rewritten: Sequence[Example], only_held_out: bool) -> None:
    out_of_fold = set() if only_held_out else set(range(FOLDS)) - {HELD_OUT}
    for what, folds in (("held out", {HELD_OUT}), ("out of fold", out_of_fold)):
        for kind, examples in (("pages", real), ("rewritten", rewritten)):
            chosen = [(x.page, x.kept()) for x in examples if x.page.fold in folds]
            if chosen:
                log(f"{title}{what}, {kind}: {measured(chosen)}")


if __name__ == "__main__":
    main()
