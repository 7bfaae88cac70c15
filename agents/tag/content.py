"""What is counted of tagged articles: events by type and country, and articles without any."""

from __future__ import annotations

from collections.abc import Iterator

from agents.content import ContentCounter, Labels
from schemas.event import TaggedEvents
from schemas.plover import QUAD_CLASS, EventType

NO_PLACE = "none"


def _events(record: TaggedEvents) -> Iterator[Labels]:
    for event in record.events:
        yield event.type.value, event.quad_class.value


def _countries(record: TaggedEvents) -> Iterator[Labels]:
    for event in record.events:
        yield ((event.place.country if event.place else None) or NO_PLACE,)


def _without(record: TaggedEvents) -> Iterator[Labels]:
    if not record.events:
        yield ("nothing-found" if record.tagger.coded else "language-not-coded",)


COUNTERS = (
    ContentCounter(
        "events_total",
        "Coded events by PLOVER type and quad class.",
        ("type", "quad_class"),
        _events,
        known=tuple((kind.value, QUAD_CLASS[kind].value) for kind in EventType),
    ),
    ContentCounter(
        "events_by_country_total",
        "Coded events by the country where they happened (ISO alpha-2; none: the text gives no place).",
        ("country",),
        _countries,
        bounded="country",
    ),
    ContentCounter(
        "articles_without_events_total",
        "Articles in which nothing was found, or whose language is not coded.",
        ("reason",),
        _without,
        known=(("nothing-found",), ("language-not-coded",)),
    ),
)
