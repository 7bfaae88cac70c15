"""What the names in a page's markup say: a linear score over the words in class names, ids and tags.

`article-body` and `related-links` are words of developers, shared by thousands of sites. Each word has a weight, in units of log
odds, for each of the places where it can stand: on the element that holds the block, on its parent, on any ancestor, on the inline
element that the block starts with. Names that were generated count for nothing but the plain words in them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from agents.clean.body.walk import Outline

GENERATED = re.compile(r"[\dA-Z_](?:(?<=\d)(?:[a-zA-Z]|\d{3})|(?<=[a-z][A-Z])[a-z]?[A-Z]|(?<=_)[a-z0-9]*\d[a-z0-9]*$)")
"""Digits amid letters, or capitals as no camelCase puts them: css-1x2y3z, sc-aXbYc, _3fK2a; begun by what is looked for at once."""
PLAIN = re.compile(r"(?<![A-Za-z0-9])[a-z]{4,15}(?![A-Za-z0-9])")
HYPHENATED = "abcdefghijklmnopqrstuvwxyz_-"
"""The characters of two names out of three: these are told apart without a look at capitals and digits."""
CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
LONGEST = 60
MEMO = 100_000
"""Entries of a memo before it starts over."""
REMEMBERED = 300
"""Characters of an element's names beyond which they are not: a page could make them as long as it likes."""
ROLES = ("own", "parent", "ancestor", "inline")

Weights = tuple[float, float, float, float]
NO_WORDS: Mapping[str, Weights] = {}
"""Shared by the names that say nothing."""


def _parts_of(name: str) -> tuple[str, list[str]]:
    """Of one class name or id: itself in lower case, and what it is put together from; of a generated one the plain words alone."""
    if len(name) > LONGEST:
        name = name[:LONGEST]
    if not name.strip(HYPHENATED):
        return name, name.replace("_", "-").split("-")
    if GENERATED.search(name):
        return "", PLAIN.findall(name)
    whole, parts = name.lower(), CAMEL.findall(name)
    return whole, parts if whole == name else [part.lower() for part in parts]


def element_words(tag: str, names: str) -> set[str]:
    """Of an element; its tag after `<`, unless that says nothing, and names as a whole after a dot."""
    words = set() if tag == "div" else {f"<{tag}"}
    for name in _each(names):
        whole, parts = _parts_of(name)
        words.update([part for part in parts if 2 < len(part) < 20])
        if whole:
            words.add(f".{whole}")
    return words


def _each(names: str) -> list[str]:
    if "," in names or ";" in names:
        names = names.replace(",", " ").replace(";", " ")
    return names.split()


@dataclass(slots=True)
class ElementScores:
    """Of an outline's m elements and n blocks, log odds."""

    weights: list[Weights]
    """m: what the element says of its own blocks, of its children's, of all within it, of those that start with it."""
    path: list[float]
    """m: sum over the element and its ancestors."""
    inline: list[float]
    """n."""


class _OfNames(dict[str, Mapping[str, Weights]]):
    """Of a name its words that have weights: found out when it is asked for."""

    def __init__(self, weights: Mapping[str, Weights]) -> None:
        super().__init__()
        self._of_part = weights
        self._of_whole = {word[1:]: found for word, found in weights.items() if word[0] == "."}

    def __missing__(self, name: str) -> Mapping[str, Weights]:
        whole, parts = _parts_of(name)
        known: dict[str, Weights] = {}
        if found := self._of_whole.get(whole):
            known[f".{whole}"] = found
        weights = self._of_part
        for part in parts:
            if found := weights.get(part):
                known[part] = found
        if len(name) <= REMEMBERED:
            self[name] = known or NO_WORDS
        return known


class _OfElements(dict[tuple[str, str], Weights]):
    """Of an element, by its tag and names, the sums over its words: computed when it is asked for."""

    def __init__(self, weights: Mapping[str, Weights]) -> None:
        super().__init__()
        self._of_tag = {word[1:]: {word: found} for word, found in weights.items() if word[0] == "<" and word != "<div"}
        self._of_name = _OfNames(weights)

    def __missing__(self, element: tuple[str, str]) -> Weights:
        tag, names = element
        words = dict(self._of_tag.get(tag, NO_WORDS))  # in an order of its own: sums of a set differ from process to process
        of_name = self._of_name
        for name in _each(names):
            words |= of_name[name]
        own = parent = ancestor = inline = 0.0
        for of_own, of_parent, of_ancestor, of_inline in words.values():
            own += of_own
            parent += of_parent
            ancestor += of_ancestor
            inline += of_inline
        sums = (own, parent, ancestor, inline)
        if len(names) <= REMEMBERED:
            self[element] = sums
        return sums

    def start_over(self) -> None:
        """Where much is remembered."""
        for memory in (self, self._of_name):
            if len(memory) > MEMO:
                memory.clear()


class NameScores:
    """Scores elements; what a site's names come to is remembered, since its pages repeat them."""

    def __init__(self, weights: Mapping[str, Weights]) -> None:
        self._known = _OfElements(weights)

    def __call__(self, outline: Outline) -> ElementScores:
        known = self._known
        known.start_over()
        weights = list(map(known.__getitem__, zip(outline.tags, outline.names, strict=True)))
        path = [0.0]
        add = path.append
        for above, ancestor in islice(zip(outline.parents, map(itemgetter(2), weights), strict=True), 1, None):
            add(path[above] + ancestor)
        return ElementScores(weights, path, [known[_parted(start)][3] if start else 0.0 for start in outline.inline])


def _parted(start: str) -> tuple[str, str]:
    """Tag and names of the inline element that a block starts with, the names after a space."""
    tag, _, names = start.partition(" ")
    return tag, names
