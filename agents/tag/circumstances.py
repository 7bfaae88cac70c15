"""Where, when and how many: which of an article's places, dates and counts belong to an event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from agents.tag.clauses import clause_of
from agents.tag.document import Document, Sentence
from agents.tag.facts.counts import CountHit
from agents.tag.facts.dates import DateHit
from agents.tag.facts.names import ActorHit
from agents.tag.facts.places import PlaceHit, PlaceKind, distance_before
from agents.tag.triggers import Trigger
from agents.tag.words import Tag, words
from schemas.event import Count, CountKind, EventDate, EventPlace, Resolution
from schemas.plover import EventType

_STRONG = words("in at near outside around across inside throughout within along")
_WEAK = words("of on from to into through over against toward towards for between off by")
_PARTS = words(
    "city town village province region district state capital outskirts suburb suburbs north south east west northeast "
    "northwest southeast southwest part parts port area centre center heart streets island border coast republic "
    "kilometers kilometres km miles edge quarter side campus university bombing shelling invasion siege bombardment "
    "occupation neighborhood neighbourhood county governorate"
)
"""Nouns whose "of" names a place: the outskirts of, the shelling of."""
_HISTORY_YEARS = 2
_DATELINE = re.compile(r"^[A-Z][A-Z .'’-]{2,}(?:, [\w .]+)?\s*(?:\([^)]{2,30}\)\s*)?[-–—:]")
_PHYSICAL = frozenset(
    {
        EventType.ASSAULT,
        EventType.PROTEST,
        EventType.COERCE,
        EventType.MOBILIZE,
        EventType.RETREAT,
        EventType.AID,
        EventType.CONSULT,
    }
)
"""Types that happen at a place even where their sentence doesn't say which."""
_COUNTS = {
    CountKind.DEAD: (EventType.ASSAULT, EventType.PROTEST),
    CountKind.INJURED: (EventType.ASSAULT, EventType.PROTEST),
    CountKind.ARRESTED: (EventType.COERCE, EventType.PROTEST, EventType.RETREAT, EventType.ACCUSE, EventType.SANCTION),
    CountKind.DEPORTED: (EventType.COERCE, EventType.SANCTION),
    CountKind.DISPLACED: (EventType.ASSAULT, EventType.COERCE),
    CountKind.ABDUCTED: (EventType.ASSAULT,),
    CountKind.MISSING: (EventType.ASSAULT,),
    CountKind.PARTICIPANTS: (EventType.PROTEST,),
}
"""The types that a count may belong to, the likeliest first."""


class Located(Protocol):
    @property
    def start(self) -> int: ...


Hit = TypeVar("Hit", bound=Located)


def within(hits: Sequence[Hit], start: int, end: int) -> Sequence[Hit]:
    """Of hits in their order, those that begin between two offsets."""
    return hits[bisect_left(hits, start, key=_start) : bisect_left(hits, end, key=_start)]


def _start(hit: Located) -> int:
    return hit.start


@dataclass(frozen=True)
class Facts:
    """What was found in an article besides events, each list in the order of the text."""

    places: Sequence[PlaceHit]
    dates: Sequence[DateHit]
    counts: Sequence[CountHit]
    actors: Sequence[ActorHit] = ()
    published: date | None = None

    def is_past(self, when: EventDate) -> bool:
        """Whether a date lies so far back that what happened then is history: two years and more before the publication."""
        if self.published is None or when.end.startswith("--"):
            return False
        return int(when.end[:4]) <= self.published.year - _HISTORY_YEARS


def token_at(sentence: Sentence, offset: int) -> int:
    """The token that begins at an offset or covers it."""
    tokens = sentence.tokens
    at = bisect_left(tokens, offset + 1, key=lambda token: token.start) - 1
    return max(0, at)


def place_of(trigger: Trigger, document: Document, facts: Facts, barred: Sequence[tuple[int, int]]) -> PlaceHit | None:
    """Where it happened. `barred`: spans of the actor and of other phrases that say who, not where."""
    sentence = trigger.sentence
    if found := _in_sentence(trigger, sentence, facts, barred):
        return found
    if trigger.type not in _PHYSICAL:
        return None
    for back in range(1, 4):
        if sentence.index < back:
            break
        earlier = document.sentences[sentence.index - back]
        if sentence.paragraph - earlier.paragraph > 1:
            break
        named = [
            hit
            for hit in within(facts.places, earlier.start, earlier.end)
            if hit.kind is PlaceKind.NAME and _preposition(earlier, hit) > 1
        ]
        if named:
            return named[0]
    return _dateline(document, facts)


