"""Why words that look like an event's are none; asked only where a reader wants to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agents.tag.conditions import condition, lacking
from agents.tag.document import Sentence
from agents.tag.pattern import Pattern
from agents.tag.triggers import Missed, other_sense, read


class Suppressed(NamedTuple):
    """What looked like an event, and why it is none."""

    pattern: Pattern
    sentence: Sentence
    first: int
    last: int
    reason: str


def reasons_of(missed: Sequence[Missed]) -> Iterator[Suppressed]:
    """Each pattern that a sentence misses, with what it fails by; none for a word that is used as another part of speech."""
    for sentence, i, candidates, verbal, figures, present in missed:
        for pattern, last in candidates:
            reason: str | None = other_sense(sentence, pattern, i, last, figures)
            if not reason:
                trigger = read(pattern, sentence, i, last, verbal)
                if trigger is None:
                    continue
                reason = lacking(pattern.group, last - i, present) or condition(trigger)[0]
            if reason:
                yield Suppressed(pattern, sentence, i, last, reason)
