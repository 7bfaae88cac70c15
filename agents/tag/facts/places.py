"""Places that a text names, resolved to GeoNames."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from agents.tag.facts.countries import country_of_site
from agents.tag.facts.gazetteer import ABBREVIATION, ADJECTIVE, PEOPLE, Place
from agents.tag.facts.place_names import place_names
from agents.tag.facts.resolve import resolve
from agents.tag.facts.words import Word, word_set, words_of


class PlaceKind(StrEnum):
    NAME = "name"
    DEMONYM = "demonym"


class PlaceHit(NamedTuple):
    """One mention, and the place it means."""

    start: int
    end: int
    text: str
    kind: PlaceKind
    geonames_id: int
    name: str
    country: str | None
    admin1: str | None
    feature: str
    lat: float
    lon: float
    population: int


class Candidate(NamedTuple):
    """Words `first` to `last` (inclusive) as a name of `places`."""

    first: int
    last: int
    places: tuple[Place, ...]


def find_places(
    text: str, *, url: str | None = None, language: str = "en", names: Sequence[tuple[int, int]] = ()
) -> list[PlaceHit]:
    """Mentions in their order, none overlapping. `names`: spans of persons and organizations, in which no place is looked for."""
    words = words_of(text)
    candidates = candidates_of(words, place_names(text))
    taken = [candidate for candidate in candidates if _is_toponym(words, candidate) and not _inside(words, candidate, names)]
    if not taken:
        return []
    resolved = resolve([candidate.places for candidate in taken], _containers(words, taken), country_of_site(url))
    return [_hit(text, words, candidate, place) for candidate, place in zip(taken, resolved, strict=True)]


def candidates_of(words: Sequence[Word], known: Mapping[tuple[int, int], tuple[Place, ...]]) -> list[Candidate]:
    """The longest names of the gazetteer that begin at a capital, from left to right."""
    longest: dict[int, int] = {}
    for first, last in known:
        longest[first] = max(last, longest.get(first, last))
    found: list[Candidate] = []
    end = -1
    for first in sorted(longest):
        if first > end:
            end = longest[first]
            found.append(Candidate(first, end, known[first, end]))
    return found


def _is_toponym(words: Sequence[Word], candidate: Candidate) -> bool:
    """A first rule, until the trained detector stands: countries, states and large places, and others after a preposition."""
    first, last = words[candidate.first], words[candidate.last]
    best = candidate.places[0]
    if best.how == ABBREVIATION and not first.text.isupper() and last.gap != ".":
        return False
    if best.feature in ("PCLI", "CONT") or best.how == ADJECTIVE:
        return True
    before = words[candidate.first - 1] if candidate.first else None
    after = words[candidate.last + 1] if candidate.last + 1 < len(words) else None
    beside = (before is not None and before.capital and not first.opens and first.gap == " ") or (
        after is not None and after.capital and after.gap == " "
    )
    preposition = before is not None and before.key in _PREPOSITIONS
    return not beside and (preposition or best.population > 200_000)


_PREPOSITIONS = word_set("in at from near to outside around of across into through toward towards")


def _inside(words: Sequence[Word], candidate: Candidate, names: Sequence[tuple[int, int]]) -> bool:
    start, end = words[candidate.first].start, words[candidate.last].end
    return any(a <= start and end <= b for a, b in names)


def _containers(words: Sequence[Word], taken: Sequence[Candidate]) -> list[frozenset[str]]:
    """For each candidate, the codes of the region or country named right after it, with a comma between."""
    containers = []
    for candidate, following in zip(taken, [*taken[1:], None], strict=True):
        codes: set[str] = set()
        if following and following.first == candidate.last + 1 and words[following.first].gap in (", ", " (", " in "):
            for place in following.places:
                if place.feature == "PCLI" and place.how not in (ADJECTIVE, PEOPLE) and place.country:
                    codes.add(place.country)
                elif place.feature == "ADM1":
                    codes.add(f"{place.country}.{place.admin1}")
        containers.append(frozenset(codes))
    return containers


def _hit(text: str, words: Sequence[Word], candidate: Candidate, place: Place) -> PlaceHit:
    start, end = words[candidate.first].start, words[candidate.last].end
    if text[end : end + 1] == "." and len(words[candidate.last].text) == 1 and words[candidate.last].gap == ".":
        end += 1
    kind = PlaceKind.DEMONYM if place.how in (ADJECTIVE, PEOPLE) else PlaceKind.NAME
    return PlaceHit(
        start,
        end,
        text[start:end],
        kind,
        place.geonames_id,
        place.name,
        place.country,
        place.admin1,
        place.feature,
        place.lat,
        place.lon,
        place.population,
    )


_DISTANCE = re.compile(
    r"\b(\d+(?:[.,]\d+)?|a few|few|several|dozens of)[\s-]*(kilomet(?:er|re)s?|kms?|miles?|mi)\b[^.;:!?\n]{0,40}?"
    r"\b(?:from|of|to|off|outside|north|south|east|west)\s+(?:the\s+)?(?:(?:capital|city|town|village|port),?\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_KM_PER_MILE = 1.609344


def distance_before(text: str, hit: PlaceHit) -> float | None:
    """Kilometres that the words before a place put between it and what is spoken of: "60 kilometers from Moscow" -> 60.0."""
    match = _DISTANCE.search(text[max(0, hit.start - 80) : hit.start])
    if not match or not match[1][0].isdigit():
        return None
    number = float(match[1].replace(",", "" if re.fullmatch(r"\d{1,3},\d{3}", match[1]) else "."))
    return round(number * _KM_PER_MILE, 1) if match[2].lower().startswith("mi") else number
