"""What the gate knows of a candidate: how the sentence tells it, what else the article tells, and whether it is news at all.

Of an attack no word counts: which of an article's attacks are events is told by what stands around them. Of everything else the
rule and the lemma tell most. All values are 0 or 1, or small numbers of the same size.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from agents.tag.clauses import between
from agents.tag.document import Sentence
from agents.tag.inflect import Form
from agents.tag.merge import Candidate
from agents.tag.parties import Party
from agents.tag.triggers import Trigger
from agents.tag.words import Tag, words
from schemas.plover import EventType

_ASSAULT = EventType.ASSAULT
_PAST, _PAST_OR_PARTICIPLE = Form.PAST, Form.PAST_OR_PARTICIPLE

_REPORT = 0.1
"""Share of sentences that tell of violence by a verb or with its victims' number from which on an article reports violence. Below
it attacks are background: of 27 articles those above have 70 % of their attacks annotated, those below 34 %."""
_VIOLENT = 1 / 3
_PEACEFUL = 1 / 8
"""Shares of attacks in what an article tells, from which on they are its matter, and below which it has nothing to do with them."""
_DENSE = 0.2
"""Tellings for a sentence below which an article is about something else altogether."""
_QUOTED, _ADDRESSED, _TOLD, _PEOPLED = (0.1, 0.2), (0.08, 0.02), (0.6, 0.8), (0.6, 0.8)
"""Shares of sentences, and of tellings, by which news is told from guides, reviews and lives: where nothing is, and where all."""
_OFTEN = 1.0
"""Logarithm of the earlier tellings in the same word (1.7 of them) from which on another one tells less."""
OPENING = 3
"""Sentences in which an article says what it is about."""
_SAYING = words("said says told tells according announced reported statement spokesman spokeswoman spokesperson officials")
_ADDRESSING = words("you your you're you'll yourself")


class Kind(StrEnum):
    """Whose judgement there is on a candidate; each kind has its own weights."""

    VIOLENCE = "violence"
    """Attacks, where an article tells of violence."""
    ANNOTATED = "annotated"
    """Of a rule whose events WikiEvents annotates, in an article with violence: arrests, charges, threats, demonstrations."""
    OTHER = "other"
    """Of a rule that WikiEvents has no type for: talks, agreements, praise, blame, requests; and whatever an article of peace or
    of little tells, since WikiEvents has none such. Judged by our own reading."""


class Matter(StrEnum):
    """What an article is about."""

    VIOLENCE = "violence"
    PEACE = "peace"
    """Other things, and hardly any violence."""
    MIXED = "mixed"
    LITTLE = "little"
    """Nothing that the lexicon knows: sport, food, lives."""


_VIOLENCE, _OTHER = Kind.VIOLENCE, Kind.OTHER
_LITTLE, _MIXED, _PEACE = Matter.LITTLE, Matter.MIXED, Matter.PEACE
_NAMES = {
    kind: tuple(
        f"{kind.value} {name}".strip()
        for name in (
            *("", "joined", "others", "count", "report", "quoted", "addressed", "dense", "peopled"),
            *("late", "again", "passing", "subject"),
            *("finite", "somebody", "opens", "past", "main", "place", "known", "both", "details"),
        )
    )
    for kind in Kind
}
"""Of the features that depend on no word; written once, as each candidate has them."""
_MATTERS = {(kind, matter): f"{kind.value} matter={matter.value}" for kind in Kind for matter in Matter}
_TYPES = {(kind, event_type): f"{kind.value} type={event_type.value}" for kind in Kind for event_type in EventType}


@dataclass(frozen=True)
class Surroundings:
    """What an article tells around an event."""

    sentences: int
    quoted: float
    """Share of the sentences that say who said it: news does."""
    addressed: float
    """Share of the sentences that speak to the reader: guides and adverts do."""
    dense: float
    """Tellings for a sentence, 1 at most."""
    peopled: float
    """Share of the tellings in which somebody known acts or is acted on."""
    report: bool
    """It reports violence."""
    matter: Matter
    told_in: dict[int, Counter[EventType]]
    """By index of a sentence, the types of what it tells."""
    earlier: dict[tuple[int, EventType], int]
    """By start and type of a trigger, how often the same word told the same type before."""
    news: float = field(init=False)
    """How much it reads like news, 0 to 1: says who said it, speaks to no reader, and tells throughout of somebody known."""

    def __post_init__(self) -> None:
        news = min(
            _ramp(self.quoted, *_QUOTED),
            _ramp(self.addressed, *_ADDRESSED),
            _ramp(self.dense, *_TOLD),
            _ramp(self.peopled, *_PEOPLED),
        )
        object.__setattr__(self, "news", news)

    def opens_with(self, kind: EventType, index: int) -> bool:
        """Whether the opening tells a type by something else than one telling in the sentence of this index."""
        told = sum(self.told_in[i][kind] for i in range(OPENING) if i in self.told_in)
        return told > (index < OPENING)


def _ramp(share: float, none: float, all_of_it: float) -> float:
    """0 to 1, from one share to the other."""
    return min(1.0, max(0.0, (share - none) / (all_of_it - none)))


def surroundings(candidates: Sequence[Candidate], sentences: Sequence[Sentence]) -> Surroundings:
    """Of the candidates of an article, in their order, and of its sentences, one or more."""
    count = len(sentences)
    vivid: set[int] = set()
    told_in: dict[int, Counter[EventType]] = {}
    earlier: dict[tuple[int, EventType], int] = {}
    words: Counter[tuple[str, EventType]] = Counter()
    for candidate in candidates:
        told, kind = candidate.told, candidate.type
        index = told.trigger.sentence.index
        if index not in told_in:
            told_in[index] = Counter()
        told_in[index][kind] += 1
        word = told.trigger.pattern.lemma, kind
        earlier[candidate.trigger.start, kind] = words[word]
        words[word] += 1
        if kind is _ASSAULT and (told.trigger.verb or candidate.counts):
            vivid.add(index)
    attacks = sum([told.get(_ASSAULT, 0) for told in told_in.values()])
    report = len(vivid) >= _REPORT * count
    matter = _MIXED
    if len(candidates) < _DENSE * count:
        matter = _LITTLE
    elif report and attacks >= _VIOLENT * len(candidates):
        matter = Matter.VIOLENCE
    elif attacks < _PEACEFUL * len(candidates):
        matter = _PEACE
    quoted = sum([not _SAYING.isdisjoint(sentence.words) for sentence in sentences]) / count
    addressed = sum([not _ADDRESSING.isdisjoint(sentence.words) for sentence in sentences]) / count
    peopled = sum([is_known(c.actor) or is_known(c.recipient) for c in candidates]) / max(1, len(candidates))
    return Surroundings(count, quoted, addressed, min(1.0, len(candidates) / count), peopled, report, matter, told_in, earlier)


def features(candidate: Candidate, kind: Kind, around: Surroundings) -> list[tuple[str, float]]:
    """Names and values; words are single words of the lexicon alone."""
    told = candidate.told
    trigger = told.trigger
    index = trigger.sentence.index
    here = around.told_in[index]
    plain, joined, others, count, report, quoted, addressed, dense, peopled, *own = _NAMES[kind]
    late, again, passing, subject, finite, somebody, opens, past, main, place, known, both, detailed = own
    found = [
        (plain, 1.0),
        (joined, float(min(2, len(told.joined)))),
        (others, float(min(2, here.total() - here[candidate.type]))),
        (count, float(bool(candidate.counts))),
        (report, float(around.report)),
        (_MATTERS[kind, around.matter], 1.0),
        (quoted, around.quoted),
        (addressed, min(1.0, 3 * around.addressed)),
        (dense, around.dense),
        (peopled, around.peopled),
    ]
    if kind is _VIOLENCE:
        before = 0 if candidate.own_place else around.earlier[candidate.trigger.start, candidate.type]
        found += [
            (late, 2 * index / around.sentences),
            (again, max(0.0, math.log1p(before) - _OFTEN)),
            (passing, float(_in_passing(trigger))),
            (subject, float(_does(trigger))),
        ]
        return found
    of = kind.value  # a plain string, as quick to write into a name as an enumeration is slow
    reading = trigger.reading
    found += [
        (_TYPES[kind, candidate.type], 1.0),
        (f"{of} rule={told.rule}", 1.0),
        (f"{of} lemma={trigger.pattern.lemma.split()[0]}", 1.0),
        (f"{of} strength={told.strength}|{trigger.verb}", 1.0),
        (finite, float(reading is not None and reading.finite)),
    ]
    if kind is _OTHER:
        found += [
            (somebody, float(is_somebody(candidate.actor))),
            (opens, float(around.opens_with(candidate.type, index))),
            (past, float(trigger.pattern.form is _PAST or trigger.pattern.form is _PAST_OR_PARTICIPLE)),
            (main, float(not between(trigger.sentence, -1, trigger.head))),
        ]
    actor, recipient = candidate.actor is not None, candidate.recipient is not None
    details = actor + recipient + candidate.own_place + (candidate.date is not None) + bool(candidate.counts)
    found += [
        (place, float(candidate.place is not None)),
        (known, float(is_known(candidate.actor))),
        (both, float(actor and recipient)),
        (detailed, min(3, details) / 2),
    ]
    return found


def is_known(party: Party | None) -> bool:
    """Whether somebody's country or sector is known."""
    return party is not None and bool(party.country or party.sectors)


