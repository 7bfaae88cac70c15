"""What a sentence tells: one event each, with the words that tell it; and which of them are one and the same."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from agents.tag.clauses import between, clause_of
from agents.tag.deeds import came_at_once, is_background
from agents.tag.reasons import is_answered
from agents.tag.rules import Strength
from agents.tag.triggers import Trigger
from agents.tag.words import Tag
from schemas.event import EVIDENCE_LENGTH
from schemas.plover import Auxiliary, EventType

_ASSAULT, _PROTEST = EventType.ASSAULT, EventType.PROTEST
_EFFECT, _WEAK = Strength.EFFECT, Strength.WEAK

OBJECT = 4
"""Words between a verb and the noun that is its object."""
_OF_OBJECT = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.WORD, Tag.NAME, Tag.NUMBER})


@dataclass(slots=True)
class Told:
    """One thing that a sentence tells. `content`: the triggers that a speech act took in; `joined`: others of the same event."""

    trigger: Trigger
    type: EventType
    mode: str | None
    auxiliary: frozenset[Auxiliary]
    content: list[Trigger] = field(default_factory=list)
    joined: list[Trigger] = field(default_factory=list)
    parts: list[Told] = field(default_factory=list)
    """What was joined, each as it was before, its own trigger's included; empty where nothing was."""
    bare: bool = False
    """A speech act of whose content the lexicon knows nothing: an event only where it says who to whom."""

    @property
    def strength(self) -> Strength:
        return self.trigger.group.strength

    @property
    def rule(self) -> str:
        rule = self.trigger.group.rule
        return rule if self.type is self.trigger.type else f"{rule} -> {self.type.value}"


def join(told: list[Told]) -> list[Told]:
    """Things of one type and no conflicting mode that one sentence tells are one event: "blew himself up, killing eleven"."""
    if len(told) < 2:
        return told
    joined: list[Told] = []
    for event in told:
        if protest := next((other for other in joined if _is_part(event, other)), None):
            protest.joined.append(event.trigger)
            continue
        if measure := next((other for other in joined if _is_object(event, other)), None):
            measure.joined.append(event.trigger)
            measure.mode = event.mode or measure.mode
            continue
        same = next(
            (other for other in joined if other.type is event.type and _compatible(other, event) and _close(other, event)), None
        )
        if same is None:
            joined.append(event)
            continue
        parts = [*(same.parts or [replace(same)]), replace(event)]
        if _main(event) > _main(same):
            event.joined = [same.trigger, *same.joined]
            event.mode = _surer_mode(event.mode, same.mode)
            event.content = [*same.content, *event.content]
            joined[joined.index(same)] = event
            event.parts = parts
        else:
            same.joined.append(event.trigger)
            same.content.extend(event.content)
            same.mode = _surer_mode(same.mode, event.mode)
            same.parts = parts
    return joined


def _is_part(event: Told, whole: Told) -> bool:
    """Whether a verb says how a protest went, "rioted for a second night, burning cars", or why: "blocked the port to protest"."""
    reading = event.trigger.reading
    if event.type is _PROTEST and event.trigger.pattern.lemma.startswith("in protest"):
        return whole.type is _PROTEST  # "walked out in protest at the cuts"
    if event.type is _PROTEST and reading is not None and reading.infinitive:
        return whole.type is _PROTEST and whole.trigger.first < event.trigger.first
    return (
        whole.type is _PROTEST
        and event.type is _ASSAULT
        and event.mode in ("destroy", "primitive", None)
        and reading is not None
        and reading.gerund
        and whole.trigger.verb
        and whole.trigger.first < event.trigger.first
        and not between(whole.trigger.sentence, whole.trigger.last, event.trigger.first)
    )


def _is_object(event: Told, other: Told) -> bool:
    """Whether a noun is the object of a verb of its type, and tells what was done: "imposed a night curfew"."""
    noun, verb = event.trigger, other.trigger
    if event.type is not other.type or event.type is _ASSAULT or noun.reading is not None or verb.reading is None:
        return False
    if verb.reading.passive:
        return False
    gap = noun.sentence.tokens[verb.last + 1 : noun.first]
    return verb.last < noun.first and len(gap) <= OBJECT and all(token.tag in _OF_OBJECT for token in gap)


def _surer_mode(first: str | None, second: str | None) -> str | None:
    """The mode that tells more: a weapon before destruction or beating, anything before nothing."""
    return second if first is None or (first in ("destroy", "beat", "targeted") and second is not None) else first


_GENERAL_MODES = frozenset(
    {
        None,
        "firearms",
        "explosives",
        "suicide-attack",
        "aerial",
        "heavy-weapons",
        "drone",
        "primitive",
        "targeted",
        "destroy",
        "beat",
    }
)


def _close(a: Told, b: Told) -> bool:
    """Whether one piece of evidence holds both: the whole sentence, where it is no longer than that, or else a clause."""
    sentence = a.trigger.sentence
    if sentence.end - sentence.start <= EVIDENCE_LENGTH:
        return True
    return clause_of(sentence, a.trigger.head) == clause_of(sentence, b.trigger.head)


def _compatible(a: Told, b: Told) -> bool:
    led_to = a.type is _ASSAULT and b.mode is None and came_at_once(a.trigger, b.trigger)  # "fired gas, injuring nine"
    if is_background(a.trigger, b.trigger) or a.auxiliary != b.auxiliary or not (led_to or same_kind(a, b)):
        return False
    return not (is_answered(a.trigger, b.trigger) or is_answered(b.trigger, a.trigger))


def same_kind(a: Told, b: Told) -> bool:
    """Whether two of one type have modes that one event may have."""
    if a.type is _ASSAULT:
        return a.mode == b.mode or (a.mode in _GENERAL_MODES and b.mode in _GENERAL_MODES)
    return a.mode is None or b.mode is None or a.mode == b.mode


def _main(event: Told) -> int:
    """How fit a trigger is to stand for the event: a finite verb before a noun, either before an effect or a gerund."""
    reading = event.trigger.reading
    if event.strength is _EFFECT or event.strength is _WEAK:
        return 0
    if reading is None:
        return 1
    return 3 if reading.finite else 1
