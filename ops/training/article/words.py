"""The score of a page's words: a logistic regression over which words stand where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from agents.clean.article_gate.wording import PLACES
from ops.training.article.collect import MADE, Example

SITES = 3
"""On which a word must stand for it to count."""
STRENGTH = 0.3
"""Inverse of the penalty."""
LEAST = 0.02
"""Weights nearer to nothing are dropped."""


def fit_words(pages: Sequence[Example], weights: NDArray[Any]) -> tuple[dict[str, dict[str, float]], float]:
    """By place and word, log odds that a page is an article, and the bias. Made-up pages teach nothing here: lists and stories of
    the same news differ by shape alone."""
    real = [i for i, page in enumerate(pages) if page.set != MADE]
    sites: dict[tuple[str, str], set[str]] = defaultdict(set)
    for i in real:
        for place, words in pages[i].words.items():
            for word in words:
                sites[place, word].add(pages[i].domain)
    number = {key: at for at, key in enumerate(sorted(key for key, seen in sites.items() if len(seen) >= SITES))}
    rows, columns = [], []
    for row, i in enumerate(real):
        found = [number[place, word] for place, words in pages[i].words.items() for word in words if (place, word) in number]
        rows += [row] * len(found)
        columns += found
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(real), len(number)))
    labels = [pages[i].kind == "article" for i in real]
    model = LogisticRegression(C=STRENGTH, max_iter=300).fit(matrix, labels, sample_weight=weights[real])
    table: dict[str, dict[str, float]] = {place: {} for place in PLACES}
    for (place, word), at in number.items():
        if abs(model.coef_[0, at]) >= LEAST:
            table[place][word] = float(model.coef_[0, at])
    return table, float(model.intercept_[0])
