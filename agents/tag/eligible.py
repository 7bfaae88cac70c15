"""Which candidates may act in what a trigger tells, and which may be acted on, by what they name; asked before their worth."""

from __future__ import annotations

from agents.tag.candidates import is_deaf, is_office
from agents.tag.grammar import VERBAL
from agents.tag.parties import Phrase
from agents.tag.role_features import POSSESSED, SentenceView
from agents.tag.triggers import Trigger
from agents.tag.words import IN_PHRASE
from schemas.plover import QUAD_CLASS, EventType

_TO_SOMEBODY = frozenset(
    {EventType.AID, EventType.COOPERATE, EventType.PROTEST, EventType.SANCTION, EventType.RETREAT, EventType.MOBILIZE}
)
"""Deeds that are done to somebody, too: help is given to people, not to the tents that are sent."""
_INERT = frozenset({"place", "location", "object", "act", "message", "abstract"})
"""Kinds of phrases that name nothing that acts."""


def open_parts(trigger: Trigger, view: SentenceView, owner: int | None) -> tuple[list[bool], list[tuple[Phrase, bool, bool]]]:
    """Of each candidate whether it may do either, and of those that may, which; `owner`: the last token of whose deed it is."""
    sentence = view.sentence
    to_somebody = QUAD_CLASS[trigger.type] in VERBAL or trigger.type in _TO_SOMEBODY
    asked: list[bool] = []
    parts: list[tuple[Phrase, bool, bool]] = []
    for phrase, kind, preposition, following, _, _ in view.known:
        if (
            following == POSSESSED
            and phrase.last != owner
            and not trigger.first < phrase.first < trigger.last
            and (trigger.verb or any(token.tag not in IN_PHRASE for token in sentence.tokens[phrase.last + 1 : trigger.first]))
        ):
            asked.append(False)  # "the miners' union marched": the union did
            continue
        is_object = preposition == "trigger" and phrase.first > trigger.last
        acts = not is_object and (kind not in _INERT or is_office(phrase, sentence))
        suffers = not (to_somebody and is_deaf(phrase, kind, sentence))
        asked.append(acts or suffers)
        if acts or suffers:
            parts.append((phrase, acts, suffers))
    return asked, parts
