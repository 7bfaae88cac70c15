"""Trains the gate of the tag stage: `python ops/training/tag/gate.py EXAM` writes its weights and prints the figures of its card.

EXAM is the folder of the exam data. One fixed fifth of the documents, by hash, is never seen; the thresholds are chosen on
out-of-fold probabilities of the others. WikiEvents alone is annotated in full, so it alone says what is no event; the other sets
add events, at a small weight. Needs scikit-learn.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from agents.tag import lexicon
from agents.tag.circumstances import Facts
from agents.tag.document import read
from agents.tag.events import tellings_of
from agents.tag.facts.counts import find_counts
from agents.tag.facts.dates import find_dates
from agents.tag.facts.names import find_actors
from agents.tag.facts.places import find_places
from agents.tag.gate import features, surroundings, trust_class
from agents.tag.merge import Candidate

TARGET = Path(__file__).parents[3] / "agents" / "tag" / "data" / "gate.json"
REGULARISATION = 0.1
SOURCE_WEIGHT = {"wikievents": 1.0, "rams": 0.02, "plover_gsr": 0.02, "case2021_task2": 0.01}
"""The others have no negatives: more weight than this and everything looks like an event."""
THRESHOLDS = {"core": 0.25, "violence": 0.25, "known": 0.13, "complete": 0.2, "other": 0.5}
"""Chosen where detection and type together were best out of fold, `known` and `complete` lower by hand: WikiEvents leaves out
whole types (visits, agreements, condemnation), so that their low probability says little."""
FOLDS = 5
SMALLEST_WEIGHT = 0.02


@dataclass(frozen=True)
class Example:
    """A candidate with its label; `gold_here`: any event at all is annotated in its sentence."""

    source: str
    document: str
    label: bool
    names: list[str]
    trust: str


def bucket(identity: str) -> int:
    """0 is the fixed fifth that is never seen."""
    return int(hashlib.md5(identity.encode()).hexdigest(), 16) % FOLDS


def candidates(text: str) -> Iterator[tuple[Candidate, list[str], str]]:
    document = read(text)
    places = find_places(text)
    facts = Facts(places, find_dates(text), find_counts(text), find_actors(text, places))
    found = tellings_of(document, facts, lexicon.load()).candidates
    around = surroundings(found, len(document.sentences))
    for candidate in found:
        yield candidate, list(features(candidate, around)), trust_class(candidate, around)


def _scorer(exam: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("exam_score", exam / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{exam}: no score.py here; give the folder of the exam data")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _rows(exam: Path, name: str) -> Iterator[dict[str, Any]]:
    with (exam / "tagging" / f"{name}.jsonl").open() as file:
        yield from (row for row in map(json.loads, file) if row["split"] == "dev")


def _wikievents(exam: Path, score: ModuleType) -> Iterator[Example]:
    for row in _rows(exam, "wikievents"):
        spans, position = [], 0
        for token in row["tokens"]:
            start = max(position, row["text"].find(token, position))
            spans.append((start, start + len(token)))
            position = start + len(token)
        gold = [
            (
                spans[event["trigger"]["start"]][0],
                spans[event["trigger"]["end"] - 1][1],
                score.KAIROS.get(".".join(event["type"].split(".")[:2])),
            )
            for event in row["events"]
        ]
        for candidate, names, trust in candidates(row["text"]):
            evidence = candidate.evidence
            told = any(evidence.start <= a and b <= evidence.end and kind == candidate.type for a, b, kind in gold)
            yield Example("wikievents", row["id"], told, names, trust)


def _positives(exam: Path, score: ModuleType) -> Iterator[Example]:
    def rams_type(name: str) -> str | None:
        return next((kind for prefix, kind in score.AIDA.items() if name.startswith(prefix) and "stealrob" not in name), None)

    kinds = {
        "rams": lambda row: rams_type(row["type"]),
        "plover_gsr": lambda row: row["event"],
        "case2021_task2": lambda row: score.CASE.get(row["label"]),
    }
    for name, kind_of in kinds.items():
        for row in _rows(exam, name):
            kind = kind_of(row)
            if kind is None:
                continue
            for candidate, names, trust in candidates(row["text"]):
                inside = name != "rams" or candidate.evidence.start <= row["trigger"][0] < candidate.evidence.end
                if inside and candidate.type == kind:
                    yield Example(name, row["id"], True, names, trust)


def fit(examples: list[Example]) -> tuple[DictVectorizer, LogisticRegression]:
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(example.names, 1) for example in examples])
    model = LogisticRegression(C=REGULARISATION, max_iter=1000)
    model.fit(
        matrix, [example.label for example in examples], sample_weight=[SOURCE_WEIGHT[example.source] for example in examples]
    )
    return vectorizer, model


def report(part: str, examples: list[Example], probability: np.ndarray) -> None:
    """Precision of the candidates before and after the gate, and the share of true ones that pass."""
    full = [(example, p) for example, p in zip(examples, probability, strict=True) if example.source == "wikievents"]
    passed = [(example, p) for example, p in full if p >= THRESHOLDS[example.trust]]
    true = sum(example.label for example, _ in full)
    kept = sum(example.label for example, _ in passed)
    print(
        f"{part}: {len(full)} candidates in {len({example.document for example, _ in full})} documents, "
        f"precision {true / max(1, len(full)):.3f} -> {kept / max(1, len(passed)):.3f}, "
        f"{kept / max(1, true):.3f} of the true ones kept"
    )


def main(exam: Path) -> None:
    score = _scorer(exam)
    examples = [*_wikievents(exam, score), *_positives(exam, score)]
    seen = [example for example in examples if bucket(example.document)]
    unseen = [example for example in examples if not bucket(example.document)]
    out_of_fold = np.zeros(len(seen))
    for fold in range(1, FOLDS):
        vectorizer, model = fit([example for example in seen if bucket(example.document) != fold])
        rest = [n for n, example in enumerate(seen) if bucket(example.document) == fold]
        out_of_fold[rest] = model.predict_proba(vectorizer.transform([dict.fromkeys(seen[n].names, 1) for n in rest]))[:, 1]
    report("out of fold", seen, out_of_fold)
    vectorizer, model = fit(seen)
    report(
        "fixed fifth",
        unseen,
        model.predict_proba(vectorizer.transform([dict.fromkeys(example.names, 1) for example in unseen]))[:, 1],
    )
    weights = {
        name: round(float(weight), 3)
        for name, weight in sorted(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
        if abs(weight) >= SMALLEST_WEIGHT
    }
    TARGET.parent.mkdir(exist_ok=True)
    content = {"bias": round(float(model.intercept_[0]), 3), "thresholds": THRESHOLDS, "weights": weights}
    TARGET.write_text(json.dumps(content, indent=1) + "\n")
    print(f"{TARGET}: {len(weights)} weights")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