def is_somebody(party: Party | None) -> bool:
    """Whether somebody is known, or at least has a name: not the hills that others fled into."""
    return party is not None and (is_known(party) or any(map(str.isupper, party.name)))


_MODIFIERS = frozenset({Tag.WORD, Tag.NAME, Tag.NUMBER, Tag.ADVERB})
_LONGEST_MODIFIER = 4
_PASSING = frozenset({Tag.POSSESSIVE, Tag.TO, Tag.CONJUNCTION})


def _in_passing(trigger: Trigger) -> bool:
    """Whether a noun is only touched on: as somebody's ("the group's attacks"), after "to" ("in response to the bombing"), or as
    the second of a pair ("kidnappings and violence")."""
    if trigger.verb:
        return False
    tokens = trigger.sentence.tokens
    i = trigger.first - 1
    while i >= 0 and trigger.first - 1 - i < _LONGEST_MODIFIER and tokens[i].tag in _MODIFIERS:
        i -= 1
    if i >= 0 and tokens[i].tag is Tag.DETERMINER:
        i -= 1
    return i >= 0 and tokens[i].tag in _PASSING


def _does(trigger: Trigger) -> bool:
    """Whether a noun is the subject of the verb after it: "the blast wounded", "the attack was"."""
    tokens = trigger.sentence.tokens
    if trigger.verb or trigger.last + 1 == len(tokens):
        return False
    after = tokens[trigger.last + 1]
    return after.tag in (Tag.AUXILIARY, Tag.MODAL) or after.lower.endswith("ed")
