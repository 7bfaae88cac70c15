"""Which of the places of one name a text means.

Two rounds. The first goes by population and by the region or country that is named right after the place ("Paris, Texas");
the second
ranks the namesakes once more with what the first found around them: the states and countries that the text names or is about,
and how
near its other places lie. The ranking is a conditional logit (McFadden 1974) of a few features; `data/resolve.json` holds its
weights,
`ops/training/places/` trains it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import orjson

from agents.tag.facts.gazetteer import ABBREVIATION, ADJECTIVE, ALTERNATE, Place

LARGEST, MOST = 4, 20
"""Namesakes that are always looked at, and at most: beyond them none was meant."""
_REGIONS = frozenset({"state", "province", "region", "oblast", "governorate", "department", "prefecture", "county", "division"})
"""Words that make the name before them a region's."""
NEAR_KM = (40.0, 120.0, 350.0)
"""Distances within which another place of the text speaks for a namesake."""


_NEAR = [(limit, f"near {limit:.0f}") for limit in NEAR_KM]


class Mention(NamedTuple):
    """A name to resolve: its key, its possible places, the codes ("US", "US.TX") of what contains it, and the words beside it."""

    key: str
    places: Sequence[Place]
    containers: frozenset[str]
    before: str
    after: str


class Around(NamedTuple):
    """What the first round found: places chosen, by key, and how often each country and region code is named or chosen."""

    chosen: Mapping[str, Place]
    named: Counter[str]
    found: Counter[str]
    local: Sequence[tuple[str, Place]]
    """Of the places chosen those that are no countries, with their keys."""
    site_country: str | None


def resolve(mentions: Sequence[Mention], site_country: str | None) -> list[Place]:
    """One place for each mention, the same for all mentions of one name."""
    ranked, around = first_round(mentions, site_country)
    weights = _weights()
    best: dict[str, Place] = {}
    for mention in ranked:
        places = plausible(mention, around)
        if len(places) > 1:
            best[mention.key] = max(places, key=lambda place: _score(weights, features_of(place, mention, around)))
        else:
            best[mention.key] = places[0]
    return [best[mention.key] for mention in mentions]


def first_round(mentions: Sequence[Mention], site_country: str | None) -> tuple[list[Mention], Around]:
    """Mentions joined by name, with what contains any of them, and what is found around when each is taken at its most likely."""
    joined: dict[str, Mention] = {}
    for mention in mentions:
        before = joined.get(mention.key)
        joined[mention.key] = mention._replace(containers=mention.containers | before.containers) if before else mention
    chosen: dict[str, Place] = {}
    named: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for mention in joined.values():
        inside = [place for place in mention.places if not mention.containers.isdisjoint(codes_of(place))]
        usual = [place for place in mention.places if place.geonames_id == _usual().get(mention.key)]
        place = max(inside or usual or mention.places, key=_likely)
        chosen[mention.key] = place
        named.update(mention.containers)
        if place.feature in ("PCLI", "ADM1") and len(mention.places) < 4:
            named.update(codes_of(place)[-1:])
        if inside or len(mention.places) == 1:
            found.update(codes_of(place))
    local = [(key, place) for key, place in chosen.items() if place.feature not in ("PCLI", "CONT") and place.how != ADJECTIVE]
    return list(joined.values()), Around(chosen, named, found, local[:MOST], site_country)


@lru_cache(maxsize=1)
def _usual() -> dict[str, int]:
    """data/usual.tsv: Washington is the city first."""
    lines = (files(__package__) / "data" / "usual.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {key: int(geonames_id) for key, geonames_id in rows}


def plausible(mention: Mention, around: Around) -> list[Place]:
    """Those that lie in what is named right after the name, if any do; else the largest, and those of the countries spoken of."""
    if inside := [place for place in mention.places if not mention.containers.isdisjoint(codes_of(place))]:
        return inside
    return [
        place
        for rank, place in enumerate(mention.places)
        if rank < LARGEST
        or (rank < MOST and (place.country in around.named or place.country in around.found or mention.containers))
    ]


def codes_of(place: Place) -> list[str]:
    """Country, then country and region."""
    if not place.country:
        return []
    return [place.country, f"{place.country}.{place.admin1}"] if place.admin1 else [place.country]


def _likely(place: Place) -> float:
    bonus = {"PCLI": 2.0, "ADM1": 0.5, "PPLC": 1.0, "CONT": 2.0}.get(place.feature, 0.0)
    return math.log10(place.population + 10) + bonus - (place.how == ALTERNATE)


def features_of(place: Place, mention: Mention, around: Around) -> dict[str, float]:
    """Of one possible place of a mention, by name."""
    kind = "PPL" if place.feature.startswith("PPL") else place.feature
    size = math.log10(place.population + 10)
    f = {"size": size, f"kind {kind}": 1.0, f"how {place.how}": 1.0, f"size {kind}": size, f"kind {kind} how {place.how}": 1.0}
    if _usual().get(mention.key) == place.geonames_id:
        f["usual"] = 1.0
    if place.feature == "PPLC":
        f["capital"] = 1.0
    if place is mention.places[0]:
        f["largest"] = 1.0
    codes = codes_of(place)
    own = around.chosen.get(mention.key)
    for level, code in zip(("country", "region"), codes, strict=False):
        itself = own == place and code == codes[-1]
        named = around.named.get(code, 0) - (itself and place.feature in ("PCLI", "ADM1"))
        found = around.found.get(code, 0) - (own == place and len(mention.places) == 1)
        f[f"named {level}"] = math.log2(1 + max(0, named))
        f[f"found {level}"] = math.log2(1 + max(0, found))
    others = [other for key, other in around.local if key != mention.key]
    if others:
        distances = _distances(place, others)
        for limit, name in _NEAR:
            if near := len([distance for distance in distances if distance < limit]):
                f[name] = math.log2(1 + near)
        same = [other for other in others if other.country == place.country]
        f["share of country"] = len(same) / len(others)
        f["share of region"] = len([other for other in same if other.admin1 == place.admin1]) / len(others) if codes[1:] else 0.0
    if around.site_country and place.country == around.site_country:
        f["site"] = 1.0
    if mention.after in _REGIONS:
        f[f"after region {kind}"] = 1.0
    if mention.after in ("city", "town", "village") or mention.before in ("city", "town", "village"):
        f[f"city {kind}"] = 1.0
    if mention.before in ("in", "near", "at"):
        f[f"in {kind}"] = 1.0
    if place.how == ABBREVIATION:
        f["abbreviation"] = 1.0
    return f


_KM_PER_DEGREE = 111.2


def _distances(place: Place, others: Sequence[Place]) -> list[float]:
    """Kilometres to others within reach, along a plate carrée: near enough to tell near from far."""
    lat, lon = place.lat, place.lon
    reach = NEAR_KM[-1] / _KM_PER_DEGREE
    near = [other for other in others if -reach <= other.lat - lat <= reach]
    east = _KM_PER_DEGREE * math.cos(math.radians(lat))
    return [math.hypot((lat - other.lat) * _KM_PER_DEGREE, (lon - other.lon) * east) for other in near]


def _score(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    return sum([weights.get(name, 0.0) * value for name, value in features.items()])


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    weights: dict[str, float] = orjson.loads((files(__package__) / "data" / "resolve.json").read_bytes())
    return weights
