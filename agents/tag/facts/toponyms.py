"""Whether a name of the gazetteer is a place where it stands: Paris is, "Paris Hilton" and "Lady" are not.

A logistic regression over what the name is (kind, population, share of namesakes), what stands around it, and what the name model
(`tagger`) says of its words. `data/toponyms.npz` holds its weights; `ops/training/places/` trains it.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from itertools import repeat
from typing import cast

import numpy as np

from agents.tag.facts.toponym_features import NAMES_OF, Aspects, Part, prefixes_of


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    with (files(__package__) / "data" / "toponyms.npz").open("rb") as file, np.load(file) as arrays:
        return dict(zip(arrays["features"].tobytes().decode().split("\n"), arrays["weights"].tolist(), strict=True))


@lru_cache(maxsize=1)
def _weights_by_prefix() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for name, weight in _weights().items():
        prefix, is_word, word = name.partition("=")
        if is_word:
            found.setdefault(f"{prefix}=", {})[word] = weight
    return found


@lru_cache(maxsize=20)
def _weights_of_words(group: str) -> list[dict[str, float]]:
    """By word, for each of the prefixes of a group."""
    return [_weights_by_prefix().get(prefix, {}) for prefix in prefixes_of(group)]


_remembered: tuple[dict[Part, float], ...] = tuple({} for _ in NAMES_OF)
"""For each kind of part the sums of the weights of its features."""
_MOST_REMEMBERED = 20_000


def score(aspects: Aspects) -> float:
    """Of a candidate: the logarithm of the odds that it is a place."""
    parts, group, words = aspects
    weights = [*map(dict.get, _remembered, parts), *map(dict.get, _weights_of_words(group), words, repeat(0.0))]
    if None in weights:
        return sum([_learn(n, parts[n]) if weight is None else weight for n, weight in enumerate(weights)])
    return sum(cast("list[float]", weights))


def _learn(n: int, part: Part) -> float:
    remembered, weights = _remembered[n], _weights()
    if len(remembered) >= _MOST_REMEMBERED:
        remembered.clear()
    weight = remembered[part] = sum([weights.get(name, 0.0) for name in NAMES_OF[n](*part)])
    return weight