def _in_sentence(trigger: Trigger, sentence: Sentence, facts: Facts, barred: Sequence[tuple[int, int]]) -> PlaceHit | None:
    first, last = clause_of(sentence, trigger.head)
    best: tuple[float, PlaceHit] | None = None
    for hit in within(facts.places, sentence.start, sentence.end):
        if hit.kind is not PlaceKind.NAME or any(start <= hit.start and hit.end <= end for start, end in barred):
            continue
        at, end = token_at(sentence, hit.start), token_at(sentence, hit.end - 1)
        score = max(_preposition(sentence, hit), _adjoining(trigger, at, end))
        if score == 0:
            continue
        score -= abs(at - trigger.last) / 12
        score += (0.8 if first <= at <= last else 0) + (0.5 if at > trigger.last else 0)
        if best is None or score > best[0]:
            best = (score, hit)
    return best[1] if best else None


def _adjoining(trigger: Trigger, first: int, last: int) -> float:
    """A place's name as the noun's modifier, or as the verb's object: the Lima bombing, they shelled Lima."""
    if not trigger.verb and 0 < trigger.first - last <= 2:
        return 2.6
    if trigger.verb and trigger.type in (EventType.ASSAULT, EventType.CONSULT) and 0 < first - trigger.last <= 2:
        return 2.0
    return 0.0


def _preposition(sentence: Sentence, hit: PlaceHit) -> float:
    """How far what stands before a place's name makes it the scene: 3 after "in", 0 for a subject."""
    tokens = sentence.tokens
    at = token_at(sentence, hit.start) - 1
    for back in range(4):
        i = at - back
        if i < 0:
            return 0.0
        lower = tokens[i].lower
        if lower in _STRONG:
            return 3.0 - back * 0.3
        if lower == "of" and i and tokens[i - 1].lower not in _PARTS:
            return 0.0
        if lower in _WEAK:
            return 1.6 - back * 0.2
        if lower == "," and back == 0:
            return 0.8
        if tokens[i].tag not in (Tag.DETERMINER, Tag.WORD, Tag.NAME, Tag.POSSESSIVE, Tag.NUMBER) and lower not in ("and", "-"):
            return 0.0
    return 0.0


def _dateline(document: Document, facts: Facts) -> PlaceHit | None:
    """The place before the dash that opens the article: "KABUL, Afghanistan (Agency) -"."""
    match = _DATELINE.match(document.text)
    if not match:
        return None
    return next((hit for hit in within(facts.places, 0, match.end()) if hit.kind is PlaceKind.NAME), None)


def event_place(hit: PlaceHit, text: str) -> EventPlace:
    """The place as the record has it."""
    distance = distance_before(text, hit)
    if hit.feature.startswith("PCL"):
        resolution = Resolution.COUNTRY
    elif hit.feature.startswith("PPL"):
        resolution = Resolution.CITY
    elif hit.feature.startswith(("ADM", "RGN", "CONT", "AREA", "OCN", "SEA")):
        resolution = Resolution.REGION
    else:
        resolution = Resolution.POINT
    return EventPlace(
        geonames_id=hit.geonames_id,
        name=hit.name,
        country=hit.country,
        lat=hit.lat,
        lon=hit.lon,
        resolution=resolution,
        distance_km=distance,
    )


def date_of(trigger: Trigger, facts: Facts) -> EventDate | None:
    """The date nearest to the trigger in its clause, else in its sentence."""
    sentence = trigger.sentence
    tokens = sentence.tokens
    head = tokens[trigger.head].start
    first, last = clause_of(sentence, trigger.head)
    hits = within(facts.dates, sentence.start, sentence.end)
    inside = [hit for hit in hits if tokens[first].start <= hit.start < tokens[last].end]
    nearest = min(inside or hits, key=lambda hit: abs(hit.start - head), default=None)
    return nearest.date if nearest else None


def counts_of(
    sentence: Sentence, triggers: Sequence[Sequence[Trigger]], types: Sequence[EventType], facts: Facts
) -> list[dict[CountKind, Count]]:
    """For each event of a sentence, the counts that are its own: those bound nearest to one of its triggers."""
    found: list[dict[CountKind, Count]] = [{} for _ in types]
    for hit in within(facts.counts, sentence.start, sentence.end):
        owner = _owner(hit, sentence, triggers, types)
        if owner is not None and (hit.kind not in found[owner] or found[owner][hit.kind].value < hit.value):
            found[owner][hit.kind] = Count(
                value=hit.value, low=hit.low, high=hit.high, approximate=hit.approximate, start=hit.start, end=hit.end
            )
    return found


def _owner(hit: CountHit, sentence: Sentence, triggers: Sequence[Sequence[Trigger]], types: Sequence[EventType]) -> int | None:
    tokens = sentence.tokens
    for wanted in _COUNTS[hit.kind]:
        fitting = [n for n, event_type in enumerate(types) if event_type is wanted]
        if fitting:
            return min(fitting, key=lambda n: min(abs(tokens[trigger.head].start - hit.bound_start) for trigger in triggers[n]))
    return None
