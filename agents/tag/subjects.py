"""The subject of a verb, found by what stands before it: no parser."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag import parties
from agents.tag.chunks import looks_verbal
from agents.tag.clauses import clause_of
from agents.tag.parties import Phrase
from agents.tag.relatives import has_aside, in_aside
from agents.tag.triggers import Trigger
from agents.tag.words import RELATIVES, SAYING, Tag


def group_start(trigger: Trigger, start: int) -> int:
    """The first token of the verb group, the order that it depends on included: "have been ordered to be expelled"."""
    tokens = trigger.sentence.tokens
    if start and tokens[start - 1].lower in ("ordered", "sentenced", "directed", "condemned"):
        start -= 1
        while start and tokens[start - 1].tag in (Tag.AUXILIARY, Tag.MODAL, Tag.ADVERB, Tag.NOT):
            start -= 1
    return start


def subject_of(trigger: Trigger, phrases: Sequence[Phrase], start: int, reduced: bool) -> Phrase | None:
    tokens = trigger.sentence.tokens
    if reduced:
        return next((phrase for phrase in reversed(phrases) if phrase.last < start and start - phrase.last <= 3), None)
    if not RELATIVES.isdisjoint(trigger.sentence.words):
        aside = next((phrase for phrase in phrases if has_aside(phrase, trigger.sentence)), None)
        if aside is not None and any(in_aside(phrase, start, trigger.sentence) for phrase in phrases):
            return aside
    first, _ = clause_of(trigger.sentence, start)
    if start > first + 1 and tokens[start - 1].lower in ("and", "or"):
        verb = next((i for i in range(start - 2, first - 1, -1) if _is_verb(trigger, i)), None)
        if verb is not None:  # "entered the village and killed two": who killed is who entered
            start = verb
    if "that" in trigger.sentence.words[first + 1 : start]:
        that = next(i for i in range(start - 1, first, -1) if tokens[i].lower == "that")
        antecedent = next((phrase for phrase in phrases if phrase.last == that - 1), None)
        if antecedent is not None and first_free(trigger, phrases, that + 1, start) is None:
            return antecedent
    if tokens[first].tag is Tag.RELATIVE:
        inner = first_free(trigger, phrases, first + 1, start)
        return inner or next((phrase for phrase in reversed(phrases) if phrase.last < first), None)
    begin = first
    for i in range(first, start):
        if (tokens[i].lower in SAYING or (tokens[i].lower == "that" and tokens[i].tag is Tag.SUBORDINATOR)) and any(
            i < phrase.first and phrase.last < start for phrase in phrases
        ):
            begin = i + 1
    found = first_free(trigger, phrases, begin, start)
    if found is not None or (start and tokens[start - 1].tag is Tag.PRONOUN):
        return found
    reading = trigger.reading
    if reading is not None and not reading.finite and first > 0:
        return first_free(trigger, phrases, 0, first)
    if tokens[first].tag is Tag.CONJUNCTION:
        previous, _ = clause_of(trigger.sentence, first - 1)
        return first_free(trigger, phrases, previous, first)
    return None


def _is_verb(trigger: Trigger, i: int) -> bool:
    tokens = trigger.sentence.tokens
    return tokens[i].tag in (Tag.AUXILIARY, Tag.MODAL) or looks_verbal(tokens, i)


def first_free(trigger: Trigger, phrases: Sequence[Phrase], begin: int, end: int) -> Phrase | None:
    """The first phrase between the tokens that no preposition governs."""
    tokens = trigger.sentence.tokens
    inside = (phrase for phrase in phrases if begin <= phrase.first and phrase.last < end)
    return next((phrase for phrase in inside if not parties.governed(tokens, phrase)), None)


def noun_before(trigger: Trigger, phrases: Sequence[Phrase], start: int, taken: frozenset[int]) -> Phrase | None:
    """The grammatical subject that stands right before a verb, in words that the lexicon doesn't know: "ethnic Turks began"."""
    tokens = trigger.sentence.tokens
    at = start - 1
    for _ in range(3):
        found = parties.chunk(tokens, at, -1, taken, phrases)
        if found is None or not parties.governed(tokens, found):
            return found if found is None or not found.place or found.country else None
        at = next((i for i in range(found.first - 1, -1, -1) if tokens[i].tag is Tag.PREPOSITION), 0) - 1
    return None


def aux_start(trigger: Trigger, i: int) -> int:
    """The first token of the verb group that ends at token `i`."""
    tokens = trigger.sentence.tokens
    while i and tokens[i - 1].tag in (Tag.AUXILIARY, Tag.MODAL, Tag.ADVERB):
        i -= 1
    return i
