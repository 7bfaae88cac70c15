"""What the name model looks at: the features of the words of a text's capitalised stretches.

They are kept in columns, one for each piece of what a word's features follow from: itself, the word before it, where it stands.
The values of a column come back from text to text, so that the model looks the names of their features up once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from agents.tag.facts.gazetteer import ADJECTIVE, PRIMARY, Place
from agents.tag.facts.name_lists import ORGANIZATION_WORDS, TITLES, name_lists
from agents.tag.facts.place_names import LONGEST
from agents.tag.facts.words import REMEMBERED, Word, fold

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


OfPlace = tuple[bool, str, int, bool]
"""Of a word in a name of the gazetteer: whether it begins it, what the name is, how long, and whether all of its segment."""
Value = tuple[str | bool | OfPlace | None, ...]
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


def _of_word(text: str, opens: bool) -> list[str]:
    """Of the word itself; `opens`: whether it is the first of a sentence."""
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


def _of_before(shape: str, first_name: bool) -> list[str]:
    """Of the word before in the same segment: its shape, and whether it is a first name."""
    return [f"-s{shape}", "fn-1"] if first_name else [f"-s{shape}"]


def _of_after(shape: str, surname: bool, organization: bool) -> list[str]:
    """Of the word behind in the same segment: its shape, and whether it is a surname or a word of organizations."""
    return [f"+s{shape}", *(["sn+1"] if surname else []), *(["ow+1"] if organization else [])]


def _of_position(
    where: str, gap: str, gap_after: str, title_before: bool, first_name: bool, surname: bool, organization_inside: bool
) -> list[str]:
    """Of where it stands in its segment (`_positions`), between which gaps, behind a title, and as what it is known there."""
    at, of, length = where[0], where[1], where[2]
    names = [f"<{gap}", f">{gap_after}", f"at{at}", f"of{of}", f"n{length}{at}"]
    names += ["t-1"] if title_before else []
    names += [f"fn{min(at, '2')}{min(of, '2')}"] if first_name else []
    names += [f"sn{min(at, '2')}"] if surname else []
    names += ["oi"] if organization_inside else []
    return names


def _of_known(organization: str, own: OfPlace | None, before: OfPlace | None, after: OfPlace | None) -> list[str]:
    """Of the organization and the places that are known by a name to which it belongs, or which stands beside it."""
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


OTHERS: tuple[Callable[..., list[str]], ...] = (
    _of_word,
    _of_before,
    _of_after,
    _of_position,
    _of_known,
)
"""For each of the other columns the names of the features that follow from a value."""


def names_of_value(column: int, value: Value) -> list[str]:
    return OTHERS[column](*value) if value else []


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
    return Columns(beside, [[(word.text, word.opens) for word in own], before, after, positions, known])


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
    of_place = [kinds.get(i) for i in range(-1, len(keys) + 1)]
    return [(organizations.get(i, ""), of_place[i + 1], of_place[i], of_place[i + 2]) for i in range(len(keys))]


def _places(known: Mapping[tuple[int, int], tuple[Place, ...]], first: int, last: int) -> dict[int, OfPlace]:
    found: dict[int, OfPlace] = {}
    i = first
    while i <= last:
        for j in range(min(i + LONGEST - 1, last), i - 1, -1):
            if places := known.get((i, j)):
                kind, length, whole = _place_kind(places[0]), min(j - i, 2), i == first and j == last
                for k in range(i, j + 1):
                    found[k - first] = (k == i, kind, length, whole)
                i = j
                break
        i += 1
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
