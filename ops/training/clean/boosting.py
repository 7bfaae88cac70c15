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
) -> dict[str, Any]:
    """The arguments of `Trees`; cross-entropy on soft labels."""
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
            "random_seed": 1,
            "thread_count": threads,
            "allow_writing_files": False,
            "verbose": False,
        }
    )
    model.fit(Pool(rows, labels.clip(0, 1), weight=weights, feature_names=[str(i) for i in range(len(columns))]))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "model.json"
        model.save_model(str(file), format="json")
        fitted = orjson.loads(file.read_bytes())
    return _compact(columns, fitted, depth)


def _compact(columns: Sequence[str], fitted: dict[str, Any], depth: int) -> dict[str, Any]:
    """Only the columns that are asked for; shallower trees padded with questions that are always answered no."""
    place = {feature["flat_feature_index"]: feature["feature_index"] for feature in fitted["features_info"]["float_features"]}
    flat = {index: number for number, index in place.items()}
    used = sorted({flat[split["float_feature_index"]] for tree in fitted["oblivious_trees"] for split in tree["splits"]})
    number = {feature: i for i, feature in enumerate(used)}
    scale, (bias,) = fitted["scale_and_bias"]
    questions, thresholds, leaves = [], [], []
    for tree in fitted["oblivious_trees"]:
        missing = depth - len(tree["splits"])
        questions.append([number[flat[split["float_feature_index"]]] for split in tree["splits"]] + [0] * missing)
        thresholds.append([float(np.float32(split["border"])) for split in tree["splits"]] + [3e38] * missing)
        leaves.append(
            [round(scale * value, 4) for value in tree["leaf_values"]] + [0.0] * ((1 << depth) - len(tree["leaf_values"]))
        )
    names = [columns[feature] for feature in used]
    return {"columns": names, "questions": questions, "thresholds": thresholds, "leaves": leaves, "bias": bias}


def evaluator(fitted: dict[str, Any]) -> Trees:
    return Trees(**fitted)
