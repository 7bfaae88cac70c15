"""Whether two tellings speak of the same people, and of one place."""

from __future__ import annotations

from agents.tag.facts.places import PlaceHit
from agents.tag.parties import Party
from agents.tag.words import CLOSED_CLASS


def is_named(party: Party | None) -> bool:
    """Whether a party is told by a name."""
    return party is not None and any(map(str.isupper, party.text))


def around(a: PlaceHit, b: PlaceHit) -> bool:
    if a.identity == b.identity or (a.held and b.held):
        return a.identity == b.identity
    same_country = a.country == b.country
    return same_country and (a.feature.startswith(("PCL", "ADM1")) or b.feature.startswith(("PCL", "ADM1")))


def content(party: Party) -> set[str]:
    words = f"{party.text} {party.name}".lower().split()  # of a pronoun, the name tells who it is
    return {word.rstrip("s") for word in words if word not in CLOSED_CLASS}


def shared(a: Party | None, b: Party | None, beside: frozenset[str] = frozenset()) -> bool:
    """Whether two parties have a word in common, some words aside."""
    return a is not None and b is not None and bool(content(a) & content(b) - beside)


def are_those(number: Party, named: Party) -> bool:
    """Whether a number alone stands for those who were named with it: "two diplomats" ... "the two were given a day to leave"."""
    return not content(number) and number.text.lower() == named.text.split()[0].lower()
