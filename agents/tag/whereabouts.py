"""What stands around a place's name: what governs it, how large the place is, and whether it only says where another one lies."""

from __future__ import annotations

from agents.tag.document import Sentence
from agents.tag.facts.places import PlaceHit
from agents.tag.role_words import is_role
from agents.tag.words import LINKS, Tag, words

STRONG = words("in at near outside around across inside throughout within along off")
_GENERAL = frozenset({Tag.DETERMINER, Tag.WORD, Tag.NAME, Tag.POSSESSIVE, Tag.NUMBER, Tag.ADVERB})
SIDES = words("city town village province region district state capital outskirts suburb part parts centre center heart middle")
REGIONS = words("region province state governorate oblast department county prefecture")
_KINDS = SIDES | words("country republic nation kingdom territory island port enclave stronghold settlement")
_COMPASS = words("north south east west northeast northwest southeast southwest north-east north-west south-east south-west")
_BETWEEN = _KINDS | words(
    "of , the eastern western northern southern central northeastern northwestern southeastern southwestern north south east west "
    "north-eastern north-western south-eastern south-western border coastal port mountainous restive troubled war-torn second "
    "third largest biggest main commercial industrial second-largest second-biggest"
)
"""What may stand between a country's possessive and the place in it that is meant."""
_OF_PLACE = words(", in of ( fishing mining farming trading divided crowded")
"""What may stand between a place and what it lies in besides nouns and adjectives."""
_JOURNEYS = words("way route routes road roads flight flights journey trip trips")
_HYPHENS = ("-", "‐", "‑")
_ARTICLES = ("a", "an", "the")
_LONGEST = 10
"""Words of what is said of a place's kind."""
_UNITS = words("kilometers kilometres kilometer kilometre km kms miles mile mi")


def says_of_what(sentence: Sentence, last: int, following: int) -> bool:
    """Whether a name only says where the next one lies: "the Kursk town of Sudzha", "Tigray's capital, Mekelle"."""
    gap = sentence.words[last + 1 : following]
    if gap and gap[0] == "'s":
        return len(gap) <= _LONGEST and _BETWEEN.issuperset(gap[1:])
    return len(gap) in (2, 3) and gap[-1] == "of" and gap[-2] in SIDES


def says_where(sentence: Sentence, last: int, first: int) -> bool:
    """Whether a name only says where the one before it lies: "Tajikistan, a former Soviet republic in Central Asia"."""
    gap = sentence.words[last + 1 : first]
    if not 4 <= len(gap) <= _LONGEST or gap[0] != "," or gap[1] not in _ARTICLES:
        return False
    return gap[-2] in _KINDS and gap[-1] in ("in", "of", "on")


def lies_in(inner: PlaceHit, outer: PlaceHit) -> bool:
    """Whether a place is known to lie in another: in its country, or its first-level region; a village that no gazetteer has
    lies in or near the town that it is told by."""
    if inner.country != outer.country or inner.identity == outer.identity:
        return False
    if outer.feature.startswith("PCL") and not outer.held:
        return size_of(inner) != "country"
    if outer.held or inner.admin1 != outer.admin1:
        return False
    return inner.held or (outer.feature == "ADM1" and size_of(inner) == "city")


def is_where_it_lies(sentence: Sentence, last: int, first: int) -> bool:
    """Whether what stands between a place and what it lies in says no more than that: "Ain Jarfa, a small town in | Lebanon"."""
    gap = sentence.tokens[last + 1 : first]
    if not 0 < len(gap) <= _LONGEST or gap[0].lower not in (",", "in", "of", "("):
        return False
    return all(
        token.lower in _OF_PLACE
        or (token.tag in _GENERAL and token.tag is not Tag.NUMBER and not token.lower.endswith(("ing", "ed", "ly")))
        for token in gap
    )


def is_compounded(sentence: Sentence, hit: PlaceHit) -> bool:
    """Whether a hyphen joins a participle to a name: "Iran-backed"."""
    at = hit.end - sentence.start
    following = sentence.text[at : at + 2]
    return following[:1] in _HYPHENS and following[1:].islower()


def is_far(sentence: Sentence, first: int) -> bool:
    """Whether miles are said to lie between a name and what is spoken of: "175 kilometres north of the capital, Niamey"."""
    return not _UNITS.isdisjoint(sentence.words[max(0, first - _LONGEST) : first])


def governor(sentence: Sentence, first: int) -> str:
    """The preposition that governs a name, with the noun before an "of"; else what bounds its phrase."""
    tokens = sentence.tokens
    for i in range(first - 1, max(-1, first - 6), -1):
        token = tokens[i]
        if token.tag in LINKS:
            if token.lower == "from" and i and tokens[i - 1].lower in _UNITS:
                return "distance from"
            if token.lower == "to" and i and tokens[i - 1].lower in _JOURNEYS:
                return "way to"
            if token.lower == "of" and i:
                noun = tokens[i - 1].lower
                if noun in _COMPASS:
                    return "side of"
                return "part of" if noun in SIDES else "people of" if is_role(noun) else "of"
            return token.lower
        if token.tag not in _GENERAL:
            return token.lower if token.lower in (",", "and", "(") else token.tag
    return "^"


def size_of(hit: PlaceHit) -> str:
    """City, region, country, large (seas and parts of the world), or point."""
    if hit.feature.startswith("PCL") and not hit.held:
        return "country"
    if hit.held or hit.feature.startswith("PPL"):
        return "city"
    if hit.feature in ("CONT", "OCN", "SEA") or (hit.feature == "RGN" and hit.country is None):
        return "large"
    return "region" if hit.feature.startswith(("ADM", "RGN", "AREA")) else "point"
