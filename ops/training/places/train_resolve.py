"""Trains agents/tag/facts/data/resolve.json: which of the places of one name is meant.

    python ops/training/places/train_resolve.py EXAM      # the folder with tagging/

Needs scipy (for training alone). Prints the share of right choices in each part that was left out in turn, by documents.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import orjson
from scipy.optimize import minimize
from train import DATA, SETS, fold_of

from agents.tag.facts import places, resolve

Choice = tuple[list[dict[str, float]], int, int, str]
"""Features of each possible place, which one is right, fold, set."""
RIDGE = 1.0


def choices(folder: Path) -> Iterator[Choice]:
    for name in SETS:
        for line in (folder / "tagging" / f"{name}.jsonl").open(encoding="utf-8"):
            row = json.loads(line)
            if fold_of(row["id"]) % 5 == 0 or row.get("offset_mismatch"):
                continue
            gold = {(t["start"], t["end"]): t["geonameid"] for t in row["toponyms"] if t["geonameid"]}
            article = places.read(row["text"])
            taken = places.toponyms_of(article)
            mentions = places.mentions_of(article, taken)
            joined, around = resolve.first_round(mentions, None)
            by_key = {mention.key: mention for mention in joined}
            for candidate, mention in zip(taken, mentions, strict=True):
                right = gold.get(places.span_of(row["text"], article.words, candidate))
                whole = by_key[mention.key]
                options = resolve.plausible(whole, around)
                ids = [place.geonames_id for place in options]
                if right in ids and len(ids) > 1:
                    yield (
                        resolve.features_of(options, whole, around),
                        ids.index(right),
                        fold_of(row["id"]) // 5 % 4,
                        name,
                    )


def fit(rows: list[Choice], names: list[str]) -> dict[str, float]:
    index = {name: i for i, name in enumerate(names)}
    tables = []
    sizes = Counter(row[3] for row in rows)
    for options, right, _, of in rows:
        table = np.zeros((len(options), len(names)))
        for i, features in enumerate(options):
            for name, value in features.items():
                table[i, index[name]] = value
        tables.append((table, right, len(rows) / len(sizes) / sizes[of]))  # each set counts the same

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, gradient = RIDGE * weights @ weights, 2 * RIDGE * weights
        for table, right, weight in tables:
            scores = table @ weights
            scores -= scores.max()
            exponentials = np.exp(scores)
            chances = exponentials / exponentials.sum()
            total -= weight * np.log(chances[right] + 1e-12)
            gradient += weight * (chances @ table - table[right])
        return total, gradient

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return dict(zip(names, found.x.tolist(), strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exam", type=Path)
    rows = list(choices(parser.parse_args().exam))
    names = sorted({name for options, *_ in rows for features in options for name in features})
    for fold in range(4):
        weights = fit([row for row in rows if row[2] != fold], names)
        left_out = [row for row in rows if row[2] == fold]
        right = sum(max(range(len(o)), key=lambda i: resolve._score(weights, o[i])) == answer for o, answer, *_ in left_out)
        print(f"left out {fold}: {right / len(left_out):.3f} of {len(left_out)}")
    weights = fit(rows, names)
    (DATA / "resolve.json").write_bytes(
        orjson.dumps({name: round(weight, 3) for name, weight in weights.items()}, option=orjson.OPT_INDENT_2)
    )
    print(json.dumps({name: round(weight, 2) for name, weight in weights.items()}))


if __name__ == "__main__":
    main()
