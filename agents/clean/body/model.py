"""The learned parts, read from the files in `model/`, and the two passes over a page.

The files are plain text, written by `ops/training/clean/train.py` and described in the card beside it: `names.tsv` and
`words.tsv` hold the linear scores' weights by word (phrases by hash), `first.json` and `second.json` the trees.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import orjson

from agents.clean.body.columns import first_pass
from agents.clean.body.context import second_pass
from agents.clean.body.frame import Floats, Frame, frame
from agents.clean.body.hints import Hints
from agents.clean.body.names import NameScores
from agents.clean.body.trees import Trees
from agents.clean.body.walk import Outline
from agents.clean.body.words import WordScores, tokens

FOLDER = Path(__file__).with_name("model")
BIAS = "#bias"


@dataclass(frozen=True, slots=True)
class Model:
    names: NameScores
    words: WordScores
    first: Trees
    second: Trees

    def columns(self, page: Frame, hints: Hints) -> dict[str, Floats]:
        outline = page.outline
        heads = tokens(outline.texts)
        return first_pass(page, hints, self.names(outline), self.words(outline.texts, heads), heads)

    def __call__(self, outline: Outline, hints: Hints) -> tuple[Frame, dict[str, Floats], Floats]:
        """The outline's arrays, what is known of each block, and the share of its words that belong to the article, as expected."""
        page = frame(outline)
        columns = self.columns(page, hints)
        return page, columns, self.second(columns | second_pass(page, self.first(columns)))


@cache
def load_model() -> Model:
    """The model that is part of the package, read once a process: some 50 ms."""
    return read_model(FOLDER)


def read_model(folder: Path) -> Model:
    words = {word: float(weight) for word, weight in _rows(folder / "words.tsv")}
    names = {
        word: (float(own), float(up), float(path), float(inline)) for word, own, up, path, inline in _rows(folder / "names.tsv")
    }
    bias = words.pop(BIAS)
    return Model(NameScores(names), WordScores(words, bias), _trees(folder / "first.json"), _trees(folder / "second.json"))


def _rows(file: Path) -> list[list[str]]:
    return [line.split("\t") for line in file.read_text("utf-8").split("\n") if line and not line.startswith("# ")]


def _trees(file: Path) -> Trees:
    return Trees(**orjson.loads(file.read_bytes()))
