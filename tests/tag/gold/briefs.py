"""Gold briefs, and how far the coder's records of them are an analyst's."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from schemas.event import Event, Party
from tests.tag.coding import tagged
from tests.tag.gold.score import Figure

_WORD = re.compile(r"\w+")
_SMALL = frozenset("the a an of in and his her their its on at to for by with from as".split())  # noqa: SIM905
_NEAR = 2
"""Characters before a quote in which a trigger may begin."""


@dataclass(frozen=True)
class GoldToldOf:
    """One real event of a brief, as briefs.toml has it."""

    type: str
    quote: str
    mode: str | None = None
    also: Sequence[str] = ()
    actors: Sequence[str] = ()
    recipients: Sequence[str] = ()
    place: str | None = None
    date: str | None = None
    in_year: bool = False
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Brief:
    half: str
    title: str
    text: str
    published: datetime
    events: Sequence[GoldToldOf]
    silent: Sequence[str]


def read(half: str) -> list[Brief]:
    """`half`: a or b."""
    rows: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "briefs.toml").read_text(encoding="utf-8"))["brief"]
    return [
        Brief(
            half, row["title"], row["text"], row["published"], [GoldToldOf(**each) for each in row["event"]], row.get("silent", ())
        )
        for row in rows
        if row["half"] == half
    ]


def measure(briefs: Iterable[Brief]) -> dict[str, Figure]:
    """`found`: gold events with a record of their type there; `precise`: records that are a gold event's; `silent`: clauses of no
    event in which none begins. The others are of the events found: right where both name something that shares a word, or both
    nothing; `counts` where gold has one."""
    figures: dict[str, Figure] = defaultdict(Figure)
    for brief in briefs:
        coded = tagged(brief.text, brief.title, published=brief.published).events
        used: set[int] = set()
        for gold in brief.events:
            at = _record_of(gold, brief.text, coded, used)
            figures["found"].add(at is not None, f"{gold.type}: {gold.quote}")
            if at is not None:
                used.add(at)
                _compare(figures, gold, coded[at])
        for n, event in enumerate(coded):
            figures["precise"].add(n in used, f"{event.type}: {event.trigger.text} | {event.evidence.text}")
        for clause in brief.silent:
            inside = any(start <= event.trigger.start < end for start, end in _spans(brief.text, clause) for event in coded)
            figures["silent"].add(not inside, clause)
    return figures


def _record_of(gold: GoldToldOf, text: str, coded: Sequence[Event], used: set[int]) -> int | None:
    """The record of its type that tells of a gold event: one whose trigger stands in its words first, then one not taken yet."""
    spans = [span for words in (gold.quote, *gold.also) for span in _spans(text, words)]
    best: tuple[bool, bool, int] | None = None
    for n, event in enumerate(coded):
        if event.type.value != gold.type:
            continue
        near = any(start - _NEAR <= event.trigger.start <= end for start, end in spans)
        told = any(span.start <= start and end <= span.end for span in (event.evidence, *event.mentions) for start, end in spans)
        if (near or told) and (best is None or (near, n not in used, -n) > best):
            best = near, n not in used, -n
    return None if best is None else -best[2]


def _compare(figures: dict[str, Figure], gold: GoldToldOf, event: Event) -> None:
    what = f"{gold.type} {event.trigger.text!r}"
    for name, wanted, given in (("actor", gold.actors, event.actors), ("recipient", gold.recipients, event.recipients)):
        figures[name].add(_same(wanted, given), f"{what}: {list(wanted)} -> {[party.text for party in given]}")
    place = event.place.name if event.place else None
    right = place is gold.place is None or bool(place and gold.place and _share(place, gold.place))
    figures["place"].add(right, f"{what}: {gold.place} -> {place}")
    day = event.date.start if event.date else None
    right = gold.in_year or day == gold.date or bool(day and gold.date and day.startswith(gold.date))
    figures["date"].add(right, f"{what}: {gold.date} -> {day}")
    counted = {kind.value: count.value for kind, count in event.counts.items()}
    for kind, value in gold.counts.items():
        figures["counts"].add(counted.get(kind) == value, f"{what}: {kind} {value} -> {counted}")


def _same(wanted: Sequence[str], given: Sequence[Party]) -> bool:
    if not wanted or not given:
        return not wanted and not given
    return any(_share(name, f"{party.text} {party.name}") for name in wanted for party in given)


def _share(one: str, other: str) -> bool:
    return not (_words(one).isdisjoint(_words(other)))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _SMALL


def _spans(text: str, words: str) -> list[tuple[int, int]]:
    return [(found.start(), found.end()) for found in re.finditer(re.escape(words), text)]
