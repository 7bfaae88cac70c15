"""One real event that an article tells several times is one record: the clauses that tell it again are its mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from agents.tag.deeds import is_background, is_war
from agents.tag.evidence import Passage
from agents.tag.facts.places import PlaceHit
from agents.tag.parties import Party
from agents.tag.reasons import is_answered
from agents.tag.rules import Part
from agents.tag.same import are_those, around, is_named, shared
from agents.tag.speech import SPOKEN, is_spoken_of
from agents.tag.told import Told, same_kind
from agents.tag.words import Tag, words
from schemas.event import Count, CountKind, EventDate
from schemas.plover import Auxiliary, EventType, Sector

_ASSAULT, _FUTURE = EventType.ASSAULT, Auxiliary.FUTURE
_ANAPHORIC = words("the this that these those")
_ANYBODY = words("people person other man men woman women civilian victim resident dozen hundred thousand")
"""What the victims of any attack are called; without the "s" of more than one."""
_SPOKEN = SPOKEN | {EventType.CONCEDE}
_ATTACKERS = words(
    "assailant assailants attacker attackers gunman gunmen bomber bombers shooter shooters killer killers perpetrator perpetrators "
    "men man they he"
)
"""What those who are known to have attacked are called."""
_VICTIMS = frozenset({Sector.CVL, Sector.UNK})
_HEADING, _BELOW = 12, 2
"""Words of a heading, and sentences under it that tell in full what it says."""
_ENOUGH = 1.5
"""Likeness from which on two tellings are of one event."""
_OTHER_SPEAKER = 1.0
"""What tells against two speech acts of which nobody is known to be the one speaker."""
_BACK = 1000
"""Code points within which a bare telling goes on with what was told before: a few paragraphs."""


@dataclass(slots=True)
class Candidate:
    """One thing told at one place of the article, with its circumstances; `mentions` grow as others are merged into it."""

    told: Told
    evidence: Passage
    trigger: Passage
    actors: list[Party]
    recipients: list[Party]
    place: PlaceHit | None
    own_place: bool
    """The place stands in its own sentence."""
    date: EventDate | None
    counts: dict[CountKind, Count]
    further: dict[CountKind, Count]
    """What counts only where `counts` has nothing."""
    weight: float
    dated: bool = True
    """The date stands beside its words, and is no other verb's."""
    mentions: list[Passage] = field(default_factory=list)

    @property
    def actor(self) -> Party | None:
        """The first of those who act."""
        return self.actors[0] if self.actors else None

    @property
    def recipient(self) -> Party | None:
        """The first of those acted on."""
        return self.recipients[0] if self.recipients else None

    @property
    def type(self) -> EventType:
        return self.told.type


