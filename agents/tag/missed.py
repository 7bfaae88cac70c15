"""Why words that look like an event's are none; asked only where a reader wants to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agents.tag.conditions import condition, lacking
from agents.tag.document import Sentence
from agents.tag.lexicon import Lexicon
from agents.tag.pattern import GAP, Pattern
from agents.tag.triggers import Missed, candidates_at, figures_of, other_sense, read


class Suppressed(NamedTuple):
    """What looked like an event, and why it is none."""

    pattern: Pattern
    sentence: Sentence
    first: int
    last: int
    reason: str


def reasons_of(missed: Sequence[Missed], lexicon: Lexicon) -> Iterator[Suppressed]:
    """Each pattern that a sentence misses, with what it fails by; none for a word that is used as another part of speech."""
    for sentence, i in missed:
        lower = sentence.words
        openings, present = lexicon.patterns[lower[i]], {*lower, GAP}
        figures = figures_of(lower, present, lexicon)
        for pattern, last in candidates_at(lower, i, openings, present):
            reason: str | None = other_sense(sentence, pattern, i, last, figures)
            if not reason:
                trigger = read(pattern, sentence, i, last, openings.verbal)
                if trigger is None:
                    continue
                reason = lacking(pattern.group, last - i, present) or condition(trigger)[0]
            if reason:
                yield Suppressed(pattern, sentence, i, last, reason)
