"""How good a choice of blocks is: the measures that the benchmarks publish.

Four-word shingles, precision and recall averaged over pages (article-extraction-benchmark), the share of pages with exactly the
gold's words, and word F1 averaged over pages (WCXB).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ops.training.clean.data import Page
from ops.training.clean.label import WORD


def shingles(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def overlap(gold: Counter[Any], found: Counter[Any]) -> tuple[float, float]:
    """Precision and recall."""
    both = (gold & found).total()
    return both / found.total() if found else 0.0, both / gold.total() if gold else 0.0


def agreement(page: Page, kept: Sequence[int]) -> float:
    """F1 of the kept blocks' shingles with the labels'."""
    texts = page.outline.texts
    found, gold = (
        shingles(WORD.findall("\n".join(texts[i] for i in blocks))) for blocks in (kept, np.flatnonzero(page.labels > 0.5).tolist())
    )
    precision, recall = overlap(gold, found)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class Figures(NamedTuple):
    """Means over pages."""

    pages: int
    precision: float
    recall: float
    exact: float
    words: float
    """F1 of words."""

    @property
    def f1(self) -> float:
        """Of shingles, from mean precision and mean recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    def __str__(self) -> str:
        shingled = f"F1 {self.f1:.4f} P {self.precision:.3f} R {self.recall:.3f}"
        return f"{self.pages} pages: {shingled} exact {self.exact:.3f} words {self.words:.4f}"


def paired_scores(golds: Iterable[str], found: Iterable[str]) -> NDArray[np.float64]:
    """Of each page: precision and recall of shingles, whether it is exactly the gold, F1 of words."""
    rows = []
    for gold_text, found_text in zip(golds, found, strict=True):
        gold, words = WORD.findall(gold_text), WORD.findall(found_text)
        precision, recall = overlap(shingles(gold), shingles(words))
        p, r = overlap(Counter(word.lower() for word in gold), Counter(word.lower() for word in words))
        rows.append((precision, recall, float(gold == words), 2 * p * r / (p + r) if p + r else 0.0))
    return np.array(rows)


def figures(texts: Iterable[tuple[str, str]]) -> Figures:
    """Of pairs of the gold and what was found."""
    golds, found = zip(*texts, strict=True)
    rows = paired_scores(golds, found)
    precision, recall, exact, words = rows.mean(axis=0).tolist()
    return Figures(len(rows), precision, recall, exact, words)


def measured(chosen: Sequence[tuple[Page, list[int]]]) -> str:
    """Figures by set, from the blocks kept; a variant is measured against the blocks labelled as gold."""
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for page, kept in chosen:
        texts = page.outline.texts
        gold = "\n".join(texts[i] for i in np.flatnonzero(page.labels > 0.5)) if page.variant else page.gold.get("text") or ""
        pairs[page.set].append((gold, "\n".join(texts[i] for i in kept)))
    return "; ".join(f"{name} {figures(texts)}" for name, texts in pairs.items())


def flat(text: str) -> str:
    return " ".join(text.split())
