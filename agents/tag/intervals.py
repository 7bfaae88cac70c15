"""What is told to have happened so long before or after something else: "freed on Thursday, a day after officers raided their
offices"; one day tells the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from agents.tag.clauses import clause_of
from agents.tag.document import Sentence
from agents.tag.facts.date_readers import NUMBERS, earlier
from agents.tag.words import words
from schemas.event import DatePrecision, EventDate

UNITS = {f"{unit}{plural}": unit for unit in ("day", "week", "month", "year") for plural in ("", "s")}
_SIGNS = {"after": 1, "before": -1}
_ROUGHLY = words("more less than about around nearly almost roughly at least some several few many just only barely the")
_LASTING = words("in for within over during of")
"""Prepositions with which it says how long something goes on: "the worst in two years after"."""
_LONGEST = 99
"""Of a unit."""


class Interval(NamedTuple):
    """The tokens `first` to `last` tell what happened `number` units earlier than what the rest of the sentence tells."""

    first: int
    last: int
    number: int | None
    """None of no certain number: "days after"."""
    unit: str

    def holds(self, token: int) -> bool:
        return self.first <= token <= self.last


def interval_in(sentence: Sentence) -> Interval | None:
    """The first that a sentence tells."""
    lower = sentence.words
    if _SIGNS.keys().isdisjoint(lower):
        return None
    for i in range(1, len(lower) - 1):
        sign = _SIGNS.get(lower[i])
        unit = None if sign is None else UNITS.get(lower[i - 1])
        if sign is None or unit is None:
            continue
        _, last = clause_of(sentence, i)
        if "," in lower[i:last]:
            last = lower.index(",", i)  # "A day after police raided it, ..."
        number = _number(lower, i - 2)
        before = i - 3 if number is not None else i - 2
        while before >= 0 and lower[before] in _ROUGHLY:
            before, number = before - 1, None
        if before < 0 or lower[before] not in _LASTING:
            return Interval(i, last, None if number is None else sign * number, unit)
    return None


def _number(lower: Sequence[str], at: int) -> int | None:
    word = lower[at] if at >= 0 else ""
    number = int(word) if word.isascii() and word.isdigit() else NUMBERS.get(word)
    return number if number is not None and number <= _LONGEST else None


def moved(when: EventDate, interval: Interval, *, into: bool) -> EventDate | None:
    """The date of the one from that of the other: `into` the interval's clause, or out of it. None where either is not certain."""
    if interval.number is None or when.precision is not DatePrecision.DAY or when.start != when.end or when.start.startswith("--"):
        return None
    return earlier(date.fromisoformat(when.start), interval.number if into else -interval.number, interval.unit)
