"""The two linear scores: logistic regressions over markup names and over words, soft labels, out of fold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, vstack

from agents.clean.body import names, words
from ops.training.clean.data import Page

Bags = list[list[str]]
"""Of each block, the names of the weights that apply to it."""


def name_bags(page: Page) -> Bags:
    outline = page.outline
    own: list[tuple[str, ...]] = [()]
    path: list[tuple[str, ...]] = [()]
    for element in range(1, len(outline.tags)):
        found = tuple(names.element_words(outline.tags[element], outline.names[element]))
        own.append(found)
        path.append(path[outline.parents[element]] + tuple(f"ancestor {word}" for word in found))
    bags = []
    for leaf, start in zip(outline.leaf, outline.inline, strict=True):
        bag = [f"own {word}" for word in own[leaf]] + [f"parent {word}" for word in own[outline.parents[leaf]]] + list(path[leaf])
        if start:
            tag, _, rest = start.partition(" ")
            bag += [f"inline {word}" for word in names.element_words(tag, rest)]
        bags.append(bag)
    return bags


def word_bags(page: Page) -> Bags:
    texts = page.outline.texts
    return [list(words.features(text, own)) for text, own in zip(texts, words.tokens(texts), strict=True)]


def row_weights(page: Page) -> NDArray[np.float64]:
    """A block's share of its page's tokens, capped: a page counts the same whatever its length."""
    gold = float((page.labels * page.tokens).sum()) + 30
    return np.asarray(np.clip((np.minimum(page.tokens, 60) + 2) / gold, 0, 0.2) * page.weight)


class Matrices:
    """The bags of many pages as sparse matrices over one vocabulary, made once for the fits of all folds."""

    def __init__(self, bags: Iterable[tuple[Page, Bags]]) -> None:
        found = [(page, [sorted(bag) for bag in page_bags]) for page, page_bags in bags]
        self.names = sorted({name for _, page_bags in found for bag in page_bags for name in bag})
        index = {name: i for i, name in enumerate(self.names)}
        self.pages = [page for page, _ in found]
        self.rows = [_matrix(page_bags, index) for _, page_bags in found]

    def seen(self, chosen: Sequence[int]) -> NDArray[np.int64]:
        """Of each name, the number of sites among the chosen pages that have it."""
        by_site: dict[str, list[NDArray[np.int32]]] = defaultdict(list)
        for i in chosen:
            by_site[self.pages[i].domain].append(self.rows[i].indices)
        counts = np.zeros(len(self.names), np.int64)
        for indices in by_site.values():
            counts[np.unique(np.concatenate(indices))] += 1
        return counts


def fit(
    matrices: Matrices, choose: Callable[[Page], bool], *, domains: int, l2: float, iterations: int
) -> tuple[dict[str, float], float]:
    """Weights by name, and the bias, from the chosen pages; of names seen on `domains` sites or more."""
    chosen = [i for i, page in enumerate(matrices.pages) if choose(page)]
    pages = [matrices.pages[i] for i in chosen]
    kept = np.flatnonzero(matrices.seen(chosen) >= domains)
    matrix = vstack([matrices.rows[i] for i in chosen]).tocsr()[:, kept]
    target = np.concatenate([page.labels for page in pages])
    weight = np.concatenate([row_weights(page) for page in pages])
    weight /= weight.sum()
    transposed = matrix.T.tocsr()
    penalty = l2 / len(pages) / 50

    def loss(values: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = np.clip(matrix @ values[:-1] + values[-1], -30, 30)
        p = 1 / (1 + np.exp(-odds))
        entropy = -(weight * (target * np.log(p + 1e-12) + (1 - target) * np.log(1 - p + 1e-12))).sum()
        slope = weight * (p - target)
        gradient = np.append(transposed @ slope + penalty * values[:-1], slope.sum())
        return entropy + penalty / 2 * (values[:-1] @ values[:-1]), gradient

    found = minimize(loss, np.zeros(len(kept) + 1), jac=True, method="L-BFGS-B", options={"maxiter": iterations}).x
    weights = zip(kept.tolist(), found[:-1].tolist(), strict=True)
    return {matrices.names[i]: value for i, value in weights if abs(value) >= 0.01}, float(found[-1])


def _matrix(bags: Bags, index: dict[str, int]) -> csr_matrix:
    columns = [index[name] for bag in bags for name in bag]
    starts = np.cumsum([0, *map(len, bags)])
    return csr_matrix((np.ones(len(columns), np.float32), columns, starts), shape=(len(bags), len(index)))


def by_role(weights: dict[str, float]) -> dict[str, names.Weights]:
    """The fitted weights of markup names, as the extractor takes them."""
    table: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(names.ROLES))
    for key, value in weights.items():
        role, word = key.split(" ", 1)
        table[word][names.ROLES.index(role)] = value
    return {word: (row[0], row[1], row[2], row[3]) for word, row in table.items()}


def fit_names(matrices: Matrices, choose: Callable[[Page], bool]) -> dict[str, names.Weights]:
    weights, _ = fit(matrices, choose, domains=3, l2=0.1, iterations=25)
    return by_role(weights)


def fit_words(matrices: Matrices, choose: Callable[[Page], bool]) -> tuple[dict[str, float], float]:
    return fit(matrices, choose, domains=2, l2=0.03, iterations=25)
