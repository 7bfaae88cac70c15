"""How good a choice of blocks is: the measures that the benchmarks publish.

Four-word shingles, precision and recall averaged over pages (article-extraction-benchmark), the share of pages with exactly the
gold's words, and word F1 averaged over pages (WCXB).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np

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


def measured(chosen: Sequence[tuple[Page, list[int]]]) -> str:
    """Figures by set, from the blocks kept; a variant is measured against the blocks labelled as gold."""
    rows: dict[str, list[tuple[float, float, float, float]]] = defaultdict(list)
    for page, kept in chosen:
        texts = page.outline.texts
        found = WORD.findall("\n".join(texts[i] for i in kept))
        gold_text = page.gold.get("text") if not page.variant else "\n".join(texts[i] for i in np.flatnonzero(page.labels > 0.5))
        gold = WORD.findall(gold_text or "")
        precision, recall = overlap(shingles(gold), shingles(found))
        p1, r1 = overlap(Counter(w.lower() for w in gold), Counter(w.lower() for w in found))
        rows[page.set].append((precision, recall, float(gold == found), 2 * p1 * r1 / (p1 + r1) if p1 + r1 else 0.0))
    parts = []
    for name, values in rows.items():
        precision, recall, exact, words = np.array(values).mean(axis=0)
        f1 = 2 * precision * recall / (precision + recall)
        parts.append(f"{name} {len(values)}: F1 {f1:.4f} P {precision:.3f} R {recall:.3f} exact {exact:.3f} words {words:.4f}")
    return "; ".join(parts)
