"""Which patterns of the lexicon, and which figures of speech, stand in a sentence word by word, however they are used there."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.conditions import NEEDS_NOTHING_NEAR
from agents.tag.demands import Served
from agents.tag.lexicon import Lexicon
from agents.tag.pattern import GAP, LONGEST_GAP, Openings, Pattern

Span = tuple[int, int]
"""First and last token."""
Found = tuple[Pattern, int]
"""A pattern and its last token."""


def candidates_at(lower: Sequence[str], i: int, openings: Openings, present: set[str], served: Served | None = None) -> list[Found]:
    """Patterns that stand at token `i`, with their last tokens; `served`: the rules that may hold, where no other is asked for."""
    found: list[Found] = []
    if served is None:
        found = [(pattern, i) for _, pattern in openings.alone]
    elif served_here := openings.bits & served.short:
        found = [(pattern, i) for bit, pattern in openings.alone if bit & served_here]
    longer: list[Found] = []
    if i + 1 < len(lower) and lower[i + 1] in openings.following:
        longer = _longer(lower, i, openings, present)
    if openings.gaps:
        _add_gapped(longer, openings, lower, i, i, present)
    if not longer:
        return found
    if served is not None:
        short, long = served.short, served.long
        longer = [
            (pattern, last) for pattern, last in longer if pattern.group.bit & (long if last - i >= NEEDS_NOTHING_NEAR else short)
        ]
    return found + longer


def _longer(lower: Sequence[str], i: int, openings: Openings, present: set[str]) -> list[Found]:
    """The patterns of several words that begin at token `i`, with no gap behind the first, in the lexicon's order."""
    found: list[Found] = []
    last, end = i + 1, len(lower)
    while last < end and (further := openings.following.get(lower[last])) is not None:
        found += [(pattern, last) for _, pattern in further.alone]
        if further.gaps:
            _add_gapped(found, further, lower, i, last, present)
        openings = further
        last += 1
    if len(found) > 1:
        found.sort(key=_number)
    return found


def _number(found: Found) -> int:
    return found[0].number


def _add_gapped(found: list[Found], openings: Openings, lower: Sequence[str], i: int, last: int, present: set[str]) -> None:
    """Adds the patterns that begin at token `i` and have a gap behind token `last`."""
    behind = lower[last + 1 : last + 2 + LONGEST_GAP]
    if openings.gaps.keys().isdisjoint(behind):
        return
    for word in dict.fromkeys(filter(openings.gaps.__contains__, behind)):
        for pattern in openings.gaps[word]:
            if present.issuperset(pattern.words) and (end := _match(lower, i, pattern.words)) >= 0:
                found.append((pattern, end))


def _match(lower: Sequence[str], i: int, pattern: tuple[str, ...]) -> int:
    """The last token of the pattern that begins at token `i`, or -1."""
    at = i
    for n, part in enumerate(pattern):
        if part == GAP:
            return _match_gap(lower, at, pattern[n + 1 :])
        if at >= len(lower) or lower[at] != part:
            return -1
        at += 1
    return at - 1


def _match_gap(lower: Sequence[str], at: int, rest: tuple[str, ...]) -> int:
    for skipped in range(LONGEST_GAP + 1):
        if at + skipped < len(lower) and lower[at + skipped] in ".,;:":
            return -1
        last = _match(lower, at + skipped, rest)
        if last >= 0:
            return last
    return -1


def figures_of(lower: list[str], present: set[str], lexicon: Lexicon) -> list[Span]:
    """First and last token of each figure of speech among the words, all of which are `present`; in no order."""
    spans: list[Span] = []
    for longest in lexicon.figures.keys() & present:
        for phrase in filter(present.issuperset, lexicon.figures[longest]):
            opening = phrase[0]
            spans += [(i, last) for i, word in enumerate(lower) if word == opening and (last := _match(lower, i, phrase)) >= 0]
    return spans
