"""The likeliest two of those who may act and those who may be acted on."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from operator import itemgetter

from agents.tag.parties import Phrase

Scored = tuple[float, Phrase | None]
"""How likely, and who; None is nobody."""
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

    def __iter__(self) -> Iterator[Scored]:
        yield from self._known
        for scored in self._rest:
            if self.allows(scored[1]):
                self._known.append(scored)
                yield scored


def best_pair(as_actor: Ranked, as_recipient: Ranked) -> tuple[Phrase | None, Phrase | None]:
    """The likeliest two that are not one; nobody is in both."""
    best: tuple[float, Phrase | None, Phrase | None] = (-math.inf, None, None)
    likeliest, _ = next(iter(as_recipient))
    for a, actor in as_actor.scored:
        if a + likeliest <= best[0]:
            break
        if not as_actor.allows(actor):
            continue
        for b, recipient in as_recipient:
            if not overlap(actor, recipient):
                if a + b > best[0]:
                    best = (a + b, actor, recipient)
                break
    return best[1], best[2]


def overlap(a: Phrase | None, b: Phrase | None) -> bool:
    """Whether two phrases share a word; nobody shares none."""
    return a is not None and b is not None and a.first <= b.last and b.first <= a.last
