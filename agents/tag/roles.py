"""Who acts and who is acted on: the phrases of a sentence that can be actors, and which of them belongs to a trigger.

Rules that paid where they were measured: the actor is the first actor-like phrase of the clause that no preposition governs; the
recipient the first one after the trigger; a passive turns them round; a relative clause takes its antecedent; a noun takes what
stands before it, then "by", then the subject of its light verb. Nothing is better than a guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agents.tag import parties
from agents.tag.clauses import between, clause_of
from agents.tag.document import Token
from agents.tag.figurative import VIOLENT
from agents.tag.parties import Phrase
from agents.tag.rules import Part
from agents.tag.subjects import aux_start, first_free, group_start, noun_before, subject_of
from agents.tag.triggers import Trigger
from agents.tag.words import SAYING, Tag, words
from schemas.plover import EventType, Sector

_REACH = 14
"""Words after a trigger in which its recipient or its "by" may stand."""
_NOUN_REACH = 6
"""The same for a noun: "the arrest of the two nuns by guards"."""
_LIGHT_VERBS = words(
    "carried carry carries carrying launched launch launches launching staged stage stages staging held hold holds holding "
    "conducted conduct conducts conducting made make makes making mounted committed commit commits began begun begins "
    "opened opens open led leads lead organised organized started ordered ordering orders gave gives given took takes paid "
    "imposed imposes issued called calls continuing continued continue intensified intensifies stepped escalated waged perpetrated "
    "planned resumed declared announced signed reached"
)
MUTUAL = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
_TARGET = words("of on against at with to upon toward towards into over between targeting in for from")
_TOWARDS = frozenset(
    {
        EventType.PROTEST,
        EventType.MOBILIZE,
        EventType.RETREAT,
        EventType.SANCTION,
        EventType.REJECT,
        EventType.CONCEDE,
        EventType.AGREE,
        EventType.AID,
        EventType.THREATEN,
    }
)
"""Types whose recipient often stands farther off, or is a country where somebody else acts."""
_OWN = frozenset({EventType.MOBILIZE, EventType.RETREAT, EventType.AGREE, EventType.REJECT})
"""Types whose grammatical object is often the actor's own: its troops."""
_MODIFIERS = frozenset({Tag.POSSESSIVE, Tag.WORD, Tag.NUMBER})


@dataclass(slots=True)
class Roles:
    """Of one event; None where the clause doesn't tell."""

    actor: Phrase | None = None
    recipient: Phrase | None = None


def assign(trigger: Trigger, phrases: Sequence[Phrase], taken: frozenset[int]) -> Roles:
    """The actor and the recipient of what a trigger tells, among the phrases of its sentence; `taken`: tokens of triggers."""
    mutual = trigger.type in MUTUAL
    if trigger.pattern.part is Part.FIXED and trigger.type is EventType.REQUEST:
        return _said_must(trigger, phrases)
    if trigger.pattern.part is Part.FIXED and trigger.group.subject_is_recipient:
        return Roles(_by(trigger, phrases), next((phrase for phrase in reversed(phrases) if phrase.last < trigger.first), None))
    roles = _of_verb(trigger, phrases, taken) if trigger.reading else _of_noun(trigger, phrases, taken)
    if mutual and roles.actor is not None and (roles.recipient is None or roles.recipient is roles.actor):
        roles = Roles(roles.actor, _partner(trigger, phrases, roles.actor))
    if roles.recipient is roles.actor and roles.actor is not None:
        roles = Roles(roles.actor, None)
    if roles.recipient is None and trigger.type in _TOWARDS:
        return Roles(roles.actor, _towards(trigger, phrases, roles.actor))
    return roles


