"""The learned parts, read from the files in `model/`, and the two passes over a page.

The files are plain text, written by `ops/training/clean/train.py` and described in the card beside it: `names.tsv` and
`words.tsv` hold the linear scores' weights by word (phrases by hash), `first.json` and `second.json` the trees.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import orjson

from agents.clean.body.columns import first_pass
from agents.clean.body.context import second_pass
from agents.clean.body.frame import Floats, Frame, Ints, frame
from agents.clean.body.hints import Hints
from agents.clean.body.names import NameScores, Weights
from agents.clean.body.table import Layout, Table, Values
from agents.clean.body.trees import Trees
from agents.clean.body.walk import Outline
from agents.clean.body.words import WordScores, tokens

FOLDER = Path(__file__).with_name("model")
BIAS = "#bias"
POSSIBLE = 0.01
"""The least probability after the first pass; less is lost for good on a page in a thousand, and most blocks have less."""


class Judged(NamedTuple):
    """A page of n blocks and what the model says of them."""

    page: Frame
    columns: Table
    """What the first pass knows of each block."""
    probability: Floats
    """n: the share of a block's words that belong to the article, as expected."""


@dataclass(frozen=True, slots=True)
class Model:
    names: NameScores
    words: WordScores
    first: Trees
    second: Trees

    def columns(self, page: Frame, hints: Hints) -> Table:
        outline = page.outline
        heads = tokens(outline.texts)
        return first_pass(page, hints, self.names(outline), self.words(outline.texts, heads), heads)

    def __call__(self, outline: Outline, hints: Hints) -> Judged:
        page = frame(outline)
        columns = self.columns(page, hints)
        first = self.first.probability(columns.take(self.first.columns))
        at = possible(first)
        probability = np.zeros(page.size)
        if len(at):
            probability[at] = self.second.probability(both(columns, second_pass(page, first, at), at, self.second.columns))
        return Judged(page, columns, probability)


def possible(probability: Floats) -> Ints:
    """The blocks that the second pass looks at; the rest is dropped."""
    return (probability > POSSIBLE).nonzero()[0]


def both(first: Table, second: Table, at: Ints, names: tuple[str, ...]) -> Values:
    """Columns of both passes, those of the first before those of the second, of the blocks `at`."""
    of_first, of_second = _parted(names, first.layout)
    return np.concatenate([first.take_at(of_first, at), second.take(of_second)])


@cache
def _parted(names: tuple[str, ...], layout: Layout) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the first pass's columns, and the others."""
    seam = sum(name in layout.rows for name in names)
    return names[:seam], names[seam:]


@cache
def load_model() -> Model:
    """The model that is part of the package, read once a process: some 50 ms."""
    return read_model(FOLDER)


def read_model(folder: Path) -> Model:
    # the weights have few digits: shared, they stay in the processor's caches
    number = cache(float)
    words = {word: number(weight) for word, weight in _rows(folder / "words.tsv")}

    @cache
    def weights(row: str) -> Weights:
        own, parent, ancestor, inline = map(number, row.split("\t"))
        return own, parent, ancestor, inline

    names = {word: weights(row) for word, row in _rows(folder / "names.tsv")}
    bias = words.pop(BIAS)
    return Model(NameScores(names), WordScores(words, bias), _trees(folder / "first.json"), _trees(folder / "second.json"))


def _rows(file: Path) -> list[list[str]]:
    """Of each line the word, and what stands after it."""
    return [line.split("\t", 1) for line in file.read_text("utf-8").split("\n") if line and not line.startswith("# ")]


def _trees(file: Path) -> Trees:
    return Trees(**orjson.loads(file.read_bytes()))
