"""Trains the body extractor's model and says how good it is.

    python -m ops.training.clean.train --exam ../shared/exam --cache /tmp/eventwire-training

Fold 0 of the domains is never trained on. On the others every score and probability that a later step learns from comes from a
model that has not seen the page's domain.
"""

from __future__ import annotations

import argparse
import pickle
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from agents.clean.body.columns import first_pass
from agents.clean.body.context import second_pass
from agents.clean.body.decide import decide
from agents.clean.body.frame import Frame, frame
from agents.clean.body.model import BIAS, FOLDER, read_model
from agents.clean.body.names import NameScores, Weights
from agents.clean.body.words import WordScores, tokens
from ops.training.clean import boosting, data, linear
from ops.training.clean.augment import rewritten
from ops.training.clean.data import FOLDS, HELD_OUT, Page
from ops.training.clean.foreign import Pool
from ops.training.clean.label import WORD
from ops.training.clean.measure import agreement, measured

SET_WEIGHTS = {"aeb": 2.0, "fundus": 2.0}
"""The news sets are nearer to what is crawled, and their gold is cleaner."""
VARIANTS, VARIANT_WEIGHT = 1, 0.5
FIRST = {"trees": 150, "depth": 6, "rate": 0.1}
SECOND = {"trees": 200, "depth": 6, "rate": 0.07}
CLEARLY_OUT = 0.003
"""Rows that the first pass gives less than that and that are no part of the gold teach the second pass little."""
WRONG_GOLD = 0.35
"""Pages on which the first pass agrees with the gold less than that, by F1, have a gold that is wrong or cut."""
TEACHER_WEIGHT = 0.4

started = time.monotonic()


def log(message: str) -> None:
    print(f"{time.monotonic() - started:6.0f} s  {message}", flush=True)


@dataclass
class Example:
    """A page, or a variant of one, and what has been computed of it."""

    page: Page
    frame: Frame
    columns: dict[str, NDArray[Any]]
    p: NDArray[Any]
    """From the last pass, out of fold."""

    @property
    def fold(self) -> int:
        return self.page.fold


Linear = tuple[NameScores, WordScores]


LinearWeights = tuple[dict[str, Weights], dict[str, float], float]
"""Of names, of words, and the words' bias."""


def fit_linear(pages: Sequence[Page]) -> LinearWeights:
    name_weights, _ = linear.fit_names(pages, [linear.name_bags(page) for page in pages])
    word_weights, bias = linear.fit_words(pages, [linear.word_bags(page) for page in pages])
    return linear.by_role(name_weights), word_weights, bias


def fitted_linear(training: Sequence[Page], cache: Path) -> dict[int, LinearWeights]:
    """By fold, from the training folds but that one; from the cache where there is one."""
    if not cache.exists():
        by_fold = parallel(lambda fold: fit_linear([page for page in training if page.fold != fold]), range(FOLDS))
        cache.write_bytes(pickle.dumps(by_fold))
    return pickle.loads(cache.read_bytes())  # type: ignore[no-any-return]


def labelled_by(folder: Path, pages: Sequence[Page]) -> list[Page]:
    """Pages without a gold text, labelled with the probabilities of a model trained before: more sites for the linear scores."""
    teacher = read_model(folder)
    labelled = []
    for page in pages:
        if page.outline.texts and page.fold != HELD_OUT:
            *_, probability = teacher(page.outline, page.hints)
            tokens_ = np.array([len(WORD.findall(text)) for text in page.outline.texts], float)
            labelled.append(replace(page, labels=probability, tokens=tokens_, weight=TEACHER_WEIGHT))
    return labelled


def example(page: Page, scores: Linear) -> Example:
    built = frame(page.outline)
    heads = tokens(page.outline.texts)
    columns = first_pass(built, page.hints, scores[0](page.outline), scores[1](page.outline.texts, heads), heads)
    return Example(page, built, {name: column.astype(np.float32) for name, column in columns.items()}, np.zeros(0))


def row_weights(page: Page) -> NDArray[Any]:
    """A block's share of the gold, capped: a page counts the same whatever its length."""
    gold = float((page.labels * page.tokens).sum()) + 30
    return np.asarray(np.clip((np.minimum(page.tokens, 200) + 2) / gold, 0, 0.3) * page.weight)


def fit_trees(examples: Sequence[Example], settings: dict[str, Any], keep: Callable[[Example], NDArray[Any]]) -> dict[str, Any]:
    columns = list(examples[0].columns)
    kept = [keep(x) for x in examples]
    rows = np.concatenate(
        [np.stack([x.columns[name][k > 0] for name in columns], axis=1) for x, k in zip(examples, kept, strict=True)]
    )
    labels = np.concatenate([x.page.labels[k > 0] for x, k in zip(examples, kept, strict=True)])
    weights = np.concatenate([(row_weights(x.page) * k)[k > 0] for x, k in zip(examples, kept, strict=True)])
    return boosting.fit(columns, rows.astype(np.float32), labels, weights, threads=1, **settings)