def _said_must(trigger: Trigger, phrases: Sequence[Phrase]) -> Roles:
    """ "The minister said that rebels must leave": who says it, of whom."""
    tokens = trigger.sentence.tokens
    said = next((i for i in range(trigger.first - 1, 0, -1) if tokens[i].lower in SAYING or tokens[i].lower == "that"), None)
    before = [phrase for phrase in phrases if phrase.last < trigger.first]
    if said is None:
        return Roles(None, before[-1] if before else None)
    first, _ = clause_of(trigger.sentence, said)
    return Roles(first_free(trigger, phrases, first, said), next((phrase for phrase in before if phrase.first > said), None))


def _towards(trigger: Trigger, phrases: Sequence[Phrase], actor: Phrase | None) -> Phrase | None:
    """Whom it touches where no object is named: the one it is against, of or from, or the country where another acts."""
    tokens = trigger.sentence.tokens
    for phrase in phrases:
        if phrase.first <= trigger.last or phrase is actor or phrase.first - trigger.last > 2 * _REACH:
            continue
        if phrase.pronoun or (phrase.country is None and Sector.MIL in phrase.sectors):
            continue
        before = (
            tokens[phrase.first - 1].lower if tokens[phrase.first - 1].tag is not Tag.DETERMINER else tokens[phrase.first - 2].lower
        )
        if phrase.place:
            if before in _TARGET and (phrase.country is None or actor is None or actor.country != phrase.country):
                return phrase
        elif before in _TARGET or before == "by":
            return phrase
    return None


def _of_verb(trigger: Trigger, phrases: Sequence[Phrase], taken: frozenset[int]) -> Roles:
    reading = trigger.reading
    if reading is None:
        raise ValueError("a verb has a reading")
    subject = subject_of(trigger, phrases, reading.start, reading.passive and not reading.finite)
    if trigger.group.subject_is_recipient:
        return Roles(_after(trigger, phrases), subject)
    thing = trigger.type in VIOLENT and trigger.first == trigger.last
    if subject is None and not reading.passive and reading.finite:
        subject = noun_before(trigger, phrases, reading.start, taken)
    if reading.passive:
        if thing and (subject is None or not subject.pronoun):
            subject = parties.chunk(trigger.sentence.tokens, group_start(trigger, reading.start) - 1, -1, taken, phrases) or subject
        agent = _by(trigger, phrases)
        if trigger.type is EventType.MOBILIZE and agent is None:
            return Roles(subject, None)  # "riot police were deployed": who goes, acts
        return Roles(agent, subject)
    target = _after(trigger, phrases)
    if thing and (target is None or target.first > trigger.last + 1):
        target = parties.chunk(trigger.sentence.tokens, trigger.last + 1, 1, taken, phrases) or target
    if target is None and trigger.type in VIOLENT and trigger.last + 1 < len(trigger.sentence.tokens):
        before = trigger.sentence.tokens[trigger.last + 1].lower
        if before in ("on", "at", "of", "against") or trigger.sentence.words[trigger.last] in ("on", "at", "of", "against"):
            step = 2 if before in ("on", "at", "of", "against") else 1
            target = parties.chunk(trigger.sentence.tokens, trigger.last + step, 1, taken, phrases)
    return Roles(subject, target)


def _by(trigger: Trigger, phrases: Sequence[Phrase]) -> Phrase | None:
    tokens = trigger.sentence.tokens
    end = min(len(tokens), trigger.last + 1 + (_REACH if trigger.verb else _NOUN_REACH))
    for i in range(trigger.last + 1, end):
        if trigger.sentence.clause_starts[i]:
            return None
        if tokens[i].lower == "by":
            return next((phrase for phrase in phrases if phrase.first > i and phrase.first - i <= 4), None)
    return None


def _after(trigger: Trigger, phrases: Sequence[Phrase]) -> Phrase | None:
    tokens = trigger.sentence.tokens
    for phrase in phrases:
        if phrase.first <= trigger.last:
            if phrase.last > trigger.first and phrase.first > trigger.first:
                return phrase
            continue
        if phrase.first - trigger.last > _REACH:
            return None
        if between(trigger.sentence, trigger.last, phrase.first - 1):
            return None
        if trigger.type in _OWN and phrase.country is None and Sector.MIL in phrase.sectors:
            continue
        following = tokens[phrase.last + 1].lower if phrase.last + 1 < len(tokens) else ""
        before = tokens[phrase.first - 1]
        if following in SAYING and before.tag is Tag.PUNCTUATION:
            continue
        if phrase.place and before.lower in ("in", "at", "near", "outside", "around", "across"):
            continue
        return phrase
    return None


