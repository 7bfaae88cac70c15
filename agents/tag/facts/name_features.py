"""What the name model looks at: the features of the words of a text's capitalised stretches.

They are kept in columns, one for each piece of what a word's features follow from: itself, the word before it, where it stands.
The values of a column come back from text to text, so that the model looks the names of their features up once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from typing import Any, NamedTuple

from agents.tag.facts.gazetteer import ADJECTIVE, Place
from agents.tag.facts.place_names import LONGEST
from agents.tag.facts.words import REMEMBERED, Word, fold, key_of, word_set

TITLES = word_set(
    """
    mr mrs ms miss dr sir lord lady dame prof professor president premier chancellor king queen prince princess pope
    minister senator congressman
    congresswoman representative rep sen gov governor mayor judge justice general gen colonel col lieutenant lt captain
    capt major maj sergeant sgt
    corporal private admiral commander officer detective inspector sheriff chief secretary spokesman spokeswoman
    spokesperson director chairman
    chairwoman ceo coach imam sheikh ayatollah rabbi reverend rev father bishop archbishop cardinal saint emir sultan
    ambassador attorney lawyer
    analyst author actor actress singer brother sister son daughter wife husband uncle aunt mp mep vice deputy
    """
)
ORGANIZATION_WORDS = word_set(
    """
    inc corp corporation co company ltd llc plc group holdings bank university college school institute academy hospital
    church ministry department
    agency committee commission council court party union association federation foundation organization organisation
    society club team board bureau
    office authority administration service services police army navy force forces guard front movement brigade brigades
    battalion congress
    senate parliament assembly house center centre network news times post journal herald tribune daily press radio
    television magazine league
    alliance coalition trust fund museum airlines airways motors systems technologies software energy oil gas industries
    enterprises partners
    associates insurance restaurant hotel store shop theatre theater library orchestra band fc united international national
    """
)


class NameLists(NamedTuple):
    first_names: frozenset[str]
    surnames: frozenset[str]
    common: frozenset[str]
    """Words seen in lower case."""
    organizations: dict[str, str]
    """Keys of well-known organizations with their kind."""
    openings: frozenset[str]
    """First words of those keys."""


@lru_cache(maxsize=1)
def name_lists() -> NameLists:
    data = files(__package__) / "data"

    def words(name: str) -> frozenset[str]:
        lines = (data / name).read_text(encoding="utf-8").splitlines()
        return frozenset(" ".join(line for line in lines if not line.startswith("#")).split())

    organizations: dict[str, str] = {}
    for line in (data / "organizations.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            names, kind = line.split("\t")[:2]
            organizations |= {key_of(name): kind for name in names.split("|")}
    openings = frozenset(key.split(" ")[0] for key in organizations)
    return NameLists(words("first_names.txt"), words("surnames.txt"), words("common_words.txt"), organizations, openings)


_SHAPES = (
    (re.compile(r"[A-Z]$"), "A"),
    (re.compile(r"[A-Z]{2,}$"), "AA"),
    (re.compile(r"[A-Z][a-z]+$"), "Aa"),
    (re.compile(r"[A-Z][a-z]+[A-Z]\w*$"), "AaA"),
    (re.compile(r"\d+$"), "0"),
    (re.compile(r"\w*\d\w*$"), "A0"),
    (re.compile(r"[a-z]+$"), "a"),
)


@lru_cache(maxsize=20_000)
def _shape(text: str) -> str:
    return next((shape for pattern, shape in _SHAPES if pattern.match(text)), "u" if text[:1].isupper() else "x")


Value = str | tuple[str | bool, ...]


class Columns(NamedTuple):
    """Of some words what their features follow from, value by value; training and tagging share them."""

    beside: list[list[str]]
    """The words around each, in the order of BESIDE."""
    others: list[list[Value]]
    """In the order of OTHERS."""

    def names(self) -> list[list[str]]:
        """Of each word's features."""
        beside = [[prefix + key for key in keys] for prefix, keys in zip(BESIDE, self.beside, strict=True)]
        others = [[*map(names_of, values)] for names_of, values in zip(OTHERS, self.others, strict=True)]
        return [[*chain(keys, *names)] for keys, *names in zip(zip(*beside, strict=True), *others, strict=True)]


BESIDE = ("-1=", "+1=", "-2=", "+2=")
"""Prefixes of the features that are words before and behind."""


def _of_word(value: str) -> list[str]:
    """Of the word itself, written with ^ before it where it opens a sentence."""
    opens = value.startswith("^")
    text = value.removeprefix("^")
    key, shape, lists = fold(text), _shape(text[:REMEMBERED]), name_lists()
    names = [
        "1",
        f"w={key}",
        f"s={shape}",
        f"e3={key[-3:]}",
        f"e2={key[-2:]}",
        f"b3={key[:3]}",
        f"c{int(key in lists.common)}{int(opens)}{shape}",
    ]
    if opens:
        names += ["^", f"^{shape}"]
    names += ["fn"] if key in lists.first_names else []
    names += ["sn"] if key in lists.surnames else []
    names += ["t"] if key in TITLES else []
    names += ["ow"] if key in ORGANIZATION_WORDS else []
    return names


def _of_before(value: tuple[str, bool]) -> list[str]:
    """Of the word before in the same segment: its shape, and whether it is a first name."""
    shape, first_name = value
    return [f"-s{shape}", "fn-1"] if first_name else [f"-s{shape}"]


def _of_after(value: tuple[str, bool, bool]) -> list[str]:
    """Of the word behind in the same segment: its shape, and whether it is a surname or a word of organizations."""
    shape, surname, organization = value
    return [f"+s{shape}", *(["sn+1"] if surname else []), *(["ow+1"] if organization else [])]


