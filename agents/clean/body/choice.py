"""Which blocks to keep, given what each is worth.

Not those over a threshold, but the set with the best expected F1: with p the share of a block's words that belong to the article,
keeping the most probable blocks up to some point gives 2 * sum(p * words of the kept) / (sum(words of the kept) + sum(p * words
of all)), and that point is where it peaks (after Lewis, "Evaluating and optimizing autonomous text classification systems", 1995).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agents.clean.body.frame import Floats

LEAST = 0.15
"""No block less probable than this is kept, however little text there is."""


class Choice(NamedTuple):
    keep: NDArray[np.bool_]
    expected_f1: float


def choose(probability: Floats, words: Floats) -> Choice:
    order = (-probability).argsort(kind="stable")
    hits = (probability * words).take(order).cumsum()
    half = hits / (words.take(order).cumsum() + hits[-1])
    best = half.argmax()
    return Choice(probability >= max(LEAST, float(probability[order[best]])), 2 * float(half[best]))
