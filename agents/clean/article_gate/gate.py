"""Is a page an article at all? A small learned answer over its features.

The model is committed as numbers, written by `ops/training/article/train.py`; the card beside it tells data and figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
import orjson

from agents.clean.body.trees import Trees
from agents.clean.refusal import Refusal
from schemas.rejection import RejectionReason

MODEL = Path(__file__).with_name("model.json")
MOSTLY_TEXT = 0.6
"""Share of a page's characters that its body is, and of the body's paragraphs that are sentences."""
ONE_SHOP_WORD = 0.7
"""log(1 + 1): `sign up` alone sells nothing."""
MOSTLY_LINKED = 0.5
SEVERAL = 1.38
"""log(1 + 3): as many headings as a list of teasers has."""


@cache
def _load() -> tuple[Trees, float]:
    model = orjson.loads(MODEL.read_bytes())
    return Trees(**model["trees"]), model["threshold"]


def warm_up() -> None:
    """Reads the model, so that the first page needn't wait for it."""
    _load()


def likelihood(features: Mapping[str, float]) -> float:
    """That the page is an article, 0 to 1."""
    trees, _ = _load()
    return float(trees.probability(np.array([[features[name]] for name in trees.columns], np.float32))[0])


def not_an_article(features: Mapping[str, float]) -> Refusal | None:
    """A refusal where the page's features say so."""
    found = likelihood(features)
    if found >= _load()[1] or _nothing_but_text(features):
        return None
    return Refusal(RejectionReason.NOT_AN_ARTICLE, f"looks like a listing, a product or a service: {found:.0%} an article")


def _nothing_but_text(features: Mapping[str, float]) -> bool:
    """A plain page with a story on it and hardly anything else: the model learned from today's large sites alone."""
    lists = features["linked headings"] > MOSTLY_LINKED and features["headings"] >= SEVERAL
    sells = features["prices"] > 0 or features["shop words"] > ONE_SHOP_WORD
    return features["share kept"] >= MOSTLY_TEXT and features["share of sentences"] >= MOSTLY_TEXT and not sells and not lists
