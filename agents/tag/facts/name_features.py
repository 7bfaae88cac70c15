"""What the name model looks at: the features of the words of a text's capitalised stretches.

They are kept in columns, one for each piece of what a word's features follow from: itself, the word before it, where it stands.
The values of a column come back from text to text, so that the model looks the names of their features up once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain, repeat
from typing import Any, NamedTuple

from agents.tag.facts.gazetteer import ADJECTIVE, PRIMARY, Place
from agents.tag.facts.name_lists import ORGANIZATION_WORDS, TITLES, name_lists
from agents.tag.facts.place_names import LONGEST
from agents.tag.facts.words import BEGIN, END, REMEMBERED, Word, fold
from agents.tag.memory import Memory

_SHAPES = {"A": "A", "AA": "AA", "Aa": "Aa", "AaA": "AaA", "N": "0", "AN": "A0", "a": "a"}
_SHAPE = re.compile(
    r"(?:(?P<A>[A-Z])|(?P<AA>[A-Z]{2,})|(?P<Aa>[A-Z][a-z]+)|(?P<AaA>[A-Z][a-z]+[A-Z]\w*)|(?P<N>\d+)|(?P<AN>\w*\d\w*)|(?P<a>[a-z]+))$"
)


@lru_cache(maxsize=20_000)
def _shape(text: str) -> str:
    match = _SHAPE.match(text)
    return _SHAPES[match.lastgroup or ""] if match else "u" if text[:1].isupper() else "x"


OfPlace = tuple[bool, str, int, bool]
"""Of a word in a name of the gazetteer: whether it begins it, what the name is, how long, and whether all of its segment."""
Value = str | tuple[str | bool | OfPlace | None, ...]
"""What the names of some features follow from; nothing has none."""


class Columns(NamedTuple):
    """Of some words what their features follow from, value by value; training and tagging share them."""

    beside: list[list[str]]
    """The words around each, in the order of BESIDE."""
    others: list[list[Value]]
    """In the order of OTHERS."""

    def names(self) -> list[list[str]]:
        """Of each word's features."""
        beside = [[prefix + key for key in keys] for prefix, keys in zip(BESIDE, self.beside, strict=True)]
        others = [[names_of_value(column, value) for value in values] for column, values in enumerate(self.others)]
        return [[*chain(keys, *names)] for keys, *names in zip(zip(*beside, strict=True), *others, strict=True)]


BESIDE = ("-1=", "+1=", "-2=", "+2=")
"""Prefixes of the features that are words before and behind."""


_OPENS = "^"
"""Before the first word of a sentence."""


def _of_word(value: str) -> list[str]:
    """Of the word itself, by its text."""
    opens = value[0] == _OPENS
    text = value[1:] if opens else value
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


class _Lent(NamedTuple):
    """What a word tells of those around it in its segment."""

    before: str
    """Names of the features of the word behind it: its shape, and whether it is a first name."""
    after: str
    """Names of the features of the word before it: its shape, and whether it is a surname or a word of organizations."""
    first_name: bool
    surname: bool
    organization: bool


def _lent_by(text: str) -> _Lent:
    key, shape, lists = fold(text), _shape(text[:REMEMBERED]), name_lists()
    first_name, surname, organization = key in lists.first_names, key in lists.surnames, key in ORGANIZATION_WORDS
    after = f"+s{shape}{' sn+1' if surname else ''}{' ow+1' if organization else ''}"
    return _Lent(f"-s{shape}{' fn-1' if first_name else ''}", after, first_name, surname, organization)


_LENT = Memory(_lent_by, 20_000, REMEMBERED)


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


def _of_known(value: tuple[str, OfPlace | None, OfPlace | None, OfPlace | None]) -> list[str]:
    """Of the organization and the places that are known by a name to which it belongs, or which stands beside it."""
    organization, own, before, after = value
    names = [organization] if organization else []
    if own:
        _, kind, length, whole = own
        names += [_name_of(own), f"gl{length}{'=' if whole else ''}{kind[:1]}"]
    names += [f"-{_name_of(before)}"] if before else []
    names += [f"+{_name_of(after)}"] if after else []
    return names


def _name_of(place: OfPlace) -> str:
    begins, kind, *_ = place
    return f"g{'B' if begins else 'I'}{kind}"


OTHERS: tuple[Callable[[Any], list[str]], ...] = (
    _of_word,
    str.split,  # of the word before
    str.split,  # of the word behind
    _of_position,
    _of_known,
)
"""For each of the other columns the names of the features that follow from a value."""


