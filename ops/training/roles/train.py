"""Trains agents/tag/data/roles.json: who does it and to whom, among the noun phrases of a sentence.

    python ops/training/roles/train.py EXAM      # the folder with score.py and tagging/

One fixed fifth of the documents, by hash, is never seen. Prints the figures out of fold, and of that fifth. Needs scipy.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import orjson
from examples import Example, examples
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

TARGET = Path(__file__).parents[3] / "agents" / "tag" / "data" / "roles.json"
FOLDS = 5
RIDGE = 5.0
SEEN = 6
"""Fewest occurrences of a feature."""
SMALLEST_WEIGHT = 0.01
SOURCE_WEIGHT = {"rams": 1.0, "wikievents": 0.5, "plover_gsr": 1.0}
"""WikiEvents names few of those who act."""
OTHER_TYPES = 0.7
"""Weight of events that PLOVER has no type for: grammar alone can be learnt from them."""
NOBODY = 0.4
"""Weight of triggers whose sentence has no gold party: annotators leave out what is named beside the event."""


def bucket(identity: str) -> int:
    """0 is the fixed fifth that is never seen."""
    return int(hashlib.md5(identity.encode()).hexdigest(), 16) % FOLDS


def fit(rows: Sequence[Example], labels_of: Callable[[Example], Sequence[bool]]) -> dict[str, float]:
    """Weights that make the right candidates of each row likeliest, one as good as the other."""
    counts = Counter(name for row in rows for names in row.features for name in names)
    index = {name: i for i, name in enumerate(sorted(name for name, count in counts.items() if count >= SEEN))}
    columns: list[int] = []
    ends, groups, right, weights = [0], [], [], []
    for number, row in enumerate(rows):
        labels = labels_of(row)
        nobody = not any(labels)
        weights.append(SOURCE_WEIGHT[row.source] * (1 if row.mapped else OTHER_TYPES) * (NOBODY if nobody else 1))
        for names, label in zip(row.features, [*labels, nobody], strict=True):
            columns += [index[name] for name in names if name in index]
            ends.append(len(columns))
            groups.append(number)
            right.append(label)
    matrix = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(groups), len(index)))
    group, gold, weight = np.array(groups), np.array(right), np.array(weights)
    starts = np.searchsorted(group, np.arange(len(rows)))

    def loss(beta: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ beta
        likely = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        every, good = np.add.reduceat(likely, starts), np.add.reduceat(likely * gold, starts)
        gradient = matrix.T @ ((likely / every[group] - likely * gold / good[group]) * weight[group])
        return float((weight * np.log(every / good)).sum() + RIDGE * beta @ beta), gradient + 2 * RIDGE * beta

    beta = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return dict(zip(index, beta.tolist(), strict=True))


def train(rows: Sequence[Example]) -> dict[str, tuple[float, float]]:
    """Feature -> its weight for the actor and for the recipient."""
    actor, recipient = fit(rows, lambda row: row.actors), fit(rows, lambda row: row.recipients)
    pairs = {name: (round(actor[name], 3), round(recipient[name], 3)) for name in actor}
    return {name: pair for name, pair in pairs.items() if max(map(abs, pair)) >= SMALLEST_WEIGHT}


def report(part: str, rows: Sequence[Example], weights_of: Callable[[Example], dict[str, tuple[float, float]]]) -> None:
    """Precision and recall of those that the lexicon finds, each role on its own; gold in another sentence counts as missed."""
    for source in SOURCE_WEIGHT:
        figures = []
        for role in (0, 1):
            right = said = wanted = 0
            for row in rows:
                if row.source == source and row.mapped and row.found:
                    weights = weights_of(row)
                    scores = [sum(weights.get(name, (0.0, 0.0))[role] for name in names) for names in row.features]
                    best = int(np.argmax(scores))
                    labels = (row.actors, row.recipients)[role]
                    wanted += (row.gold_actor, row.gold_recipient)[role]
                    said += best < len(labels)
                    right += best < len(labels) and labels[best]
            figures.append(
                f"{('actor', 'recipient')[role]} P {right / max(1, said):.3f} R {right / max(1, wanted):.3f} of {wanted}"
            )
        print(f"{part:13s}{source:11s} {'; '.join(figures)}")


def main() -> None:
    rows = list(examples(Path(sys.argv[1])))
    seen = [row for row in rows if bucket(row.document)]
    for fold in range(1, FOLDS):
        weights = train([row for row in seen if bucket(row.document) != fold])
        report(f"left out {fold}", [row for row in seen if bucket(row.document) == fold], lambda _, weights=weights: weights)
    weights = train(seen)
    report("fixed fifth", [row for row in rows if not bucket(row.document)], lambda _: weights)
    TARGET.write_bytes(orjson.dumps(dict(sorted(weights.items()))).replace(b'],"', b'],\n"') + b"\n")
    print(f"{TARGET}: {len(rows)} triggers, {len(weights)} features, {TARGET.stat().st_size / 2**10:.0f} KiB")


if __name__ == "__main__":
    main()