def merge(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The events of an article in the order of their first telling."""
    events: list[Candidate] = []
    named: list[Candidate] = []
    headings: list[tuple[Candidate, Candidate]] = []
    for n, candidate in enumerate(candidates):
        if _is_heading(candidate) and (below := _told_below(candidate, candidates[n + 1 :])) is not None:
            headings.append((candidate, below))
            continue
        earlier = _earlier(candidate, events)
        if earlier is not None:
            _absorb(earlier, candidate)
            continue
        if _is_only_named(candidate, candidates[max(0, n - 2) : n]):
            named.append(candidate)
        else:
            events.append(candidate)
    for candidate in named:  # told only later: "France welcomed the ceasefire", in a report that begins with its end
        if (later := _earlier(candidate, events)) is not None:
            later.mentions.append(candidate.evidence)
    for heading, below in headings:
        event = next((event for event in events if event.type is below.type and _tells(event, below.evidence)), None)
        if event is None:
            events.append(heading)
        else:
            event.mentions.append(heading.evidence)
    return events


def _tells(event: Candidate, evidence: Passage) -> bool:
    return any(span.start == evidence.start for span in [event.evidence, *event.mentions])


def _is_heading(candidate: Candidate) -> bool:
    """Whether it is told by a short line that ends with no mark."""
    tokens = candidate.told.trigger.sentence.tokens
    return len(tokens) <= _HEADING and tokens[-1].tag is not Tag.PUNCTUATION


def _told_below(candidate: Candidate, following: Sequence[Candidate]) -> Candidate | None:
    """What the paragraph under a heading tells in full: "Judge murdered", "Gunmen shot a judge"."""
    sentence = candidate.told.trigger.sentence
    for other in following:
        if other.told.trigger.sentence.index > sentence.index + _BELOW:
            return None
        told = other.told.trigger.sentence is not sentence and other.type is candidate.type
        if told and same_kind(candidate.told, other.told) and not _conflicting_places(candidate, other):
            return other
    return None


def _conflicting_places(a: Candidate, b: Candidate) -> bool:
    return bool(a.place and b.place and a.own_place and b.own_place and not around(a.place, b.place))


def _is_only_named(candidate: Candidate, before: Sequence[Candidate]) -> bool:
    """Whether a noun is no more than what somebody praises, blames or refuses, and nothing else is known of it: "condemned the
    violence"; but "condemned Monday's raid on the camp" tells of the raid."""
    trigger = candidate.told.trigger
    if trigger.verb or candidate.own_place or candidate.date or candidate.counts or candidate.recipient or candidate.actor:
        return False
    return any(speech.type in _SPOKEN and is_spoken_of(speech.told.trigger, trigger) for speech in before)


def _earlier(candidate: Candidate, events: Sequence[Candidate]) -> Candidate | None:
    """The event that a candidate tells again, or None where it tells another."""
    anaphoric = _is_anaphoric(candidate)
    bare = not anaphoric and _is_bare(candidate)
    best: tuple[float, Candidate] | None = None
    told = candidate.told
    for event in events:
        if event.told.type is not told.type or not same_kind(event.told, told):
            continue
        if _conflict(event, candidate, anaphoric or bare):
            continue
        score = _likeness(event, candidate)
        if anaphoric:
            score += _ENOUGH + _pointed_at(event, candidate)
        elif candidate.recipient and event.recipient and are_those(candidate.recipient, event.recipient):
            score += _ENOUGH
        elif bare and (near := _nearness(event, candidate)):
            score += _ENOUGH + near
        if best is None or score > best[0]:
            best = (score, event)
    return best[1] if best and best[0] >= _ENOUGH else None


def _is_bare(candidate: Candidate) -> bool:
    """Whether an attack is told with nothing that would set it apart, neither place nor day nor number, and no victims but those
    known already: "the bomb went off as they left", "the gunmen shot the drivers"."""
    return (
        candidate.type is _ASSAULT
        and not candidate.own_place
        and candidate.date is None
        and not candidate.counts
        and (candidate.recipient is None or _are_known_victims(candidate.recipient, candidate))
    )


def _are_known_victims(party: Party, candidate: Candidate) -> bool:
    return _is_definite(party, candidate) and _VICTIMS.issuperset(party.sectors)


def _are_known_attackers(party: Party, candidate: Candidate) -> bool:
    return _is_definite(party, candidate) and not _ATTACKERS.isdisjoint(party.text.lower().split())


def _is_definite(party: Party, candidate: Candidate) -> bool:
    """Whether a party is told by a pronoun, or with "the"."""
    sentence = candidate.told.trigger.sentence
    at = sentence.token_at(party.start)
    return sentence.tokens[at].tag is Tag.PRONOUN or (at > 0 and sentence.words[at - 1] in _ANAPHORIC)


def _nearness(event: Candidate, candidate: Candidate) -> float:
    """Up to 1 for an attack told just before, which a bare telling goes on with; 0 too far back, or where somebody else did it."""
    told = [event.told.trigger.sentence.start, *(mention.start for mention in event.mentions)]
    if (
        event.actor
        and candidate.actor
        and not shared(event.actor, candidate.actor)
        and not _are_known_attackers(candidate.actor, candidate)
    ):
        return 0.0
    back = candidate.told.trigger.sentence.start - max(told)
    return max(0.0, 1.0 - back / _BACK)


def _pointed_at(event: Candidate, candidate: Candidate) -> float:
    """What speaks for the words told just before where "the accord" says nothing of who made it with whom: up to 2."""
    if candidate.type not in _SPOKEN:
        return 0.0
    if candidate.told.trigger.pattern.part is not Part.FIXED and (candidate.actor or candidate.recipient):
        return 0.0  # but who is named beside "under the accord" is who does what it says
    near = _nearness(event, candidate)
    return _OTHER_SPEAKER + near if near else 0.0


def _is_anaphoric(candidate: Candidate) -> bool:
    """Whether a noun with "the" points back: "since the attack", "under the accord"."""
    trigger = candidate.told.trigger
    if trigger.verb:
        return False
    if trigger.attributive:
        return True  # "wounded soldiers were flown home"
    lower, tokens = trigger.sentence.words, trigger.sentence.tokens
    if trigger.pattern.part is Part.FIXED and not _ANAPHORIC.isdisjoint(trigger.pattern.words):
        return True
    for i in range(trigger.first - 1, max(-1, trigger.first - 5), -1):
        if lower[i] in _ANAPHORIC or tokens[i].tag is Tag.POSSESSIVE:
            return True
        if tokens[i].tag not in (Tag.WORD, Tag.NAME, Tag.NUMBER):
            return False
    return False


def _likeness(a: Candidate, b: Candidate) -> float:
    """How much speaks for one event: the same words, place, victims, actors, counts."""
    score = 0.0
    if a.told.trigger.pattern.lemma == b.told.trigger.pattern.lemma or (a.told.mode is not None and a.told.mode == b.told.mode):
        score += 0.5
    if a.place and b.place and a.place.identity == b.place.identity:
        score += 0.75 if b.own_place else 0.25
    if shared(a.recipient, b.recipient):
        score += 0.75 if shared(a.recipient, b.recipient, beside=_ANYBODY) else 0.25
    if shared(a.actor, b.actor):
        score += 0.75
    if a.date and a.date == b.date:
        score += 0.5
    if any(kind in b.counts and b.counts[kind].value == count.value for kind, count in a.counts.items()):
        score += 1.0
    return score if a.type not in _SPOKEN or shared(a.actor, b.actor) else score - _OTHER_SPEAKER


def _conflict(a: Candidate, b: Candidate, anaphoric: bool) -> bool:
    """Whether something says that these are two events."""
    first, second = a.told.trigger, b.told.trigger
    if first.sentence is second.sentence and (is_background(first, second) or is_answered(second, first)):
        return True
    if (_FUTURE in a.told.auxiliary) != (_FUTURE in b.told.auxiliary):
        return True
    pointed = anaphoric and b.type in _SPOKEN  # the place is theirs who speak of it: "Moscow denounced the deal"
    if not pointed and _conflicting_places(a, b):
        return True
    if (
        a.date
        and b.date
        and not (anaphoric and not b.dated)  # "the inquiry into the bombing will resume in May"
        and (a.date.end < b.date.start or b.date.end < a.date.start)
        and a.date.start[:2] != "--" != b.date.start[:2]
    ):
        return True
    if is_war(first) != is_war(second) or (is_war(first) and first.pattern.lemma != second.pattern.lemma):
        return True
    if anaphoric:
        named = b.type not in _SPOKEN and is_named(a.recipient) and is_named(b.recipient)
        return named and not shared(a.recipient, b.recipient)  # "the murder of Ana Ruiz" points to no other
    if a.recipient and b.recipient and not shared(a.recipient, b.recipient) and not are_those(b.recipient, a.recipient):
        return True
    return any(
        kind in b.counts and b.counts[kind].value != count.value for kind, count in a.counts.items() if not count.approximate
    )


def _absorb(event: Candidate, again: Candidate) -> None:
    """Adds a mention and what the first telling left open."""
    if again.evidence.start != event.evidence.start and all(span.start != again.evidence.start for span in event.mentions):
        event.mentions.append(again.evidence)
    event.told.mode = event.told.mode or again.told.mode
    if not _is_bare(again):  # who acts there may be who saw it
        event.actors = event.actors or again.actors
    event.recipients = event.recipients or again.recipients
    if again.own_place and (not event.own_place or event.place is None):
        event.place, event.own_place = again.place, True
    if again.date is not None and event.date is None:
        event.date = again.date
    for kind, count in again.counts.items():
        event.counts.setdefault(kind, count)
    for kind, count in again.further.items():
        event.further.setdefault(kind, count)
    event.weight = max(event.weight, again.weight)
