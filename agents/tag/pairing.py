"""The likeliest two of those who may act and those who may be acted on."""

from __future__ import annotations

import math
from collections.abc import Callable
from operator import itemgetter

from agents.tag.parties import Phrase

Scored = tuple[float, Phrase | None]
"""How likely, and who; None is nobody."""
NOBODY: Scored = (-math.inf, None)
_first = itemgetter(0)


class Ranked:
    """From the likeliest on, those of whom grammar allows it, which is asked only of the ones that are looked at."""

    def __init__(self, scored: list[Scored], allowed: Callable[[Phrase], bool]) -> None:
        scored.sort(key=_first, reverse=True)
        self.scored = scored
        self._rest, self._allowed = iter(scored), allowed
        self._known: list[Scored] = []

    def allows(self, phrase: Phrase | None) -> bool:
        return phrase is None or self._allowed(phrase)

    def likeliest_beside(self, other: Phrase | None) -> Scored:
        """The likeliest that shares no word with another, at last nobody."""
        for scored in self._known:
            if not overlap(other, scored[1]):
                return scored
        for scored in self._rest:
            phrase = scored[1]
            if phrase is None or self._allowed(phrase):
                self._known.append(scored)
                if not overlap(other, phrase):
                    return scored
        return NOBODY


def best_pair(as_actor: Ranked, as_recipient: Ranked) -> tuple[Phrase | None, Phrase | None]:
    """The likeliest two that are not one; nobody is in both."""
    best: tuple[float, Phrase | None, Phrase | None] = (-math.inf, None, None)
    likeliest, _ = as_recipient.likeliest_beside(None)
    for a, actor in as_actor.scored:
        if a + likeliest <= best[0]:
            break
        if not as_actor.allows(actor):
            continue
        b, recipient = as_recipient.likeliest_beside(actor)
        if a + b > best[0]:
            best = (a + b, actor, recipient)
    return best[1], best[2]


def overlap(a: Phrase | None, b: Phrase | None) -> bool:
    """Whether two phrases share a word; nobody shares none."""
    return a is not None and b is not None and a.first <= b.last and b.first <= a.last
