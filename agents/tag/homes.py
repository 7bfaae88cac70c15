"""Whose actors are: the country that a place in or beside a party's name tells, where nothing else does.

"Kharkiv police", "residents of the port of Odesa", "farmers from Odisha", "a court in Tunis"; not "arrested two tourists in Bali".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.tag.circumstances import within
from agents.tag.facts.countries import alpha3_of, country_named
from agents.tag.facts.places import PlaceHit, PlaceKind
from agents.tag.parties import Party
from agents.tag.words import words
from schemas.plover import Sector

_REACH = 40
"""Characters between a party and the place that tells its country."""
_BEFORE = re.compile(r"(?:['’]s?)? ")
_PART = "(?:the (?:[a-z]+ ){1,2}of |the |northern |southern |eastern |western |central )?"
_ORIGIN = re.compile(f" (?:of|from) {_PART}")
_SEAT = re.compile(f" (?:in|at) {_PART}")
_AWAY = words(
    "critics supporters opponents allies enemies backers foes friends fans critic supporter opponent ally enemy survivors victims "
    "observers monitors visitors tourists ambassador envoy embassy consulate"
)
"""Those who are from elsewhere than the place behind "of" or "from"."""
_SEATED = frozenset({Sector.COP, Sector.GOV, Sector.JUD, Sector.LEG})
"""Sectors whose members act where they have their seat: "prosecutors in Milan"."""


def at_home(party: Party, text: str, places: Sequence[PlaceHit]) -> Party:
    """The party with the country of the place that its name holds, or that stands right beside it; as it was where none does.

    `places`: the article's, in its order.
    """
    if party.country is not None:
        return party
    country = _country_of(party, text, places)
    return party._replace(country=country) if country else party


def _country_of(party: Party, text: str, places: Sequence[PlaceHit]) -> str | None:
    start, end = party.start, party.end
    near = within(places, max(0, start - _REACH), end + _REACH)
    for hit in near:
        if start <= hit.start and hit.end <= end:
            return alpha3_of(hit.country)
    for hit in near:
        if hit.end < start and _BEFORE.fullmatch(text, hit.end, start):
            return alpha3_of(hit.country)
    last = party.text.rsplit(None, 1)[-1]
    if last[0].isupper() and (people := country_named(last)):
        return people.alpha3  # "hundreds of Tunisians"
    head = last.lower()
    for hit in near:
        if hit.start < end:
            continue
        if hit.kind is PlaceKind.DEMONYM or head in _AWAY:
            return None
        seated = not _SEATED.isdisjoint(party.sectors)
        if _ORIGIN.fullmatch(text, end, hit.start) or (seated and _SEAT.fullmatch(text, end, hit.start)):
            return alpha3_of(hit.country)
        return None
    return None
