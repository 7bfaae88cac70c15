"""Whether a name of the gazetteer is a place where it stands: Paris is, "Paris Hilton" and "Lady" are not.

A logistic regression over what the name is (kind, population, share of namesakes), what stands around it, and what the name model
(`tagger`) says of its words. `data/toponyms.npz` holds its weights; `ops/training/places/` trains it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import repeat

import numpy as np

from agents.tag.facts.gazetteer import ABBREVIATION, ADJECTIVE, ALTERNATE, PEOPLE, Place
from agents.tag.facts.name_features import ORGANIZATION_WORDS, TITLES, name_lists
from agents.tag.facts.tagger import LABELS, Tagged
from agents.tag.facts.words import Word, word_set

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
    if place.how in (ADJECTIVE, PEOPLE, ABBREVIATION):
        return {ADJECTIVE: "J", PEOPLE: "N", ABBREVIATION: "A"}[place.how] + place.feature[:3]
    kind = {"PCLI": "C", "ADM1": "R", "ADM2": "D", "PPL": "P", "PPLC": "P"}.get(place.feature, "X")
    return kind.lower() if place.how == ALTERNATE else kind


def features_of(
    words: Sequence[Word], first: int, last: int, places: Sequence[Place], tagged: Tagged, around: Mapping[str, int]
) -> list[str]:
    """Feature names of one candidate; `around`: how often each country code stands in the text as a country's name or adjective."""
    first_names, surnames, common, _ = name_lists()
    best = places[0]
    kind = kind_of(best)
    group = kind[:1]
    size = 0 if best.population <= 0 else min(int(2 * math.log10(best.population)), 14)
    sized = f"{group}{size // 4}"
    before = words[first - 1] if first else None
    after = words[last + 1] if last + 1 < len(words) else None
    start = words[first]
    gap_before = start.gap.replace("\n", "¶") if before else "^"
    gap_after = after.gap.replace("\n", "¶") if after else "$"
    key_before = before.key if before else "^"
    key_after = after.key if after else "$"
    length = min(last - first + 1, 3)
    single = start.key if first == last else ""
    f = [
        "1", kind, f"{kind}{size}", f"n{length}", f"{group}-1={key_before}",
        f"{group}+1={key_after}", f"-1={key_before}", f"+1={key_after}",
        f"<{gap_before[:3]}", f">{gap_after[:3]}", f"m{min(len(places), 5)}", f"o{int(start.opens)}{group}",
    ]  # fmt: skip
    if single:
        f.append(f"w={single}")
        f.append(f"c{int(single in common)}{int(start.opens)}{sized}")
        if single in first_names:
            f += ["fn", f"fn{sized}"]
        if single in surnames:
            f += ["sn", f"sn{sized}"]
    capital_before = before is not None and before.capital and not start.opens and gap_before in (" ", "-", "’", "'", ". ", "/")
    capital_after = after is not None and after.capital and gap_after in (" ", "-", "’", "'", "/")
    capitals = f"cc{int(capital_before)}{int(capital_after)}"
    f += [capitals, f"{capitals}{group}"]
    if capital_before:
        f.append("fnb" if key_before in first_names else "cb")
        if len(key_before) == 1:
            f.append("initial")
    if capital_after:
        f.append("ca")
        f += ["sna"] if key_after in surnames else []
        f += ["owa"] if key_after in ORGANIZATION_WORDS else []
    if key_after in FACILITY:
        f += [f"fac{int(capital_after)}", f"fac={key_after}"]
    if key_before in TITLES:
        f.append("tb")
    if key_before in _PREPOSITIONS or key_before in _VERBS:
        f += ["pp", f"pp{sized}"]
    if key_before in _VERBS_OF_PEOPLE:
        f += ["vp", f"vp{sized}"]
    if key_after in _SAYING and gap_after == " ":
        f += ["sp", f"sp{sized}"]
    if gap_after == ", " and after is not None and after.text.isdigit() and len(after.text) < 3:
        f.append("age")
    if key_after in _OF_A_PLACE and gap_after == " ":
        f += ["of", f"of{sized}"]
    if before and gap_before == " " and key_before == "the":
        f.append(f"the{group}")
    two = words[first - 2].key if first > 1 else "^"
    f += [f"-2={two}", f"+2={words[last + 2].key if last + 2 < len(words) else '$'}"]
    if gap_before == ", " and before is not None and before.capital:
        f.append(f"list{group}")
    if gap_after == ", " and after is not None and after.capital:
        f.append(f"tsil{group}")
    if start.text.isupper() and len(start.text) > 1:
        f.append(f"up{int(capital_before or capital_after)}{group}{min(len(start.text), 4)}")
    if not start.text[0].isupper():
        f.append("low")
    if around and any(place.country in around for place in places[:5]):
        f += ["near", f"near{sized}"]
    label = _label(first, last, tagged)
    f += [f"t{label}", f"t{label}{group}", f"t{label}{size // 4}"]
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
    return f"O{LABELS[max(range(1, len(LABELS)), key=scores.__getitem__)][2:]}{int(scores[0] - max(scores[1:]) > 2)}"


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    with (files(__package__) / "data" / "toponyms.npz").open("rb") as file, np.load(file) as arrays:
        return dict(zip(arrays["features"].tobytes().decode().split("\n"), arrays["weights"].tolist(), strict=True))


def probability(features: Sequence[str]) -> float:
    weights = _weights()
    return 1 / (1 + math.exp(-sum(map(weights.get, features, repeat(0.0)))))
