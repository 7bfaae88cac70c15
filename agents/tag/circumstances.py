"""Where, when and how many: which of an article's places, dates and counts belong to an event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from agents.tag.blamed import OF_WHAT
from agents.tag.chunks import looks_verbal
from agents.tag.clauses import clause_of
from agents.tag.document import Sentence
from agents.tag.facts.count_tokens import CountHit
from agents.tag.facts.dates import DateHit
from agents.tag.facts.names import ActorHit
from agents.tag.facts.places import PlaceHit, distance_before
from agents.tag.intervals import interval_in, moved
from agents.tag.parts import part_of
from agents.tag.reasons import charge_behind, reason_before
from agents.tag.relatives import defining_clause, is_about_noun, is_in_aside, reduced_clause
from agents.tag.speech import SPOKEN
from agents.tag.triggers import Trigger
from agents.tag.words import words
from schemas.event import DatePrecision, EventDate, EventPlace, Resolution
from schemas.plover import EventType

_COUNTRY, _CITY, _REGION, _POINT = Resolution.COUNTRY, Resolution.CITY, Resolution.REGION, Resolution.POINT
_HISTORY_YEARS = 2
_INITIALS = 4
"""Characters of a country's name that is no more than initials, at most: U.S., USA."""
_HAVE = words("has have")
_SAID = words("said says reported reports announced told confirmed added wrote")
_BESIDE = 5
"""Words between a noun and the day of its phrase: "the bombing of the port on Monday"."""
_DONE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
_LATER = timedelta(days=1)
"""By which a day may seem to lie ahead where clocks differ."""
_DAY, _YEAR = re.compile(r"\d"), re.compile(r"\d{4}")
_BEFORE_DAY = words("on late early reporters in a statement lawmakers")
Hit = TypeVar("Hit", bound=tuple[Any, ...])
"""A named tuple that begins with `start`, so that a bare (start,) is found among such without a key."""
Mention = TypeVar("Mention")


def within(hits: Sequence[Hit], start: int, end: int) -> Sequence[Hit]:
    """Of hits in their order, those that begin between two offsets."""
    first = last = bisect_left(hits, (start,))
    while last < len(hits) and hits[last][0] < end:
        last += 1
    return hits[first:last]


