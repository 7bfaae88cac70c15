"""How likely a trigger is an event in running news: a logistic regression over what is known of its use.

A trigger word alone is right half of the time in news. What raises that: violence told elsewhere in the article, a past verb, an
article before a noun, those who act, a count. The weights stand in `data/gate.json`; `ops/training/tag/` trains them and keeps
their card. The gate decides whether to believe a rule; it never makes an event, and rule and evidence stay visible.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import orjson

from agents.tag.clauses import clause_of
from agents.tag.lexicon import Strength
from agents.tag.merge import Candidate
from agents.tag.words import Tag
from schemas.event import Party
from schemas.plover import EventType

_CALM = 0.05
"""Share of violent sentences below which an article is no report of violence, the only kind that the gate has seen in full."""
_BESIDE = (-1, 1)
"""The sentences, counted from an event's own, that are its surroundings."""


@dataclass(frozen=True)
class Surroundings:
    """What an article tells around an event: shares of its sentences."""

    violent: float
    """With a sure trigger of violence."""
    told: float
    """With any trigger."""
    near_violence: frozenset[int]
    """Indices of sentences that tell of violence."""


def surroundings(candidates: Sequence[Candidate], sentences: int) -> Surroundings:
    """Of the candidates of an article with this many sentences."""
    violent = frozenset(
        candidate.told.trigger.sentence.index
        for candidate in candidates
        if candidate.type is EventType.ASSAULT and candidate.told.strength in (Strength.CORE, Strength.STRONG, Strength.EFFECT)
    )
    told = {candidate.told.trigger.sentence.index for candidate in candidates}
    return Surroundings(len(violent) / max(1, sentences), len(told) / max(1, sentences), violent)


def features(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """What is known of a candidate, as names of features; words are single words of the lexicon alone."""
    told = candidate.told
    trigger = told.trigger
    kind = candidate.type
    use = _use(candidate)
    yield f"type={kind}"
    yield f"rule={told.rule}"
    yield f"lemma={trigger.pattern.lemma.split()[0]}"
    yield f"use={use}"
    yield f"strength={told.strength}|{trigger.verb}"
    dense = 0 if around.violent < 0.05 else 1 if around.violent < 0.2 else 2 if around.violent < 0.45 else 3
    yield f"violence={dense}"
    yield f"violence={dense}|{kind}"
    index = trigger.sentence.index
    beside = not around.near_violence.isdisjoint(index + step for step in _BESIDE)
    yield f"beside={beside}|{kind}"
    yield f"here={index in around.near_violence}|{kind}"
    yield f"position={min(4, index // 4)}"
    yield f"actor={_who(candidate.actor)}"
    yield f"recipient={_who(candidate.recipient)}"
    yield f"place={candidate.own_place}"
    yield f"date={candidate.date is not None}"
    yield f"count={bool(candidate.counts)}"
    yield f"joined={min(2, len(told.joined))}"
    yield f"content={bool(told.content)}"
    first, _ = clause_of(trigger.sentence, trigger.head)
    opening = trigger.sentence.tokens[first]
    yield f"clause={opening.lower if opening.tag in (Tag.SUBORDINATOR, Tag.RELATIVE, Tag.CONJUNCTION) and first else 'main'}"
    for auxiliary in told.auxiliary:
        yield f"auxiliary={auxiliary}"


def _use(candidate: Candidate) -> str:
    trigger = candidate.told.trigger
    reading = trigger.reading
    if reading is None:
        before = trigger.sentence.tokens[trigger.first - 1] if trigger.first else None
        return f"{trigger.pattern.form}|{before.tag if before else 'start'}"
    if reading.passive:
        return "passive" if reading.finite else "reduced"
    if reading.modal or reading.infinitive or reading.gerund:
        return "modal" if reading.modal else "infinitive" if reading.infinitive else "gerund"
    return trigger.pattern.form.value


def _who(party: object) -> str:
    if party is None:
        return "none"
    return "sector" if getattr(party, "sectors", None) else "named"


@dataclass(frozen=True)
class Gate:
    """Weights by feature, and for each class of trigger the probability from which it is believed."""

    bias: float
    weights: dict[str, float]
    thresholds: dict[str, float]

    def probability(self, candidate: Candidate, around: Surroundings) -> float:
        """0 to 1, as calibrated on running news."""
        weight = self.weights.get
        score = self.bias + sum([weight(name, 0.0) for name in features(candidate, around)])
        return 1.0 / (1.0 + math.exp(-score))

    def threshold(self, candidate: Candidate, around: Surroundings) -> float:
        """Of a candidate's class."""
        return self.thresholds[trust_class(candidate, around)]


def trust_class(candidate: Candidate, around: Surroundings) -> str:
    """Which threshold a candidate must pass. One that says who did it to whom, or to how many, needs less to be believed, above
    all where both are known to be of a country or sector, or where the article is no report of violence."""
    if candidate.told.strength is Strength.CORE:
        return "core"
    if candidate.type is EventType.ASSAULT:
        return "violence"
    if _is_known(candidate.actor) and _is_known(candidate.recipient):
        return "known"
    both = candidate.actor is not None and candidate.recipient is not None
    accused = candidate.type is EventType.ACCUSE and candidate.recipient is not None
    if both or candidate.counts or accused:
        return "known" if around.violent < _CALM else "complete"
    return "other"


def _is_known(party: Party | None) -> bool:
    return party is not None and bool(party.country or party.sectors)


@cache
def load() -> Gate:
    """Read once."""
    data = orjson.loads((files("agents.tag") / "data" / "gate.json").read_bytes())
    return Gate(data["bias"], data["weights"], data["thresholds"])
