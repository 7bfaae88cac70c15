"""Whom an expression holds in its gap: "took | nine clerks | hostage", "set | a market | on fire"."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.document import Sentence
from agents.tag.nouns import INTANGIBLE, kind_of
from agents.tag.parties import Phrase
from agents.tag.triggers import Trigger
from agents.tag.words import LINKS, Tag
from schemas.plover import EventType

_TO_WHOM = frozenset({EventType.ACCUSE, EventType.ASSAULT, EventType.COERCE, EventType.RETREAT, EventType.SANCTION})
"""Types whose expressions hold whom it is done to in their gap."""


def holds_whom(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the gap of an active verb's expression names whom it is done to; not "voted | on Friday | to remove"."""
    gap, reading = trigger.gap, trigger.reading
    if not gap or reading is None or reading.passive or not reading.finite or trigger.type not in _TO_WHOM:
        return False
    return sentence.tokens[gap[0]].tag not in LINKS


def held_in_gap(trigger: Trigger, candidates: Sequence[Phrase], sentence: Sentence) -> Phrase | None:
    """The last whom a gap before a preposition names, with all its words, where it is somebody or something."""
    gap = trigger.gap
    if not holds_whom(trigger, sentence) or sentence.tokens[gap[-1] + 1].tag is not Tag.PREPOSITION:
        return None  # "suspended its | air | campaign"
    inside = [phrase for phrase in candidates if phrase.first in gap and phrase.last in gap]
    held = max(inside, key=lambda phrase: (phrase.last, phrase.last - phrase.first), default=None)
    return None if held is None or kind_of(sentence.words[held.last]) in INTANGIBLE else held
