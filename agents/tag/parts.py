"""The parts of a sentence with a verb of their own that tell of another time and place: "refused to reopen the talks | that broke
down in Lyon on Friday", "closed its border | after a mine killed two in Lima"."""

from __future__ import annotations

from agents.tag.chunks import looks_verbal
from agents.tag.document import Sentence
from agents.tag.relatives import is_relative, opens_contact_clause
from agents.tag.words import NOUNS, PRONOUNS, RELATIVES, Tag, words

MAIN = -1
_OPENING = words("after before since because although though until whereas unless")
"""Subordinators of what happened at another time; what is told with "when" or "as" happened at once."""
_MAY_OPEN = _OPENING | RELATIVES | PRONOUNS | words("where that whose")
"""What a part begins with."""
_AT_ONCE = words("hours minutes moments shortly soon")
"""Before "after": "hours after police raided it" is the same day."""
_PASTS = words("shot hit hurt put set cut beat split cost let shut")
_VERBS = frozenset({Tag.AUXILIARY, Tag.MODAL})


def part_of(sentence: Sentence, token: int) -> int:
    """The first token of the part that a token stands in, which tells it from the others; MAIN outside of all."""
    if sentence.parts is None:
        sentence.parts = parts(sentence)
    for first, end in sentence.parts:
        if first <= token < end:
            return first
    return MAIN


def is_told_apart(sentence: Sentence, deed: int, token: int) -> bool:
    """Whether a token stands in a part with "after", "because" or the like that the deed before it does not stand in."""
    part = part_of(sentence, token)
    return deed < part and sentence.words[part] in _OPENING


def parts(sentence: Sentence) -> list[tuple[int, int]]:
    """First token and end of each, from right to left, so that what lies in another comes first."""
    lower = sentence.words
    found = [(i, _end(sentence, i)) for i in range(len(lower) - 2, -1, -1) if lower[i] in _MAY_OPEN and _opens(sentence, i)]
    return [(first, end) for first, end in found if _has_verb(sentence, first, end)]


def _opens(sentence: Sentence, i: int) -> bool:
    lower = sentence.words
    if lower[i] in _OPENING:
        return i == 0 or lower[i - 1] not in _AT_ONCE
    return lower[i] == "where" or is_relative(i, sentence) or opens_contact_clause(i, sentence) or _is_apart(sentence, i)


def _is_apart(sentence: Sentence, i: int) -> bool:
    """Whether a token is a relative pronoun behind a comma."""
    return i > 0 and sentence.words[i - 1] == "," and sentence.tokens[i].tag is Tag.RELATIVE


def _end(sentence: Sentence, first: int) -> int:
    """A part between commas ends where the verb of what is around it stands, the others with the sentence."""
    lower, tokens = sentence.words, sentence.tokens
    for i in range(first + 1, len(tokens) - 1):
        if lower[i] in (";", ":") or (first == 0 and lower[i] == ","):
            return i
        if lower[i] == "," and (lower[first - 1] == "," or lower[first] in _OPENING):
            following = i + 1
            while following < len(tokens) - 1 and tokens[following].tag is Tag.ADVERB:
                following += 1
            verbal = lower[following] in _PASTS or looks_verbal(tokens, following)
            if tokens[following].tag in _VERBS or (lower[first - 1] == "," and verbal):
                return i
    return len(tokens)


def _has_verb(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a verb stands in a part; behind a subordinator before any comma: "before dawn on Sunday, killing nine" has none."""
    lower, tokens = sentence.words, sentence.tokens
    if lower[first] in _OPENING:
        end = next((i for i in range(first, end) if lower[i] == "," or tokens[i].tag is Tag.RELATIVE), end)
    return any(
        tokens[i].tag in _VERBS
        or (tokens[i].tag is Tag.WORD and (looks_verbal(tokens, i) or (lower[i] in _PASTS and tokens[i - 1].tag in NOUNS)))
        for i in range(first + 1, end)
    )
