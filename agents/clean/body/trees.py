"""Gradient-boosted symmetric trees, evaluated with numpy alone.

Every node of a level of a symmetric tree asks the same question, so that a tree of depth d is d questions and 2^d values, and a
row's leaf is the number whose bits are its answers (Prokhorenkova et al., "CatBoost: unbiased boosting with categorical features",
2018).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agents.clean.body.frame import Floats

DEEPEST = 8
"""Levels: a leaf's number within its tree is a byte."""
CHUNK = 2048
"""Rows evaluated at once: some 12 MB."""


class Trees:
    """T trees of depth D over named columns."""

    def __init__(self, columns: Sequence[str], questions: Any, thresholds: Any, leaves: Any, bias: float) -> None:
        """`questions`: T x D indices into `columns`; `thresholds`: T x D; `leaves`: T x 2^D, log odds."""
        self.columns = tuple(columns)
        asked = np.column_stack((np.transpose(questions).ravel(), np.transpose(thresholds).ravel()))
        different, answers = np.unique(asked, axis=0, return_inverse=True)  # trees share half of their questions
        self._answers = answers.ravel()
        self._questions = different[:, 0].astype(np.int64)
        self._thresholds = different[:, 1:].astype(np.float32)
        self._leaves = np.asarray(leaves, np.float32).ravel().astype(np.float64)
        self._bias = bias
        count, depth = np.shape(questions)
        self._ones = np.ones(count)
        if depth > DEEPEST:
            raise ValueError(f"trees of depth {depth}, at most {DEEPEST} can be evaluated: train shallower ones")
        self._bits = (1 << np.arange(depth, dtype=np.uint8))[:, None, None]
        self._offsets = (np.arange(count) << depth)[:, None]

    def __call__(self, columns: Mapping[str, Floats]) -> Floats:
        """Columns of n values -> n probabilities."""
        return self.probability(np.array([columns[name] for name in self.columns], np.float32))

    def probability(self, matrix: NDArray[np.float32]) -> Floats:
        """The columns as rows, k x n -> n probabilities."""
        return np.asarray(1 / (1 + np.exp(-self.odds(matrix))))

    def odds(self, matrix: NDArray[np.float32]) -> Floats:
        """The same as log odds."""
        odds = np.empty(matrix.shape[1])
        for at in range(0, len(odds), CHUNK):
            odds[at : at + CHUNK] = self._odds(matrix[:, at : at + CHUNK])
        return odds

    def _odds(self, matrix: NDArray[np.float32]) -> Floats:
        different = (matrix.take(self._questions, axis=0) > self._thresholds).view(np.uint8)
        bits = different.take(self._answers, axis=0).reshape(len(self._bits), -1, matrix.shape[1])
        bits *= self._bits
        leaf = np.add.reduce(bits, axis=0, dtype=np.uint8).astype(np.int64)  # as `take` would make of any other number
        leaf += self._offsets
        return np.asarray(self._bias + self._ones @ self._leaves.take(leaf))
