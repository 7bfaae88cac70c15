"""The places and actors of an article as its record lists them: one entry each, with all its mentions."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import TypeAdapter

from agents.tag.facts.names import ActorHit
from agents.tag.facts.places import PlaceHit, PlaceKind
from agents.tag.parties import Party
from schemas.event import Actor, ActorKind, Place

_PLACES, _ACTORS = TypeAdapter(list[Place]), TypeAdapter(list[Actor])
"""A whole list is made in one call."""
_VALUES = {kind: kind.value for kind in PlaceKind}


def places_of(hits: Sequence[PlaceHit]) -> list[Place]:
    """In the order of their first mention."""
    mentions: dict[int, list[PlaceHit]] = {}
    for hit in hits:
        mentions.setdefault(hit.geonames_id, []).append(hit)
    return _PLACES.validate_python(
        [
            {
                "geonames_id": first.geonames_id,
                "name": first.name,
                "country": first.country,
                "admin1": first.admin1,
                "feature": first.feature,
                "lat": first.lat,
                "lon": first.lon,
                "mentions": [{"start": hit.start, "end": hit.end, "text": hit.text, "kind": _VALUES[hit.kind]} for hit in of_place],
            }
            for of_place in mentions.values()
            for first in of_place[:1]
        ]
    )


def actors_of(hits: Sequence[ActorHit]) -> list[Actor]:
    """In the order of their first mention; what one mention tells of country and sectors holds for all."""
    mentions: dict[tuple[str, ActorKind], list[ActorHit]] = {}
    for hit in hits:
        mentions.setdefault((hit.name, hit.kind), []).append(hit)
    return _ACTORS.validate_python(
        [
            {
                "name": name,
                "kind": kind,
                "country": next((hit.country for hit in of_actor if hit.country), None),
                "sectors": next((hit.sectors for hit in of_actor if hit.sectors), ()),
                "mentions": [{"start": hit.start, "end": hit.end, "text": hit.text} for hit in of_actor],
            }
            for (name, kind), of_actor in mentions.items()
        ]
    )


def known(party: Party | None, named: Sequence[ActorHit]) -> Party | None:
    """The party with the name, country and sectors of the actor that its text names, where it names one; all of the name where it
    begins it, "Church of England", or, being no country, ends it: "Coalition for Change"."""
    if party is None or not named:
        return party
    start, end, text, name, country, sectors = party
    hit = next((hit for hit in named if start <= hit.start and hit.end <= end), None)
    if hit is None:
        hit = next((hit for hit in named if hit.start == start and end <= hit.end), None)
        if hit is None and country is None:
            hit = next((hit for hit in named if hit.start < start and end == hit.end and _is_one_name(hit.text, text)), None)
        if hit is None:
            return party
        start, end, text = hit.start, hit.end, hit.text
    return Party(start, end, text, hit.name if hit.end == end else name, country or hit.country, sectors or hit.sectors)


def _is_one_name(name: str, end: str) -> bool:
    """Whether a name is more than an article before its end, and no two names that were taken for one."""
    return " and " not in name and name.removesuffix(end).strip().lower() != "the"
