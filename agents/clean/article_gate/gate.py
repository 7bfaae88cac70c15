"""Is a page an article at all? A small learned answer over its features and words.

The model is committed as numbers, written by `ops/training/article/train.py`; the card beside it tells data and figures.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Set
from functools import cache
from pathlib import Path

import numpy as np
import orjson

from agents.clean.article_gate.features import NEWS, PATH_WORDS, SITE, addressing, features
from agents.clean.article_gate.outright import outright
from agents.clean.article_gate.plain_page import nothing_but_text
from agents.clean.article_gate.wording import load_wording, score, wording
from agents.clean.article_node import ARTICLE_TYPES
from agents.clean.body import Body
from agents.clean.body.trees import Trees
from agents.clean.jsonld import types
from agents.clean.metadata import Declared, Metadata
from agents.clean.refusal import Refusal
from schemas.rejection import RejectionReason

MODEL = Path(__file__).with_name("model.json")
WORDING = 0.8
"""Of the words' log odds, that are added to those of the trees: the trees have not learned how sure the words are."""
UNSIGNED = 0.2
"""Likelihood of an article from which a page is one that tells neither who wrote it nor when. Out of fold it costs one article of
915 and refuses four non-articles of 373; at .3 it would be four and ten, at .67 ten and thirty."""
UNDECLARED = 0.4
"""The same of a page that does not declare to be an article either. At .7 it would cost five of 915 articles more, out of fold
(firms that tell of themselves, a dictionary, a webcam), and refuse 17 of 323 non-articles more."""
ADDRESSED = 5.0
"""Words like `we` and `your` in a thousand characters of a plain page from which it speaks to customers."""
STORY = 150
"""Words of a story that nobody would take for a teaser."""


@cache
def _load() -> tuple[Trees, float]:
    model = orjson.loads(MODEL.read_bytes())
    return Trees(**model["trees"]), model["threshold"]


def warm_up() -> None:
    """Reads the model, so that the first page needn't wait for it."""
    _load()
    load_wording()


def likelihood(values: Mapping[str, float], words: float) -> float:
    """That the page is an article, 0 to 1, from its features and the score of its words."""
    trees, _ = _load()
    column = np.fromiter(map(values.__getitem__, trees.columns), np.float32, len(trees.columns))
    odds = float(trees.odds(column[:, None])[0])
    return 1 / (1 + math.exp(-odds - WORDING * words))


def not_an_article(body: Body, declared: Declared, metadata: Metadata) -> Refusal | None:
    """A refusal where the page itself says so, or its features and words do."""
    signed = body.words >= STORY and metadata.published is not None and bool(metadata.authors)
    if signed and _declares(NEWS, declared):
        return None
    plain = nothing_but_text(body)
    if refusal := outright(declared, plain=plain):
        return refusal
    if signed and _is_called_article(declared):
        return None
    unsigned = metadata.published is None and not metadata.authors
    if plain and (not unsigned or addressing(body.text) < ADDRESSED):
        return None
    values = features(body, declared, metadata)
    found = likelihood(values, score(wording(body, declared)))
    declared_one = values["article type"] or values["og article"] or values["article metas"]
    least = UNSIGNED if declared_one else UNDECLARED
    if found >= (least if unsigned else _load()[1]):
        return None
    return Refusal(RejectionReason.NOT_AN_ARTICLE, f"looks like a listing, a product or a service: {found:.0%} an article")


def _is_called_article(declared: Declared) -> bool:
    """Whether a page declares an article of whatever kind, and its address names nothing else. Of 454 such pages of the sets of
    articles that hold a story, say who wrote it, and when, none is refused; of 323 pages of other types two are such pages."""
    if PATH_WORDS.search(SITE.sub("", declared.url)):
        return False
    return declared.markup.meta("og:type").lower() == "article" or _declares(ARTICLE_TYPES, declared)


def _declares(kinds: Set[str], declared: Declared) -> bool:
    """Whether a page declares to be of one of some types of schema.org."""
    return any(not kinds.isdisjoint(types(node)) for node in declared.markup.nodes)