@dataclass(frozen=True)
class Facts:
    """What was found in an article besides events, each list in the order of the text."""

    places: Sequence[PlaceHit]
    dates: Sequence[DateHit]
    counts: Sequence[CountHit]
    actors: Sequence[ActorHit] = ()
    published: date | None = None
    referred: Sequence[PlaceHit] = ()
    """The words that stand for a place: "the village" for one named before, "the Somali capital" for one that need not be."""

    _mentions: dict[int, Sequence[Any]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def place_counts(self) -> Counter[tuple[int, str]]:
        """How often each place is named, by its identity."""
        return Counter(hit.identity for hit in self.places)

    @cached_property
    def most_named(self) -> int:
        """How often the place is named that is named most."""
        return max(self.place_counts.values())

    def mentions_in(self, sentence: Sentence, read: Callable[[Sentence, Facts], Sequence[Mention]]) -> Sequence[Mention]:
        """What `read` makes of a sentence's places, kept for its next trigger."""
        found = self._mentions.get(sentence.index)
        if found is None:
            found = self._mentions[sentence.index] = read(sentence, self)
        return found

    def refers_back(self, place: PlaceHit) -> bool:
        """Whether a mention stands for a place named before, "the village", and does not tell which itself."""
        return place in self.referred and not place.tells_which

    def is_past(self, when: EventDate) -> bool:
        """Whether a date lies so far back that what happened then is history: two years and more before the publication."""
        if self.published is None or when.end.startswith("--"):
            return False
        return int(when.end[:4]) <= self.published.year - _HISTORY_YEARS


def event_place(hit: PlaceHit, text: str) -> EventPlace:
    """The place as the record has it."""
    distance = distance_before(text, hit)
    if hit.feature.startswith("PCL"):
        resolution = _COUNTRY
    elif hit.feature.startswith("PPL"):
        resolution = _CITY
    elif hit.feature.startswith(("ADM", "RGN", "CONT", "AREA", "OCN", "SEA", "GULF", "ISL")):
        resolution = _REGION
    else:
        resolution = _POINT
    return EventPlace(
        geonames_id=hit.geonames_id,
        name=_called(hit, resolution),
        country=hit.country,
        lat=hit.lat,
        lon=hit.lon,
        resolution=resolution,
        distance_km=distance,
    )


def _called(hit: PlaceHit, resolution: Resolution) -> str:
    """As the article calls it, Abu Kamal, Smyrna or America: its evidence says so, and its readers know that name. What a dateline
    sets in capitals or cuts short (Fla.) goes by its own; U.S. and UK are no such capitals."""
    if hit.held or (resolution is _COUNTRY and len(hit.text) <= _INITIALS):
        return hit.text
    return hit.name if hit.text.isupper() or (hit.text.endswith(".") and resolution is not _COUNTRY) else hit.text


class When(NamedTuple):
    """`beside`: it stands in the trigger's phrase."""

    date: EventDate
    beside: bool


def date_of(triggers: Sequence[Trigger], others: Sequence[Trigger], facts: Facts) -> When | None:
    """The date nearest to the first trigger in its clause, else in its part of the sentence or that of another of the event's
    triggers; none that says when somebody said it, or how long it goes on. Rather one to which none of the other events' triggers
    is nearer: "gathered on Friday to mark the massacre in July 1995"."""
    trigger = triggers[0]
    sentence = trigger.sentence
    if not within(facts.dates, sentence.start, sentence.end):
        return None
    head = sentence.start_of(trigger.head)
    first, last = clause_of(sentence, trigger.head)
    reason = reason_before(trigger)
    begin = sentence.start if reason is None else sentence.start_of(reason)
    end = sentence.end_of(min(charge_behind(trigger), len(sentence.tokens) - 1))
    hits = [
        hit
        for hit in within(facts.dates, begin, end)
        if not (
            _is_end(hit, sentence, facts.published)
            or _is_of_saying(hit, trigger)
            or _is_other_start(hit, trigger)
            or _is_before_noun(hit, sentence, triggers, others)
            or _is_of_gerund(hit, trigger)
        )
    ]
    if hits and trigger.reading is not None:  # "the party, whose leader was jailed in May, accused": not in May
        start = trigger.reading.start
        clause = defining_clause(start, sentence)  # "the party that met in May accused"
        clause = reduced_clause(start, sentence) if clause is None else clause
        between = range(start if clause is None else clause, start)
        hits = [hit for hit in hits if sentence.token_at(hit.start) not in between and not _is_in_aside(hit, start, sentence)]
    if not hits:
        return None
    interval = interval_in(sentence)
    if interval is None:
        own = {part_of(sentence, other.head) for other in triggers}
        hits = [hit for hit in hits if part_of(sentence, sentence.token_at(hit.start)) in own]
    else:  # "freed on Thursday, a day after police raided it"
        within_it = interval.holds(trigger.head)
        told = max(trigger.last, interval.first)
        beyond = hits = [hit for hit in hits if not _is_of_another(sentence.token_at(hit.start), told, sentence)]
        hits = [hit for hit in hits if interval.holds(sentence.token_at(hit.start)) is within_it]
        if not hits:
            other = min(beyond, key=lambda hit: abs(hit.start - head), default=None)
            when = None if other is None else moved(other.date, interval, into=within_it)
            return None if when is None else When(when, beside=True)
    inside = [hit for hit in hits if sentence.start_of(first) <= hit.start < sentence.end_of(last)]
    found = inside or hits
    heads = [sentence.start_of(other.head) for other in others]
    nearer = [hit for hit in found if all(abs(hit.start - head) <= abs(hit.start - other) for other in heads)]
    if trigger.type in SPOKEN and any(other.first > trigger.last and not other.verb for other in others):
        found = nearer  # "denied involvement in the poisoning in 2018"
    nearest = min(nearer or found, key=lambda hit: abs(hit.start - head), default=None)
    if nearest is None:
        return None
    when = _of_last_year(nearest, facts.published) if _is_done(trigger) else nearest.date
    at = sentence.token_at(nearest.start)
    if _stands_behind("since", at, sentence):
        when = _until(facts.published, when)
    beside = trigger.first - _BESIDE <= at <= trigger.last + _BESIDE
    return When(when, beside and bool(nearer))


def _is_done(trigger: Trigger) -> bool:
    """Whether what a trigger tells is done to somebody, and not ahead."""
    return trigger.type in _DONE and (trigger.reading is None or trigger.reading.modal is None)


def _of_last_year(hit: DateHit, published: date | None) -> EventDate:
    """A day and month without a year that are still to come, as those of the year before: "the Oct. 7 attack", told in August."""
    when = hit.date
    if published is None or when.precision is not DatePrecision.DAY or when.start.startswith("--"):
        return when
    first, last = date.fromisoformat(when.start), date.fromisoformat(when.end)
    if first <= published + _LATER or not _DAY.search(hit.text) or _YEAR.search(hit.text):
        return when
    try:
        first, last = first.replace(year=first.year - 1), last.replace(year=last.year - 1)
    except ValueError:  # 29 February
        return when
    return when.model_copy(update={"start": first.isoformat(), "end": last.isoformat()})


def _is_before_noun(hit: DateHit, sentence: Sentence, triggers: Sequence[Trigger], others: Sequence[Trigger]) -> bool:
    """Whether a date stands right before a noun that tells another event: "marched to mark the | 2008 | killing"."""
    following = sentence.token_at(hit.end - 1) + 1
    return any(other.first == following and other.reading is None and other not in triggers for other in others)


def _is_of_gerund(hit: DateHit, trigger: Trigger) -> bool:
    """Whether a year or a month says when was done what a gerund names for which something is done: "wanted for killing a deputy in
    | 2008 |"."""
    if hit.date.precision not in (DatePrecision.YEAR, DatePrecision.MONTH):
        return False
    sentence = trigger.sentence
    tokens = sentence.tokens
    gerunds = (i for i in range(trigger.last + 1, sentence.token_at(hit.start)) if tokens[i].lower.endswith("ing"))
    return any(sentence.words[i - 1] in OF_WHAT and looks_verbal(tokens, i) for i in gerunds)


def _is_of_another(at: int, first: int, sentence: Sentence) -> bool:
    """Whether a clause about a noun parts a date that begins at a token from the token `first` before it: "the fighting came a day
    after talks, which broke down in | May"."""
    return any(is_about_noun(i, sentence) for i in range(first + 1, at))


def _is_in_aside(hit: DateHit, start: int, sentence: Sentence) -> bool:
    """Whether a date stands in a relative clause between commas before a verb that begins at a token."""
    if hit.start >= sentence.start_of(start):
        return False
    at = sentence.token_at(hit.start)
    return is_in_aside(at, sentence.token_at(hit.end - 1), start, sentence)


def _is_of_saying(hit: DateHit, trigger: Trigger) -> bool:
    """Whether a date stands right behind a verb of saying that is not the trigger: "the ministry said on Friday"."""
    sentence = trigger.sentence
    at = sentence.token_at(hit.start) - 1
    while at > 0 and sentence.words[at] in _BEFORE_DAY:
        at -= 1
    return at >= 0 and sentence.words[at] in _SAID and not trigger.first <= at <= trigger.last


def _stands_behind(word: str, at: int, sentence: Sentence) -> bool:
    """Whether a word stands before a date, which begins at a token, or opens it."""
    return word in sentence.words[max(0, at - 1) : at + 1]


def _is_end(hit: DateHit, sentence: Sentence, published: date | None) -> bool:
    """Whether a date says how long something goes on, "until Friday", or by when it is to be done: "demanded it by Friday"."""
    at = sentence.token_at(hit.start)
    if _stands_behind("until", at, sentence):
        return True
    if published is None or not _stands_behind("by", at, sentence):
        return False
    return not hit.date.end.startswith("--") and date.fromisoformat(hit.date.end) > published


def _is_other_start(hit: DateHit, trigger: Trigger) -> bool:
    """Whether "since" before a date says from when something else was so: only what has been done, or is still so, goes on since
    then. "Has freed nine since May", but "freed a monk held since May", "the worst attack since May"."""
    sentence, reading = trigger.sentence, trigger.reading
    lower, at = sentence.words, sentence.token_at(hit.start)
    if not _stands_behind("since", at, sentence) or lower[trigger.last] == "since":
        return False
    following = sentence.token_at(hit.end - 1) + 1
    if lower[following : following + 2] == [",", "when"] and trigger.first > following:
        return False  # "the first since 2017, when a general was killed"
    if reading is None:
        return _HAVE.isdisjoint(lower[:at])
    goes_on = reading.passive and not reading.finite and trigger.last < at
    return not goes_on and lower[reading.start] not in _HAVE


def _until(published: date | None, start: EventDate) -> EventDate:
    """From a date up to the publication, as precise as that date."""
    if published is None or start.start.startswith("--") or start.start > published.isoformat():
        return start
    return start.model_copy(update={"end": published.isoformat()})
