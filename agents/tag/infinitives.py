"""What stands behind "to" or "from": done, ahead, or only meant: "managed to flee", "is to visit", "aims to win"."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from agents.tag.clauses import clause_of
from agents.tag.document import Token
from agents.tag.lexicon import Lexicon
from agents.tag.parties import CALENDAR
from agents.tag.reading import Reading
from agents.tag.triggers import Trigger
from agents.tag.words import HAVE, Tag, words
from schemas.plover import EventType

_AID, _ASSAULT, _CONSULT, _PROTEST, _THREATEN = (
    EventType.AID,
    EventType.ASSAULT,
    EventType.CONSULT,
    EventType.PROTEST,
    EventType.THREATEN,
)

_ORDERED = words("ordered sentenced directed condemned")
_FACTIVE_TO = words(
    "managed able began begin begins started starts continued continues continue continuing went came forced helped proceeded "
    "used rushed arrived returned gathered decided agreed seemed appeared happened joined voted moved tried attempted sought sent "
    "deployed marched rallied showed turned flew travelled traveled drove walked stopped paused stepped intervened acted assembled "
    "teamed raced hurried hastened scrambled dispatched summoned dared chose opted succeeded lived survived ended resumed "
    "believed thought reported understood known said alleged found"
)
"""Words before "to": what follows is said to have happened, or is what was begun. The last line: who is believed to be held, is."""
_JOURNEYS = words(
    "went gone came come flew flown travelled traveled drove driven sailed journeyed returned rushed hurried headed arrived "
    "crossed visited"
)
"""Verbs that a destination may follow before "to": "flew to Lima to sign the treaty" says that it was signed."""
_JOURNEY_REACH = 7
_UNABLE = words("able expected allowed certain believed thought known due")
"""After "not", before "to": "was not able to deliver aid"."""
_DECIDED = words("decision decisions move moves vote")
"""Nouns before "to": what was decided, the article has: "the decision to expel the envoy"."""
_VOTED = words("voted ruled")
_TO = words("- – to")
_NONE = words("any no")
_ATTEMPTS = words("try tries trying attempt attempts attempting bid bids")
"""Before "to": of violence and protest the attempt is an event."""
_UNDER_WAY = words("effort efforts operation operations mission offensive campaign drive battle push struggle")
"""Before "to": what force is used for, or help or mediation given, is under way: "the battle to retake the port"."""
_NOT_FREELY = words(
    "right rights freedom freedoms permission ability opportunity chance free able allowed permitted entitled willing want wants "
    "wanted wish wishes how where when whether invited reason reasons"
)
"""Before "to protest": no protest, that they may. Elsewhere what is done to protest is one: "took to the streets to protest"."""
_OPENS_HEADLINE = frozenset(":—–|")
_ORDINALS = words("first second third fourth fifth last latest only youngest oldest")
"""Before a person and "to": "the third reporter to be jailed this year"."""
_ABSTRACT = words(
    "aim aims goal goals plan plans idea purpose task way strategy objective objectives key job challenge hope dream step thing "
    "role mission duty point intention ambition option answer solution best priority wish choice approach"
)
"""What "is to", which doesn't announce: "the goal is to deliver aid"."""
_CAUSED = words(
    "force forces forced forcing cause causes caused causing lead leads led leading allow allows allowed allowing enable enables "
    "enabled enabling help helps helped helping use uses used using drive drives drove driving compel compels compelled compelling "
    "prompt prompts prompted prompting spur spurs spurred spurring persuade persuaded persuading convince "
    "convinced convincing inspire inspired inspiring coerce coerced coercing"
)
"""With somebody between it and "to": "forcing thousands to flee" says that they fled."""
_CAUSED_REACH = 7
_NO_HEADLINE = words(
    "attempt attempts bid bids call calls need time how what where when ways failure refusal right pressure threat threats hopes "
    "fears order orders reason reasons ability readiness willingness desire appeal appeals power powers chance"
)
"""What announces nothing before "to", though it opens a sentence: "Attempts to mediate failed"."""
_FUTURE_TO = words(
    "due set scheduled expected about poised ready planned plans plan planning prepares preparing slated intends intend aims going "
    "bound certain"
)
_PLOTTED = words("planned plans plan planning intends intend aims preparing prepares")
"""Of those, what is a plot where violence follows: "planned to murder an officer"."""
_HINDERING = words(
    "stop stopped stopping prevent prevented preventing keep kept keeping bar barred block blocked deter deterred banned"
)
"""With somebody between it and "from": "to stop teachers from marching"."""
_IS = words("is are 's 're")


class Infinitive(Enum):
    """How an infinitive is told."""

    DONE = "done"
    AHEAD = "ahead"
    DENIED = "denied"
    PURPOSE = "purpose"


