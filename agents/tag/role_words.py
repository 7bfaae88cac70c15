"""The words for those who act, `roles.toml`, with their sectors and countries."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from agents.tag.inflect import noun_forms
from agents.tag.lexicon import FOLDER, load
from agents.tag.nouns import kind_of
from agents.tag.words import words
from schemas.plover import Sector

CROWDS = words("thousands hundreds dozens scores")
_DOERS = frozenset({"person", "group"})


@dataclass(frozen=True)
class RoleWords:
    """`roles.toml`, by first word: (words, sector, country); all first words, with those of crowds; and the words that are a role
    alone."""

    phrases: Mapping[str, list[tuple[tuple[str, ...], Sector | None, str | None]]]
    openings: frozenset[str]
    single: frozenset[str]


def _names(text: str) -> Iterator[str]:
    return (" ".join(item.split()).lower() for item in text.replace("\n", " ").split(",") if item.strip())


@cache
def role_words() -> RoleWords:
    """Read once."""
    with (FOLDER / "roles.toml").open("rb") as file:
        data = tomllib.load(file)
    irregular = load().irregular
    found: dict[tuple[str, ...], tuple[Sector | None, str | None]] = {}
    for code, text in data["sectors"].items():
        for noun in _names(text):
            for form, _ in noun_forms(noun, irregular):
                found.setdefault(tuple(form.split()), (Sector(code), None))
    for group in ("international", "governments"):
        for code, text in data[group].items():
            for name in _names(text):
                key = tuple(name.split())
                sector = found.get(key, (None, None))[0] or (Sector.GOV if group == "governments" else None)
                found[key] = (sector, code)
    phrases: dict[str, list[tuple[tuple[str, ...], Sector | None, str | None]]] = {}
    for key, (role_sector, country) in found.items():
        phrases.setdefault(key[0], []).append((key, role_sector, country))
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return RoleWords(phrases, CROWDS.union(phrases), frozenset(key[0] for key in found if len(key) == 1))


def is_role(word: str) -> bool:
    """Whether a word alone names those who act: police."""
    return word in role_words().single


def is_doer(noun: str) -> bool:
    """Whether a noun names somebody who may act: a person, a group, a role, a crowd."""
    return kind_of(noun) in _DOERS or is_role(noun) or noun in CROWDS


def is_person(noun: str) -> bool:
    """Whether a noun names a person, or is a role."""
    return is_role(noun) or kind_of(noun) == "person"
