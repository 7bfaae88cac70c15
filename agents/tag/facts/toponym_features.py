"""What tells a toponym: the features of a name of the gazetteer where it stands."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from agents.tag.facts.gazetteer import ABBREVIATION, ADJECTIVE, ALTERNATE, PEOPLE, Place
from agents.tag.facts.name_lists import ORGANIZATION_WORDS, TITLES, name_lists
from agents.tag.facts.tagger import LABELS, Tagged
from agents.tag.facts.words import REMEMBERED, Word, word_set

_PREPOSITIONS = word_set(
    "in at from near to outside around of across into through toward towards over for between inside throughout within"
)
_VERBS = word_set(
    """
    attacked battered besieged blockaded bombarded bombed captured cordoned encircled entered evacuated flattened fled hit invaded
    left liberated occupied overran pounded raided razed reached recaptured reclaimed retook rocked seized shelled shook stormed
    struck surrounded targeted took toured visited hits rocks strikes attack attacking bombing capture capturing entering hitting
    leaving occupying reaching retaking seizing shelling storming striking visiting
    """
)
"""Whose object is often a place: it stands behind them as behind a preposition."""
_VERBS_OF_PEOPLE = word_set(
    """
    accused acquitted appointed arrested assassinated beat beheaded charged convicted defeated deported detained elected endorsed
    executed extradited freed handcuffed hired indicted interviewed jailed killed married met murdered named nominated ousted
    pardoned praised questioned released replaced sacked sentenced shot stabbed succeeded sued suspended tortured asked told
    arresting charging detaining electing killing meeting naming questioning releasing sentencing
    """
)
_SAYING = word_set("said says told tells added adds wrote writes asked argued replied tweeted insisted denied scored who whose")
"""What people do, before and behind their names."""
_OF_A_PLACE = word_set(
    """
    residents police officials authorities villagers locals mayor governor prosecutor prosecutors magistrate magistrates hospital
    province region prefecture oblast governorate district municipality area suburb neighborhood neighbourhood airport port jail
    """
)
"""What a place has, named behind it."""
FACILITY = word_set(
    """
    street st road rd avenue ave drive dr lane blvd boulevard highway park university college school hospital church
    airport river lake creek
    bridge station stadium hotel hall house court bank club center centre theatre theater museum library district square
    bay beach island shoal reef atoll strait straits
    county parish township mountain mountains hill hills valley sea ocean
    """
)


def kind_of(place: Place) -> str:
    """City, country, state, region, adjective, people, abbreviation: what a name is."""
    if place.how in _NO_OWN_NAMES:
        return _NO_OWN_NAMES[place.how] + place.feature[:3]
    kind = _KINDS.get(place.feature, "X")
    return kind.lower() if place.how == ALTERNATE else kind


_NO_OWN_NAMES = {ADJECTIVE: "J", PEOPLE: "N", ABBREVIATION: "A"}
_KINDS = {"PCLI": "C", "ADM1": "R", "ADM2": "D", "PPL": "P", "PPLC": "P"}


@lru_cache(maxsize=10_000)
def _size_of(population: int) -> int:
    """Twice its logarithm, at most 14."""
    return 0 if population <= 0 else min(int(2 * math.log10(population)), 14)


Part = tuple[str | int | bool, ...]
"""What some of the features of a candidate follow from."""


class Aspects(NamedTuple):
    """What the features of a candidate follow from."""

    parts: tuple[Part, ...]
    """In the order of NAMES_OF; most come back from text to text."""
    group: str
    words: tuple[str, ...]
    """Features by themselves: the name if it is one word, and the words around, in the order of `prefixes_of` the group."""


@lru_cache(maxsize=20)
def prefixes_of(group: str) -> tuple[str, ...]:
    return "w=", "-1=", f"{group}-1=", "+1=", f"{group}+1=", "-2=", "+2="


def features_of(
    words: Sequence[Word], first: int, last: int, places: Sequence[Place], tagged: Tagged, around: Mapping[str, int]
) -> list[str]:
    """Feature names of one candidate, for training; `around`: how often each country code stands in the text as a country's name
    or adjective."""
    parts, group, beside = aspects_of(words, first, last, places, tagged, around)
    names = [name for names_of, values in zip(NAMES_OF, parts, strict=True) for name in names_of(*values)]
    return names + [prefix + key for prefix, key in zip(prefixes_of(group), beside, strict=True) if key]


def aspects_of(
    words: Sequence[Word], first: int, last: int, places: Sequence[Place], tagged: Tagged, around: Mapping[str, int]
) -> Aspects:
    """What the features of one candidate follow from."""
    best = places[0]
    kind = kind_of(best)
    size = _size_of(best.population)
    sized = f"{kind[0]}{size // 4}"
    start = words[first]
    text, opens = start.text, start.opens
    before = words[first - 1] if first else _BEGIN
    after = words[last + 1] if last + 1 < len(words) else _END
    gap_before = start.gap.replace("\n", "¶") if first else "^"
    gap_after = after.gap.replace("\n", "¶")
    capital_before = before.capital and not opens and gap_before in _JOINERS_BEFORE
    capital_after = after.capital and gap_after in _JOINERS
    spelling = min(len(text), 4) if text.isupper() and len(text) > 1 else 0 if text[0].isupper() else -1
    near = bool(around) and not around.keys().isdisjoint([place.country for place in places[:5]])
    single = start.key[:REMEMBERED] if first == last else ""
    key_before, key_after = before.key[:REMEMBERED], after.key[:REMEMBERED]
    return Aspects(
        (
            (kind, size, min(last - first + 1, 3), min(len(places), 5), opens),
            (sized, _sort_of_single(single), opens),
            (sized, _sort_before(key_before), gap_before[:3], capital_before, before.capital),
            (sized, _sort_after(key_after), gap_after[:3], capital_after, after.capital),
            (sized, capital_before, capital_after, spelling, near, _label(first, last, tagged)),
        ),
        kind[0],
        (
            single,
            key_before,
            key_before,
            key_after,
            key_after,
            words[first - 2].key[:REMEMBERED] if first > 1 else "^",
            words[last + 2].key[:REMEMBERED] if last + 2 < len(words) else "$",
        ),
    )


_BEGIN, _END = Word(0, 0, "", "^", "", False, False), Word(0, 0, "", "$", "$", False, False)
_JOINERS = frozenset({" ", "-", "’", "'", "/"})
_JOINERS_BEFORE = _JOINERS | {". "}


def _of_name(kind: str, size: int, length: int, namesakes: int, opens: bool) -> list[str]:
    """Of what the name is."""
    return ["1", kind, f"{kind}{size}", f"n{length}", f"m{namesakes}", f"o{int(opens)}{kind[:1]}"]


@lru_cache(maxsize=20_000)
def _sort_of_single(key: str) -> str:
    """What a name of one word is else, a letter each: none, common word, first name, surname."""
    first_names, surnames, common, *_ = name_lists()
    return f"{'' if key else '-'}{'c' * (key in common)}{'f' * (key in first_names)}{'s' * (key in surnames)}"


def _of_single(sized: str, sort: str, opens: bool) -> list[str]:
    """Of a name of one word by its sort."""
    if sort == "-":
        return []
    f = [f"c{int('c' in sort)}{int(opens)}{sized}"]
    if "f" in sort:
        f += ["fn", f"fn{sized}"]
    if "s" in sort:
        f += ["sn", f"sn{sized}"]
    return f


@lru_cache(maxsize=20_000)
def _sort_before(key: str) -> str:
    """What the word before is, a letter each: first name, initial, title, preposition or verb like one, verb of people, "the"."""
    return "".join(
        [
            "f" if key in name_lists().first_names else "",
            "i" if len(key) == 1 else "",
            "t" if key in TITLES else "",
            "p" if key in _PREPOSITIONS or key in _VERBS else "",
            "v" if key in _VERBS_OF_PEOPLE else "",
            "d" if key == "the" else "",
        ]
    )


def _of_before(sized: str, sort: str, gap: str, joined: bool, capital: bool) -> list[str]:
    """Of the word before by its sort; `joined`: one with a capital that may belong to the name."""
    group = sized[0]
    f = [f"<{gap}"]
    if joined:
        f.append("fnb" if "f" in sort else "cb")
        if "i" in sort:
            f.append("initial")
    if "t" in sort:
        f.append("tb")
    if "p" in sort:
        f += ["pp", f"pp{sized}"]
    if "v" in sort:
        f += ["vp", f"vp{sized}"]
    if gap == " " and "d" in sort:
        f.append(f"the{group}")
    if gap == ", " and capital:
        f.append(f"list{group}")
    return f


@lru_cache(maxsize=20_000)
def _sort_after(key: str) -> str:
    """What the word after is, a letter each: surname, word of organizations, saying, short number, what a place has; and which
    facility."""
    return "".join(
        [
            "s" if key in name_lists().surnames else "",
            "o" if key in ORGANIZATION_WORDS else "",
            "w" if key in _SAYING else "",
            "n" if key.isdigit() and len(key) < 3 else "",
            "p" if key in _OF_A_PLACE else "",
            f"={key}" if key in FACILITY else "",
        ]
    )


def _of_after(sized: str, sort: str, gap: str, joined: bool, capital: bool) -> list[str]:
    """Of the word after by its sort."""
    sort, _, facility = sort.partition("=")
    f = [f">{gap}"]
    if joined:
        f.append("ca")
        f += ["sna"] if "s" in sort else []
        f += ["owa"] if "o" in sort else []
    if facility:
        f += [f"fac{int(joined)}", f"fac={facility}"]
    if "w" in sort and gap == " ":
        f += ["sp", f"sp{sized}"]
    if gap == ", " and "n" in sort:
        f.append("age")
    if "p" in sort and gap == " ":
        f += ["of", f"of{sized}"]
    if gap == ", " and capital:
        f.append(f"tsil{sized[0]}")
    return f


def _of_whole(sized: str, before: bool, after: bool, spelling: int, near: bool, label: str) -> list[str]:
    """Of the capitals around and in it (`spelling`: letters of a word all in capitals, -1 of one in lower case), whether the text
    is about one of its countries, and what the name model says."""
    group, capitals = sized[0], f"cc{int(before)}{int(after)}"
    f = [capitals, f"{capitals}{group}", f"t{label}", f"t{label}{group}", f"t{label}{sized[1:]}"]
    if spelling > 0:
        f.append(f"up{int(before or after)}{group}{spelling}")
    if spelling < 0:
        f.append("low")
    if near:
        f += ["near", f"near{sized}"]
    return f


def _label(first: int, last: int, tagged: Tagged) -> str:
    """What the name model says of the words: the same span, inside a longer one, over a shorter one, or none."""
    span = tagged.at.get(first)
    if span is None and last > first:
        span = next((tagged.at[i] for i in range(first + 1, last + 1) if i in tagged.at), None)
    if span:
        if (span.first, span.last) == (first, last):
            return f"={span.kind}"
        if span.first <= first and last <= span.last:
            return f"<{span.kind}{'^' if span.first == first else ''}{'$' if span.last == last else ''}"
        return f">{span.kind}"
    scores = tagged.scores.get(first)
    if scores is None:
        return "-"
    outside, *of_names = scores
    best = max(of_names)
    return f"O{LABELS[1 + of_names.index(best)][2:]}{int(outside - best > 2)}"


NAMES_OF: tuple[Callable[..., list[str]], ...] = (_of_name, _of_single, _of_before, _of_after, _of_whole)
"""For each part of what features follow from, how they are named."""
