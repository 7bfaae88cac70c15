"""How much an event matters in its article, and how sure its coding is."""

from __future__ import annotations

import math

from agents.tag.clauses import between
from agents.tag.merge import Candidate
from agents.tag.rules import Strength
from agents.tag.told import Told
from schemas.plover import QUAD_CLASS, Auxiliary, EventType

_FUTURE, _HISTORICAL = Auxiliary.FUTURE, Auxiliary.HISTORICAL
_ASSAULT = EventType.ASSAULT

_BASE = {Strength.CORE: 0.85, Strength.STRONG: 0.62, Strength.OPERATOR: 0.6, Strength.EFFECT: 0.6, Strength.WEAK: 0.4}
"""Precision of a class of trigger in running news, without a gate; verbs. Nouns are less sure."""
_DEEDS = {EventType.ASSAULT: 0.4, EventType.PROTEST: 0.4}
_WORDS = -0.1
"""What several sentences are about: rather violence and protest than what is said of them. Fitted on read snippets of CASE 2021
and PLOVER's sentences, rounded; within one sentence the outermost act decides and this says nothing."""
_WHOLE = 8
"""Sentences from which on an article is more than a brief, in which the first sentence tells little more than the last."""
_EARLY = {False: 0.5, True: 1.5}
"""What the beginning weighs, in a brief and in an article. The sentence of the first event has .37 of the words for who and what in
Giveme5W1H, and .33 where the beginning weighs the same in both."""
_MAIN_NOUN = 0.5
"""A noun of the first clause, of what its verb would count: "a blockade of the port after the killing of two sailors"."""
_NOUN = 0.12


def weight_of(told: Told) -> float:
    """How far the words alone can be trusted, 0 to 1."""
    weight = _BASE[told.strength] - (0 if told.trigger.verb else _NOUN)
    reading = told.trigger.reading
    if reading is not None and not reading.finite:
        weight -= 0.05
    if _FUTURE in told.auxiliary or _HISTORICAL in told.auxiliary:
        weight -= 0.05
    return max(0.05, weight)


def confidence_of(event: Candidate) -> float:
    """The words' own weight, raised by who, where and when, and by being told again. Of what is only said nobody asks where."""
    placed = event.own_place or (event.place is None and "verbal" in QUAD_CLASS[event.type])
    known = (event.actor is not None) + (event.recipient is not None) + placed + (event.date is not None)
    return round(min(0.99, event.weight + 0.04 * known + 0.02 * min(3, len(event.mentions))), 3)


def salience_of(event: Candidate, title: frozenset[str], sentences: int) -> float:
    """What orders the events of an article: trust, how early, how often, and how much of the headline it shares.

    `title`: the headline's words, those of the closed classes left out."""
    sentence = event.told.trigger.sentence
    early = 1.0 - sentence.index / max(1, sentences)
    lower = sentence.words
    trigger = event.told.trigger
    words_of_event = {*lower[trigger.first : trigger.last + 1]}
    for party in (event.actor, event.recipient):
        if party:
            words_of_event.update(party.text.lower().split())
    if event.place and event.own_place:
        words_of_event.update(event.place.name.lower().split())
    shared = len(words_of_event & title)
    inside = 1.0 - trigger.head / max(1, len(lower))
    main = _main_clause(event)
    score = (
        0.5 * main
        + confidence_of(event)
        + _EARLY[sentences >= _WHOLE] * early
        + 0.3 * min(3, shared)
        + 0.08 * math.log1p(len(event.mentions))
        + 0.25 * inside
    )
    if sentences > 1:
        score += _DEEDS.get(event.type, _WORDS if "verbal" in QUAD_CLASS[event.type] else 0.0)
    if event.type is _ASSAULT and event.counts:
        score += 0.1
    if _HISTORICAL in event.told.auxiliary:
        score -= 0.2
    return score


def _main_clause(event: Candidate) -> float:
    """1 for the verb of a sentence's first clause, less for a noun in it, 0 for what a later clause or a gerund tells."""
    trigger = event.told.trigger
    if between(trigger.sentence, -1, trigger.head):
        return 0.0
    if trigger.reading is None:
        return _MAIN_NOUN
    return float(trigger.reading.finite)
