"""Countries as texts name them: by name, by adjective, by people."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from agents.tag.facts.words import key_of, word_set


class Country(NamedTuple):
    alpha2: str
    alpha3: str
    name: str
    geonames_id: int
    capital: str
    tld: str
    """Top-level domain without its dot; empty where it has none."""
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    names: tuple[str, ...]


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """All countries by alpha-2."""
    with (files(__package__) / "data" / "countries.tsv").open(encoding="utf-8") as file:
        rows = [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row and not row[0].startswith("#")]
    found = {}
    for alpha2, alpha3, name, geonames_id, capital, tld, *lists in rows:
        adjectives, people, further = (tuple(filter(None, cell.split(","))) for cell in lists)
        found[alpha2] = Country(alpha2, alpha3, name, int(geonames_id), capital, tld, adjectives, people, (name, *further))
    return found


@lru_cache(maxsize=1)
def _by_key() -> dict[str, Country]:
    """Names win over adjectives, adjectives over peoples; of two countries of one adjective (Congolese) the more populous."""
    keys: dict[str, Country] = {}
    everything = sorted(countries().values(), key=lambda country: _POPULATION_FIRST.get(country.alpha2, 1))
    for field in ("names", "adjectives", "people"):
        for country in everything:
            for name in getattr(country, field):
                keys.setdefault(key_of(name), country)
    return keys


_POPULATION_FIRST = {"CD": 0, "DO": 0}
"""Congolese and Dominican without more: the larger of the two."""


def country_named(name: str) -> Country | None:
    """The country of a name, adjective or people: "Russia", "Russian", "Russians", "U.S."."""
    return _by_key().get(key_of(name))


def country_of_key(key: str) -> Country | None:
    """The same by the key of a name, as the words of a text have it."""
    return _by_key().get(key)


def alpha3_of(alpha2: str | None) -> str | None:
    country = countries().get(alpha2 or "")
    return country.alpha3 if country else None


@lru_cache(maxsize=1)
def _by_tld() -> dict[str, str]:
    return {country.tld: country.alpha2 for country in countries().values() if country.tld} | {"uk": "GB", "gov": "US", "mil": "US"}


_OPEN_DOMAINS = word_set("io co tv me ai cc ws fm ly to gg sh gl la vc nu cx am")
"""Sold to sites of any country, so they tell nothing."""


def country_of_site(url: str | None) -> str | None:
    """Alpha-2 by the top-level domain of `url`; None where that tells no country."""
    if not url:
        return None
    host = url.split("://", 1)[-1].split("/", 1)[0].split(":", 1)[0]
    tld = host.rsplit(".", 1)[-1].lower()
    return None if tld in _OPEN_DOMAINS else _by_tld().get(tld)
