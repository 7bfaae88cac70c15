"""Sentences that nobody would write, of words that the rules look for: none of them stops the coder."""

from __future__ import annotations

import random
from collections.abc import Iterator

from agents.tag.lexicon import load
from agents.tag.pattern import Openings, Pattern
from tests.tag.coding import tagged

ARTICLES, SENTENCES, WORDS = 150, 25, 14
COMMON = (
    "the a of in on at by to for with and but that which who if should had were would could not no never whether after before "
    "police rebels Kyiv Lagos Nigeria French minister protesters he they it 12 dozens Sunday yesterday two"
)
MARKS = ", , ; : - – ' \" ( ) ? ! ..."


def test_no_order_of_words_stops_the_coder() -> None:
    chance = random.Random(20310312)
    lexicon = load()
    sets = [*lexicon.modality.words.values(), *lexicon.classes.values()]
    words = sorted({word for found in sets for phrase in (*found.single, *found.several) for word in phrase.split()})
    triggers = sorted({word for begin in lexicon.patterns.values() for pattern in _patterns(begin) for word in pattern.words})
    for _ in range(ARTICLES):
        sentences = []
        for _ in range(SENTENCES):
            pools = chance.choices((COMMON.split(), words, triggers, MARKS.split()), (5, 2, 3, 1), k=chance.randrange(1, WORDS))
            text = " ".join(chance.choice(pool) for pool in pools)
            end = chance.choice((". ", "? ", "! ", ". ", "\n"))  # a line may end in the middle of a sentence
            sentences.append(text[:1].upper() + text[1:] + end)
        tagged("".join(sentences))


def _patterns(begin: Openings) -> Iterator[Pattern]:
    yield from (pattern for _, pattern in begin.alone)
    yield from (pattern for gapped in begin.gaps.values() for pattern in gapped)
    for further in begin.following.values():
        yield from _patterns(further)
