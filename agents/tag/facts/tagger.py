"""Names of persons, organizations and places by a small sequence model.

A linear-chain conditional random field (Lafferty et al. 2001) over the capitalised stretches of a text alone: what is written
in lower case is taken for no name, which leaves a fifth of the words to look at. `data/names.npz` holds its weights;
`ops/training/names/` trains it and keeps its card.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import chain, repeat
from operator import add
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from agents.tag.facts.name_features import BESIDE, OTHERS, Columns, Value, columns_of, names_of_value
from agents.tag.facts.place_names import place_names
from agents.tag.facts.segments import segments_of
from agents.tag.facts.words import REMEMBERED, Word, word_set, words_of

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
_OPENING, _INSIDE = (0, 1, 3, 5), (2, 4, 6)
"""Labels that may follow any other, and those that go on with a name, each right behind the label of its first word."""


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


_WORDS = 0
"""The column of the words themselves, whose values a page can make as long as it likes."""
MOST_REMEMBERED = 30_000
"""Values of a column whose weights are kept."""


class Model:
    """Weights: of a feature for each label, of a label after another."""

    def __init__(self, features: Sequence[str], weights: npt.NDArray[np.float32], transitions: npt.NDArray[np.float32]) -> None:
        self._row = {feature: i for i, feature in enumerate(features)}
        self._none = len(features)
        self._weights = np.vstack([weights, np.zeros((1 + MOST_REMEMBERED, len(LABELS)), dtype=np.float32)])
        """A row a feature, one of zeros, then the sums of what goes together."""
        self._end = self._none + 1
        self._beside = [
            {name.removeprefix(prefix): row for name, row in self._row.items() if name.startswith(prefix)} for prefix in BESIDE
        ]
        self._rows: list[dict[Value, int]] = [{} for _ in OTHERS]
        self._into: list[list[float]] = transitions.T.tolist()
        self._opening = [self._into[label] for label in _OPENING]
        self._inside = [(self._into[label][label - 1], self._into[label][label]) for label in _INSIDE]

    def scores(self, columns: Columns) -> npt.NDArray[np.float32]:
        """Of each word the score of each label."""
        if self._end > self._none + MOST_REMEMBERED or max(map(len, self._rows)) > MOST_REMEMBERED:
            self._rows = [{} for _ in OTHERS]
            self._end = self._none + 1
        others = [[*map(known.get, values)] for known, values in zip(self._rows, columns.others, strict=True)]
        if incomplete := [column for column, rows in enumerate(others) if None in rows]:
            self._learn(
                [
                    (column, value)
                    for column in incomplete
                    for value in set(columns.others[column])
                    if value not in self._rows[column]
                ]
            )
            for column in incomplete:
                others[column] = [*map(self._rows[column].get, columns.others[column])]
            self._forget_long_words(columns.others[_WORDS])
        beside = [map(known.get, keys, repeat(self._none)) for known, keys in zip(self._beside, columns.beside, strict=True)]
        words = len(columns.beside[0])
        columns_of_all = len(beside) + len(others)
        rows = np.fromiter(chain.from_iterable([*beside, *others]), np.intp, columns_of_all * words)
        weights = self._weights.take(rows, axis=0).reshape(columns_of_all, words, len(LABELS))
        scores: npt.NDArray[np.float32] = weights.sum(axis=0)
        return scores

    def _learn(self, values: Sequence[tuple[int, Value]]) -> None:
        """The row of the one feature of each column's value, or of the sum of its features."""
        starts: list[int] = []
        summed: list[int] = []
        for column, value in values:
            rows = [row for row in map(self._row.get, names_of_value(column, value)) if row is not None]
            if len(rows) < 2:
                self._rows[column][value] = rows[0] if rows else self._none
            else:
                self._rows[column][value] = self._end + len(starts)
                starts.append(len(summed))
                summed += rows
        if starts:
            end = self._end + len(starts)
            if end > len(self._weights):  # a text of more words than are kept
                self._weights = np.vstack([self._weights, np.zeros((end, len(LABELS)), dtype=np.float32)])
            self._weights[self._end : end] = np.add.reduceat(self._weights.take(summed, axis=0), starts, axis=0)
            self._end = end

    def _forget_long_words(self, words: Iterable[Value]) -> None:
        for word in words:
            if len(word) > REMEMBERED:
                self._rows[_WORDS].pop(word, None)

    def best(self, scores: Sequence[Sequence[float]]) -> list[int]:
        """The best sequence of labels (Viterbi)."""
        before = scores[0]
        best = [before]
        into_o, into_per, into_org, into_loc = self._opening
        (per_begun, per_on), (org_begun, org_on), (loc_begun, loc_on) = self._inside
        for row in scores[1:]:
            _, b_per, i_per, b_org, i_org, b_loc, i_loc = before
            into = (
                max(map(add, before, into_o)),
                max(map(add, before, into_per)),
                max(b_per + per_begun, i_per + per_on),
                max(map(add, before, into_org)),
                max(b_org + org_begun, i_org + org_on),
                max(map(add, before, into_loc)),
                max(b_loc + loc_begun, i_loc + loc_on),
            )
            before = [*map(add, row, into)]
            best.append(before)
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
    scores_of_words = model().scores(columns_of(words, place_names(text), segments))
    flat: list[list[float]] = scores_of_words.tolist()
    alone: list[int] = scores_of_words.argmax(axis=1).tolist()
    best = model().best
    spans: list[NameSpan] = []
    at = 0
    for first, last in segments:
        end = at + last - first + 1
        labels = alone[at:end]
        if any(labels):
            if first != last:
                labels = best(flat[at:end])
            spans += _spans(text, words, first, labels)
        at = end
    scores = dict(zip([i for first, last in segments for i in range(first, last + 1)], flat, strict=True))
    return Tagged(tuple(spans), scores, {i: span for span in spans for i in range(span.first, span.last + 1)})


def _spans(text: str, words: Sequence[Word], first: int, labels: Sequence[int]) -> Iterator[NameSpan]:
    begun = inside = 0
    for i, label in enumerate([*labels, 0], first):
        if inside and label != inside:
            yield NameSpan(words[begun].start, _end(text, words[i - 1]), LABELS[inside][2:], begun, i - 1)
            inside = 0
        if label and not inside:
            begun, inside = i, label + label % 2  # a name goes on with the label after that of its first word


_DOTTED = word_set("inc corp co ltd jr sr bros")


def _end(text: str, word: Word) -> int:
    """The stop of an abbreviation belongs to the name: Inc., Jr., U.S."""
    dotted = text[word.end : word.end + 1] == "." and (word.key in _DOTTED or (len(word.text) == 1 and word.gap == "."))
    return word.end + dotted