def names_of_value(column: int, value: Value) -> list[str]:
    return OTHERS[column](value) if value else []


def columns_of(
    words: Sequence[Word], known_places: Mapping[tuple[int, int], tuple[Place, ...]], segments: Sequence[tuple[int, int]]
) -> Columns:
    """The columns of all words of some segments."""
    openings = name_lists().openings
    padded = [BEGIN, BEGIN, *words, END, END]
    at = [i for first, last in segments for i in range(first + 2, last + 3)]
    own = [padded[i] for i in at]
    behind = [padded[i + 1] for i in at]
    keys_before = [padded[i - 1].key for i in at]
    beside = [
        keys_before,
        [word.key for word in behind],
        [padded[i - 2].key for i in at],
        [padded[i + 2].key for i in at],
    ]
    lent_before, lent_after, is_first_name, is_surname, is_organization = zip(*[_LENT[word.text] for word in own], strict=True)
    before, after = ["", *lent_before[:-1]], [*lent_after[1:], ""]
    organization_inside = [False] * len(own)
    where: list[str] = []
    known: list[Value] = []
    keys = [word.key for word in own]
    begun = {first for first, _ in known_places}
    begin = 0
    for first, last in segments:
        end = begin + last - first + 1
        before[begin] = after[end - 1] = ""
        where += _positions(last - first)
        if True in is_organization[begin:end]:
            organization_inside[begin:end] = [True] * (end - begin)
        if first in begun or not openings.isdisjoint(keys[begin:end]) or not begun.isdisjoint(range(first, last + 1)):
            known += _known(keys[begin:end], known_places, begun, first, last)
        else:
            known += [()] * (end - begin)
        begin = end
    positions: list[Value] = [
        *zip(
            where,
            [word.gap[:2] for word in own],
            [word.gap[:2] for word in behind],
            [key in TITLES for key in keys_before],
            is_first_name,
            is_surname,
            organization_inside,
            strict=True,
        )
    ]
    texts: list[Value] = [f"{_OPENS}{word.text}" if word.opens else word.text for word in own]
    return Columns(beside, [texts, [*before], [*after], positions, known])


@lru_cache(maxsize=100)
def _positions(length: int) -> list[str]:
    """Of each word of a segment three digits: words before it in the segment, words behind it, and how many more there are."""
    return [f"{min(at, 3)}{min(length - at, 3)}{min(length, 4)}" for at in range(length + 1)]


def _known(
    keys: Sequence[str], places: Mapping[tuple[int, int], tuple[Place, ...]], begun: Set[int], first: int, last: int
) -> list[Value]:
    """For the words of a segment: the place to which each belongs and those beside it, and the well-known organizations; `begun`:
    where the places begin."""
    organizations = _organizations(keys)
    if first == last:
        place = (True, _place_kind(places[first, first][0]), 0, True) if (first, first) in places else None
        return [(organizations.get(0, ""), place, None, None) if place or organizations else ()]
    kinds = _places(places, begun, first, last)
    if not (organizations or kinds):
        return [()] * len(keys)
    of_place = [kinds.get(i) for i in range(first - 1, last + 2)]
    return [*zip(map(organizations.get, range(len(keys)), repeat("")), of_place[1:], of_place, of_place[2:], strict=False)]


def _places(known: Mapping[tuple[int, int], tuple[Place, ...]], begun: Set[int], first: int, last: int) -> dict[int, OfPlace]:
    """For the words of a segment the longest gazetteer names, from left to right."""
    found: dict[int, OfPlace] = {}
    end = -1
    for i in range(first, last + 1):
        if i <= end or i not in begun:
            continue
        for j in range(min(i + LONGEST - 1, last), i - 1, -1):
            if places := known.get((i, j)):
                kind, length, whole = _place_kind(places[0]), min(j - i, 2), i == first and j == last
                for k in range(i, j + 1):
                    found[k] = (k == i, kind, length, whole)
                end = j
                break
    return found


def _place_kind(place: Place) -> str:
    if place.how == ADJECTIVE:
        return "J"
    kind = _KINDS.get(place.feature)
    return kind if kind is not None else f"{'P' if place.how == PRIMARY else 'p'}{max(len(str(place.population)), 3)}"


_KINDS = {"PCLI": "C", "ADM1": "R", "CONT": "K"}


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
