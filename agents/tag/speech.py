"""What a speech act takes in: the events that are demanded, threatened, refused or alleged, and so are none of their own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from agents.tag.clauses import between, clause_of
from agents.tag.inflect import Form
from agents.tag.rules import Strength
from agents.tag.scope import goes_on, is_closed, is_past
from agents.tag.triggers import Trigger
from agents.tag.word_sets import WordSet
from agents.tag.words import OF_PHRASE, Tag, words
from schemas.plover import EventType

_ACCUSE, _AGREE, _ASSAULT, _CONCEDE, _CONSULT, _REJECT, _REQUEST = (
    EventType.ACCUSE,
    EventType.AGREE,
    EventType.ASSAULT,
    EventType.CONCEDE,
    EventType.CONSULT,
    EventType.REJECT,
    EventType.REQUEST,
)
_BASE, _PARTICIPLE, _PAST_OR_PARTICIPLE, _THIRD = Form.BASE, Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE, Form.THIRD
_OPERATOR = Strength.OPERATOR

SCOPE = 14
"""Words that an operator reaches: "threatened (if the talks on the border should fail again) to arrest"."""
HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
_DEEDS = HOSTILE | {EventType.PROTEST, EventType.MOBILIZE, EventType.AID, EventType.RETREAT, EventType.THREATEN}
"""Types of deeds that an accusation may tell of."""
_THEN = words("last previous ago yesterday earlier overnight")
SAID_OF_A_DEED = 9
"""Words after a deed in which a name, a day or a number makes it a certain one: "murdering two guards at the prison in 2019"."""
SPEECH = frozenset(
    {
        EventType.AGREE,
        EventType.ACCUSE,
        EventType.SUPPORT,
        EventType.CONSULT,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.THREATEN,
    }
)
SPOKEN = SPEECH - {EventType.CONSULT}
"""Of those, what is only said: talks have a place."""
JUDGING = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT})
"""What is said of somebody's deed or words."""
_CERTAIN = frozenset({Tag.NAME, Tag.NUMBER})
_LEGAL = frozenset(
    {
        "charge",
        "prosecute",
        "on trial",
        "in court",
        "verdict",
        "guilty",
        "found guilty",
        "is found guilty",
        "sentence",
        "arrest",
        "in prison",
        "accused",
    }
)
"""Groups whose "of murder", "for fraud" names a charge, not an event."""
_NAMING = frozenset({"called by a bad name", "calls it baseless"})
"""Groups whose object is called what a noun behind it names."""
_AWAITED = words("under awaiting pending facing")
"""Before what follows an arrest and is no charge: "arrested and put under investigation"."""
_BESIDE = words("during despite at amid throughout")
"""Before a noun that says when and where the speech act was made: "called for calm at talks in Lima"."""
_OF_THE_FUTURE = frozenset(
    {EventType.REQUEST, EventType.THREATEN, EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE}
)
"""Speech acts about what is not done yet: a past verb in them tells of something else."""
_REPORTS = words("suggest insist hope tell remind promise pledge vow agree signal")
"""Of those, the ones that also report what was done: "suggested that he had been poisoned"."""
_ASKING = words("calling demanding urging seeking requesting")
_DEMAND = words("demand demanding")
"""With which a way to protest ends."""
_REASONS = words("due because owing thanks")
_TELLING = words("tell remind")
"""Requests where "to" follows: "told the guards to leave"; otherwise they report."""
_OF_OBJECT = frozenset({Tag.DETERMINER, Tag.WORD, Tag.NAME, Tag.POSSESSIVE, Tag.NUMBER})
_QUOTES = frozenset("\"“”‘’'")
_OF_NOUN = OF_PHRASE | {Tag.PREPOSITION}
_DISCUSSED = frozenset({EventType.AGREE, EventType.RETREAT, EventType.CONCEDE})
"""What is told as known, and no event where it is what talks are about."""
OF_ORDER = 5
"""Words between an order and what is done by it: "ordered the two nuns freed"."""
_MEASURES = HOSTILE | {EventType.RETREAT}
_ORDERS = words("order orders ordered ordering sentence sentenced direct directed")


