"""Villages that no gazetteer has, known by what stands around them: "the village of Kolbari in Bangladesh's Rangpur district".

Such a name means what holds the place, its region or else its country: that is all that is known of where it lies.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from agents.tag.facts.countries import countries
from agents.tag.facts.gazetteer import Place, gazetteer
from agents.tag.facts.places import PlaceHit, PlaceKind
from agents.tag.facts.tagger import tag_names
from agents.tag.facts.toponyms import FACILITY
from agents.tag.facts.word_index import has_any, where
from agents.tag.facts.words import key_of, word_set, words_of

_KINDS = word_set(
    """
    village villages hamlet hamlets town towns township townships settlement settlements suburb suburbs neighborhood neighborhoods
    neighbourhood neighbourhoods municipality commune communities community district area locality enclave outpost ejido barangay
    woreda mahalla parish camp junction homestead farmstead
    """
)
_KIND = f"(?:{'|'.join(sorted(_KINDS))})"
_START = r"(?:(?:[Aa][ldnrszt]|[Ee]l|[Aa]sh|[Uu]m)[-‑])?[A-ZÀ-ÞĀ-Ž]\w+(?:[-‑]\w+|['’](?!s\b)\w+)*"
_NAME = rf"(?P<name>{_START}(?: (?:(?:de|del|de la|la|las|los|el|do|da|al|of) )?{_START}){{0,3}})"
_IN = r"(?:in|at|near|outside|around|into|to|from|through|of)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_KIND} (?:of|called|named|known as) {_NAME}",  # the village of Kolbari
        rf"\b{_IN} {_NAME},? \(?(?:an?|the) (?:[\w‑-]+ ){{0,4}}{_KIND}\b",  # in Kolbari, a fishing village
        rf"\b{_IN} {_NAME} (?:village|hamlet|settlement|township|suburb|camp)\b",  # in Kolbari village
        rf"\bthe (?P<name>{_START} {_START}) (?:village|hamlet|settlement|township)\b",  # the Kolbari Ford settlement
        rf"\b{_NAME}, (?:an?|the) (?:[\w‑-]+ ){{0,4}}(?:village|hamlet|town|settlement|suburb|township) (?:in|near|of|on|\d)",
    )
)
_BESIDE = re.compile(rf"\b(?:in|near|outside) {_NAME}(?=, )")
"""A name with a place that is known behind it: "a depot in Watte Junction, near the town of Kandy"."""
_APPOSED = rf"(?: \(?(?:an?|the) (?:[\w‑-]+ ){{0,4}}{_KIND}(?: and [a-z]+)?)?"
_GAP = re.compile(rf",?{_APPOSED},?(?: (?:in|near|on|of|outside|from|\d+ \w+ from))?(?: [a-z‑-]+){{0,5}} ?")
"""What may stand between a village and the place that holds it."""
_FURTHER = re.compile(r"['’]s? (?:[a-z‑-]+ ){0,3}|,? (?:the )?(?:[a-z‑-]+ ){0,2}(?:of|in) (?:the )?|, | ")
"""What may stand between a country and the region in it that is meant: "Bangladesh's Rangpur district"."""
_OF_COUNTRY = re.compile(rf"(?:['’]s (?:[a-z‑-]+ ){{0,3}}| (?:[a-z‑-]+ )?){_KIND} of |['’]s (?:[a-z‑-]+ ){{0,2}}")
"""Between a country and a village: "the Nigerian village of Kolbari", not "Russian forces took the town of Kolbari"."""
_NEAR = 250
"""Characters before a village in which a region is likely the one that it lies in."""
_MOST = 0.7
"""Share of a text's places from which the country that they lie in is that of a village, too."""
_PREPOSITIONS = word_set("in at near outside around into")
_AROUND = 90
"""Characters around a word for what a village is that may name it."""
_LONGEST = 70
"""Characters between a village and what holds it."""
_SMALL = 100_000
"""People of a town that may be a namesake in a country that the text does not mean."""
_NO_NAMES = word_set(
    """
    January February March April May June July August September October November December Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday He She They It We The In On At But And Parliament Congress Islam God Muslim Christian Jewish Hindu
    Mr Mrs Ms Dr Prof Sen Gov Rep Gen Col Capt Sgt Sir Lord Lady
    """
)


class _Parts(NamedTuple):
    """Parts of countries: name -> country, the keys of the names' first words, and how one stands in a text."""

    countries: dict[str, str]
    openings: frozenset[str]
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def _parts() -> _Parts:
    """data/parts.tsv."""
    lines = (files(__package__) / "data" / "parts.tsv").read_text(encoding="utf-8").splitlines()
    parts = dict(line.split("\t") for line in lines if line and not line.startswith("#"))
    pattern = re.compile(r"\b(?:" + "|".join(sorted(parts, key=len, reverse=True)) + r")\b")
    return _Parts(parts, frozenset(words_of(name)[0].key for name in parts), pattern)


