"""What stands around a place's name: what governs it, how large the place is, and whether it only says where another one lies."""

from __future__ import annotations

from agents.tag.document import Sentence
from agents.tag.facts.places import PlaceHit
from agents.tag.parties import is_role
from agents.tag.words import Tag, words

_GENERAL = frozenset({Tag.DETERMINER, Tag.WORD, Tag.NAME, Tag.POSSESSIVE, Tag.NUMBER, Tag.ADVERB})
_SIDES = words("city town village province region district state capital outskirts suburb part parts")
_KINDS = _SIDES | words("country republic nation kingdom territory island port enclave stronghold settlement")
_COMPASS = words("north south east west northeast northwest southeast southwest north-east north-west south-east south-west")
_JOURNEYS = words("way route routes road roads flight flights journey trip trips")
_ARTICLES = ("a", "an", "the")
_LONGEST = 10
"""Words of what is said of a place's kind."""
_OWNED = 3
"""Words from a country's "s" to the place in it."""
_UNITS = words("kilometers kilometres kilometer kilometre km kms miles mile mi")


def says_of_what(sentence: Sentence, last: int, following: int) -> bool:
    """Whether a name only says where the next one lies: "the Kursk town of Sudzha", "Nigeria's northern Kaduna state"."""
    gap = sentence.words[last + 1 : following]
    tags = [token.tag for token in sentence.tokens[last + 1 : following]]
    if tags and tags[0] is Tag.POSSESSIVE and all(tag is Tag.WORD for tag in tags[1:_OWNED]) and len(tags) <= _OWNED:
        return True
    return len(gap) in (2, 3) and gap[-1] == "of" and gap[-2] in _SIDES


def says_where(sentence: Sentence, last: int, first: int) -> bool:
    """Whether a name only says where the one before it lies: "Tajikistan, a former Soviet republic in Central Asia"."""
    gap = sentence.words[last + 1 : first]
    if not 4 <= len(gap) <= _LONGEST or gap[0] != "," or gap[1] not in _ARTICLES:
        return False
    return gap[-2] in _KINDS and gap[-1] in ("in", "of", "on")


def governor(sentence: Sentence, first: int) -> str:
    """The preposition that governs a name, with the noun before an "of"; else what bounds its phrase."""
    tokens = sentence.tokens
    for i in range(first - 1, max(-1, first - 6), -1):
        token = tokens[i]
        if token.tag is Tag.PREPOSITION or token.tag is Tag.TO:
            if token.lower == "from" and i and tokens[i - 1].lower in _UNITS:
                return "distance from"
            if token.lower == "to" and i and tokens[i - 1].lower in _JOURNEYS:
                return "way to"
            if token.lower == "of" and i:
                noun = tokens[i - 1].lower
                if noun in _COMPASS:
                    return "side of"
                return "part of" if noun in _SIDES else "people of" if is_role(noun) else "of"
            return token.lower
        if token.tag not in _GENERAL:
            return token.lower if token.lower in (",", "and", "(") else token.tag.value
    return "^"


def size_of(hit: PlaceHit) -> str:
    """City, region, country, large (seas and parts of the world), or point."""
    if hit.feature.startswith("PCL"):
        return "country"
    if hit.feature.startswith("PPL"):
        return "city"
    if hit.feature in ("CONT", "OCN", "SEA") or (hit.feature == "RGN" and hit.country is None):
        return "large"
    return "region" if hit.feature.startswith(("ADM", "RGN", "AREA")) else "point"