def governed_by_speech(triggers: Sequence[Trigger]) -> dict[int, Trigger]:
    """First token of each trigger that stands inside of a speech act -> that speech act, the outermost."""
    governed: dict[int, Trigger] = {}
    if len(triggers) < 2:
        return governed
    for n, operator in enumerate(triggers):
        asks = operator.pattern.words[-1] in _DEMAND
        if operator.first in governed or not (
            asks or operator.group.strength is _OPERATOR or operator.type in SPEECH or operator.group.name in _LEGAL
        ):
            continue
        if _orders_done(operator, triggers[n + 1 : n + 2]):
            governed[operator.first] = triggers[n + 1]
            continue
        for other in triggers[n + 1 :]:
            if other.head - operator.last > SCOPE or between(operator.sentence, operator.last, other.head):
                break
            if is_closed(operator, other):
                break
            if goes_on(operator, other):
                break
            if _takes_in(operator, other) or _is_name_given(operator, other):
                governed.setdefault(other.first, operator)
    return governed


def _orders_done(operator: Trigger, following: Sequence[Trigger]) -> bool:
    """A measure of the authorities, not a request: "500 people were ordered to be expelled", "ordered the nun freed on bail"."""
    if not following or operator.reading is None or operator.sentence.tokens[operator.first].lower not in _ORDERS:
        return False
    other = following[0]
    if other.reading is None or other.type not in _MEASURES:
        return False
    if operator.reading.passive:
        return other.reading.passive and other.type in HOSTILE and other.first - operator.last <= 4
    gap = operator.sentence.tokens[operator.last + 1 : other.first]
    done = other.pattern.form in (_PARTICIPLE, _PAST_OR_PARTICIPLE) and other.reading.start == other.first
    return done and 0 < len(gap) <= OF_ORDER and all(token.tag in _OF_OBJECT for token in gap)


def _is_known(operator: Trigger, other: Trigger) -> bool:
    """Whether a trigger is told as known inside of a speech act: not by an article before that, "the union alleged torture"."""
    if not other.presupposed or other.verb or other.attributive:
        return other.presupposed
    gap = operator.sentence.tokens[operator.last + 1 : other.first]
    if any(token.lower in _ASKING for token in gap):
        return False  # "signed a petition calling for the release of a nun"
    return bool(gap) and (gap[-1].tag is Tag.NAME or any(token.tag in (Tag.DETERMINER, Tag.POSSESSIVE) for token in gap))


def _takes_in(operator: Trigger, other: Trigger) -> bool:
    known = _is_known(operator, other)
    if known and not _direct(operator, other) and not _also_asked(operator, other):
        return False
    reading = other.reading
    lower, tokens = operator.sentence.words, operator.sentence.tokens
    gap = lower[operator.last + 1 : other.first]
    if reading is not None and reading.finite and _is_beside_the_main_verb(operator, reading.start):
        return False
    if operator.type is EventType.PROTEST:
        return reading is None and "," not in gap  # "rallied in Lima to demand a deal"
    leads = operator.group.strength is _OPERATOR or (operator.type is _REQUEST and operator.verb)
    first = operator.pattern.lemma.split()[0]
    if first in _TELLING and not (reading is not None and (reading.infinitive or reading.modal)):
        return False
    if operator.type in _OF_THE_FUTURE and is_past(other) and ("that" not in gap or first in _REPORTS):
        return False
    if reading is None and _is_beside(other):
        return False
    if operator.group.mode == "visit" and reading is not None and reading.infinitive:
        return False  # "came to Lima to testify"
    if operator.group.name in _LEGAL and reading is not None and reading.gerund and other.type in SPOKEN:
        return gap[-1:] == ["for"] or lower[other.first - 1] == "of"  # "jailed for ordering the raid"
    if operator.type not in SPEECH and reading is not None and (reading.finite or reading.infinitive):
        return reading.infinitive and len(gap) <= 2
    if reading is not None and (reading.infinitive or reading.modal):
        return leads or "," not in gap
    if leads:
        if reading is not None:
            return not reading.finite or "that" in gap or operator.type is not _CONCEDE
        if operator.type is _ACCUSE:
            return not known
        return not any(tokens[k].tag in (Tag.AUXILIARY, Tag.MODAL) for k in range(operator.last + 1, other.first))
    if reading is None and operator.group.name in _LEGAL and not known:
        return len(gap) <= 8 and _AWAITED.isdisjoint([*gap, lower[other.first]])
    if reading is not None:
        return reading.gerund and operator.type in (_AGREE, _REJECT) and len(gap) <= 4
    about = operator.type in (_AGREE, _CONSULT, _REQUEST) and _REASONS.isdisjoint(gap)
    discussed = operator.type is _CONSULT and other.type in _DISCUSSED  # "met to discuss the truce"
    return about and (discussed or not known) and len(gap) <= 6