def with_villages(text: str, places: Sequence[PlaceHit]) -> list[PlaceHit]:
    """The places of a text with those that it names besides, in their order; a village of a country that the text names beside it
    is none of its namesakes elsewhere."""
    found = _with_parts(text, places)
    if found:
        found = _with_names(text, found, _named(text, found))
        found = _with_names(text, found, _recognised(text, found))
    return found


def _with_names(text: str, places: Sequence[PlaceHit], spans: Iterable[tuple[int, int]]) -> list[PlaceHit]:
    """With the names of some spans, wherever they stand, as far as it can be told what holds them."""
    held: dict[str, PlaceHit] = {}
    for start, end in spans:
        if text[start:end] in held or _is_somebody(text, text[start:end]):
            continue
        holder = _holder(text, start, end, places)
        if holder is not None and _is_unknown(start, end, places, holder):
            held[text[start:end]] = holder
    found = list(places)
    for name, holder in held.items():
        for match in re.finditer(rf"\b{re.escape(name)}\b", text):
            start, end = match.span()
            if not any(hit.start <= start and end <= hit.end and hit.end - hit.start > end - start for hit in found):
                found = [hit for hit in found if not (hit.start < end and start < hit.end)]
                found.append(_held(holder, text, start, end))
    return sorted(found)


def _is_somebody(text: str, name: str) -> bool:
    """Whether the text calls a person so elsewhere, by a name of several words: "shots at DeSantis", and "Ron DeSantis"."""
    ending = f" {name}"
    return ending in text and any(
        span.kind == "PER" and text.endswith(ending, span.start, span.end) for span in tag_names(text).spans
    )


def _held(holder: PlaceHit, text: str, start: int, end: int) -> PlaceHit:
    return holder._replace(start=start, end=end, text=text[start:end], kind=PlaceKind.NAME, held=True)


def _with_parts(text: str, places: Sequence[PlaceHit]) -> list[PlaceHit]:
    """With the parts of countries that have no entry, Patagonia, which are no small towns of their name."""
    parts = _parts()
    if not has_any(text, parts.openings):
        return sorted(places)
    found = list(places)
    for match in parts.pattern.finditer(text):
        start, end = match.span()
        over = [hit for hit in found if hit.start < end and start < hit.end]
        longer = any(hit.end - hit.start > end - start or hit.population > _SMALL for hit in over)
        contained = any(end < hit.start <= end + 2 for hit in found)
        place = _country(parts.countries[match[0]])
        if place is not None and not longer and not contained:
            found = [hit for hit in found if hit not in over]
            found.append(_held(_as_hit(PlaceHit(start, end, "", PlaceKind.NAME, *place[:8]), place), text, start, end))
    return sorted(found)


