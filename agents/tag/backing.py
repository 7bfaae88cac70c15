"""Words that violence shares with business, sport and gardens are events only beside what tells of force: attack, fight, battle."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.circumstances import Facts, within
from agents.tag.document import Sentence
from agents.tag.facts.names import ActorHit
from agents.tag.lexicon import Lexicon
from agents.tag.role_words import is_person
from agents.tag.rules import Strength
from agents.tag.told import Told
from agents.tag.triggers import Trigger
from agents.tag.words import Tag, words
from schemas.plover import EventType

_ASSAULT = EventType.ASSAULT
_STRONG = Strength.STRONG

_ATTACK = "attack"
_SHARED = words("attack fight battle hit strike target batter pound storm combat onslaught offensive clash retaliate")
"""A group of the lexicon, and lemmas of it."""
_CLASSES = ("force", "armed", "weaponry", "captive", "territory")
_FORCE = words(
    "police policeman officers officer gunman gunmen attackers assailants attacker suspect suspects arrested wounded "
    "injured killed dead death deaths victims victim hostage hostages casualties terror terrorist terrorists extremists "
    "wounds bloodshed curfew ceasefire truce violence violent armed mob riot rioters raiders bandits knife machete embassy "
    "mosque church synagogue refugees civilians condemned condemns"
)
_THEM = words("us them him her me you")
_AGAINST = words("on against at in near")


def is_backed(event: Told, sentence: Sentence, facts: Facts, lexicon: Lexicon, core: bool) -> bool:
    """Whether an attack is likely one of force; `core`: the article tells of violence in words that have no other sense."""
    trigger = event.trigger
    if event.type is _ASSAULT and trigger.pattern.lemma == "clash" and _is_over(trigger):
        return not _FORCE.isdisjoint(trigger.sentence.words) or not lexicon.classes["armed"].single.isdisjoint(
            trigger.sentence.words
        )
    if core or event.type is not _ASSAULT or trigger.group.name != _ATTACK or event.strength is not _STRONG:
        return True
    if event.mode is not None or event.joined or trigger.pattern.lemma not in _SHARED:
        return True
    lower = frozenset(sentence.words)
    if not _FORCE.isdisjoint(lower) or any(not lexicon.classes[name].single.isdisjoint(lower) for name in _CLASSES):
        return True
    if within(facts.places, sentence.start, sentence.end):
        return True
    return _hits_somebody(trigger) or _names_somebody(within(facts.actors, sentence.start, sentence.end))


def _is_over(trigger: Trigger) -> bool:
    """Whether it says over what: "clashed over the budget" with words, unless the sentence tells of force."""
    return "over" in trigger.sentence.words[trigger.last + 1 : trigger.last + 3]


def _hits_somebody(trigger: Trigger) -> bool:
    """Whether the object, or the subject of a passive, is somebody: "attacked a teacher"."""
    tokens = trigger.sentence.tokens
    if trigger.reading is not None and trigger.reading.passive:
        nouns = tokens[max(0, trigger.reading.start - 4) : trigger.reading.start]
    else:
        nouns = tokens[trigger.last + 1 : trigger.last + 5]
        if nouns and nouns[0].tag is Tag.PREPOSITION and nouns[0].lower not in _AGAINST:
            return False
    if nouns and nouns[0].lower in _THEM:
        return True
    return any(token.tag is Tag.WORD and is_person(token.lower) for token in nouns)


def _names_somebody(actors: Sequence[ActorHit]) -> bool:
    return any(hit.kind.value in ("government", "group") for hit in actors)
