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
"""Rows evaluated at once: some 20 MB."""


class Trees:
    """T trees of depth D over named columns."""

    def __init__(self, columns: Sequence[str], questions: Any, thresholds: Any, leaves: Any, bias: float) -> None:
        """`questions`: T x D indices into `columns`; `thresholds`: T x D; `leaves`: T x 2^D, log odds."""
        self.columns = tuple(columns)
        self._questions = np.ascontiguousarray(np.asarray(questions, np.int64).T)[::-1]
        self._thresholds = np.ascontiguousarray(np.asarray(thresholds, np.float32).T)[::-1, :, None]
        self._leaves = np.asarray(leaves, np.float32).ravel()
        self._bias = bias
        depth, count = self._questions.shape
        if depth > DEEPEST:
            raise ValueError(f"trees of depth {depth}, at most {DEEPEST} can be evaluated: train shallower ones")
        self._offsets = (np.arange(count) << depth)[:, None]

    def __call__(self, columns: Mapping[str, Floats]) -> Floats:
        """Columns of n values -> n probabilities."""
        return self.probability(np.array([columns[name] for name in self.columns], np.float32))

    def probability(self, matrix: NDArray[np.float32]) -> Floats:
        """The columns as rows, k x n -> n probabilities."""
        odds = [self._odds(matrix[:, at : at + CHUNK]) for at in range(0, matrix.shape[1], CHUNK)]
        return np.asarray(1 / (1 + np.exp(-np.concatenate(odds))))

    def _odds(self, matrix: NDArray[np.float32]) -> Floats:
        leaf = np.zeros((self._offsets.size, matrix.shape[1]), np.uint8)
        for questions, thresholds in zip(self._questions, self._thresholds, strict=True):  # the last level's bit is the highest
            leaf += leaf
            leaf += (matrix.take(questions, axis=0) > thresholds).view(np.uint8)
        return np.asarray(self._bias + self._leaves.take(leaf + self._offsets).sum(axis=0, dtype=np.float64))
