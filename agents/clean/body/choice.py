"""Which blocks to keep, given what each is worth.

Not those over a threshold, but the set with the best expected F: with p the share of a block's words that belong to the article,
keeping the most probable blocks up to some point gives an F1 of 2 * sum(p * words of the kept) / (sum(words of the kept) + sum(p *
words of all)), and that point is where it peaks (after Lewis, "Evaluating and optimizing autonomous text classification systems",
1995). Recall counts a little more than precision: the rules after the choice take off much of what was kept wrongly, and bring
little back.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agents.clean.body.frame import Floats

LEAST = 0.15
"""No block less probable than this is kept, however little text there is."""
RECALL = 1.25
"""Its weight beside that of precision; of a sure page the blocks over 1 / (1 + RECALL) are kept."""


class Choice(NamedTuple):
    keep: NDArray[np.bool_]
    expected_f1: float


def choose(probability: Floats, words: Floats) -> Choice:
    order = (-probability).argsort(kind="stable")
    hits = (probability * words).take(order).cumsum()
    kept = words.take(order).cumsum()
    best = int((hits / (kept + RECALL * hits[-1])).argmax())
    expected_f1 = 2 * float(hits[best]) / float(kept[best] + hits[-1])
    return Choice(probability >= max(LEAST, float(probability[order[best]])), expected_f1)
