"""Training examples: a page, or a rewriting of one, with the columns of its blocks; and which rows teach each pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agents.clean.body.columns import first_pass
from agents.clean.body.context import second_pass
from agents.clean.body.decide import decide
from agents.clean.body.frame import Frame, frame
from agents.clean.body.model import possible
from agents.clean.body.names import NameScores
from agents.clean.body.table import Table
from agents.clean.body.words import WordScores, tokens
from ops.training.clean.augment import rewritten
from ops.training.clean.data import FOLDS, Page
from ops.training.clean.foreign import Pool

Linear = tuple[NameScores, WordScores]


@dataclass
class Example:
    page: Page
    frame: Frame
    first: Table
    names: tuple[str, ...]
    """Of the columns of `rows`."""
    rows: NDArray[np.float32]
    """k x r: of the blocks `at`."""
    at: NDArray[Any]
    """r blocks: all for the first pass, the possible ones for the second."""
    p: NDArray[Any] = field(default_factory=lambda: np.zeros(0))
    """n, from the last pass, out of fold."""

    def kept(self) -> list[int]:
        return decide(self.frame, self.first, self.p).kept

    def to_second_pass(self) -> None:
        """Its rows become those of the second pass."""
        self.at = possible(self.p)
        added = second_pass(self.frame, self.p, self.at)
        self.rows = np.concatenate([self.first.take_at(self.first.names, self.at), added.take(added.names)])
        self.names = self.first.names + added.names


def example(page: Page, scores: Linear) -> Example:
    built = frame(page.outline)
    heads = tokens(page.outline.texts)
    table = first_pass(built, page.hints, scores[0](page.outline), scores[1](page.outline.texts, heads), heads)
    return Example(page, built, table, table.names, table.take(table.names), built.index)


def variants(pages: Sequence[Page], weight: float) -> list[Page]:
    """Each page rewritten once, with text of other pages of its fold."""
    found = []
    for fold in range(FOLDS):
        here = [page for page in pages if page.fold == fold]
        pool = Pool(here)
        found += [rewritten(page, pool, 0) for page in here]
    for page in found:
        page.weight *= weight
    return found


def row_weights(page: Page) -> NDArray[Any]:
    """A block's share of the gold, capped: a page counts the same whatever its length."""
    gold = float((page.labels * page.tokens).sum()) + 30
    return np.asarray(np.clip((np.minimum(page.tokens, 60) + 2) / gold, 0, 0.2) * page.weight)


def thinned(x: Example, step: int) -> NDArray[Any]:
    """The factor of each row: every row with some of the gold, and of the rest one for `step`."""
    factor = np.zeros(len(x.at))
    factor[::step] = step
    factor[x.page.labels[x.at] > 0] = 1
    return factor