def _of_position(value: tuple[str, str, str, bool, bool, bool, bool]) -> list[str]:
    """Of where it stands in its segment (`_positions`), between which gaps, behind a title, and as what it is known there."""
    where, gap, gap_after, title_before, first_name, surname, organization_inside = value
    at, of, length = where[0], where[1], where[2]
    names = [f"<{gap}", f">{gap_after}", f"at{at}", f"of{of}", f"n{length}{at}"]
    names += ["t-1"] if title_before else []
    names += [f"fn{min(at, '2')}{min(of, '2')}"] if first_name else []
    names += [f"sn{min(at, '2')}"] if surname else []
    names += ["oi"] if organization_inside else []
    return names


def _of_known(names: tuple[str, ...]) -> list[str]:
    """Of places and organizations that are known by name; nothing where no word stands beside in the segment."""
    return [*names]


OTHERS: tuple[Callable[[Any], list[str]], ...] = (
    _of_word,
    lambda value: _of_before(value) if value else [],
    lambda value: _of_after(value) if value else [],
    _of_position,
    _of_known,
)
"""For each of the other columns the names of the features that follow from a value."""

_BEGIN, _END = Word(0, 0, "", "^", "", False, False), Word(0, 0, "", "$", "$", False, False)


def columns_of(
    words: Sequence[Word], known_places: Mapping[tuple[int, int], tuple[Place, ...]], segments: Sequence[tuple[int, int]]
) -> Columns:
    """The columns of all words of some segments."""
    first_names, surnames, *_ = name_lists()
    padded = [_BEGIN, _BEGIN, *words, _END, _END]
    at = [i for first, last in segments for i in range(first + 2, last + 3)]
    own = [padded[i] for i in at]
    beside = [
        [padded[i - 1].key for i in at],
        [padded[i + 1].key for i in at],
        [padded[i - 2].key for i in at],
        [padded[i + 2].key for i in at],
    ]
    keys = [word.key for word in own]
    is_first_name = [key in first_names for key in keys]
    is_surname = [key in surnames for key in keys]
    before: list[Value] = []
    after: list[Value] = []
    where: list[str] = []
    organization_inside: list[bool] = []
    known: list[Value] = []
    begin = 0
    for first, last in segments:
        length = last - first
        end = begin + length + 1
        inside = keys[begin:end]
        organization_words = [key in ORGANIZATION_WORDS for key in inside]
        before.append(())
        if length:
            shapes = [_shape(word.text[:REMEMBERED]) for word in own[begin:end]]
            before += zip(shapes[:-1], is_first_name[begin:end], strict=False)
            after += zip(shapes[1:], is_surname[begin + 1 : end], organization_words[1:], strict=True)
        after.append(())
        where += _positions(length)
        organization_inside += [True in organization_words] * (length + 1)
        known += _known(inside, known_places, first, last)
        begin = end
    positions: list[Value] = [
        *zip(
            where,
            [word.gap[:2] for word in own],
            [padded[i + 1].gap[:2] for i in at],
            [key in TITLES for key in beside[0]],
            is_first_name,
            is_surname,
            organization_inside,
            strict=True,
        )
    ]
    return Columns(beside, [[f"^{word.text}" if word.opens else word.text for word in own], before, after, positions, known])


@lru_cache(maxsize=100)
def _positions(length: int) -> list[str]:
    """Of each word of a segment three digits: words before it in the segment, words behind it, and how many more there are."""
    return [f"{min(at, 3)}{min(length - at, 3)}{min(length, 4)}" for at in range(length + 1)]


def _known(keys: Sequence[str], places: Mapping[tuple[int, int], tuple[Place, ...]], first: int, last: int) -> list[Value]:
    """For the words of a segment: the longest gazetteer names, and the well-known organizations."""
    organizations = _organizations(keys)
    kinds = _places(places, first, last)
    if not (organizations or kinds):
        return [()] * len(keys)
    found: list[Value] = []
    for i in range(len(keys)):
        names = [organizations[i]] if i in organizations else []
        names += kinds.get(i, ())
        if i - 1 in kinds:
            names.append(f"-{kinds[i - 1][0]}")
        if i + 1 in kinds:
            names.append(f"+{kinds[i + 1][0]}")
        found.append(tuple(names))
    return found


def _places(known: Mapping[tuple[int, int], tuple[Place, ...]], first: int, last: int) -> dict[int, tuple[str, str]]:
    found: dict[int, tuple[str, str]] = {}
    i = first
    while i <= last:
        for j in range(min(i + LONGEST - 1, last), i - 1, -1):
            if places := known.get((i, j)):
                kind = _place_kind(places[0])
                for k in range(i, j + 1):
                    found[k - first] = (
                        f"g{'B' if k == i else 'I'}{kind}",
                        f"gl{min(j - i, 2)}{'=' if i == first and j == last else ''}{kind[:1]}",
                    )
                i = j
                break
        i += 1
    return found


def _place_kind(place: Place) -> str:
    if place.how == ADJECTIVE:
        return "J"
    size = len(str(place.population))
    return {"PCLI": "C", "ADM1": "R", "CONT": "K"}.get(place.feature) or f"{'P' if place.how == 0 else 'p'}{max(size, 3)}"


def _organizations(keys: Sequence[str]) -> dict[int, str]:
    organizations, openings = name_lists().organizations, name_lists().openings
    found: dict[int, str] = {}
    for i, key in enumerate(keys):
        if key not in openings:
            continue
        name = ""
        for j in range(i, min(i + 7, len(keys))):
            name = f"{name} {keys[j]}" if name else key
            if kind := organizations.get(name):
                found |= {k: ("kB" if k == i else "kI") + kind[0] for k in range(i, j + 1)}
    return found