def of_infinitive(trigger: Trigger, reading: Reading, begin: int, lexicon: Lexicon) -> Infinitive:
    """How a verb behind "to" is told; `begin`: the first token of its clause."""
    tokens, lower = trigger.sentence.tokens, trigger.sentence.words
    if not HAVE.isdisjoint(lower[reading.start : trigger.first]):
        return Infinitive.DONE  # "is believed to have died"
    k = reading.start - 1
    while k > 0 and tokens[k].tag is Tag.ADVERB:
        k -= 1
    if k > 2 and lower[k - 1] in _TO and tokens[k].tag is Tag.NUMBER and lower[k - 3] in _VOTED:
        k -= 3  # "voted 9-4 to back it"
    if k > 1 and lower[k] in CALENDAR and lower[k - 1] == "on":
        k -= 2  # "voted on Monday to accept"
    before = lower[k] if k >= 0 else ""
    if _is_announced(trigger, reading, begin, k, lexicon):
        return Infinitive.AHEAD
    if reading.passive and before in _ORDERED:
        return Infinitive.DONE
    denied = any(token.tag is Tag.NOT for token in tokens[max(begin, k - 2) : k])
    if denied and before in _UNABLE:
        return Infinitive.PURPOSE  # what somebody cannot do, he has not refused
    if before in _FUTURE_TO:
        if denied:
            return Infinitive.DENIED
        plotted = before in _PLOTTED and trigger.type is _ASSAULT
        return Infinitive.PURPOSE if plotted else Infinitive.AHEAD
    if _is_not_begun(tokens, begin, reading.start):
        return Infinitive.PURPOSE
    if before in _FACTIVE_TO or (k > 0 and lower[k - 1] in _FACTIVE_TO):
        return Infinitive.DONE
    if (
        (before in _DECIDED and lower[k - 1] not in _NONE)
        or _is_tried(trigger, before)
        or _after_journey(tokens, begin, reading.start)
    ):
        return Infinitive.DONE
    if reading.passive and not _ORDINALS.isdisjoint(lower[max(begin, k - 3) : k]):
        return Infinitive.DONE
    if not _CAUSED.isdisjoint(lower[max(begin, reading.start - _CAUSED_REACH) : reading.start]):
        return Infinitive.DONE
    return Infinitive.PURPOSE


def _is_not_begun(tokens: Sequence[Token], begin: int, start: int) -> bool:
    """Whether the verb that an infinitive hangs on is denied: "has not sent troops to fight"."""
    for i in range(start - 1, max(begin, start - _JOURNEY_REACH), -1):
        if tokens[i].tag is Tag.NOT:
            return tokens[i - 1].tag in (Tag.AUXILIARY, Tag.MODAL) and tokens[i + 1].lower != "only"
    return False


def is_prevented(reading: Reading, before: Sequence[str]) -> bool:
    """Whether an -ing word behind "from" names what somebody is kept from; `before`: the words of its clause before it."""
    return reading.gerund and before[-1:] == ["from"] and not _HINDERING.isdisjoint(before)


def _is_tried(trigger: Trigger, before: str) -> bool:
    """Whether an infinitive after the word `before` names violence that is tried, what is under way, or why something is done: to
    protest."""
    if before in _ATTEMPTS:
        return trigger.type in (_ASSAULT, _THREATEN, _PROTEST)
    if before in _UNDER_WAY:
        return trigger.type in (_ASSAULT, _AID, _CONSULT)
    return trigger.pattern.lemma.startswith(("protest", "demonstrate")) and before not in _NOT_FREELY


def _after_journey(tokens: Sequence[Token], begin: int, start: int) -> bool:
    """Whether a journey and its destination stand right before the verb group that begins at `start`."""
    for k in range(start - 1, max(begin, start - 1 - _JOURNEY_REACH) - 1, -1):
        if tokens[k].lower in _JOURNEYS:
            return k == begin or tokens[k - 1].tag not in (Tag.MODAL, Tag.TO, Tag.NOT)
        if tokens[k].tag not in (
            Tag.NAME,
            Tag.WORD,
            Tag.DETERMINER,
            Tag.PREPOSITION,
            Tag.POSSESSIVE,
            Tag.NUMBER,
            Tag.TO,
            Tag.ADVERB,
        ):
            return False
    return False


def _is_announced(trigger: Trigger, reading: Reading, begin: int, before: int, lexicon: Lexicon) -> bool:
    """Whether "to" says what will be: "the envoy is to visit", and the headline's "Envoy to visit".

    `begin`: of the clause; `before`: the last token before the verb group that is no adverb.
    """
    tokens, lower = trigger.sentence.tokens, trigger.sentence.words
    if tokens[reading.start].tag is not Tag.TO:
        return lower[reading.start] in _IS and lower[reading.start + 1] == "to" and _ABSTRACT.isdisjoint(lower[begin : before + 1])
    if (begin and lower[begin] not in _OPENS_HEADLINE) or before < begin or lower[before] in _ABSTRACT | _UNDER_WAY | _NO_HEADLINE:
        return False
    person, official = lexicon.classes["person"].single, lexicon.classes["official"].single
    _, end = clause_of(trigger.sentence, trigger.head)
    return all(
        token.tag in (Tag.NAME, Tag.NUMBER, Tag.PUNCTUATION) or token.lower in person or token.lower in official or not i
        for i, token in enumerate(tokens[begin : before + 1], begin)
    ) and not any(token.tag is Tag.AUXILIARY for token in tokens[reading.start : end + 1])
