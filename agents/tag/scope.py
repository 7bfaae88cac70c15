"""Where the reach of a speech act ends in its sentence: at a comma, or where another verb goes on."""

from __future__ import annotations

from agents.tag.clauses import clause_of
from agents.tag.inflect import Form
from agents.tag.triggers import Trigger
from agents.tag.words import Tag, words
from schemas.plover import EventType

_LISTS = words("and or of")
"""After an -ing word that is one of a list of nouns: "shelling, bombing and arrests"."""
_PAST = (Form.PAST, Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE)
_NOT_PAST = words("be is are 's 're am")
_SUBJECT = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.NUMBER, Tag.WORD, Tag.PRONOUN, Tag.PREPOSITION})


def is_closed(operator: Trigger, other: Trigger) -> bool:
    """Whether a comma between the two ends what the speech act says: "While they rejected the plan, fighting went on", "he
    refused, preferring captivity", "rejected the plan, citing attacks"."""
    lower, tokens = operator.sentence.words, operator.sentence.tokens
    commas = [k for k in range(operator.last + 1, other.first) if lower[k] == ","]
    if not commas:
        return False
    first, _ = clause_of(operator.sentence, operator.head)
    if tokens[first].tag is Tag.SUBORDINATOR and (first == 0 or tokens[first - 1].tag is Tag.PUNCTUATION):
        return True
    if operator.type is EventType.ACCUSE:
        return False
    return any(
        lower[k + 1].endswith("ing")
        and tokens[k + 1].tag is Tag.WORD
        and k + 1 < other.first
        and not any(word.endswith("ing") for word in lower[operator.last + 1 : k])
        and tokens[k + 2].tag is not Tag.PUNCTUATION
        and lower[k + 2] not in _LISTS
        for k in commas
    )


def goes_on(operator: Trigger, other: Trigger) -> bool:
    """Whether the sentence goes on with a verb of its own: "which promised talks, arrested two editors", "rejected the offer,
    killing the envoys", "rejected the offer and arrested the envoys"."""
    reading = other.reading
    if reading is None or reading.infinitive:
        return False
    lower, tokens = operator.sentence.words, operator.sentence.tokens
    start = reading.start
    if reading.gerund:
        listed = any(word.endswith("ing") for word in lower[operator.last + 1 : start - 1])
        return start > 0 and lower[start - 1] == "," and not listed
    if not reading.finite:
        return False
    gap = range(operator.last + 1, start)
    first, _ = clause_of(operator.sentence, operator.head)
    if tokens[first].tag is Tag.RELATIVE and any(lower[k] == "," for k in gap):
        return True
    if tokens[first].tag is Tag.RELATIVE and tokens[start].tag is Tag.AUXILIARY and start == operator.last + 1:
        return True  # "a guard who tried to resist was shot"
    if reading.modal == "will" and lower[start - 1] == "and" and is_past(operator):
        return True  # "offered subsidies and will meet the company"
    if other.pattern.form is Form.BASE and _is_plain_present(operator) and lower[start - 1] in ("and", "but"):
        return reading.modal is None  # "parties reject him and demand an election"
    if "that" in lower[operator.last : start] or other.pattern.form is Form.BASE:
        return False
    before = start - 1
    while before > operator.last and tokens[before].tag is Tag.ADVERB:
        before -= 1
    if lower[before] in ("and", "but", ","):
        return True
    while before > operator.last and tokens[before].tag in _SUBJECT:
        before -= 1
    return before > operator.last and lower[before] in ("and", "but", ",") and reading.modal is None


def _is_plain_present(operator: Trigger) -> bool:
    reading = operator.reading
    plain = reading is not None and reading.finite and not (reading.infinitive or reading.modal or reading.passive)
    return plain and operator.pattern.form is Form.BASE


def is_past(other: Trigger) -> bool:
    """Whether a verb says of its subject that it did, or suffered, something: "had shelled the port", not "be shelled"."""
    reading = other.reading
    if reading is None or not reading.finite or reading.infinitive or reading.modal or other.pattern.form not in _PAST:
        return False
    return other.sentence.words[reading.start] not in _NOT_PAST
