"""Names of persons, organizations and places by a small sequence model.

A linear-chain conditional random field (Lafferty et al. 2001) over the capitalised stretches of a text alone: what is written
in lower
case is taken for no name, which leaves a fifth of the words to look at. `data/names.npz` holds its weights;
`ops/training/names/` trains
it and keeps its card.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import repeat
from operator import add
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from agents.tag.facts.name_features import Features, features_of, segments_of
from agents.tag.facts.place_names import place_names
from agents.tag.facts.words import Word, word_set, words_of

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")


class NameSpan(NamedTuple):
    """Words `first` to `last` (inclusive) as a name of `kind`: PER, ORG or LOC."""

    start: int
    end: int
    kind: str
    first: int
    last: int


class Tagged(NamedTuple):
    """What the model says of a text: its names, the scores of the labels for each word looked at, and the name at each word."""

    spans: tuple[NameSpan, ...]
    scores: dict[int, list[float]]
    at: dict[int, NameSpan]


class Model:
    """Weights: of a feature for each label, of a label after another."""

    def __init__(self, features: Sequence[str], weights: npt.NDArray[np.float32], transitions: npt.NDArray[np.float32]) -> None:
        self._row = {feature: i for i, feature in enumerate(features)}
        self._rows_of_word: dict[tuple[str, ...], list[int]] = {}
        self._weights = np.vstack([weights, np.zeros(len(LABELS), dtype=np.float32)])
        self._into: list[list[float]] = transitions.T.tolist()

    def scores(self, features: Sequence[Features]) -> list[list[float]]:
        """Of each word the score of each label."""
        row, missing = self._row, len(self._row)
        indexes: list[int] = []
        starts = []
        for of_word, of_place in features:
            starts.append(len(indexes))
            rows = self._rows_of_word.get(of_word)
            if rows is None:
                rows = self._rows_of_word[of_word] = [row[feature] for feature in of_word if feature in row]
            indexes += rows
            indexes += map(row.get, of_place, repeat(missing))
        summed: list[list[float]] = np.add.reduceat(self._weights[indexes], starts, axis=0).tolist()
        return summed

    def best(self, scores: Sequence[Sequence[float]]) -> list[int]:
        """The best sequence of labels (Viterbi)."""
        alone = [row.index(max(row)) for row in scores]
        if len(alone) == 1 or not any(alone):
            return alone
        best = [scores[0]]
        for row in scores[1:]:
            before = best[-1]
            best.append([max(map(add, before, into)) + score for score, into in zip(row, self._into, strict=True)])
        last = best.pop()
        path = [last.index(max(last))]
        for before in reversed(best):
            totals = list(map(add, before, self._into[path[-1]]))
            path.append(totals.index(max(totals)))
        return path[::-1]


@lru_cache(maxsize=1)
def model() -> Model:
    with (files(__package__) / "data" / "names.npz").open("rb") as file, np.load(file) as arrays:
        features = arrays["features"].tobytes().decode().split("\n")
        return Model(features, arrays["weights"].astype(np.float32), arrays["transitions"].astype(np.float32))


@lru_cache(maxsize=4)
def tag_names(text: str) -> Tagged:
    """Names of a text in their order, none overlapping. Remembered for the last few texts: places and actors ask for the same."""
    words = words_of(text)
    segments = list(segments_of(words))
    if not segments:
        return Tagged((), {}, {})
    known_places = place_names(text)
    features = [features_of(words, known_places, first, last) for first, last in segments]
    best = model().best
    flat = model().scores([row for rows in features for row in rows])
    spans: list[NameSpan] = []
    scores: dict[int, list[float]] = {}
    at = 0
    for first, last in segments:
        here = flat[at : at + last - first + 1]
        at += last - first + 1
        scores.update(zip(range(first, last + 1), here, strict=True))
        if any(labels := best(here)):
            spans += _spans(text, words, first, [LABELS[label] for label in labels])
    return Tagged(tuple(spans), scores, {i: span for span in spans for i in range(span.first, span.last + 1)})


def _spans(text: str, words: Sequence[Word], first: int, labels: Sequence[str]) -> Iterator[NameSpan]:
    start: int | None = None
    for i, label in enumerate([*labels, "O"]):
        if start is not None and (label[0] != "I" or label[2:] != labels[start][2:]):
            a, b = first + start, first + i - 1
            yield NameSpan(words[a].start, _end(text, words[b]), labels[start][2:], a, b)
            start = None
        if start is None and label != "O":
            start = i


_DOTTED = word_set("inc corp co ltd jr sr bros")


def _end(text: str, word: Word) -> int:
    """The stop of an abbreviation belongs to the name: Inc., Jr., U.S."""
    dotted = text[word.end : word.end + 1] == "." and (word.key in _DOTTED or (len(word.text) == 1 and word.gap == "."))
    return word.end + dotted