def _of_noun(trigger: Trigger, phrases: Sequence[Phrase], taken: frozenset[int]) -> Roles:
    tokens = trigger.sentence.tokens
    actor = _by(trigger, phrases)
    recipient = None
    for phrase in phrases:
        if not (trigger.last < phrase.first <= trigger.last + 6):
            continue
        before = next(
            (tokens[i].lower for i in range(phrase.first - 1, trigger.last, -1) if tokens[i].tag in (Tag.PREPOSITION, Tag.TO)), ""
        )
        if before in _TARGET and not (phrase.place and before in ("in", "at", "from")):
            recipient = phrase
            break
    following = tokens[trigger.last + 1].lower if trigger.last + 1 < len(tokens) else ""
    if (
        trigger.type in VIOLENT
        and following in ("of", "on", "against")
        and (recipient is None or recipient.first > trigger.last + 2)
    ):
        recipient = parties.chunk(tokens, trigger.last + 2, 1, taken, phrases) or recipient
    if actor is None:
        actor = next(
            (
                phrase
                for phrase in reversed(phrases)
                if phrase.last < trigger.first
                and trigger.first - phrase.last <= 3
                and _modifies(trigger, phrase)
                and (phrase.country or not phrase.place)
            ),
            None,
        )
    if actor is None:
        actor = _light_subject(trigger, phrases, taken)
    return Roles(actor, recipient)


def _modifies(trigger: Trigger, phrase: Phrase) -> bool:
    """Whether only adjectives or a possessive stand between a phrase and the noun: "Ruritania's latest attack"."""
    between = trigger.sentence.tokens[phrase.last + 1 : trigger.first]
    if between and between[0].tag is not Tag.POSSESSIVE and between[0].lower != "'":
        return False
    return all(token.tag in _MODIFIERS or token.lower == "'" for token in between)


def _light_subject(trigger: Trigger, phrases: Sequence[Phrase], taken: frozenset[int]) -> Phrase | None:
    tokens = trigger.sentence.tokens
    governed = False
    for i in range(trigger.first - 1, max(-1, trigger.first - 8), -1):
        if trigger.sentence.clause_starts[i] and tokens[i].tag is not Tag.RELATIVE:
            return None
        governed = governed or tokens[i].tag in (Tag.PREPOSITION, Tag.TO)
        if tokens[i].lower in _LIGHT_VERBS or (not governed and _finite_looking(tokens[i])):
            before = tokens[i - 1].lower if i else ""
            if before in ("was", "were", "been", "being"):
                return None
            first, _ = clause_of(trigger.sentence, i)
            if tokens[first].tag is Tag.RELATIVE:
                return next((phrase for phrase in reversed(phrases) if phrase.last < first), None)
            found = first_free(trigger, phrases, first, i)
            return found or noun_before(trigger, phrases, aux_start(trigger, i), taken)
    return None


def _finite_looking(token: Token) -> bool:
    """Whether an open-class word looks like a past form, whose object the noun then is: "renewed negotiations"."""
    return token.tag is Tag.WORD and token.lower.endswith("ed") and len(token.lower) > 4


def _partner(trigger: Trigger, phrases: Sequence[Phrase], actor: Phrase) -> Phrase | None:
    """The other side of what two do together: the one joined to the subject by "and"."""
    tokens = trigger.sentence.tokens
    for phrase in phrases:
        if (
            phrase.first > actor.last
            and phrase.first - actor.last <= 3
            and any(token.lower in ("and", ",", "with") for token in tokens[actor.last + 1 : phrase.first])
        ):
            return phrase
    return None
