"""Trains agents/tag/facts/data/toponyms.npz: which names of the gazetteer are places where they stand.

    python ops/training/places/train.py EXAM      # the folder with tagging/ and training/

Needs scikit-learn (for training alone). Prints the figures of each part that was left out in turn, by documents.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from agents.tag.facts import places
from agents.tag.facts.gazetteer import gazetteer
from agents.tag.facts.name_lists import name_lists
from agents.tag.facts.toponyms import features_of
from agents.tag.facts.words import key_of

sys.path.insert(0, str(Path(__file__).parents[1] / "names"))
from corpora import exam, uner

DATA = Path(places.__file__).parent / "data"
SETS = ("geo_trnews", "geo_lgl", "geo_gwn")
NEWS_WEIGHT, OTHER_WEIGHT, RENAMED_WEIGHT = 1.0, 0.4, 0.3
"""Sentences of the web, whose names of places are marked otherwise, count less than news."""

CONTEXTS = Path(__file__).with_name("contexts.txt")
NAMES_EACH = 5
"""Names that each sentence of `contexts.txt` is shown with."""

Example = tuple[list[str], int, float, int]
"""Features, whether it is a toponym, weight, fold."""


def fold_of(record_id: str) -> int:
    return int(hashlib.md5(str(record_id).encode()).hexdigest(), 16)


def of_text(text: str, gold: set[tuple[int, int]], weight: float, fold: int, *, adjectives: bool) -> Iterator[Example]:
    article = places.read(text)
    for candidate in article.candidates:
        if adjectives or candidate.places[0].how not in (places.ADJECTIVE, places.PEOPLE):
            span = places.span_of(text, article.words, candidate)
            features = features_of(article.words, candidate.first, candidate.last, candidate.places, article.tagged, article.around)
            yield features, int(span in gold), weight, fold


def renamed(text: str, span: tuple[int, int], name: str, fold: int, *, is_place: bool) -> Iterator[Example]:
    """The line around a span with another name there, and whether that is a place: what stands around must tell, since the name
    model has not read it. The sets' own towns are American and British for the most part."""
    start, end = span
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    begun = start - line
    changed = text[line:start] + name + text[end : stop if stop >= 0 else len(text)]
    here = (begun, begun + len(name))
    article = places.read(changed)
    for candidate in article.candidates:
        if places.span_of(changed, article.words, candidate) == here:
            features = features_of(article.words, candidate.first, candidate.last, candidate.places, article.tagged, article.around)
            yield features, int(is_place), RENAMED_WEIGHT, fold


def towns(text: str, gold: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    article = places.read(text)
    for candidate in article.candidates:
        span = places.span_of(text, article.words, candidate)
        if span in gold and candidate.places[0].feature.startswith("PPL"):
            yield span


def contexts(cities: list[str], rng: random.Random) -> Iterator[Example]:
    """What seldom or never stands in the sets: war, courts, and persons of a name that a town has, too."""
    towns, persons = CONTEXTS.read_text(encoding="utf-8").split("---\n")
    for lines, is_place in ((towns.splitlines()[1:], True), (persons.splitlines(), False)):
        for line in lines:
            for _ in range(NAMES_EACH):
                start = line.index("{}")
                yield from renamed(line, (start, start + 2), rng.choice(cities), rng.randrange(4), is_place=is_place)


def world_cities() -> list[str]:
    """Names of towns outside of the English-speaking countries that are no common word and no name of a person."""
    lists = name_lists()
    known = gazetteer()
    return sorted(
        place.name
        for place in filter(None, map(known.by_id, known.ids))
        if place.feature.startswith("PPL")
        and place.population > 20_000
        and place.country not in ("US", "GB", "CA", "AU", "NZ", "IE")
        and not {key_of(place.name)} & (lists.first_names | lists.surnames | lists.common)
    )


def examples(folder: Path) -> Iterator[Example]:
    cities, rng = world_cities(), random.Random(1)
    yield from contexts(cities, rng)
    for name in SETS:
        for line in (folder / "tagging" / f"{name}.jsonl").open(encoding="utf-8"):
            row = json.loads(line)
            if fold_of(row["id"]) % 5 and not row.get("offset_mismatch"):
                gold = {(t["start"], t["end"]) for t in row["toponyms"] if t["lat"] is not None or t["geonameid"]}
                fold = fold_of(row["id"]) // 5 % 4
                yield from of_text(row["text"], gold, NEWS_WEIGHT, fold, adjectives=True)
                for span in towns(row["text"], gold):
                    yield from renamed(row["text"], span, rng.choice(cities), fold, is_place=True)
    sentences = [
        *exam(folder / "tagging" / "ner_ewt.jsonl", unseen=False),
        *exam(folder / "tagging" / "ner_pud.jsonl", unseen=False),
    ]
    for text, spans in [*sentences, *uner(folder / "training" / "uner_ewt_dev.iob2.gz")]:
        gold = {(start, end) for start, end, kind in spans if kind == "LOC"}
        yield from of_text(text, gold, OTHER_WEIGHT, fold_of(text) % 4, adjectives=False)
        for start, end, kind in spans:
            if kind == "PER" and " " not in text[start:end] and text[end:].strip(" .!?"):  # none that signs a letter
                yield from renamed(text, (start, end), rng.choice(cities), fold_of(text) % 4, is_place=False)


def fit(rows: list[Example], index: dict[str, int], c: float) -> LogisticRegression:
    columns = [[index[feature] for feature in row[0] if feature in index] for row in rows]
    starts = np.cumsum([0, *map(len, columns)])
    matrix = csr_matrix((np.ones(starts[-1]), np.concatenate(columns), starts), shape=(len(rows), len(index)))
    model = LogisticRegression(C=c, max_iter=2000, fit_intercept=False)
    return model.fit(matrix, [row[1] for row in rows], sample_weight=[row[2] for row in rows])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exam", type=Path)
    parser.add_argument("--c", type=float, default=0.3)
    parser.add_argument("--seen", type=int, default=3, help="fewest occurrences of a feature")
    options = parser.parse_args()
    rows = list(examples(options.exam))
    counts: dict[str, int] = {}
    for features, *_ in rows:
        for feature in features:
            counts[feature] = counts.get(feature, 0) + 1
    index = {feature: i for i, feature in enumerate(sorted(feature for feature, count in counts.items() if count >= options.seen))}
    for fold in range(4):
        weights = dict(zip(index, fit([row for row in rows if row[3] != fold], index, options.c).coef_[0].tolist(), strict=True))
        right = found = wanted = 0
        for features, label, weight, of in rows:
            if of == fold and weight == NEWS_WEIGHT:
                said = sum(weights.get(feature, 0.0) for feature in features) > places.THRESHOLD_LOGIT
                right, found, wanted = right + (said and label), found + said, wanted + label
        print(f"left out {fold}: precision {right / found:.3f} recall {right / wanted:.3f} of candidates")
    weights = fit(rows, index, options.c).coef_[0]
    kept = [i for i, weight in enumerate(weights) if abs(weight) > 0.01]
    names = list(index)
    np.savez_compressed(
        DATA / "toponyms.npz",
        features=np.frombuffer("\n".join(names[i] for i in kept).encode(), dtype=np.uint8),
        weights=weights[kept].astype(np.float16),
    )
    print(f"{len(rows)} candidates, {len(kept)} features, {(DATA / 'toponyms.npz').stat().st_size / 2**10:.0f} KiB")


if __name__ == "__main__":
    main()
