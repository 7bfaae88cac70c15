"""Whether a name of the gazetteer is a place where it stands: Paris is, "Paris Hilton" and "Lady" are not.

A logistic regression over what the name is (kind, population, share of namesakes), what stands around it, and what the name model
(`tagger`) says of its words. `data/toponyms.npz` holds its weights; `ops/training/places/` trains it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence, Set
from functools import lru_cache, partial
from importlib.resources import files

import numpy as np

from agents.tag.facts.gazetteer import ABBREVIATION, ADJECTIVE, ALTERNATE, PEOPLE, Place
from agents.tag.facts.name_lists import ORGANIZATION_WORDS, TITLES, name_lists
from agents.tag.facts.tagger import LABELS, Tagged
from agents.tag.facts.words import BEGIN, END, REMEMBERED, Word, word_set
from agents.tag.memory import Memory

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


def _rank(place: Place) -> tuple[str, int, str]:
    """Kind and size, and both in short."""
    kind, size = kind_of(place), _size_of(place.population)
    return kind, size, f"{kind[0]}{size // 4}"


_RANKS = Memory(_rank, 20_000)


Part = tuple[str | int | bool, ...]
"""What some of the features of a candidate follow from."""
_UNTOLD = "(untold)"
"""In the place of every word beside a name that tells nothing: most names stand between such words, so that they come back."""


def features_of(
    words: Sequence[Word], first: int, last: int, places: Sequence[Place], tagged: Tagged, around: Mapping[str, int]
) -> list[str]:
    """Feature names of one candidate, for training; `around`: how often each country code stands in the text as a country's name
    or adjective."""
    parts = parts_of(words, first, last, places, tagged, around, None)
    return [name for names_of, values in zip(_NAMES_OF, parts, strict=True) for name in names_of(*values)]


def parts_of(
    words: Sequence[Word],
    first: int,
    last: int,
    places: Sequence[Place],
    tagged: Tagged,
    around: Mapping[str, int],
    telling: Set[str] | None,
) -> tuple[Part, ...]:
    """What the features of one candidate follow from, in parts that come back from text to text, in the order of _NAMES_OF;
    `telling`: the words beside it that tell something; None: all, as in training, which finds that out."""
    best = places[0]
    kind, size, sized = _RANKS[best]
    start = words[first]
    text, opens = start.text, start.opens
    before = words[first - 1] if first else BEGIN
    after = words[last + 1] if last + 1 < len(words) else END
    gap_before = start.gap.replace("\n", "¶") if first else "^"
    gap_after = after.gap.replace("\n", "¶")
    capital_before = before.capital and not opens and gap_before in _JOINERS_BEFORE
    capital_after = after.capital and gap_after in _JOINERS
    spelling = min(len(text), 4) if text.isupper() and len(text) > 1 else 0 if text[0].isupper() else -1
    key_before, key_after = before.key, after.key
    if telling is not None:
        if len(key_before) > _SHORT and key_before not in telling:
            key_before = _UNTOLD
        if len(key_after) > _SHORT and key_after not in telling:
            key_after = _UNTOLD
    near = best.country in around or (len(places) > 1 and not around.keys().isdisjoint([place.country for place in places[1:5]]))
    return (
        (kind, size, start.key[:REMEMBERED] if first == last else "", min(last - first + 1, 3), min(len(places), 5), opens),
        (sized, key_before, gap_before[:3], capital_before, before.capital),
        (sized, key_after, gap_after[:3], capital_after, after.capital),
        (words[first - 2].key if first > 1 else "^",),
        (words[last + 2].key if last + 2 < len(words) else "$",),
        (sized, capital_before, capital_after, spelling, near, _label(first, last, tagged)),
    )


_SHORT = 2
"""Characters of initials and ages."""
_JOINERS = frozenset({" ", "-", "’", "'", "/"})
_JOINERS_BEFORE = _JOINERS | {". "}


def _of_name(kind: str, size: int, single: str, length: int, namesakes: int, opens: bool) -> list[str]:
    """Of the name itself; `single`: its key, where it is one word."""
    group, sized = kind[:1], f"{kind[:1]}{size // 4}"
    f = ["1", kind, f"{kind}{size}", f"n{length}", f"m{namesakes}", f"o{int(opens)}{group}"]
    if single:
        first_names, surnames, common, *_ = name_lists()
        f += [f"w={single}", f"c{int(single in common)}{int(opens)}{sized}"]
        if single in first_names:
            f += ["fn", f"fn{sized}"]
        if single in surnames:
            f += ["sn", f"sn{sized}"]
    return f


def _of_before(sized: str, key: str, gap: str, joined: bool, capital: bool) -> list[str]:
    """Of the word before; `joined`: one with a capital that may belong to the name."""
    group = sized[0]
    f = [f"{group}-1={key}", f"-1={key}", f"<{gap}"]
    if joined:
        f.append("fnb" if key in name_lists().first_names else "cb")
        if len(key) == 1:
            f.append("initial")
    if key in TITLES:
        f.append("tb")
    if key in _PREPOSITIONS or key in _VERBS:
        f += ["pp", f"pp{sized}"]
    if key in _VERBS_OF_PEOPLE:
        f += ["vp", f"vp{sized}"]
    if gap == " " and key == "the":
        f.append(f"the{group}")
    if gap == ", " and capital:
        f.append(f"list{group}")
    return f


def _of_after(sized: str, key: str, gap: str, joined: bool, capital: bool) -> list[str]:
    """Of the word after."""
    group = sized[0]
    f = [f"{group}+1={key}", f"+1={key}", f">{gap}"]
    if joined:
        f.append("ca")
        f += ["sna"] if key in name_lists().surnames else []
        f += ["owa"] if key in ORGANIZATION_WORDS else []
    if key in FACILITY:
        f += [f"fac{int(joined)}", f"fac={key}"]
    if key in _SAYING and gap == " ":
        f += ["sp", f"sp{sized}"]
    if gap == ", " and key.isdigit() and len(key) < 3:
        f.append("age")
    if key in _OF_A_PLACE and gap == " ":
        f += ["of", f"of{sized}"]
    if gap == ", " and capital:
        f.append(f"tsil{group}")
    return f


def _of_second_before(key: str) -> list[str]:
    return [f"-2={key}"]


def _of_second_after(key: str) -> list[str]:
    return [f"+2={key}"]


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


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    with (files(__package__) / "data" / "toponyms.npz").open("rb") as file, np.load(file) as arrays:
        return dict(zip(arrays["features"].tobytes().decode().split("\n"), arrays["weights"].tolist(), strict=True))


_NAMES_OF: tuple[Callable[..., list[str]], ...] = (
    _of_name,
    _of_before,
    _of_after,
    _of_second_before,
    _of_second_after,
    _of_whole,
)


def _worth(names_of: Callable[..., list[str]], part: Part) -> float:
    """The sum of the weights of the features that follow from a part."""
    weights = _weights()
    return sum([weights.get(name, 0.0) for name in names_of(*part)])


_WORTH_OF_NAME, _WORTH_BEFORE, _WORTH_AFTER, _WORTH_OF_WHOLE = [
    Memory(partial(_worth, names_of), 20_000) for names_of in (_of_name, _of_before, _of_after, _of_whole)
]


def score(parts: Sequence[Part]) -> float:
    """Of a candidate: the logarithm of the odds that it is a place."""
    name, before, after, (second_before,), (second_after,), whole = parts
    return (
        _WORTH_OF_NAME[name]
        + _WORTH_BEFORE[before]
        + _WORTH_AFTER[after]
        + _weights_of("-2=").get(second_before, 0.0)
        + _weights_of("+2=").get(second_after, 0.0)
        + _WORTH_OF_WHOLE[whole]
    )


@lru_cache(maxsize=2)
def _weights_of(prefix: str) -> dict[str | int | bool, float]:
    """By what follows in the names of features that begin so."""
    return {name.removeprefix(prefix): weight for name, weight in _weights().items() if name.startswith(prefix)}


@lru_cache(maxsize=1)
def telling_words() -> frozenset[str]:
    """The words that tell something right before a name or right behind it."""
    split = [name.partition("=") for name in _weights()]
    weighed = [key for where, _, key in split if where.endswith(("-1", "+1"))]
    first_names, surnames, *_ = name_lists()
    lists = (TITLES, _PREPOSITIONS, _VERBS, _VERBS_OF_PEOPLE, ORGANIZATION_WORDS, FACILITY, _SAYING, _OF_A_PLACE)
    return frozenset(["the", *weighed]).union(first_names, surnames, *lists)
