"""What an article is about where it is no news of violence: a match, a work of art, the markets, a disease, a device.

Each of these has words that it shares with war: a side attacks, a critic savages, shares are hammered, a virus invades.
"""

from __future__ import annotations

from collections.abc import Set
from functools import cache
from itertools import chain

from agents.tag.document import Document, Sentence
from agents.tag.lexicon import Lexicon, load
from agents.tag.rules import Strength
from agents.tag.words import words
from schemas.plover import EventType

_ASSAULT = EventType.ASSAULT
_CORE = Strength.CORE

_SHARE = 0.4
"""Share of an article's sentences with a word of its matter from which on it is about that."""
_FEWEST = {"sport": 3, "art": 4, "markets": 4, "medicine": 4, "gadgets": 4, "food": 5}
"""Classes of the lexicon, and different words of each from which on an article is about it."""
_WIDER = {"sport": "sporting", "art": "staging"}
"""Classes of words that count for the share alone: other matters have them, too."""
_OF_FORCE = words(
    "police policeman policemen officers gunman gunmen bomb bombs bomber bombing soldiers troops army military militants militant "
    "rebels terrorist terrorists arrested charged prosecutors court murder murdered hostages stabbed stabbing shooting gunfire "
    "missile missiles drone drones attackers attacker war civilians wounded"
)
"""What of force an article on anything else may tell: a bomb outside the stadium."""
_OF_POWER = words(
    "government minister ministers ministry president premier parliament court judge tribunal federation fifa uefa ioc committee "
    "commission union unions mayor governor senate congress embassy sanctions visa visas boycott"
)
"""And of those who hold power, or are held by it."""
_PLAYED = frozenset({"sport", "food"})
"""Matters whose articles are full of words of every other kind: "the referee rejected his appeals", "capture them in a bowl"."""


def matter_of(document: Document, lexicon: Lexicon) -> str | None:
    """The matter that an article is about, or None where it is news of anything."""
    said = _words().intersection(chain.from_iterable([sentence.words for sentence in document.sentences]))
    for name, fewest in _FEWEST.items():
        own = lexicon.classes[name].single
        if len(said & own) < fewest:
            continue
        wider: Set[str] = own | lexicon.classes[_WIDER[name]].single if name in _WIDER else own
        if sum(not wider.isdisjoint(sentence.words) for sentence in document.sentences) >= _SHARE * len(document.sentences):
            return name
    return None


@cache
def _words() -> frozenset[str]:
    """Of all matters: of the words of an article only these are looked at for each."""
    return frozenset[str]().union(*(load().classes[name].single for name in _FEWEST))


def _tells_of_force(sentence: Sentence, strength: Strength, matter: str) -> bool:
    """Whether an attack in an article on such a matter is one of force. In the report of a match no word alone is sure of it."""
    return not _OF_FORCE.isdisjoint(sentence.words) or (strength is _CORE and matter in ("markets", "medicine"))


def _tells_of_power(sentence: Sentence, matter: str) -> bool:
    """Whether what is no attack is meant in an article on such a matter."""
    if matter not in _PLAYED:
        return True
    said = sentence.words
    return not (_OF_POWER.isdisjoint(said) and _OF_FORCE.isdisjoint(said))


def is_meant(event_type: EventType, strength: Strength, sentence: Sentence, matter: str) -> bool:
    """Whether what a sentence tells is an event in an article on such a matter."""
    if event_type is _ASSAULT:
        return _tells_of_force(sentence, strength, matter)
    return _tells_of_power(sentence, matter)
