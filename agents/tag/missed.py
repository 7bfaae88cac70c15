"""Why words that look like an event's are none; asked only where a reader wants to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agents.tag.conditions import NEEDS_NOTHING_NEAR, condition, lacks
from agents.tag.document import Sentence
from agents.tag.lexicon import Lexicon
from agents.tag.matches import candidates_at, figures_of
from agents.tag.pattern import GAP, Pattern
from agents.tag.rules import Group
from agents.tag.triggers import Missed, other_sense, read


class Suppressed(NamedTuple):
    """What looked like an event, and why it is none."""

    pattern: Pattern
    sentence: Sentence
    first: int
    last: int
    reason: str


def reasons_of(missed: Sequence[Missed], lexicon: Lexicon) -> Iterator[Suppressed]:
    """Each pattern that a sentence misses, with what it fails by; none for a word that is used as another part of speech."""
    for sentence, i in _places(missed, lexicon):
        lower = sentence.words
        openings, present = lexicon.patterns[lower[i]], {*lower, GAP}
        figures = figures_of(lower, present, lexicon)
        for pattern, last in candidates_at(lower, i, openings, present):
            reason: str | None = other_sense(sentence, pattern, i, last, figures)
            if not reason:
                trigger = read(pattern, sentence, i, last, openings.verbal)
                if trigger is None:
                    continue
                reason = _lacking(pattern.group, last - i, present) or lacks(pattern, lower, i, last) or condition(trigger)[0]
            if reason:
                yield Suppressed(pattern, sentence, i, last, reason)


def _lacking(group: Group, length: int, present: set[str]) -> str | None:
    """What a rule asks for and a sentence of these words has not, wherever it might stand; None where it may hold.

    `length`: words of the trigger behind its first.
    """
    if group.object is not None and not group.acts_on_names and group.object.is_absent(present):
        return "no object of its kind"
    if group.after is not None and group.after.is_absent(present):
        return "nothing after it that it needs"
    named = group.takes_names or group.states is not None or length >= NEEDS_NOTHING_NEAR
    if group.near is not None and not named and group.near.is_absent(present):
        return "nothing near that it needs"
    return None


def _places(missed: Sequence[Missed], lexicon: Lexicon) -> Iterator[tuple[Sentence, int]]:
    """Each token at which words may begin that look like a trigger, and are none nor part of one."""
    for sentence, triggers in missed:
        taken = {i for trigger in triggers for i in range(trigger.first, trigger.last + 1)}
        yield from ((sentence, i) for i, word in enumerate(sentence.words) if i not in taken and word in lexicon.patterns)
