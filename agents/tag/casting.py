"""Who does it and to whom: of all that a sentence names, the likeliest pair, or nobody.

A conditional logit (McFadden 1974) for each role ranks the noun phrases of the sentence and the choice of nobody by the
features of `role_features`, of which the choice of the rules (`roles`) is one. `data/roles.json` holds the weights;
`ops/training/roles/` trains them and keeps their card. What is joined to the chosen one by "and" acts with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import orjson

from agents.tag import roles
from agents.tag.apposition import APPOSED, apposition
from agents.tag.blamed import by_whom
from agents.tag.bounds import bounds_of, with_subject
from agents.tag.candidates import joined_to
from agents.tag.deeds import acts_anew, apart, at_once, came_at_once, came_of, goes_on, is_effect, is_joined, is_means, names_deed
from agents.tag.eligible import open_parts
from agents.tag.gaps import held_in_gap
from agents.tag.grammar import cannot_act, cannot_suffer
from agents.tag.memory import Memory
from agents.tag.mentions import known
from agents.tag.owned import nation_of_attack
from agents.tag.pairing import Ranked, Scored, best_pair, overlap
from agents.tag.parties import Party, Phrase, first_token
from agents.tag.role_features import Aspect, features_of, of_nobody, of_phrases
from agents.tag.scene import Scene
from agents.tag.sides import sides_of
from agents.tag.told import Told, join
from agents.tag.triggers import Trigger
from agents.tag.words import Tag
from schemas.plover import EventType

_AGREE = EventType.AGREE
SURE = 0.5
"""Log odds of an actor against nobody from which on a noun tells a deed of its own, where its roles are turned round."""
Weights = Mapping[str, complex]
"""Feature -> what it adds for the actor, the real part, and for the recipient, the imaginary one."""
REMEMBERED = 50_000
"""Aspects whose worth is kept: prepositions, kinds and places in the sentence come back from article to article."""


class Cast(NamedTuple):
    """An event with those who act and those who are acted on."""

    event: Told
    actors: list[Party]
    recipients: list[Party]


@dataclass(slots=True)
class _Deed:
    """Triggers of one deed, the first of which leads it: who does it, and all to whom."""

    triggers: list[Trigger]
    actor: Phrase | None
    recipients: list[Phrase]

    def shares_subject(self, trigger: Trigger) -> bool:
        """Whether a verb is joined to one of these by "and": "killed two and wounded five"."""
        return any(goes_on(other, trigger) for other in self.triggers)

    def takes(self, trigger: Trigger, choice: Choice) -> bool:
        """Whether another trigger tells the same deed: nobody does what another does, or suffers what he does himself."""
        if any(is_joined(other, trigger) and acts_anew(other, trigger) for other in self.triggers):
            return False
        if (
            self.shares_subject(trigger)
            or came_at_once(self.triggers[0], trigger)
            or is_means(trigger, self.triggers[0])
            or is_effect(trigger, self.triggers[0])
        ):
            return True
        actor, recipient, sure = choice
        turned = any(overlap(other, actor) for other in self.recipients) or overlap(self.actor, recipient)
        if turned:
            return trigger.reading is None and sure < SURE
        if _differ(self.actor, actor):
            return False
        came = came_of(self.triggers[0], trigger)
        if came is not None and not (came and actor is not None and actor.pronoun):
            return came
        told_apart = (self.actor is None) is not (actor is None) and recipient is not None and self.recipients
        return not told_apart or not apart(self.triggers[0], trigger) or at_once(self.triggers[0], trigger)

    def add(self, trigger: Trigger, choice: Choice) -> None:
        """Another trigger, with what it tells of those who are not in a role yet."""
        actor, recipient, _ = choice
        self.triggers.append(trigger)
        if is_means(trigger, self.triggers[0]):
            return
        if (
            self.actor is None
            and not is_effect(trigger, self.triggers[0])
            and not any(overlap(other, actor) for other in self.recipients)
        ):
            self.actor = actor
        if recipient is not None and not any(overlap(other, recipient) for other in (self.actor, *self.recipients)):
            self.recipients.append(recipient)


def cast(event: Told, scene: Scene) -> list[Cast]:
    """The event with its parties; several where the triggers joined in it name others who act, or turn the roles round.

    "A youth was shot dead after he stabbed a guard" tells two deeds; "killed two and wounded five" one, done to both.
    """
    if not event.joined:
        actor, recipient, _ = choose(event.trigger, scene)
        suffering = [] if recipient is None or overlap(actor, recipient) else [recipient]
        return [_cast(event, _Deed([event.trigger], actor, suffering), scene)]
    deeds: list[_Deed] = []
    triggers = (event.trigger, *sorted(event.joined, key=_is_noun))
    doers = [(noun, doer) for noun in triggers if (doer := _doer(noun, scene)) is not None]
    for trigger in triggers:
        choice = choose(trigger, scene)
        for noun, doer in doers:
            if trigger is noun or is_effect(trigger, noun):  # "fighting between the army and rebels killed nine"
                choice = choice._replace(actor=doer)
        deed = next((deed for deed in deeds if deed.takes(trigger, choice)), None)
        if deed is None and deeds and not any(part.trigger is trigger for part in event.parts):
            continue  # "received death threats": the object, and no deed of its own
        if deed is None:
            deed = _Deed([], None, [])
            deeds.append(deed)
        deed.add(trigger, choice)
    if len(deeds) == 1:
        return [_cast(event, deeds[0], scene)]
    return [_cast(_of(event, deed), deed, scene) for deed in deeds]


def _doer(noun: Trigger, scene: Scene) -> Phrase | None:
    """Who did it, where a noun says so itself: "fighting between the army and rebels", "shelling of the town by the army"."""
    if not names_deed(noun):
        return None
    if (sides := sides_of(noun, scene.candidates, scene.sentence)) is not None:
        return sides[0]
    behind = by_whom(noun, scene.sentence)
    return None if behind is None else next((phrase for phrase in scene.candidates if phrase.first >= behind[0]), None)


def _is_noun(trigger: Trigger) -> bool:
    """Nouns come last, since they tell least of who and whom."""
    return trigger.reading is None


def _of(event: Told, deed: _Deed) -> Told:
    """What is told of one of the deeds that were joined in an event."""
    parts = [replace(part) for part in event.parts if any(part.trigger is trigger for trigger in deed.triggers)]
    return join(parts)[0] if parts else event


def _cast(event: Told, deed: _Deed, scene: Scene) -> Cast:
    actor, recipients = deed.actor, deed.recipients
    recipient = recipients[0] if recipients else None
    reading = event.trigger.reading
    verb = reading.start if reading else event.trigger.first
    together = _listed(actor, scene, verb)
    agreed = event.type is _AGREE and len(together) > 1 and recipient is not None and not _is_somebody(recipient)
    if event.type in roles.MUTUAL and (recipient in together or agreed):  # "Niger, Chad and Mali signed": the first with the others
        return Cast(event, _parties(together[:1], scene), _parties(together[1:], scene))
    both = recipient in together and reading is not None and not reading.passive
    if both and recipient is not None and recipient.last < verb:  # "Peru and Chile denounced the raid"
        recipients = recipients[1:]
        recipient = recipients[0] if recipients else None
    if event.type in roles.MUTUAL and recipient is None and len(together) > 1:  # "Dutch and Peruvian envoys met in Lima"
        return Cast(event, _parties(together[:1], scene), _parties(together[1:], scene))
    acted_on = [
        phrase
        for phrase in _listed(recipient, scene, verb)
        if phrase is recipient or not (overlap(phrase, actor) or cannot_suffer(event.trigger, phrase, scene.sentence))
    ]
    acted_on += [phrase for phrase in recipients[1:] if not any(overlap(phrase, other) for other in (*acted_on, actor))]
    actors = _parties([phrase for phrase in together if not any(overlap(phrase, other) for other in recipients)], scene)
    spans = {(party.start, party.end) for party in actors}  # a pronoun may stand for who acts already
    return Cast(event, actors, [party for party in _parties(acted_on, scene) if (party.start, party.end) not in spans])


def _is_somebody(phrase: Phrase) -> bool:
    """Whether a phrase is known to name those who can agree: "agreed with rebels", not "agreed to leave the disputed area"."""
    return phrase.pronoun or bool(phrase.sectors) or phrase.country is not None


def _differ(a: Phrase | None, b: Phrase | None) -> bool:
    """Whether two are known to be two: a pronoun may stand for anybody."""
    return a is not None and b is not None and not (a.pronoun or b.pronoun or overlap(a, b))


class Choice(NamedTuple):
    """Of one trigger; `sure`: by how much the actor is likelier than nobody, in log odds."""

    actor: Phrase | None
    recipient: Phrase | None
    sure: float


def choose(trigger: Trigger, scene: Scene) -> Choice:
    """The actor and the recipient of what one trigger tells."""
    if (sides := sides_of(trigger, scene.candidates, scene.sentence)) is not None:
        return Choice(*sides, sure=0.0)
    view, sentence = scene.view, scene.sentence
    said = roles.assign(trigger, scene.phrases, scene.taken)
    bounds = bounds_of(trigger, sentence)
    nation = nation_of_attack(trigger, scene.candidates, sentence)
    if nation is not None:
        bounds.acting = nation.first, nation.last
    asked, parts = open_parts(trigger, view, bounds.owner)
    as_actor: list[Scored] = []
    as_recipient: list[Scored] = []
    for (phrase, acts, suffers), aspects in zip(parts, of_phrases(trigger, view, said, asked), strict=True):
        worth = sum(map(_worth_of, aspects), 0j)
        if acts:
            as_actor.append((worth.real, phrase))
        if suffers:
            as_recipient.append((worth.imag, phrase))
    nobody = sum(map(_worth_of, of_nobody(trigger, said)), 0j)
    acting = Ranked(
        [*as_actor, (nobody.real, None)],
        lambda phrase: phrase is nation or (bounds.may_act(phrase) and (bounds.sure or not cannot_act(trigger, phrase, sentence))),
    )
    suffering = Ranked(
        [*as_recipient, (nobody.imag, None)],
        lambda phrase: bounds.may_suffer(phrase) and (bounds.sure or not cannot_suffer(trigger, phrase, sentence)),
    )
    who, whom = with_subject(best_pair(acting, suffering), bounds, trigger, scene.candidates, sentence)
    if whom is None:
        whom = held_in_gap(trigger, scene.candidates, sentence)
    for score, likely in as_actor:
        if likely is who:
            return Choice(who, whom, score - nobody.real)
    if bounds.agent is not None:
        return Choice(who, whom, 0.0)
    return Choice(None, whom, 0.0)  # nobody, or a thing that is the subject: "the bomb that rebels hid killed four"


def _worth(aspect: Aspect) -> complex:
    """For the actor the real part and for the recipient the imaginary one, so that one sum adds up both."""
    return sum(filter(None, map(_weights().get, features_of(aspect))), 0j)


_worth_of = Memory(_worth, REMEMBERED).__getitem__


def _listed(phrase: Phrase | None, scene: Scene, verb: int) -> list[Phrase]:
    """The phrase and those joined to it, from left to right; `verb`: the first token of what they do."""
    if phrase is None:
        return []
    if not scene.lists:
        return [phrase]
    joined = joined_to(phrase, scene.candidates, scene.sentence.tokens, verb)
    return sorted([phrase, *joined], key=first_token) if joined else [phrase]


def _parties(phrases: Sequence[Phrase], scene: Scene) -> list[Party]:
    """Without pronouns that nobody stands for."""
    found: list[Party] = []
    for phrase in phrases:
        party = _party(phrase, scene)
        if party is not None and not any(other.start <= party.start and party.end <= other.end for other in found):
            found.append(party)
    return found


def _party(phrase: Phrase, scene: Scene) -> Party | None:
    """With what stands in apposition to it, which may name it, or tell its country and sectors."""
    tokens = scene.sentence.tokens
    for before in scene.candidates:  # the one named first stands for both
        if before.first >= phrase.first:
            break
        near = 1 < phrase.first - before.last < APPOSED
        if near and overlap(apposition(before, scene.candidates, tokens), phrase):
            phrase = before  # from the left: "the head of the militia, Tom Moss": he is the head
            break
    party = known(scene.antecedents.party(phrase, scene.sentence, scene.phrases, scene.text), scene.named)
    other = apposition(phrase, scene.candidates, tokens)
    if party is None or other is None:
        return party
    end = scene.sentence.end_of(other.last)
    whole = party._replace(
        text=scene.text[party.start : end],
        end=end,
        country=party.country or other.country,
        sectors=party.sectors or other.sectors,
    )
    return whole if tokens[phrase.last].tag is Tag.NAME else known(whole, scene.named)


@cache
def _weights() -> Weights:
    """Read once."""
    data = orjson.loads((files("agents.tag") / "data" / "roles.json").read_bytes())
    return {feature: complex(actor, recipient) for feature, (actor, recipient) in data.items()}
