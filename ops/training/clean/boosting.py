"""The trees: CatBoost fits them, the extractor's own form is written from what it fitted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import orjson
from catboost import CatBoost, Pool
from numpy.typing import NDArray

from agents.clean.body.trees import Trees

Rows = NDArray[np.float32]


def fit(
    columns: Sequence[str],
    rows: Rows,
    labels: NDArray[Any],
    weights: NDArray[Any],
    *,
    trees: int,
    depth: int,
    rate: float,
    threads: int,
    seeds: int = 1,
) -> dict[str, Any]:
    """The arguments of `Trees`; cross-entropy on soft labels. With several seeds, as many fits and their mean odds: one fit's
    luck with a page is another's bad luck."""
    pool = Pool(rows, labels.clip(0, 1), weight=weights, feature_names=[str(i) for i in range(len(columns))])
    fits = [_fitted(pool, trees=trees, depth=depth, rate=rate, threads=threads, seed=seed) for seed in range(1, seeds + 1)]
    return _compact(columns, fits, depth)


def _fitted(pool: Pool, *, trees: int, depth: int, rate: float, threads: int, seed: int) -> dict[str, Any]:
    """What CatBoost writes."""
    model = CatBoost(
        {
            "loss_function": "CrossEntropy",
            "iterations": trees,
            "depth": depth,
            "learning_rate": rate,
            "rsm": 0.3,
            "border_count": 48,
            "bootstrap_type": "Bernoulli",
            "subsample": 0.7,
            "score_function": "L2",
            "random_seed": seed,
            "thread_count": threads,
            "allow_writing_files": False,
            "verbose": False,
        }
    )
    model.fit(pool)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "model.json"
        model.save_model(str(file), format="json")
        return orjson.loads(file.read_bytes())  # type: ignore[no-any-return]


def _compact(columns: Sequence[str], fits: Sequence[dict[str, Any]], depth: int) -> dict[str, Any]:
    """Only the columns that are asked for; shallower trees padded with questions that are always answered no."""
    asked: list[list[int]] = []  # columns, by tree
    thresholds, leaves = [], []
    bias = 0.0
    for fitted in fits:
        column = {feature["feature_index"]: feature["flat_feature_index"] for feature in fitted["features_info"]["float_features"]}
        scale, (offset,) = fitted["scale_and_bias"]
        bias += offset / len(fits)
        for tree in fitted["oblivious_trees"]:
            splits, values = tree["splits"] or [], tree["leaf_values"]
            missing = depth - len(splits)
            own = [column[split["float_feature_index"]] for split in splits]
            asked.append(own + own[:1] * missing or [0] * depth)
            thresholds.append([float(np.float32(split["border"])) for split in splits] + [3e38] * missing)
            leaves.append([round(scale * value / len(fits), 4) for value in values] + [0.0] * ((1 << depth) - len(values)))
    used = sorted({at for tree in asked for at in tree})
    number = {at: i for i, at in enumerate(used)}
    questions = [[number[at] for at in tree] for tree in asked]
    return {
        "columns": [columns[at] for at in used],
        "questions": questions,
        "thresholds": thresholds,
        "leaves": leaves,
        "bias": bias,
    }


def evaluator(fitted: dict[str, Any]) -> Trees:
    return Trees(**fitted)
