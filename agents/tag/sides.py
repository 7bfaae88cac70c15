"""The two that a noun stands between: "fighting between the army and rebels", "talks between Peru and Chile"."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.deeds import names_deed
from agents.tag.document import Sentence
from agents.tag.figurative import VIOLENT
from agents.tag.parties import Phrase
from agents.tag.triggers import Trigger
from agents.tag.words import IN_PHRASE, words

_NOBODY = words("sides parties rivals")
"""Which two these are, the text says elsewhere."""


def sides_of(trigger: Trigger, candidates: Sequence[Phrase], sentence: Sentence) -> tuple[Phrase, Phrase | None] | None:
    """Both; of an attack that one word names the sides of, "clashes between herders", that one."""
    lower, tokens = sentence.words, sentence.tokens
    at = trigger.last if lower[trigger.last] == "between" else trigger.last + 1
    if not names_deed(trigger) or lower[at : at + 1] != ["between"]:
        return None
    sides = [phrase for phrase in candidates if phrase.first > at and not phrase.pronoun]
    for n, first in enumerate(sides[:2]):
        for second in sides[n + 1 :]:
            gap = tokens[first.last + 1 : second.first]
            if gap and gap[0].lower == "and" and all(token.tag in IN_PHRASE for token in gap[1:]):
                return first, second
    if not sides or trigger.type not in VIOLENT:
        return None
    both = sides[0]
    begins = all(token.tag in IN_PHRASE for token in tokens[at + 1 : both.first])
    several = lower[both.last].endswith("s") and lower[both.last] not in _NOBODY
    listed = lower[both.last + 1 : both.last + 2] in (["and"], [","])
    return (both, None) if begins and several and not listed else None
