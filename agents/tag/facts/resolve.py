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
            scores = [_score(weights, features) for features in features_of(places, mention, around)]
            best[mention.key] = places[scores.index(max(scores))]
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
        inside = _inside(mention)
        usual_id = _usual().get(mention.key)
        usual = [place for place in mention.places if place.geonames_id == usual_id] if usual_id is not None else []
        place = _likeliest(inside or usual or mention.places)
        chosen[mention.key] = place
        named.update(mention.containers)
        if place.feature in _CONTAINERS and len(mention.places) < 4:
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


def plausible(mention: Mention, around: Around) -> Sequence[Place]:
    """Those that lie in what is named right after the name, if any do; else the largest, and those of the countries spoken of."""
    if inside := _inside(mention):
        return inside
    if mention.containers:
        return mention.places[:MOST]
    further = mention.places[LARGEST:MOST]
    near = [place for place in further if place.country in around.named or place.country in around.found]
    return [*mention.places[:LARGEST], *near]


def _inside(mention: Mention) -> list[Place]:
    """The places that lie in what is named right after the name."""
    if not mention.containers:
        return []
    return [place for place in mention.places if not mention.containers.isdisjoint(codes_of(place))]


def codes_of(place: Place) -> tuple[str, ...]:
    """Country, then country and region."""
    return _codes(place.country, place.admin1)


@lru_cache(maxsize=10_000)
def _codes(country: str | None, admin1: str | None) -> tuple[str, ...]:
    if not country:
        return ()
    return (country, f"{country}.{admin1}") if admin1 else (country,)


_BONUS = {"PCLI": 2.0, "ADM1": 0.5, "PPLC": 1.0, "CONT": 2.0}
_MOST_BONUS = 2.0


def _likeliest(places: Sequence[Place]) -> Place:
    """By population, countries and capitals before towns of their size; `places` begin with the most populous."""
    likeliest, most = places[0], -math.inf
    for place in places:
        size = math.log10(place.population + 10)
        if size + _MOST_BONUS <= most:
            break
        likely = size + _BONUS.get(place.feature, 0.0) - (place.how == ALTERNATE)
        if likely > most:
            likeliest, most = place, likely
    return likeliest


def features_of(places: Sequence[Place], mention: Mention, around: Around) -> list[dict[str, float]]:
    """Of each of the possible places of a mention, by name."""
    usual, own = _usual().get(mention.key), around.chosen.get(mention.key)
    others = [other for key, other in around.local if key != mention.key]
    countries = [other.country for other in others]
    regions = [(other.country, other.admin1) for other in others]
    beside_town = mention.after in _TOWNS or mention.before in _TOWNS
    alone = len(mention.places) == 1
    find_named, find_found = around.named.get, around.found.get
    everything = []
    for place in places:
        names = _names_of(place.feature, place.how)
        size = math.log10(place.population + 10)
        f = {"size": size, names.kind: 1.0, names.how: 1.0, names.size: size, names.kind_how: 1.0}
        if usual == place.geonames_id:
            f["usual"] = 1.0
        if place.feature == "PPLC":
            f["capital"] = 1.0
        if place is mention.places[0]:
            f["largest"] = 1.0
        codes = codes_of(place)
        chosen = own == place
        for (named_level, found_level, spoken_of), code in zip(_LEVELS, codes, strict=False):
            itself = chosen and code == codes[-1] and place.feature in _CONTAINERS
            times_named, times_found = find_named(code, 0) - itself, find_found(code, 0) - (chosen and alone)
            f[named_level], f[found_level] = _logarithm(times_named), _logarithm(times_found)
            if times_named > 0 or times_found > 0:
                f[spoken_of] = 1.0
        if others:
            distances = _distances(place, others)
            for limit, name in _NEAR:
                if near := len([distance for distance in distances if distance < limit]):
                    f[name] = _logarithm(near)
            f["share of country"] = countries.count(place.country) / len(others)
            f["share of region"] = regions.count((place.country, place.admin1)) / len(others) if codes[1:] else 0.0
        if around.site_country and place.country == around.site_country:
            f["site"] = 1.0
        if mention.after in _REGIONS:
            f[names.after_region] = 1.0
        if beside_town:
            f[names.town] = 1.0
        if mention.before in _PREPOSITIONS:
            f[names.inside] = 1.0
        if place.how == ABBREVIATION:
            f["abbreviation"] = 1.0
        everything.append(f)
    return everything


@lru_cache(maxsize=1_000)
def _logarithm(times: int) -> float:
    return math.log2(1 + max(0, times))


_LEVELS = [(f"named {level}", f"found {level}", f"spoken of {level}") for level in ("country", "region")]
_CONTAINERS = frozenset({"PCLI", "ADM1"})
_TOWNS = frozenset({"city", "town", "village"})
_PREPOSITIONS = frozenset({"in", "near", "at"})


class _Names(NamedTuple):
    """Of features that tell kinds of place apart."""

    kind: str
    how: str
    size: str
    kind_how: str
    after_region: str
    town: str
    inside: str


@lru_cache(maxsize=500)
def _names_of(feature: str, how: int) -> _Names:
    kind = "PPL" if feature.startswith("PPL") else feature
    return _Names(
        f"kind {kind}", f"how {how}", f"size {kind}", f"kind {kind} how {how}", f"after region {kind}", f"city {kind}", f"in {kind}"
    )


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
