"""The places of an article as its record lists them: one entry a place, with all its mentions."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.facts.places import PlaceHit
from schemas.event import Place, PlaceMention, PlaceMentionKind


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
