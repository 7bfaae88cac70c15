"""What no attack is done to, whatever stands beside it: the place where it is, those who do it, what it is done with."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.document import Token
from agents.tag.parties import Phrase
from agents.tag.rules import Part
from agents.tag.triggers import Trigger
from agents.tag.whereabouts import SIDES
from agents.tag.words import words
from schemas.plover import EventType

_ASSAULT = EventType.ASSAULT
_WHERE = words("in at near outside around inside from across along off")
_WEAPONS = words(
    "rocket rockets missile missiles shell shells bullet bullets shot shots round rounds grenade grenades mortar mortars bomb "
    "bombs stone stones rock rocks bottle bottles brick bricks eggs firebomb firebombs fireworks projectiles drones gunfire fire "
    "artillery gas cannon canisters machete machetes knife knives sticks clubs batons truncheons spears arrows axes "
    "hammers swords guns rifles pistols firearms weapons"
)
_PARTS_OF_SAYINGS = words("power control part fire aim responsibility")
_SENT_OFF = words("fire launch lob hurl throw land rain pelt shoot drop lobbed")
"""Verbs whose object is what an attack is made with."""


def is_no_victim(trigger: Trigger, phrase: Phrase, tokens: Sequence[Token], before: int, preposition: str) -> bool:
    """`before`: the token of what governs the phrase, `preposition` where that is one and not the trigger's own."""
    assault = trigger.type is _ASSAULT
    told = trigger.reading is not None or trigger.pattern.part is Part.FIXED
    if assault and phrase.first == phrase.last and tokens[phrase.last].lower in _PARTS_OF_SAYINGS:
        return True  # "took power"
    if phrase.place and assault and told:
        if preposition in _WHERE:
            return True  # "a depot in Wattegama"
        if preposition == "of" and before and tokens[before - 1].lower in SIDES:
            return True  # "near the village of Kolbari"
    if preposition == "by" and phrase.last < trigger.first:
        return True  # "shelling by the army killed nine"
    sent = trigger.pattern.lemma.split()[0] in _SENT_OFF
    return sent and assault and is_weapon(tokens[phrase.last])


def is_weapon(token: Token) -> bool:
    """Whether a word names what is thrown or fired at somebody."""
    return token.lower in _WEAPONS
