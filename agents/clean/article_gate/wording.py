"""What a page's words say of its kind: a linear score, in units of log odds that it is an article.

`Add to cart`, `our services`, `results for` tell a shop, a business, a search in a page's labels; `said` and `on Tuesday` a story
in how its text begins; `post` and `product` in what the page calls the elements that hold it. Each word has a weight for each of
the places where it can stand.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from agents.clean.article_gate.features import SITE
from agents.clean.body import Body
from agents.clean.body.names import REMEMBERED, element_words
from agents.clean.jsonld import types
from agents.clean.metadata import Declared
from agents.clean.words import words_of

MODEL = Path(__file__).with_name("wording.tsv")
PLACES = ("title", "description", "address", "heading", "label", "text", "element", "type")
DIGIT = re.compile("[0-9]")
HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
LABEL = 40
"""Characters of a label or less."""
LABELS, HEADED = 80, 20
"""Labels and headings that are looked at: the first ones."""
BEGINNING = 600
"""Characters of the text that are looked at."""
DESCRIBED = 300
"""The same of the description, and of a heading."""
MEMO = 20_000
"""Elements whose words are remembered: the pages of a site have the same."""

Words = dict[str, set[str]]
"""By place: each word once, in lower case; numbers are all the same."""


def wording(body: Body, declared: Declared) -> Words:
    """A page's words."""
    outline = body.outline
    labels: list[str] = []
    headings: list[str] = []
    for text, leaf in zip(outline.texts, outline.leaf, strict=True):
        if outline.tags[leaf] in HEADINGS:
            headings.append(text[:DESCRIBED])
        elif len(text) <= LABEL:
            labels.append(text)
    return {
        "title": _words(declared.title),
        "description": _words(declared.hints.description[:DESCRIBED]),
        "address": _words(SITE.sub("", declared.url)),
        "heading": _words("\n".join(headings[:HEADED])),
        "label": _words("\n".join(labels[:LABELS])),
        "text": _words(body.text[:BEGINNING]),
        "element": _around(body),
        "type": {f"og:{declared.markup.meta('og:type').lower()}"}.union(*map(types, declared.markup.nodes)),
    }


_element_words = lru_cache(MEMO)(element_words)


def _around(body: Body) -> set[str]:
    """The words of the names of the elements around the text's first block, and their tags."""
    found: set[str] = set()
    outline = body.outline
    element = outline.leaf[body.keep.index(True)] if True in body.keep else 0
    while element:
        names = outline.names[element]
        found |= (_element_words if len(names) <= REMEMBERED else element_words)(outline.tags[element], names)
        element = outline.parents[element]
    return found


def score(words: Words) -> float:
    """Of a page."""
    return scored(words, *load_wording())


def scored(words: Words, weights: Mapping[str, Mapping[str, float]], bias: float) -> float:
    """`weights`: by place, then by word."""
    said: list[float] = []
    for place, found in words.items():
        said += filter(None, map(weights[place].get, found))
    return bias + math.fsum(said)  # exact, hence the same in whatever order


def _words(text: str) -> set[str]:
    found = set(words_of(text))
    if text.isascii() and not DIGIT.search(text):
        return found
    numbers = {word for word in found if word[0].isdigit()}
    return (found - numbers) | {"0"} if numbers else found


@cache
def load_wording() -> tuple[dict[str, dict[str, float]], float]:
    """Read once a process: some 10 ms."""
    weights: dict[str, dict[str, float]] = {place: {} for place in PLACES}
    bias = 0.0
    number = cache(float)  # the weights have few digits: shared, they stay in the processor's caches
    for line in MODEL.read_text("utf-8").splitlines():
        place, word, weight = line.split("\t")
        if place in weights:
            weights[place][word] = number(weight)
        else:
            bias = number(weight)
    return weights, bias
