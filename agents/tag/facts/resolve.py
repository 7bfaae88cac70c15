"""Which of the places of one name a text means."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from agents.tag.facts.gazetteer import Place

_COUNTRY_FEATURES = ("PCLI", "CONT")
_BONUS = {"PCLI": 4.0, "ADM1": 1.5, "PPLC": 2.0, "CONT": 3.0}


def resolve(candidates: Sequence[Sequence[Place]], containers: Sequence[frozenset[str]], site_country: str | None) -> list[Place]:
    """One place for each list of candidates; `containers`: codes of the region or country that follows, "US.TX" in "Paris, Texas".

    Two rounds: by population and container first, then by the countries and regions that the first round found in the document.
    """
    chosen = [
        max(places, key=lambda place: _score(place, inside, Counter(), site_country))
        for places, inside in zip(candidates, containers, strict=True)
    ]
    around: Counter[str] = Counter()
    for place in chosen:
        around.update(_codes(place))
    best = []
    for places, inside, own in zip(candidates, containers, chosen, strict=True):
        around.subtract(_codes(own))
        best.append(max(places, key=lambda place: _score(place, inside, around, site_country)))
        around.update(_codes(own))
    return best


def _codes(place: Place) -> list[str]:
    if not place.country:
        return []
    return [place.country, f"{place.country}.{place.admin1}"] if place.admin1 else [place.country]


def _score(place: Place, inside: frozenset[str], around: Counter[str], site_country: str | None) -> float:
    score: float = math.log10(place.population + 10) + _BONUS.get(place.feature, 0.0) - 0.5 * (place.how == 1)
    codes = _codes(place)
    if inside:
        score += 8.0 * any(code in inside for code in codes)
    score += sum(min(around[code], 5) ** 0.5 * weight for code, weight in zip(codes, (0.8, 1.2), strict=False))
    return score + (0.7 if place.country and place.country == site_country else 0.0)
