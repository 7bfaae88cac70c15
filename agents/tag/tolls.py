"""How many an event has killed, wounded, taken or drawn: which of an article's counts are its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from agents.tag.circumstances import Facts, within
from agents.tag.clauses import clause_of
from agents.tag.document import Document, Sentence
from agents.tag.facts.ages import is_age, is_part
from agents.tag.facts.count_tokens import CountHit
from agents.tag.facts.numbers import NumberHit, find_numbers
from agents.tag.merge import Candidate
from agents.tag.nouns import kind_of
from agents.tag.parties import Party
from agents.tag.triggers import Trigger
from agents.tag.words import words
from schemas.event import Count, CountKind
from schemas.plover import EventType

_PROTEST = EventType.PROTEST
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
_TAKEN = {
    "arrest": CountKind.ARRESTED,
    "deport": CountKind.DEPORTED,
    "expel": CountKind.DEPORTED,
    "abduct": CountKind.ABDUCTED,
    "beat": CountKind.INJURED,
}
"""What whom something was done to counts as, by the mode of the deed."""
_OF = re.compile(r" of (?:(?:the|its|their|his|her|those) )?")
_PLURALS = words("children men women people")
_EARLIER = words("after since")
"""First words of a clause that tells what was before."""
_BEFORE = 32
"""Characters before a party's name in which its number may stand."""


class Tolls(NamedTuple):
    """Of one event in one sentence; `further`: what counts only where nothing else does, one person told without a number."""

    counts: dict[CountKind, Count]
    further: dict[CountKind, Count]


def counts_of(sentence: Sentence, triggers: Sequence[Sequence[Trigger]], types: Sequence[EventType], facts: Facts) -> list[Tolls]:
    """For each event of a sentence, the counts that are its own: those bound nearest to one of its triggers."""
    found = [Tolls({}, {}) for _ in types]
    for hit in within(facts.counts, sentence.start, sentence.end):
        owner = _owner(hit, sentence, triggers, types)
        if owner is not None:
            _add(found[owner].further if hit.single else found[owner].counts, hit)
    return found


def _add(counts: dict[CountKind, Count], hit: CountHit) -> None:
    if hit.kind not in counts or counts[hit.kind].value < hit.value:
        counts[hit.kind] = Count(
            value=hit.value, low=hit.low, high=hit.high, approximate=hit.approximate, start=hit.start, end=hit.end
        )


def _owner(hit: CountHit, sentence: Sentence, triggers: Sequence[Sequence[Trigger]], types: Sequence[EventType]) -> int | None:
    tokens = sentence.tokens
    bound = sentence.token_at(hit.bound_start)
    first, last = clause_of(sentence, bound)
    before = first > 0 and tokens[first].lower in _EARLIER  # "set fire to a station after a man died"
    for wanted in _COUNTS[hit.kind]:
        fitting = [
            n
            for n, event_type in enumerate(types)
            if event_type is wanted and not (before and all(not first <= trigger.head <= last for trigger in triggers[n]))
        ]
        if fitting:
            starts = sentence.starts
            return min(fitting, key=lambda n: min(abs(starts[trigger.head] - hit.bound_start) for trigger in triggers[n]))
    return None


def add_marchers(actors: Sequence[Party], event_type: EventType, text: str, toll: Tolls) -> None:
    """Those who protest are counted by the number in their name: "200 villagers blocked a highway"."""
    if event_type is not _PROTEST or CountKind.PARTICIPANTS in toll.counts or not actors:
        return
    party = actors[0]
    near = find_numbers(text, [(max(0, party.start - _BEFORE), party.end)])
    number = next((number for number in near if number.end > party.start or not text[number.end : party.start].strip()), None)
    if number is not None and number.start < party.end:
        toll.further[CountKind.PARTICIPANTS] = Count(
            value=number.value, low=number.low, high=number.high, approximate=number.approximate, start=number.start, end=party.end
        )


def add_taken(recipients: Sequence[Party], mode: str | None, text: str, toll: Tolls) -> None:
    """Those who are arrested, expelled or abducted are counted by the numbers in their names: "dragged 14 comrades from the hall",
    "took away the editor and four printers"."""
    kind = _TAKEN.get(mode or "")
    if kind is None or kind in toll.counts or kind in toll.further or not recipients:
        return
    numbers = [_number_of(party, text) for party in recipients]
    if not any(numbers):
        return
    total = 0
    for n, (party, number) in enumerate(zip(recipients, numbers, strict=True)):
        if number is None and n and numbers[n - 1] and text[recipients[n - 1].end : party.start] == " and " and _is_plural(party):
            continue  # "22 women and children": both together
        if number is None and not any(map(str.isupper, party.text)) and kind_of(party.text.rsplit(None, 1)[-1].lower()) != "person":
            return
        total += number.value if number else 1
    first = next(number for number in numbers if number)
    alone = len(recipients) == 1
    toll.further[kind] = Count(
        value=total,
        low=first.low if alone else None,
        high=first.high if alone else None,
        approximate=any(number.approximate for number in numbers if number),
        start=min(first.start, recipients[0].start),
        end=recipients[-1].end,
    )


def _is_plural(party: Party) -> bool:
    word = party.text.lower()
    return word in _PLURALS or word.endswith("s")


def _number_of(party: Party, text: str) -> NumberHit | None:
    """The number that a party's text begins with, or that stands before it with "of": "eight of its crew"; no age, no year."""
    found = find_numbers(text, [(max(0, party.start - _BEFORE), party.end)])
    number = next((it for it in found if it.start == party.start or _OF.fullmatch(text, it.end, party.start)), None)
    return None if number is None or is_age(text, number) or is_part(text, number) else number


def add_told_after(events: Sequence[Candidate], document: Document, facts: Facts) -> None:
    """A sentence that tells no event itself, but how many died, tells it of the event just before: "A convoy hit a mine. Four
    soldiers died." """
    if not facts.counts:
        return
    told: dict[int, list[Candidate]] = {}
    for event in events:
        for span in (event.evidence, *event.mentions):
            told.setdefault(span.start, []).append(event)
    before: Sequence[Candidate] = ()
    paragraph = -1
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            before, paragraph = (), sentence.paragraph
        own = told.get(sentence.start, [])
        if before and not own and _is_elsewhere(sentence, facts):
            before = ()
        for hit in within(facts.counts, sentence.start, sentence.end) if before else ():
            if not any(event.type in _COUNTS[hit.kind] for event in own):
                for event in before:
                    if event.type is _COUNTS[hit.kind][0] and hit.kind not in event.counts:
                        _add(event.further, hit)
                        break
        before = [*own, *before]


def _is_elsewhere(sentence: Sentence, facts: Facts) -> bool:
    """Whether a sentence names a day or a place of its own."""
    start, end = sentence.start, sentence.end
    return bool(within(facts.dates, start, end)) or bool(within(facts.places, start, end))