def sampled_rows(x: Example) -> NDArray[Any]:
    """Each row's factor: all of the gold, and every other row of the rest for two."""
    return thinned(x, x.page.labels > 0, 2)


def telling_rows(x: Example) -> NDArray[Any]:
    """Of what the first pass is sure to be foreign, one row for four."""
    return thinned(x, (x.p >= CLEARLY_OUT) | (x.page.labels > 0), 4)


def thinned(x: Example, whole: NDArray[Any], step: int) -> NDArray[Any]:
    factor = np.zeros(x.frame.size)
    factor[::step] = step
    factor[whole] = 1
    return factor


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


def one_pass(
    examples: list[Example], settings: dict[str, Any], keep: Callable[[Example], NDArray[Any]], folds: Sequence[int] = range(FOLDS)
) -> dict[str, Any]:
    """Gives the examples of the folds their out-of-fold probability, and returns the trees of all training folds, which is what
    the held-out fold gets."""
    fitted = parallel(
        lambda fold: fit_trees([x for x in examples if x.fold not in (HELD_OUT, fold) and x.page.weight > 0], settings, keep), folds
    )
    for fold, trees in fitted.items():
        evaluate = boosting.evaluator(trees)
        for x in examples:
            if x.fold == fold:
                x.p = evaluate(x.columns)
    return fitted[HELD_OUT]  # type: ignore[no-any-return]


def write(
    folder: Path, names: dict[str, Any], words: dict[str, float], bias: float, first: dict[str, Any], second: dict[str, Any]
) -> None:
    folder.mkdir(exist_ok=True)
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
    arguments.add_argument("--teacher", type=Path, help="folder of a model that labels the pages without gold")
    arguments.add_argument("--quick", action="store_true", help="measure the held-out fold alone")
    arguments.add_argument("--dump", type=Path, help="where to leave the probabilities, for looking at errors")
    options = arguments.parse_args()
    pages = [page for name in data.SETS for page in data.cached(options.exam, name, options.cache) if page.outline.texts]
    for page in pages:
        page.weight = SET_WEIGHTS.get(page.set, 1.0)
    training = [page for page in pages if page.fold != HELD_OUT]
    log(f"{len(pages)} pages, {len(training)} to train on")
    further = []
    if options.teacher:
        further = labelled_by(
            options.teacher, [p for name in data.WITHOUT_GOLD for p in data.cached(options.exam, name, options.cache)]
        )
        log(f"{len(further)} further pages for the linear scores")
    by_fold = fitted_linear(training + further, options.folder.with_suffix(".linear"))
    log("linear scores")
    scores = {fold: (NameScores(names), WordScores(words, bias)) for fold, (names, words, bias) in by_fold.items()}
    variants = []
    for fold in range(FOLDS):
        here = [page for page in pages if page.fold == fold]
        pool = Pool(here)
        variants += [rewritten(page, pool, seed) for page in here for seed in range(VARIANTS)]
    for page in variants:
        page.weight *= VARIANT_WEIGHT
    examples = [example(page, scores[page.fold]) for page in pages + variants]
    log(f"{len(examples)} examples, {len(examples[0].columns)} columns")
    first = one_pass(examples, FIRST, sampled_rows)
    log("first pass")
    for x in examples:
        added = second_pass(x.frame, x.p)
        x.columns |= {name: column.astype(np.float32) for name, column in added.items()}
    for x in examples:
        if x.page.fold != HELD_OUT and agreement(x.page, decide(x.frame, x.columns, x.p).kept) < WRONG_GOLD:
            x.page.weight = 0
    second = one_pass(examples, SECOND, telling_rows, [HELD_OUT] if options.quick else range(FOLDS))
    log("second pass")
    names, words, bias = by_fold[HELD_OUT]
    write(options.folder, names, words, bias, first, second)
    if options.dump:
        options.dump.write_bytes(pickle.dumps({x.page.id: x.p for x in examples[: len(pages)]}))
    out_of_fold = set() if options.quick else set(range(FOLDS)) - {HELD_OUT}
    for title, folds in (("held out", {HELD_OUT}), ("out of fold", out_of_fold)):
        for kind, some in (("pages", examples[: len(pages)]), ("variants", examples[len(pages) :])):
            chosen = [(x.page, decide(x.frame, x.columns, x.p).kept) for x in some if x.fold in folds]
            if chosen:
                log(f"{title}, {kind}: {measured(chosen)}")


if __name__ == "__main__":
    main()
