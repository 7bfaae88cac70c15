"""What the names in a page's markup say: a linear score over the words in class names, ids and tags.

`article-body` and `related-links` are words of developers, shared by thousands of sites. Each word has a weight, in units of log
odds, for each of the places where it can stand: on the element that holds the block, on its parent, on any ancestor, on the inline
element that the block starts with. Names that were generated count for nothing but the plain words in them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

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
NONE: Weights = (0.0, 0.0, 0.0, 0.0)
NO_WORDS: Mapping[str, Weights] = {}
"""Shared by the names that say nothing."""


def _parts_of(name: str) -> list[str]:
    """Of one class name or id: itself after a dot, and what it is put together from; of a generated one the plain words alone."""
    name = name[:LONGEST]
    if not name.strip(HYPHENATED):
        return [f".{name}", *name.replace("_", "-").split("-")]
    if GENERATED.search(name):
        return PLAIN.findall(name)
    return [f".{name.lower()}", *[part.lower() for part in CAMEL.findall(name)]]


def _is_word(part: str) -> bool:
    return part[:1] == "." or 2 < len(part) < 20


def element_words(tag: str, names: str) -> set[str]:
    """Of an element; its tag after `<`, unless that says nothing."""
    words = set() if tag == "div" else {f"<{tag}"}
    return words.union(*[filter(_is_word, _parts_of(name)) for name in _each(names)])


def _each(names: str) -> list[str]:
    return names.replace(",", " ").replace(";", " ").split()


@dataclass(slots=True)
class ElementScores:
    """Of an outline's m elements and n blocks, log odds; elements without blocks have none."""

    weights: list[Weights]
    """m: what the element says of its own blocks, of its children's, of all within it, of those that start with it."""
    path: list[float]
    """m: sum over the element and its ancestors."""
    inline: list[float]
    """n."""


class NameScores:
    """Scores elements; what a site's names come to is remembered, since its pages repeat them."""

    def __init__(self, weights: Mapping[str, Weights]) -> None:
        self._weights = weights
        self._of_tag = {word[1:]: {word: found} for word, found in weights.items() if word[0] == "<" and word != "<div"}
        self._of_name: dict[str, Mapping[str, Weights]] = {}
        self._of_element: dict[str, Weights] = {}

    def __call__(self, outline: Outline) -> ElementScores:
        known = self._of_element
        if len(known) > MEMO:
            known.clear()
        weights = [
            (known.get(tag + names) or self._learnt(tag, names)) if start != stop else NONE
            for tag, names, start, stop in zip(outline.tags, outline.names, outline.first, outline.end, strict=True)
        ]
        weights[0] = NONE
        path = [0.0]
        for above, (_, _, ancestor, _) in islice(zip(outline.parents, weights, strict=True), 1, None):
            path.append(path[above] + ancestor)
        return ElementScores(weights, path, self._inline(outline.inline))

    def _inline(self, starts: Sequence[str | None]) -> list[float]:
        known = self._of_element
        return [(known.get(start) or self._learnt(*_parted(start)))[3] if start else 0.0 for start in starts]

    def _learnt(self, tag: str, names: str) -> Weights:
        """The sums over an element's words, from now on remembered."""
        words = dict(self._of_tag.get(tag, NO_WORDS))  # in an order of its own: sums of a set differ from process to process
        for name in _each(names):
            known = self._of_name.get(name)
            words.update(self._words_of(name) if known is None else known)
        own = parent = ancestor = inline = 0.0
        for of_own, of_parent, of_ancestor, of_inline in words.values():
            own += of_own
            parent += of_parent
            ancestor += of_ancestor
            inline += of_inline
        found = (own, parent, ancestor, inline)
        if len(names) <= REMEMBERED:
            self._of_element[tag + names] = found
        return found

    def _words_of(self, name: str) -> Mapping[str, Weights]:
        """Those of the name's words that have weights."""
        if len(self._of_name) > MEMO:
            self._of_name.clear()
        weights = self._weights
        known = {part: weights[part] for part in _parts_of(name) if part in weights} or NO_WORDS
        if len(name) <= REMEMBERED:
            self._of_name[name] = known
        return known


def _parted(start: str) -> tuple[str, str]:
    """Tag and names of the inline element that a block starts with, the names after a space."""
    tag = start.split(" ", 1)[0]
    return tag, start[len(tag) :]
