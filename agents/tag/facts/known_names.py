"""The organizations and leaders of our lists, and the words that tell a sector."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from agents.tag.facts.words import key_of
from schemas.event import ActorKind
from schemas.plover import Sector


class KnownName(NamedTuple):
    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[Sector, ...]
    spelling: str | None
    """Of an acronym: as it must be written."""


def _rows(name: str) -> Iterator[list[str]]:
    with (files(__package__) / "data" / name).open(encoding="utf-8") as file:
        yield from (row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row and not row[0].startswith("#"))


@lru_cache(maxsize=1)
def organizations_by_name() -> dict[str, list[KnownName]]:
    """All that bear a name, by its key, in the list's order. An acronym must be written as the list has it, lest "who" be the World
    Health Organization."""
    found: dict[str, list[KnownName]] = {}
    for names, kind, country, sectors in _rows("organizations.tsv"):
        first, *_ = names.split("|")
        for name in names.split("|"):
            spelling = name if name.replace(".", "").isupper() else None
            known = KnownName(first, ActorKind(kind), country or None, tuple(map(Sector, sectors.split())), spelling)
            owners = found.setdefault(key_of(name), [])
            if all(owner.name != first for owner in owners):
                owners.append(known)
    return found


@lru_cache(maxsize=1)
def listed_organizations() -> dict[str, KnownName]:
    """By key: the first that bears the name."""
    return {key: owners[0] for key, owners in organizations_by_name().items()}


@lru_cache(maxsize=1)
def openings_of_organizations() -> frozenset[str]:
    return frozenset(key.split()[0] for key in listed_organizations())


@lru_cache(maxsize=1)
def leaders_by_name() -> dict[str, KnownName]:
    found = {}
    for names, country, sectors in _rows("leaders.tsv"):
        first, *_ = names.split("|")
        for name in names.split("|"):
            found[key_of(name)] = KnownName(first, ActorKind.PERSON, country, tuple(map(Sector, sectors.split())), None)
    return found


@lru_cache(maxsize=1)
def leaders_by_surname() -> dict[str, KnownName]:
    """Only surnames that one leader of the list bears."""
    found: dict[str, list[KnownName]] = {}
    for key, known in leaders_by_name().items():
        bearers = found.setdefault(key.split()[-1], [])
        if known.name not in [other.name for other in bearers]:
            bearers.append(known)
    return {surname: bearers[0] for surname, bearers in found.items() if len(bearers) == 1}


@lru_cache(maxsize=1)
def leading_surnames() -> frozenset[str]:
    return frozenset(leaders_by_surname())


@lru_cache(maxsize=1)
def sector_words() -> dict[str, dict[str, Sector]]:
    found: dict[str, dict[str, Sector]] = {}
    for place, sector, words in _rows("sectors.tsv"):
        found.setdefault(place, {}).update(dict.fromkeys(words.split(), Sector(sector)))
    return found
