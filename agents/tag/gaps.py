"""Whom an expression holds in its gap: "took | nine clerks | hostage", "set | a market | on fire"."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.document import Sentence
from agents.tag.nouns import kind_of
from agents.tag.parties import Phrase
from agents.tag.triggers import Trigger
from agents.tag.words import Tag
from schemas.plover import EventType

_TO_WHOM = frozenset({EventType.ACCUSE, EventType.ASSAULT, EventType.COERCE, EventType.RETREAT, EventType.SANCTION})
"""Types whose expressions hold whom it is done to in their gap."""
_LINKS = frozenset({Tag.PREPOSITION, Tag.TO})
_NOBODY = frozenset({"time", "act", "abstract", "message"})
"""Kinds of nouns to which nothing of the kind is done."""


def holds_whom(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the gap of an active verb's expression names whom it is done to; not "voted | on Friday | to remove"."""
    gap, reading = trigger.gap, trigger.reading
    if not gap or reading is None or reading.passive or not reading.finite or trigger.type not in _TO_WHOM:
        return False
    return sentence.tokens[gap[0]].tag not in _LINKS


def held_in_gap(trigger: Trigger, candidates: Sequence[Phrase], sentence: Sentence) -> Phrase | None:
    """The last that a gap before a preposition names, with all its words, where it is somebody or something."""
    if sentence.tokens[trigger.gap[-1] + 1].tag is not Tag.PREPOSITION:
        return None  # "suspended its | air | campaign"
    inside = [phrase for phrase in candidates if phrase.first in trigger.gap and phrase.last in trigger.gap]
    if not inside:
        return None
    held = max(inside, key=lambda phrase: (phrase.last, phrase.last - phrase.first))
    return None if kind_of(sentence.words[held.last]) in _NOBODY else held
