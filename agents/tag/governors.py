"""Words on whose account something is only feared, planned, prevented or discussed."""

from __future__ import annotations

from agents.tag.lexicon import Lexicon
from agents.tag.triggers import INDEFINITE, Trigger
from agents.tag.words import Tag, words
from schemas.plover import EventType

_OF_WHAT_IS = ("discuss", "debat", "oppos", "justif", "worr", "tackl", "plann", "prepar")
"""Beginnings of unreal governors that leave what is known as it is: "discussed the war"."""
_AHEAD = words("plan plans planned planning prepare prepares prepared preparing")
"""Verbs after which an attack is none yet, as they go on: a march that is planned is announced."""
_OF_NOUNS = ("singular", "plural")
_DEFINITE = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME})
_PURPOSE_AFTER = words("for of against to from about on in with over")


def governor_of(trigger: Trigger, lexicon: Lexicon, reach: int) -> str | None:
    """The word on whose account this is only feared, planned, prevented or discussed."""
    tokens, lower, starts = trigger.sentence.tokens, trigger.sentence.words, trigger.sentence.clause_starts
    start = trigger.reading.start if trigger.reading else trigger.first
    if lexicon.modality.unreal.keys().isdisjoint(lower[max(0, start - reach) : start]):
        return None
    for i in range(start - 1, max(-1, start - 1 - reach), -1):
        if starts[i] and tokens[i].tag is not Tag.SUBORDINATOR:
            return None
        for pattern, form in lexicon.modality.unreal.get(lower[i], ()):
            end = i + len(pattern)
            if (
                pattern[0] in _AHEAD
                and form not in _OF_NOUNS
                and not (trigger.type is EventType.ASSAULT and pattern[0].endswith("ing"))
            ):
                continue
            if pattern[0].startswith(_OF_WHAT_IS) and any(
                token.tag in _DEFINITE and token.lower not in INDEFINITE for token in tokens[end:start]
            ):
                continue
            if tuple(lower[i:end]) != pattern or end > start:
                continue
            if form in _OF_NOUNS:
                linked = end == start or lower[end] in _PURPOSE_AFTER or lower[end] == "that" or pattern[-1] in _PURPOSE_AFTER
                near = start - end <= 4 or (end < len(lower) and lower[end] == "that")
                if linked and near and not (trigger.reading and trigger.reading.finite and lower[end] != "that"):
                    return " ".join(pattern)
            elif _verb_governs(trigger, end, start):
                return " ".join(pattern)
    return None


def _verb_governs(trigger: Trigger, end: int, start: int) -> bool:
    """Whether a verb that ends before token `end` governs the trigger that begins at `start`."""
    tokens, lower = trigger.sentence.tokens, trigger.sentence.words
    between = lower[end:start]
    if trigger.reading is None:
        return start - end <= 4 and not any(
            tokens[k].tag in (Tag.AUXILIARY, Tag.MODAL, Tag.PUNCTUATION)
            or (k > end and tokens[k].tag is Tag.PREPOSITION and lower[k] != "of")  # "to avoid trial for the killing"
            for k in range(end, start)
        )
    if trigger.reading.finite:
        return trigger.reading.modal is not None and ("that" in between or start - end <= 5)
    return "," not in between
