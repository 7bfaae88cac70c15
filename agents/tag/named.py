"""Words that name an event and tell none: as part of another noun, as what another verb is about, or in general talk."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.chunks import looks_verbal
from agents.tag.clauses import between
from agents.tag.figurative import VIOLENT
from agents.tag.inflect import Form
from agents.tag.nouns import kind_of
from agents.tag.role_words import is_role
from agents.tag.rules import Part, Strength
from agents.tag.triggers import Trigger
from agents.tag.words import Tag, words
from schemas.plover import QUAD_CLASS, EventType, QuadClass

_PROTEST = EventType.PROTEST
_BASE, _SINGULAR = Form.BASE, Form.SINGULAR
_CORE = Strength.CORE

_PEACEFUL = frozenset({QuadClass.VERBAL_COOPERATION, QuadClass.MATERIAL_COOPERATION})
_SPOKEN_OF = frozenset({EventType.AGREE, EventType.CONSULT, EventType.REQUEST, EventType.SUPPORT, EventType.COOPERATE})
"""Types whose nouns say what another deed is about: "quit the treaty", "walked out of the talks"."""
_UNDOING = frozenset(
    {EventType.SANCTION, EventType.REJECT, EventType.CONCEDE, EventType.COERCE, EventType.RETREAT, EventType.PROTEST}
)
"""Types of those deeds. Of what is only praised or blamed the noun stays, to be one with what was told before."""
_ENDED = words("lift end call drop back suspend scrap ease halt abandon cancel withdraw relax postpone stop break shelve")
"""Verbs that put an end to what was told before, whatever it was."""
_ABOUT = words("of from over on to about out off with for up in")
"""Between a verb and the noun that it is about."""
_OBJECT = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.WORD, Tag.NAME, Tag.NUMBER})
_REACH = 6
"""Words between a verb and the noun that it is about."""
_THINGS = frozenset({"time", "message", "location", "object", "abstract", "group"})
"""Kinds of nouns that another noun before them tells the matter of: war years, a peace museum."""
_OF_VIOLENCE = frozenset({"time", "message", "location"})
_VERBS_TOO = words(
    "hit cut shot set put left split cost burst found fell felt need work plan help move end start stop hold break turn much enough"
)
"""Nouns by their form, and verbs where they stand behind a noun: "the strike hit depots"."""
_OBJECT_AFTER = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.NUMBER, Tag.PRONOUN, Tag.TO})
_IS = words("is are")
_STAYS = words("remains remain means mean seems seem")
_EVERYDAY = frozenset({EventType.REQUEST, EventType.ACCUSE})
"""Types of what people ask of each other and complain of every day."""
_NEWS = words("demand urge accuse condemn denounce")
"""What those who speak for many do in the present of a headline."""
_SOME = words("some many most few all")
_QUOTES = frozenset('"“”')
_AGREED = words("agreed promised pledged")
_SELDOM = words("rarely seldom often never usually always")
_BETWEEN = words("between with")
_OF_PHRASE = frozenset({Tag.PREPOSITION, Tag.WORD, Tag.NAME})
_WHAT = words(
    "a an the never always often rarely about not no unlikely impossible inevitable likely more better bad good wrong everything "
    "nothing part rife common commonplace widespread rampant rare frequent endemic routine"
)
"""After "is": what something is in general, and not where or how it goes on."""


def only_named(trigger: Trigger, before: Sequence[Trigger]) -> str | None:
    """Why a word tells nothing of its own, or None where it may; `before`: the triggers of its sentence to the left."""
    if trigger.reading is not None:
        if _is_part_played(trigger):
            return "the part that somebody plays in court"
        return "said in general" if _is_habit(trigger) or (trigger.reading.gerund and _is_general(trigger)) else None
    if trigger.pattern.part is not Part.NOUN:
        return None
    if (noun := _modified(trigger)) is not None:
        return f"says of what kind: {noun!r}"
    if _is_due(trigger):
        return "due, and not told as done"
    if _is_general(trigger):
        return "said in general"
    verb = next((other for other in reversed(before) if other.reading is not None), None)
    return f"what {verb.text!r} is about" if verb is not None and _is_about(trigger, verb) else None


def _modified(trigger: Trigger) -> str | None:
    """The noun behind, whose kind this one tells: "his war years", "a trade minister"."""
    tokens, i = trigger.sentence.tokens, trigger.last + 1
    if trigger.sentence.words[trigger.last] in _BETWEEN:
        return None  # "talks between nurses and the board"
    sure = trigger.group.strength is _CORE and trigger.type in VIOLENT
    if sure or trigger.pattern.form is not _SINGULAR or i + 1 >= len(tokens) or tokens[i].tag is not Tag.WORD:
        return None
    noun = tokens[i].lower
    if looks_verbal(tokens, i) or noun in _VERBS_TOO or tokens[i + 1].tag in _OBJECT_AFTER:
        return None
    kind = kind_of(noun)
    if trigger.type in VIOLENT and kind not in _OF_VIOLENCE:
        return None  # "an arson fire"
    person = kind == "person" and (QUAD_CLASS[trigger.type] in _PEACEFUL or trigger.type is _PROTEST)
    return noun if person or (kind in _THINGS and not _is_third(noun)) else None


def _is_habit(trigger: Trigger) -> bool:
    """Whether a plain present tells what such people do in general: "Some parents demand too much"; nobody is named."""
    tokens, reading = trigger.sentence.tokens, trigger.reading
    if reading is None or trigger.pattern.form is not _BASE or reading.start != trigger.first or reading.infinitive:
        return False
    if trigger.type not in _EVERYDAY or any(token.tag is Tag.NAME or token.lower in _QUOTES for token in tokens):
        return False
    before = tokens[: trigger.first]
    some = bool(before) and before[0].lower in _SOME
    who = before[1:] if some else before
    if len(who) != 1 or who[0].tag is not Tag.WORD:
        return False
    return some or trigger.pattern.lemma not in _NEWS or not is_role(who[0].lower)  # but "Unions demand"


def _is_part_played(trigger: Trigger) -> bool:
    """Whether a participle alone opens a sentence and says as what somebody speaks: "Prosecuting, Ana Ruiz told the court"."""
    reading, lower = trigger.reading, trigger.sentence.words
    return reading is not None and reading.gerund and trigger.first == trigger.last == 0 and lower[1:2] == [","]


def _is_due(trigger: Trigger) -> bool:
    """Whether a noun names what was only agreed: "the agreed exchange did not take place"."""
    lower = trigger.sentence.words
    return (
        trigger.first > 1
        and lower[trigger.first - 1] in _AGREED
        and trigger.sentence.tokens[trigger.first - 2].tag is Tag.DETERMINER
    )


def _is_third(noun: str) -> bool:
    """Whether a plural may be a verb's third person: "violence spreads"."""
    return noun.endswith("s") and not noun.endswith(("ss", "ies", "years"))


