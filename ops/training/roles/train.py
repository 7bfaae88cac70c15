"""Trains agents/tag/data/roles.json and where.json: who does it and to whom, and where.

    python ops/training/roles/train.py EXAM      # the folder with score.py and tagging/

Run it twice: the places learn beside the parties that the weights before give. One fixed fifth of the documents, by hash, is never
seen. Prints the figures out of fold, and of that fifth. Needs scipy.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import orjson
from examples import PAGES, Example, examples
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

DATA = Path(__file__).parents[3] / "agents" / "tag" / "data"
FOLDS = 5
RIDGE = 6.0
SEEN = 6
"""Fewest occurrences of a feature."""
SMALLEST_WEIGHT = 0.01
SOURCE_WEIGHT = {"rams": 1.0, "wikievents": 0.5, "plover_gsr": 2.0}
"""WikiEvents names few of those who act; PLOVER's own sentences are few, and what is coded here."""
ACTORS_OF_PAGES, RECIPIENTS_OF_PAGES, PLACES_OF_PAGES = 0.1, 0.06, 0.5
"""Weight of pages of the web, which we read ourselves: they say as much of nobody as of somebody, so that more of what is said is
right. Out of fold the recipients gain on all sets and lose nothing; .3 would make .73 of their actors right (.64 without them, .66
so), but find .03 less of RAMS'; places gain .05 on them and lose .01 there."""
OTHER_TYPES = 0.7
"""Weight of events that PLOVER has no type for: grammar alone can be learnt from them."""
NOT_ACTING, NOT_ACTED_ON, NOWHERE = 0.1, 0.2, 0.012
"""Weights of triggers without a gold actor or recipient in their sentence, or a gold place around it: annotators leave out what is
named beside the event, places most of all. With .03 for places three more of a hundred are left out on stories that nobody trained
on, and hardly one less is wrong."""


Weights = dict[str, tuple[float, ...]]
"""Feature -> its weight for each role."""


def bucket(identity: str) -> int:
    """0 is the fixed fifth that is never seen."""
    return int(hashlib.md5(identity.encode()).hexdigest(), 16) % FOLDS


def fit(
    rows: Sequence[Example], labels_of: Callable[[Example], Sequence[bool]], weight_of_none: float, weight_of_pages: float
) -> dict[str, float]:
    """Weights that make the right candidates of each row likeliest, one as good as the other."""
    counts = Counter(name for row in rows for names in row.features for name in names)
    index = {name: i for i, name in enumerate(sorted(name for name, count in counts.items() if count >= SEEN))}
    columns: list[int] = []
    ends, groups, right, weights = [0], [], [], []
    for number, row in enumerate(rows):
        labels = labels_of(row)
        none = not any(labels)
        if row.source == PAGES:
            weights.append(weight_of_pages)
        else:
            weights.append(SOURCE_WEIGHT[row.source] * (1 if row.mapped else OTHER_TYPES) * (weight_of_none if none else 1))
        for names, label in zip(row.features, [*labels, none], strict=True):
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


def train_roles(rows: Sequence[Example]) -> Weights:
    """Feature -> its weight for the actor and for the recipient."""
    actor = fit(rows, lambda row: row.right[0], NOT_ACTING, ACTORS_OF_PAGES)
    recipient = fit(rows, lambda row: row.right[1], NOT_ACTED_ON, RECIPIENTS_OF_PAGES)
    pairs = {name: (round(actor[name], 3), round(recipient[name], 3)) for name in actor}
    return {name: pair for name, pair in pairs.items() if max(map(abs, pair)) >= SMALLEST_WEIGHT}


def train_where(rows: Sequence[Example]) -> Weights:
    """Feature -> its weight, alone."""
    where = fit(rows, lambda row: row.right[0], NOWHERE, PLACES_OF_PAGES)
    return {name: (round(weight, 3),) for name, weight in where.items() if abs(weight) >= SMALLEST_WEIGHT}


def report(part: str, rows: Sequence[Example], weights: Weights) -> None:
    """Precision and recall of those that the lexicon finds, each role on its own; gold that no candidate is counts as missed."""
    for source in (*SOURCE_WEIGHT, PAGES):
        chosen = [row for row in rows if row.source == source and row.mapped and row.found]
        figures = []
        for role, name in enumerate(("actor", "recipient") if chosen and len(chosen[0].right) > 1 else ("place",)):
            right = said = wanted = 0
            for row in chosen:
                scores = [sum(weights[name][role] for name in names if name in weights) for names in row.features]
                best = int(np.argmax(scores))
                labels = row.right[role]
                wanted += row.gold[role]
                said += best < len(labels)
                right += best < len(labels) and labels[best]
            figures.append(f"{name} P {right / max(1, said):.3f} R {right / max(1, wanted):.3f} of {wanted}")
        if chosen:
            print(f"{part:13s}{source:11s} {'; '.join(figures)}")


def trained(rows: Sequence[Example], train: Callable[[Sequence[Example]], Weights]) -> Weights:
    """Weights of all rows but the fixed fifth; prints what they and those of each fold reach on what they have not seen."""
    seen = [row for row in rows if bucket(row.document)]
    for fold in range(1, FOLDS):
        weights = train([row for row in seen if bucket(row.document) != fold])
        report(f"left out {fold}", [row for row in seen if bucket(row.document) == fold], weights)
    weights = train(seen)
    report("fixed fifth", [row for row in rows if not bucket(row.document)], weights)
    print(f"{len(rows)} triggers, {len(weights)} features")
    return weights


def write(name: str, values: dict[str, object]) -> None:
    """One feature a line."""
    lines = [f"{orjson.dumps(feature).decode()}:{orjson.dumps(weight).decode()}" for feature, weight in sorted(values.items())]
    (DATA / name).write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exam", type=Path, help="folder of the exam data: score.py, tagging/, extraction/")
    parties, places = examples(parser.parse_args().exam)
    write("roles.json", dict(trained(parties, train_roles)))
    write("where.json", {name: weight for name, (weight,) in trained(places, train_where).items()})


if __name__ == "__main__":
    main()
