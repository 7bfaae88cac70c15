"""Who does it and to whom: of all that a sentence names, the likeliest pair, or nobody.

A conditional logit (McFadden 1974) for each role ranks the noun phrases of the sentence and the choice of nobody by the
features of `role_features`, of which the choice of the rules (`roles`) is one. `data/roles.json` holds the weights;
`ops/training/roles/` trains them and keeps their card. What is joined to the chosen one by "and" acts with it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from operator import attrgetter, itemgetter
from typing import NamedTuple

import orjson

from agents.tag import roles
from agents.tag.candidates import joined_to
from agents.tag.mentions import known
from agents.tag.parties import Phrase
from agents.tag.role_features import POSSESSED, Aspect, features_of, of_nobody, of_phrases
from agents.tag.scene import Scene
from agents.tag.told import Told
from agents.tag.triggers import Trigger
from schemas.event import Party
from schemas.plover import QUAD_CLASS, QuadClass

_VERBAL = frozenset({QuadClass.VERBAL_COOPERATION, QuadClass.VERBAL_CONFLICT})
"""Who only speaks, speaks to somebody: a thing can be hit, but not asked."""
Weights = Mapping[str, tuple[float, float]]
"""Feature -> what it adds for the actor, and for the recipient."""
REMEMBERED = 50_000
"""Aspects whose worth is kept: prepositions, kinds and places in the sentence come back from article to article."""
Scored = tuple[float, Phrase | None]
"""How likely, and who; None is nobody."""


class Cast(NamedTuple):
    """Those who act and those who are acted on, the likeliest first."""

    actors: list[Party]
    recipients: list[Party]


def cast(event: Told, scene: Scene) -> Cast:
    """Of the trigger; what it leaves open, of those that tell the same event."""
    actor, recipient = choose(event.trigger, scene)
    for other in event.joined:
        if actor is not None and recipient is not None:
            break
        more_actor, more_recipient = choose(other, scene)
        if actor is None and not _overlap(more_actor, recipient):
            actor = more_actor
        if recipient is None and not _overlap(more_recipient, actor):
            recipient = more_recipient
    reading = event.trigger.reading
    verb = reading.start if reading else event.trigger.first
    together = _listed(actor, scene, verb)
    if event.type in roles.MUTUAL and recipient in together:  # "Niger, Chad and Mali signed": the first with the others
        return Cast(_parties(together[:1], scene), _parties(together[1:], scene))
    acted_on = _listed(recipient, scene, verb)
    return Cast(
        _parties([phrase for phrase in together if not _overlap(phrase, recipient)], scene),
        _parties([phrase for phrase in acted_on if not _overlap(phrase, actor)], scene),
    )


def choose(trigger: Trigger, scene: Scene) -> tuple[Phrase | None, Phrase | None]:
    """The actor and the recipient of what one trigger tells."""
    said = roles.assign(trigger, scene.phrases, scene.taken)
    listed = [*of_phrases(trigger, scene.view, said), of_nobody(trigger, said)]
    as_actor: list[Scored] = []
    as_recipient: list[Scored] = []
    deaf = "thing" if QUAD_CLASS[trigger.type] in _VERBAL else None
    for n, (aspects, phrase) in enumerate(zip(listed, (*scene.candidates, None), strict=True)):
        kind = scene.view.kinds[n] if phrase else None
        if phrase and trigger.verb and scene.view.following[n] == POSSESSED:
            continue  # "the miners' union marched": the union did
        actor, recipient = _score(aspects)
        if kind != "place":
            as_actor.append((actor, phrase))
        if kind is None or kind != deaf:
            as_recipient.append((recipient, phrase))
    as_actor.sort(key=_first, reverse=True)
    as_recipient.sort(key=_first, reverse=True)
    return _best_pair(as_actor, as_recipient)


def _best_pair(as_actor: Sequence[Scored], as_recipient: Sequence[Scored]) -> tuple[Phrase | None, Phrase | None]:
    """The likeliest two that are not one; both lists from the likeliest on, each with nobody in it."""
    best: tuple[float, Phrase | None, Phrase | None] = (-math.inf, None, None)
    for a, actor in as_actor:
        if a + as_recipient[0][0] <= best[0]:
            break
        for b, recipient in as_recipient:
            if not _overlap(actor, recipient):
                if a + b > best[0]:
                    best = (a + b, actor, recipient)
                break
    return best[1], best[2]


_first = itemgetter(0)


def _score(aspects: Sequence[Aspect]) -> tuple[float, float]:
    actor = recipient = 0.0
    for aspect in aspects:
        worth = _worth(aspect)
        actor += worth[0]
        recipient += worth[1]
    return actor, recipient


@lru_cache(maxsize=REMEMBERED)
def _worth(aspect: Aspect) -> tuple[float, float]:
    weights = _weights()
    known = [weights[feature] for feature in features_of(aspect) if feature in weights]
    return sum(actor for actor, _ in known), sum(recipient for _, recipient in known)


def _overlap(a: Phrase | None, b: Phrase | None) -> bool:
    return a is not None and b is not None and a.first <= b.last and b.first <= a.last


def _listed(phrase: Phrase | None, scene: Scene, verb: int) -> list[Phrase]:
    """The phrase and those joined to it, from left to right; `verb`: the first token of what they do."""
    if phrase is None:
        return []
    joined = joined_to(phrase, scene.candidates, scene.sentence.tokens, verb)
    return sorted([phrase, *joined], key=attrgetter("first")) if joined else [phrase]


def _parties(phrases: Sequence[Phrase], scene: Scene) -> list[Party]:
    """As the record has them, without pronouns that nobody stands for."""
    found = (scene.antecedents.party(phrase, scene.sentence, scene.phrases, scene.text) for phrase in phrases)
    return [party for party in (known(party, scene.named) for party in found) if party is not None]


@cache
def _weights() -> Weights:
    """Read once."""
    data = orjson.loads((files("agents.tag") / "data" / "roles.json").read_bytes())
    return {feature: (actor, recipient) for feature, (actor, recipient) in data.items()}
