"""Why a text is coded as it is: what fired, what was suppressed and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from agents.tag import lexicon
from agents.tag.document import read
from agents.tag.events import Coded, candidates_of, events_of
from agents.tag.facts.names import find_actors
from agents.tag.facts.places import find_places
from agents.tag.gathering import gather
from agents.tag.missed import reasons_of
from schemas.event import Event


@dataclass(frozen=True)
class Finding:
    """A trigger's word in the text: its rule, and why it is no event (None where it is one)."""

    start: int
    end: int
    text: str
    rule: str
    reason: str | None


@dataclass(frozen=True)
class Explanation:
    """The events of a text, and every word that could have been one."""

    events: list[Event]
    findings: list[Finding]


def explain(text: str, title: str = "") -> Explanation:
    """Codes the text as an article without a date would be, and keeps the reasons."""
    document = read(text, title)
    named = find_places(text)
    facts = gather(document, named, find_actors(text, named))
    coded = candidates_of(document, facts, lexicon.load())
    return Explanation(
        events_of(document, "explained", coded.candidates, facts), sorted(_findings(text, coded), key=lambda found: found.start)
    )


def _findings(text: str, coded: Coded) -> Iterator[Finding]:
    for candidate in coded.candidates:
        span = candidate.trigger
        yield Finding(span.start, span.end, span.text, candidate.told.rule, None)
        for other in candidate.told.joined:
            start, end = other.sentence.start_of(other.first), other.sentence.end_of(other.last)
            yield Finding(start, end, text[start:end], other.group.rule, f"tells of the same event as {span.text!r}")
    for left_out in (*coded.suppressed, *reasons_of(coded.missed, lexicon.load())):
        start, end = left_out.sentence.start_of(left_out.first), left_out.sentence.end_of(left_out.last)
        yield Finding(start, end, text[start:end], left_out.pattern.group.rule, left_out.reason)
