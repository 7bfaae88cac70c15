"""What the names in a page's markup say: a linear score over the words in class names, ids and tags.

`article-body` and `related-links` are words of developers, shared by thousands of sites. Each word has a weight, in units of log
odds, for each of the places where it can stand: on the element that holds the block, on its parent, on any ancestor, on the inline
element that the block starts with. Names that were generated count for nothing but the plain words in them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agents.clean.body.walk import Outline

GENERATED = re.compile(
    r"\d[a-zA-Z]|[a-z]\d+[a-zA-Z]|[a-z][A-Z][a-z]?[A-Z]|[a-z]{2}[A-Z]{2,}|\d{4}|_[a-z0-9]*\d[a-z0-9]*$",
)
"""Digits amid letters, or capitals as no camelCase puts them: css-1x2y3z, sc-aXbYc, _3fK2a."""
PLAIN = re.compile(r"(?<![A-Za-z0-9])[a-z]{4,15}(?![A-Za-z0-9])")
CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
LONGEST = 60
MEMO = 100_000
"""Entries of a memo before it starts over."""
ROLES = ("own", "parent", "ancestor", "inline")

Weights = tuple[float, float, float, float]
NONE: Weights = (0.0, 0.0, 0.0, 0.0)


def name_words(name: str) -> tuple[str, ...]:
    """Of one class name or id: itself after a dot, and the words in it; of a generated one the plain words alone."""
    name = name[:LONGEST]
    if GENERATED.search(name):
        return tuple(PLAIN.findall(name))
    return (f".{name.lower()}", *(word.lower() for word in CAMEL.findall(name) if 2 < len(word) < 20))


def element_words(tag: str, names: str) -> set[str]:
    """Of an element; its tag after `<`, unless that says nothing."""
    words = set() if tag == "div" else {f"<{tag}"}
    for name in names.replace(",", " ").replace(";", " ").split():
        words.update(name_words(name))
    return words


@dataclass(slots=True)
class ElementScores:
    """Of an outline's m elements and n blocks, log odds."""

    own: list[float]
    """m."""
    parent: list[float]
    """m: what the element says of its children's blocks."""
    path: list[float]
    """m: sum over the element and its ancestors."""
    inline: list[float]
    """n."""


class NameScores:
    """Scores elements; what a site's names come to is remembered, since its pages repeat them."""

    def __init__(self, weights: Mapping[str, Weights]) -> None:
        self._weights = weights
        self._of_name: dict[str, tuple[str, ...]] = {}
        self._of_element: dict[str, Weights] = {}

    def __call__(self, outline: Outline) -> ElementScores:
        remembered = self._of_element
        if len(remembered) > MEMO:
            remembered.clear()
        own, parent, path = [0.0], [0.0], [0.0]
        tags, names, parents = outline.tags, outline.names, outline.parents
        for element in range(1, len(tags)):
            key = tags[element] + names[element]
            weights = remembered.get(key)
            if weights is None:
                weights = remembered[key] = self._sum(tags[element], names[element])
            own.append(weights[0])
            parent.append(weights[1])
            path.append(path[parents[element]] + weights[2])
        return ElementScores(own, parent, path, self._inline(outline.inline))

    def _inline(self, starts: Sequence[str | None]) -> list[float]:
        scores = []
        for start in starts:
            if start is None:
                scores.append(0.0)
                continue
            weights = self._of_element.get(start)
            if weights is None:
                tag, _, names = start.partition(" ")
                weights = self._of_element[start] = self._sum(tag, names)
            scores.append(weights[3])
        return scores

    def _sum(self, tag: str, names: str) -> Weights:
        words = set() if tag == "div" else {f"<{tag}"}
        for name in names.replace(",", " ").replace(";", " ").split():
            known = self._of_name.get(name)
            if known is None:
                if len(self._of_name) > MEMO:
                    self._of_name.clear()
                known = self._of_name[name] = tuple(word for word in name_words(name) if word in self._weights)
            words.update(known)
        own = parent = ancestor = inline = 0.0
        for word in words:
            weights = self._weights.get(word, NONE)
            own += weights[0]
            parent += weights[1]
            ancestor += weights[2]
            inline += weights[3]
        return own, parent, ancestor, inline
