"""The places and actors of an article as its record lists them: one entry each, with all its mentions."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.facts.names import ActorHit
from agents.tag.facts.places import PlaceHit
from schemas.base import Span
from schemas.event import Actor, Party, Place, PlaceMention, PlaceMentionKind


def places_of(hits: Sequence[PlaceHit]) -> list[Place]:
    """In the order of their first mention."""
    places: dict[int, Place] = {}
    for hit in hits:
        place = places.get(hit.geonames_id)
        if place is None:
            place = places[hit.geonames_id] = Place(
                geonames_id=hit.geonames_id,
                name=hit.name,
                country=hit.country,
                admin1=hit.admin1,
                feature=hit.feature,
                lat=hit.lat,
                lon=hit.lon,
                mentions=[],
            )
        place.mentions.append(PlaceMention(start=hit.start, end=hit.end, text=hit.text, kind=PlaceMentionKind(hit.kind.value)))
    return list(places.values())


def actors_of(hits: Sequence[ActorHit]) -> list[Actor]:
    """In the order of their first mention; what one mention tells of country and sectors holds for all."""
    actors: dict[tuple[str, str], Actor] = {}
    for hit in hits:
        key = (hit.name, hit.kind.value)
        actor = actors.get(key)
        if actor is None:
            actor = actors[key] = Actor(name=hit.name, kind=hit.kind, country=None, sectors=[], mentions=[])
        actor.country = actor.country or hit.country
        actor.sectors = actor.sectors or list(hit.sectors)
        actor.mentions.append(Span(start=hit.start, end=hit.end, text=hit.text))
    return list(actors.values())


def known(party: Party | None, named: Sequence[ActorHit]) -> Party | None:
    """The party with the name, country and sectors of the actor that its text names, where it names one; all of the name where it
    is a part of it: "Church of England"."""
    if party is None or not named:
        return party
    hit = next((hit for hit in named if party.start <= hit.start and hit.end <= party.end), None)
    if hit is None:
        hit = next((hit for hit in named if hit.start == party.start and party.end <= hit.end), None)
        if hit is None:
            return party
        party = party.model_copy(update={"start": hit.start, "end": hit.end, "text": hit.text})
    whole = hit.end == party.end
    return party.model_copy(
        update={
            "name": hit.name if whole else party.name,
            "country": party.country or hit.country,
            "sectors": party.sectors or list(hit.sectors),
        }
    )