def _also_asked(operator: Trigger, other: Trigger) -> bool:
    """Whether "and for" joins a noun to what is asked for: "called for an inquiry and for the release of nine nuns"."""
    lower = operator.sentence.words
    at = other.first - 1
    while at > operator.last and operator.sentence.tokens[at].tag in (Tag.DETERMINER, Tag.WORD):
        at -= 1
    return "for" in operator.pattern.words and lower[at - 1 : at + 1] == ["and", "for"] and other.reading is None


def _is_beside_the_main_verb(operator: Trigger, start: int) -> bool:
    """Whether a speech act stands beside the verb group that begins at a token: "a man beaten for refusing to go was paid", "a
    man suspected of killing a nun was detained"."""
    if "that" in operator.sentence.words[operator.last : start]:
        return False
    if operator.reading is None:
        return operator.group.subject_is_recipient
    return operator.reading.gerund and operator.sentence.tokens[start].tag is Tag.AUXILIARY


def _is_name_given(operator: Trigger, other: Trigger) -> bool:
    """Whether a noun is what somebody calls something: "called the raid an attack on us"."""
    gap = operator.sentence.words[operator.last + 1 : other.first]
    return other.reading is None and operator.group.name in _NAMING and not {"and", "but", ","} & {*gap}


def _is_beside(other: Trigger) -> bool:
    """Whether a noun stands in a phrase of time or place: "during a meeting", "at talks"."""
    tokens, lower = other.sentence.tokens, other.sentence.words
    i = other.first - 1
    while i >= 0 and tokens[i].tag in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.NUMBER, Tag.WORD):
        i -= 1
    return i >= 0 and (lower[i] in _BESIDE or (lower[i] == "in" and other.type is _CONSULT))


def is_alleged_deed(operator: Trigger, other: Trigger, classes: Mapping[str, WordSet]) -> bool:
    """Whether an accusation tells its deed as done, so that the deed is an event, too: when, where, how many, or
    whom: by name or as people."""
    reading = other.reading
    if operator.type is not _ACCUSE or other.type not in _DEEDS:
        return False
    if reading is not None and (reading.infinitive or reading.modal or other.pattern.form in (_BASE, _THIRD)):
        return False
    tokens = other.sentence.tokens
    _, end = clause_of(other.sentence, other.head)
    if reading is not None and tokens[reading.start].lower == "having":
        return True
    if reading is not None and reading.finite:
        return "that" in other.sentence.words[operator.first : other.first]
    near = tokens[other.last + 1 : min(end + 1, other.last + 1 + SAID_OF_A_DEED)]
    if any(token.tag in _CERTAIN or token.lower in _THEN for token in near):
        return True
    people = (classes["person"].single, classes["captive"].single)
    return other.type is _ASSAULT and any(token.lower in names for token in near for names in people)


def _direct(operator: Trigger, other: Trigger) -> bool:
    """Whether a noun is the very object of the speech act: "demanded the immediate release"."""
    if other.verb or other.attributive or other.first - operator.last > 5:
        return False
    gap = operator.sentence.tokens[operator.last + 1 : other.first]
    return all(token.tag in _OF_OBJECT or token.lower in _QUOTES for token in gap)


def is_spoken_of(speech: Trigger, other: Trigger) -> bool:
    """Whether a noun is the object of a speech act before it in its sentence: "condemned the violence"."""
    same = speech.sentence is other.sentence and speech.last < other.first
    return same and speech.type in SPOKEN and _direct(speech, other)


def is_said_of(start: int, speech: Trigger, other: Trigger) -> bool:
    """Whether the phrase at an offset belongs to a noun that is spoken of: "condemned the Dutch raid on the camp", of which the
    sentence may name others before and after."""
    sentence = other.sentence
    if start < sentence.start_of(other.first):
        return start > sentence.start_of(speech.last)
    behind = sentence.tokens[other.last + 1 : bisect_left(sentence.starts, start)]
    return bool(behind) and behind[0].tag is Tag.PREPOSITION and all(token.tag in _OF_NOUN for token in behind)
