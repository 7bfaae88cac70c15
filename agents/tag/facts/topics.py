"""What an article is about: IPTC Media Topics and PLOVER contexts, by seed words.

Seed words measured .86 over the seventeen top-level topics where a sentence encoder measured .58, at a thousandth of its cost.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from agents.tag.facts.contexts import words_of_contexts
from agents.tag.facts.keywords import Keywords
from agents.tag.language import primary
from schemas.event import Topic, TopicScheme

TITLE_WEIGHT = 2
"""A word of the headline counts as if it stood in the text twice more."""
FEWEST = {"top": 2.0, "below": 2.0, "context": 2.0}
"""Least weight of a topic: two different words, or one that comes back four times."""
ALONE = 1.75
"""The same where nothing weighs more: a brief has few words, of which the headline's stands in the text too."""
SHARE_OF_BEST = 0.3
"""A top-level topic is told where it weighs at least this share of the weightiest."""
_WITH_CONTEXTS = "en"
MOST = {"top": 4, "below": 5, "context": 8}


class _Label(NamedTuple):
    id: str
    label: str
    parent: str | None


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, _Label], dict[str, Keywords]]:
    """data/topics.tsv: labels by id, and the seed words of each language, those of contexts among the English ones."""
    lines = (files(__package__) / "data" / "topics.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    labels = {row[1]: _Label(row[1], row[2], None if row[3] == "-" else row[3]) for row in reversed(rows)}
    seeds: dict[str, list[tuple[str, list[str]]]] = {_WITH_CONTEXTS: [*words_of_contexts()]}
    for row in rows:
        seeds.setdefault(row[0], []).append((row[1], row[4].split(", ")))
    return labels, {code: Keywords(of_language) for code, of_language in seeds.items()}


def topics_of(title: str, text: str, language: str = "en") -> list[Topic]:
    """Topics with their scores (0 to 1), top level before second level before contexts; none in languages without seed words."""
    labels, keywords = _table()
    code = primary(language)
    if code not in keywords:
        return []
    weights = _weights(keywords[code], title, text)
    of_contexts = {name: weights.pop(name) for name in [*weights] if name not in labels}
    tops = {name: weight for name, weight in weights.items() if labels[name].parent is None}
    best = max(tops.values(), default=0.0)
    fewest = best if ALONE <= best < FEWEST["top"] else max(FEWEST["top"], SHARE_OF_BEST * best)
    chosen = _most(tops, "top", fewest)
    below = _most({name: weight for name, weight in weights.items() if labels[name].parent in chosen}, "below", FEWEST["below"])
    topics = [
        Topic(scheme=TopicScheme.IPTC, id=name, label=labels[name].label, score=_score(weights[name])) for name in [*chosen, *below]
    ]
    return topics + [
        Topic(scheme=TopicScheme.PLOVER_CONTEXT, id=name, label=name.replace("_", " "), score=_score(of_contexts[name]))
        for name in _most(of_contexts, "context", FEWEST["context"])
    ]


def _weights(keywords: Keywords, title: str, text: str) -> dict[str, float]:
    """Each different word counts one, and half a logarithm more where it comes back."""
    found = keywords.find(text)
    for name, words in keywords.find(title).items():
        counted = found.setdefault(name, {})
        for word in words:
            counted[word] = counted.get(word, 0) + TITLE_WEIGHT
    return {name: sum([1 + math.log2(count) / 2 for count in words.values()]) for name, words in found.items()}


def _most(weights: Mapping[str, float], level: str, fewest: float) -> list[str]:
    chosen = sorted((name for name, weight in weights.items() if weight >= fewest), key=lambda name: (-weights[name], name))
    return chosen[: MOST[level]]


def _score(weight: float) -> float:
    """Half at four words, towards one."""
    return round(weight / (weight + 4), 3)
