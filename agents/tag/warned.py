"""What threatens nobody: warnings of a risk that no one makes, or of what is the case, and dangers that are nobody's deed."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.document import Token
from agents.tag.figurative import subject_before
from agents.tag.lexicon import Lexicon
from agents.tag.nouns import kind_of
from agents.tag.role_words import is_role
from agents.tag.triggers import Trigger
from agents.tag.words import Tag, words
from schemas.plover import EventType

_THREATEN = EventType.THREATEN

_WARNS = ("warn", "caution")
_WITHIN = 7
"""Words between a warning and "that": "warned the government on Monday that"."""
_ACTING = ("person", "group")
_THINGS = ("abstract", "act", "object", "time", "location")
_WHO_ACTS = ("force", "armed", "state", "official", "actor")
"""Classes of the lexicon: whose deeds a warning may threaten with."""
_TO_COME = words("will would could may might shall 'll can cannot should won't wouldn't must")


def threatens_nobody(trigger: Trigger, lexicon: Lexicon) -> str | None:
    """Why a warning is no threat, or None where it may be: "warned that tariffs could hit sales"."""
    reading = trigger.reading
    if trigger.type is not _THREATEN or reading is None:
        return None
    tokens, lower = trigger.sentence.tokens, trigger.sentence.words
    if trigger.pattern.lemma == "threaten" and reading.finite and not reading.passive:
        return _danger(subject_before(tokens, reading.start))
    if not trigger.pattern.lemma.startswith(_WARNS):
        return None
    that = next((i for i in range(trigger.last, min(len(lower), trigger.last + _WITHIN)) if lower[i] == "that"), None)
    if that is None:
        return None
    modal = next((i for i in range(that + 1, len(lower)) if tokens[i].tag is Tag.MODAL or lower[i] in _TO_COME), None)
    if modal is None:
        return "a warning of what is the case"
    subject = subject_before(tokens, modal)
    if not subject or (modal + 1 < len(lower) and lower[modal + 1] == "be"):
        return None
    head = subject[-1]
    if head.tag is Tag.NAME or kind_of(head.lower) in _ACTING:
        return None
    acts = any(head.lower in lexicon.classes[name].single for name in _WHO_ACTS)
    return None if acts else f"a warning of what nobody does: {head.lower!r}"


def _danger(subject: Sequence[Token]) -> str | None:
    """Why a thing that threatens is no threat: "inequality threatens democracy", "the flood threatened two villages"."""
    if not subject or subject[-1].tag is not Tag.WORD or is_role(subject[-1].lower):
        return None
    kind = kind_of(subject[-1].lower)
    return f"a danger, and nobody's threat: {subject[-1].lower!r}" if kind in _THINGS else None
