"""How the triggers of a sentence belong together: one deed, "killed two, hurt five", or two, "raided a villa and took a boat"."""

from __future__ import annotations

from agents.tag.clauses import between, clause_of
from agents.tag.rules import Strength
from agents.tag.triggers import Trigger
from agents.tag.words import HAVE, IN_PHRASE, Tag, words
from schemas.plover import EventType

_MEASURES = frozenset({EventType.COERCE, EventType.AID, EventType.MOBILIZE, EventType.SANCTION})
"""Deeds of which one subject does several; of attacks the second verb mostly tells what came of the first."""
_OPENS_OBJECT = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER, Tag.NAME, Tag.WORD})
_WARS = words("war conflict offensive hostilities insurgency terrorism campaign")
"""More than one attack: only the same word tells of them again."""


def is_background(a: Trigger, b: Trigger) -> bool:
    """Whether one of two verbs stands in the perfect in a relative clause, and the other does not: "the militia, which has fought
    the army since May, attacked the depot"."""
    return _has_done(a) is not _has_done(b)


def _has_done(trigger: Trigger) -> bool:
    reading, lower = trigger.reading, trigger.sentence.words
    if reading is None or reading.start < 1 or lower[reading.start] not in HAVE:
        return False
    return lower[reading.start - 1] in ("who", "which", "that")


def goes_on(first: Trigger, second: Trigger) -> bool:
    return is_joined(first, second) and not acts_anew(first, second)


def is_joined(first: Trigger, second: Trigger) -> bool:
    """Whether "and" joins two verbs."""
    if first.reading is None or second.reading is None or first.first >= second.first:
        return False
    start = second.reading.start
    return second.sentence.words[start - 1] == "and" and not between(first.sentence, first.first, start)


def acts_anew(first: Trigger, second: Trigger) -> bool:
    """Whether each of two verbs of one subject has an object of its own: "raided a villa and impounded four boats"."""
    if first.type not in _MEASURES or any(verb.reading is None or verb.reading.passive for verb in (first, second)):
        return False
    tokens = first.sentence.tokens
    return all(verb.last + 1 < len(tokens) and tokens[verb.last + 1].tag in _OPENS_OBJECT for verb in (first, second))


def before_phrase(noun: Trigger) -> int:
    """The token before a noun's phrase; -1 where that opens the sentence."""
    at = noun.first - 1
    while at >= 0 and noun.sentence.tokens[at].tag in IN_PHRASE:
        at -= 1
    return at


def is_means(noun: Trigger, verb: Trigger) -> bool:
    """Whether a noun tells how a verb before it was done: "killed nine of them in air strikes near the border"."""
    if noun.reading is not None or verb.reading is None or noun.first <= verb.last or between(verb.sentence, verb.last, noun.first):
        return False
    at = before_phrase(noun)
    return at > verb.last and verb.sentence.words[at] in ("in", "by", "with", "during")


def names_deed(trigger: Trigger) -> bool:
    """Whether a trigger is a noun, or stands for one: "fighting"."""
    return trigger.reading is None or trigger.reading.gerund


def is_effect(verb: Trigger, noun: Trigger) -> bool:
    """Whether a verb tells what the noun that is its subject did: "clashes between police and fans left nine people injured"."""
    reading = verb.reading
    if not names_deed(noun) or reading is None or not reading.finite or reading.passive or noun.last >= reading.start:
        return False
    at = before_phrase(noun)
    opens = at < 0 or noun.sentence.tokens[at].tag in (Tag.PUNCTUATION, Tag.SUBORDINATOR, Tag.CONJUNCTION)
    sentence = noun.sentence
    joins = {"and"} if "between" in sentence.words[noun.last : noun.last + 2] else set[str]()
    starts = (sentence.words[i] for i in range(noun.last + 1, reading.start + 1) if sentence.clause_starts[i])
    return opens and joins.issuperset(starts)


def apart(a: Trigger, b: Trigger) -> bool:
    """Whether two triggers stand in two clauses."""
    first, second = sorted((a.first, b.first))
    return between(a.sentence, first, second)


def at_once(a: Trigger, b: Trigger) -> bool:
    """Whether the later of two stands in a clause with "when": "nine were hurt when gunmen attacked" tells one deed."""
    first, _ = clause_of(a.sentence, max(a.head, b.head))
    return first > min(a.first, b.first) and a.sentence.words[first] in ("when", "as")


def came_at_once(verb: Trigger, gerund: Trigger) -> bool:
    """Whether a gerund behind a comma tells what a verb before it led to: "missiles hit a base in Syria, wounding three", "police
    clashed with miners, leaving nine injured"."""
    reading = gerund.reading
    if verb.reading is None or not verb.reading.finite or reading is None or gerund.first < verb.last:
        return False
    if not reading.gerund:
        lower = gerund.sentence.words
        left = any(lower[i] == "leaving" and lower[i - 1] == "," for i in range(verb.last + 1, gerund.first))
        return left and gerund.group.strength is Strength.EFFECT
    return reading.start > 0 and gerund.sentence.words[reading.start - 1] == ","


def came_of(a: Trigger, b: Trigger) -> bool | None:
    """Where the later of two stands in a clause with "after": whether the first tells what came of it, "eleven died after gunmen
    attacked a bar", or another deed, "troops opened fire after two were killed". None where it does not stand in one."""
    earlier, later = (a, b) if a.first < b.first else (b, a)
    first, _ = clause_of(a.sentence, later.head)
    if first <= earlier.first or a.sentence.words[first] != "after":
        return None
    reading = earlier.reading
    return earlier.group.strength is Strength.EFFECT or (reading is not None and reading.passive)


def is_war(trigger: Trigger) -> bool:
    """Whether a noun tells of a war as a whole."""
    return not trigger.verb and not _WARS.isdisjoint(trigger.pattern.words)