def _is_general(trigger: Trigger) -> bool:
    """Whether a noun without an article is what a sentence says something of in general: "War is a continuation"."""
    lower, tokens = trigger.sentence.words, trigger.sentence.tokens
    behind = trigger.last + 1
    opens = trigger.first == 0 or tokens[trigger.first - 1].tag in (Tag.PUNCTUATION, Tag.CONJUNCTION, Tag.SUBORDINATOR)
    opens = opens or (trigger.first == 1 and lower[0] in ("a", "an"))
    if not opens or behind + 1 >= len(lower):
        return False
    if tokens[behind].tag is Tag.PREPOSITION:  # "kidnapping for ransom is rife"
        behind = next((i for i in range(behind + 1, len(lower) - 1) if tokens[i].tag not in _OF_PHRASE), behind)
    return (
        lower[behind] in _STAYS
        or lower[behind] in _SELDOM
        or (lower[behind] in _IS and not _WHAT.isdisjoint(lower[behind + 1 : behind + 3]))
    )


def _is_about(trigger: Trigger, verb: Trigger) -> bool:
    """Whether a noun is what a verb of another type is about, and stands behind it at once: "halted arms exports"."""
    ended = verb.type is EventType.CONCEDE and verb.pattern.lemma.split()[0] in _ENDED  # "lifted its blockade"
    if (trigger.type not in _SPOKEN_OF and not ended) or verb.type not in _UNDOING or verb.type is trigger.type:
        return False
    if between(verb.sentence, verb.last, trigger.first):
        return False
    gap = verb.sentence.tokens[verb.last + 1 : trigger.first]
    if len(gap) > _REACH:
        return False
    inside = gap[1:] if gap and gap[0].lower in _ABOUT else gap
    return all(token.tag in _OBJECT for token in inside) and not any(looks_verbal(gap, k) for k in range(1, len(gap)))