def _named(text: str, places: Sequence[PlaceHit]) -> Iterator[tuple[int, int]]:
    """Names that must be places where they stand."""
    for start, end in _stretches(text):
        for pattern in _PATTERNS:
            for match in pattern.finditer(text, start, end):
                if not _NO_NAMES.intersection(match["name"].split()):
                    yield match.span("name")
    for hit in places:
        near = max(0, hit.start - _LONGEST)
        if ", " not in text[near : hit.start]:
            continue
        for match in _BESIDE.finditer(text, near, hit.start):
            plain = hit.kind is PlaceKind.NAME or text[match.end() + 2 : match.end() + 3].islower()
            if plain and _GAP.fullmatch(text, match.end(), hit.start) and not _NO_NAMES.intersection(match["name"].split()):
                yield match.span("name")


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Around the words for what a village is, joined where they overlap, and never within a word."""
    start = end = -1
    words = words_of(text)
    for i in where(text, _KINDS):
        sign = words[i]
        if sign.text not in _KINDS:
            continue
        first = text.rfind(" ", 0, max(0, sign.start - _AROUND)) + 1
        if first > end and end >= 0:
            yield start, end
            start = first
        elif end < 0:
            start = first
        end = sign.end + _AROUND
    if end >= 0:
        yield start, min(end, len(text))


def _recognised(text: str, places: Sequence[PlaceHit]) -> Iterator[tuple[int, int]]:
    """What the name model takes for a place: "a base in Bashiqa"."""
    for span in tag_names(text).spans:
        if span.kind != "LOC":
            continue
        before = text[max(0, span.start - 9) : span.start].split(" ")
        led = len(before) > 2 and before[-1] == "" and before[-2] in _PREPOSITIONS
        if not led or not _is_town(text[span.start : span.end]):
            continue
        if not any(hit.start < span.end and span.start < hit.end for hit in places):
            yield span.start, span.end


def _is_town(name: str) -> bool:
    """Whether a name is not that of a street, a building or a river."""
    words = name.split()
    return name[0].isupper() and key_of(words[-1]) not in FACILITY and not _NO_NAMES.intersection(words)


def _is_unknown(start: int, end: int, places: Sequence[PlaceHit], holder: PlaceHit) -> bool:
    """Whether the gazetteer has no such name, or has it of a small place in a country that does not hold it."""
    for hit in places:
        if hit.start <= start and end <= hit.end:
            return hit.kind is PlaceKind.NAME and hit.country != holder.country and hit.population < _SMALL
    return True


def _holder(text: str, start: int, end: int, places: Sequence[PlaceHit]) -> PlaceHit | None:
    """The region or country that a village lies in: named behind it, before it, or last of all places before it."""
    others = [hit for hit in places if hit.end <= start or hit.start >= end]
    behind = [hit for hit in others if end <= hit.start <= end + _LONGEST]
    if behind and _GAP.fullmatch(text, end, behind[0].start):
        return _region(_innermost(text, behind))
    before = [hit for hit in others if hit.end <= start]
    if before and _OF_COUNTRY.fullmatch(text, before[-1].end, start):
        return _region(before[-1])
    near = [hit for hit in before if hit.kind is PlaceKind.NAME and start - hit.end < _NEAR and hit.feature.startswith("ADM")]
    if near:
        return near[-1]
    sentence = before[bisect_left(before, (max(0, text.rfind(". ", 0, start)),)) :]
    countries_named = {hit.country for hit in sentence if hit.kind is PlaceKind.NAME and hit.feature.startswith("PCL")}
    holder = _usual_country(others)
    return holder if holder is not None and countries_named <= {holder.country} else None


def _usual_country(places: Sequence[PlaceHit]) -> PlaceHit | None:
    """The country of most of the places that a text names, towns before countries."""
    named = [hit for hit in places if hit.kind is PlaceKind.NAME and hit.country]
    towns = [hit for hit in named if not hit.feature.startswith("PCL")] or named
    if not towns:
        return None
    (country, often), *_ = Counter(hit.country for hit in towns).most_common(1)
    if often < _MOST * len(towns):
        return None
    place = _country(country)
    return None if place is None else _as_hit(towns[0], place)


def _innermost(text: str, hits: Sequence[PlaceHit]) -> PlaceHit:
    """Of places that hold one another the last: "in | Bangladesh | 's Rangpur district", "the Nigerian state of Kano"."""
    inner = hits[0]
    for hit in hits[1:]:
        if hit.country != inner.country or _FURTHER.fullmatch(text, inner.end, hit.start) is None:
            break
        if inner.feature.startswith("PCL"):
            inner = hit
    return inner


def _region(hit: PlaceHit | None) -> PlaceHit | None:
    """The region of a town, or else its country, since the village lies not in it; a region or country as it is."""
    if hit is None or hit.feature.startswith(("PCL", "ADM")):
        return hit
    place = _country(hit.country)
    return region_of(hit) or (None if place is None else _as_hit(hit, place))


def region_of(hit: PlaceHit) -> PlaceHit | None:
    """The first-level region in which a place lies, at the same words."""
    place = _region_named(hit.country, hit.admin1)
    return None if place is None else _as_hit(hit, place)


def capital_of(hit: PlaceHit) -> PlaceHit | None:
    """The capital of the country that a mention means, at the same words."""
    place = _capital_named(hit.country)
    return None if place is None else _as_hit(hit, place)._replace(kind=PlaceKind.NAME)


@lru_cache(maxsize=300)
def _capital_named(alpha2: str | None) -> Place | None:
    country = countries().get(alpha2 or "")
    if country is None:
        return None
    key = key_of(country.capital)
    named = gazetteer().search([key]).get(key, ())
    return next((place for place in named if place.feature == "PPLC" and place.country == alpha2), None)


@lru_cache(maxsize=1_000)
def _region_named(country: str | None, admin1: str | None) -> Place | None:
    return gazetteer().region(country, admin1)


@lru_cache(maxsize=300)
def _country(alpha2: str | None) -> Place | None:
    country = countries().get(alpha2 or "")
    return None if country is None else gazetteer().by_id(country.geonames_id)


def _as_hit(hit: PlaceHit, place: Place) -> PlaceHit:
    return hit._replace(
        geonames_id=place.geonames_id, name=place.name, country=place.country, admin1=place.admin1, feature=place.feature,
        lat=place.lat, lon=place.lon, population=place.population, text=place.name, held=False,
    )  # fmt: skip
