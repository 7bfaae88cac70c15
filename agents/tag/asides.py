"""Relative clauses between commas: what stands in one is no party of the verb behind it, and what stands before it is."""

from __future__ import annotations

from agents.tag.chunks import looks_verbal
from agents.tag.document import Sentence
from agents.tag.parties import Phrase
from agents.tag.words import Tag


def in_aside(phrase: Phrase, start: int, sentence: Sentence) -> bool:
    """Whether a relative clause between commas holds the phrase, before the verb group that begins at `start`: the king in "Ross,
    who met the king, warned"."""
    tokens = sentence.tokens
    if not any(tokens[i].lower == "," and _verb_follows(sentence, i + 1) for i in range(phrase.last + 1, start)):
        return False
    for i in range(phrase.first - 1, 0, -1):
        if tokens[i].tag is Tag.RELATIVE:
            at = i - 1 if tokens[i - 1].lower != "," else i - 2  # "among whom": a preposition may stand before it
            return "," in (tokens[i - 1].lower, tokens[at].lower)
        if tokens[i].lower in (";", ":"):
            return False
    return False


def has_aside(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a relative clause between commas stands right behind the phrase: "Mladic, who led them, was jailed"."""
    following = sentence.tokens[phrase.last + 1 : phrase.last + 3]
    return len(following) == 2 and following[0].lower == "," and following[1].tag is Tag.RELATIVE


def _verb_follows(sentence: Sentence, i: int) -> bool:
    """Whether a verb group begins at a token, adverbs before it aside."""
    while i < len(sentence.tokens) and sentence.tokens[i].tag is Tag.ADVERB:
        i += 1
    return i < len(sentence.tokens) and (sentence.tokens[i].tag in (Tag.AUXILIARY, Tag.MODAL) or looks_verbal(sentence.tokens, i))
