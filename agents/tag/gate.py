"""How likely a trigger is an event in running news: a logistic regression over what is known of its use.

A trigger word alone is right half of the time in news. The weights stand in `data/gate.json`; `ops/training/tag/` trains them and
keeps their card. The gate decides whether to believe a rule; it never makes an event, and rule and evidence stay visible.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import orjson

from agents.tag.gate_features import OPENING, Kind, Matter, Surroundings, features, is_known, is_somebody
from agents.tag.merge import Candidate
from agents.tag.rules import Part
from schemas.plover import EventType

_PEACE = Matter.PEACE


@dataclass(frozen=True)
class Gate:
    """Weights by feature, and for each class of candidate the probability from which it is believed."""

    bias: float
    weights: dict[str, float]
    thresholds: dict[str, float]
    annotated: frozenset[str]
    """Types with the mode of a rule, and rules, whose events WikiEvents annotates: COERCE/arrest, ACCUSE/charge."""

    def probability(self, candidate: Candidate, around: Surroundings) -> float:
        """0 to 1, as calibrated on running news."""
        weight = self.weights.get
        kind = self.kind(candidate, around)
        score = self.bias + sum([weight(name, 0.0) * value for name, value in features(candidate, kind, around)])
        return 1.0 / (1.0 + math.exp(-score))

    def threshold(self, candidate: Candidate, around: Surroundings) -> float:
        """Of a candidate's class; less the more the article reads like news."""
        asked = self.thresholds[trust_class(candidate, self.kind(candidate, around), around)]
        return asked * (1 - (1 - _NEWS) * around.news)

    def kind(self, candidate: Candidate, around: Surroundings) -> Kind:
        """Which weights judge a candidate."""
        told = candidate.told
        if around.matter in _WITHOUT_VIOLENCE:
            return _OTHER
        if told.type is _ASSAULT:
            return _VIOLENCE
        known = told.rule in self.annotated or f"{told.type}/{told.trigger.group.mode}" in self.annotated
        return _ANNOTATED if known else _OTHER


_ASSAULT = EventType.ASSAULT
_VIOLENCE, _ANNOTATED, _OTHER = Kind.VIOLENCE, Kind.ANNOTATED, Kind.OTHER
_WITHOUT_VIOLENCE = frozenset({Matter.PEACE, Matter.LITTLE})
_NEWS = 0.75
"""What is asked of news, as a share of what is asked elsewhere: three of a hundred events more are found in our own fictional news,
no less of what is found there is right, and type F1 on WikiEvents loses .004."""
SURROUNDED = 8
"""Sentences from which on an article has surroundings that the gate can judge by; it was trained on such."""
_SHORT = 15
"""Sentences below which an article has no room for much else than its news."""


def trust_class(candidate: Candidate, kind: Kind, around: Surroundings) -> str:
    """Which threshold a candidate must pass.

    A brief tells little to judge by. In an article, little is asked of the first sentence, of a finite verb with somebody known or
    named as its subject in the opening or anywhere in a short article, and hardly anything of an attack that a verb tells with its
    victims' number. Where both sides are known by country or sector less is asked for, or the one that suffers in a voice that
    leaves out who acts: hardly anything of what a finite verb states. Where violence is an article's matter, most is asked of what
    stands beside it, whoever is known; least in one of peace.
    """
    reading = candidate.told.trigger.reading
    finite = reading is not None and reading.finite
    passive = reading.passive if reading else candidate.told.trigger.pattern.part is Part.FIXED  # "four men accused of"
    known = is_known(candidate.recipient) and (is_known(candidate.actor) or (passive and candidate.actor is None))
    if around.sentences < SURROUNDED:
        return "brief"
    index = candidate.told.trigger.sentence.index
    plain = finite and is_somebody(candidate.actor)
    opens = index == 0 or (plain and index < OPENING)
    if kind is _ANNOTATED:
        return "stated" if known and finite else "news" if opens else kind
    if candidate.told.trigger.verb and candidate.type is _ASSAULT and candidate.counts:
        return "counted"
    if kind is _VIOLENCE:
        return kind
    if opens or (plain and around.sentences < _SHORT):
        return "news"
    if around.matter is _PEACE:
        return "peace"
    if around.matter is Matter.VIOLENCE:
        return "beside violence"
    return "known" if known else "other"


@cache
def load() -> Gate:
    """Read once."""
    data = orjson.loads((files("agents.tag") / "data" / "gate.json").read_bytes())
    return Gate(data["bias"], data["weights"], data["thresholds"], frozenset(data["annotated"]))
