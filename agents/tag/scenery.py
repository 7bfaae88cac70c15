"""Which of the places that a sentence names may be where something happened: not whose, nor who, nor where it is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from agents.tag.chunks import looks_verbal
from agents.tag.document import Sentence
from agents.tag.facts.places import PlaceHit
from agents.tag.outside import token_before
from agents.tag.parts import MAIN, part_of
from agents.tag.relatives import is_in_aside
from agents.tag.role_features import Aspect
from agents.tag.triggers import Trigger
from agents.tag.whereabouts import REGIONS, STRONG
from agents.tag.words import BE, MODIFIERS, NOUNS, SAYING, Tag, words
from schemas.plover import EventType

_LOCALS = words("villagers residents locals inhabitants townspeople islanders neighbours neighbors shopkeepers elders")
"""What they tell, happened where they live."""
_TAKEN_FROM = frozenset({"abduct"})
"""Modes of what is done where those it is done to are taken from: "kidnapped nine pupils from Gulu"."""
_FOR = words("for with between")
_PLANNED = words("planned scheduled slated set due bound left leave leaving headed heading")
"""Before "for" and where something will be: "talks planned for Caracas"."""
_OCCASIONS = words(
    "talks meeting meetings summit conference rally rallies speech address interview visit session hearing trial ceremony briefing "
    "forum debate protest march news statement court parliament council reporters journalists lawmakers"
)
"""Where something is said."""
_ABOUT = words("about regarding concerning")
_LEFT, _ABOUT_SOMEBODY = words("fled left escaped quit fleeing leaving"), words("who that which")
_SEVERAL = words("several many various dozens numerous")
_PLACES = words("provinces regions states districts cities towns villages municipalities counties prefectures countries")
_WIDE = frozenset({"country", "large"})
_TIED = words("linked tied loyal close allied attributed belonging answerable")
_NOT_TO = frozenset({EventType.ASSAULT, EventType.SANCTION})
"""What is not done on the way to a place."""
_UNION = "ZN"
"""GeoNames' code of a zone, which the European Union has."""
_CAPITAL = "PPLC"
"""GeoNames' code of a state's capital, which stands for its government: "warned that | Washington | would use force"."""

Span = tuple[int, int]


class Usual(NamedTuple):
    """What holds for any trigger, and what it is worth."""

    aspects: Sequence[Aspect]
    worth: float


class Mention(NamedTuple):
    """A place's name where it stands; `here` holds for the triggers of its own sentence, `away` for those of others."""

    hit: PlaceHit
    first: int
    last: int
    before: str
    size: str
    strong: bool
    """What stands before it says that something is there."""
    whose: bool
    """A country's name, and a possessive, which says who rather than where."""
    far: bool
    """Only so and so many miles from it."""
    said: bool
    """Somebody speaks there."""
    here: Usual
    away: Usual


def may_be_said_there(mention: Mention, recipients: Sequence[Span], sentence: Sentence, first: int) -> bool:
    """Whether words may have been said at a place: where the text says "in", not of whom or what, "the embassy in Lima welcomed
    the truce in Mali"; else in no country, nor where they are sent."""
    if 0 < mention.first < first and (noun := _noun_placed(mention, sentence)) is not None and noun not in _OCCASIONS:
        return False
    return mention.strong or not (mention.size in _WIDE or inside(mention.hit, recipients))


def _noun_placed(mention: Mention, sentence: Sentence) -> str | None:
    """The noun right before "in" or "of" and a place: "the mission | in Somalia"."""
    tokens = sentence.tokens
    at = token_before(tokens, mention.first)
    while at > 0 and tokens[at].tag in MODIFIERS:
        at -= 1  # "in the port city of Lima"
    if at < 1 or tokens[at].tag is not Tag.PREPOSITION or tokens[at - 1].tag not in NOUNS or looks_verbal(tokens, at - 1):
        return None
    return tokens[at - 1].lower


def may_be_scene(mention: Mention, trigger: Trigger, actors: Sequence[Span]) -> bool:
    """Not what says who: "men from Peru", unless they leave it; "citizens of Peru"; a country that acts itself."""
    taken = trigger.group.mode in _TAKEN_FROM and mention.first > trigger.last and mention.size != "country"
    if mention.before == "from" and taken:
        return True
    is_state = mention.size == "country" or mention.hit.feature == _CAPITAL
    if mention.before in _FOR and is_state and trigger.sentence.words[mention.first - 2] not in _PLANNED:
        return False  # "arrested on suspicion of spying for Peru", "ended its pact with Peru", "mediated between Peru and Chile"
    if mention.before == "to" and trigger.sentence.words[mention.first - 2] in _TIED:
        return False  # "hackers linked to Peru"
    if mention.before == "to" and trigger.group.mode == "restrict" and mention.first > trigger.last:
        return False  # "kept her from flying to Peru"
    if mention.before == "to" and mention.hit.feature == _CAPITAL and trigger.type in _NOT_TO:
        return False  # "the junta, which took power in May, turned to Moscow"
    if mention.before in ("people of", "way to", "by") or (mention.before == "from" and trigger.type is not EventType.RETREAT):
        return False
    if any((mention.hit.start, mention.hit.end) == actor for actor in actors):
        return False  # "Kyiv demanded": the government
    if mention.first > trigger.last and not _ABOUT.isdisjoint(trigger.sentence.words[trigger.last + 1 : mention.first]):
        return False  # "spoke by phone about the ceasefire in Gaza"
    if _is_left_by_somebody(mention, trigger):
        return False  # "granted asylum to a man who had fled Caracas"
    if _is_beside(mention, trigger):
        return False  # "the group, which | the United States | lists as terrorist, kidnapped"
    if mention.hit.feature == _UNION and not mention.strong:
        return False  # "the EU accuses it of financing the war"
    if is_state and _does_another(mention, trigger):
        return False  # "Cuba freed nine after | the United States | lifted the ban"
    return mention.size == "city" or not inside(mention.hit, actors)


def _is_left_by_somebody(mention: Mention, trigger: Trigger) -> bool:
    """Whether a clause about somebody, in which the trigger does not stand, says that he left a place."""
    sentence, before = trigger.sentence, mention.first - 1
    if before < 0 or sentence.words[before] not in _LEFT or trigger.first <= before <= trigger.last:
        return False
    part = part_of(sentence, mention.first)
    return part not in (MAIN, part_of(sentence, trigger.head)) and sentence.words[part] in _ABOUT_SOMEBODY


def _is_beside(mention: Mention, trigger: Trigger) -> bool:
    """Whether a place stands in a relative clause between commas before a verb, and nothing there says that it is where."""
    if trigger.reading is None or not 0 <= mention.first < trigger.reading.start or mention.strong:
        return False
    return is_in_aside(mention.first, mention.last, trigger.reading.start, trigger.sentence)


def _does_another(mention: Mention, trigger: Trigger) -> bool:
    """Whether a country is the subject of what it does besides: not "Peru has been in turmoil since"."""
    tokens, after = trigger.sentence.tokens, mention.last + 1
    if mention.first < 0 or mention.strong or trigger.first <= after <= trigger.last or after >= len(tokens):
        return False
    if tokens[after].tag in (Tag.AUXILIARY, Tag.MODAL):
        return not any(token.lower in BE for token in tokens[after : after + 2])
    return mention.before not in ("of", "part of") and looks_verbal(tokens, after)


def told_by_locals(trigger: Trigger, mentions: Sequence[Mention]) -> PlaceHit | None:
    """The place whose people tell of it: "villagers in Plateau state said gunmen had killed two"."""
    sentence = trigger.sentence
    lower = sentence.words
    for mention in mentions:
        at, said = mention.first - 1, mention.last + 1
        said += lower[said : said + 1] != [] and lower[said] in REGIONS
        told = said < trigger.first and lower[said] in SAYING
        if told and at > 0 and lower[at] in ("in", "of", "near") and lower[at - 1] in _LOCALS:
            return mention.hit
    return None


def is_in_capital(sentence: Sentence) -> bool:
    """Whether a sentence says that it was in the capital: no town of another sentence is, where none is known for it."""
    lower = sentence.words
    return any(lower[i - 1] == "the" and lower[i - 2] in STRONG for i, word in enumerate(lower) if word == "capital" and i > 1)


def is_in_several(trigger: Trigger) -> bool:
    """Whether what a trigger tells was in so many places, whose names the sentence does not say: "in | seven provinces"."""
    sentence = trigger.sentence
    lower, tokens = sentence.words, sentence.tokens
    for i in range(trigger.last + 1, len(lower) - 2):
        if lower[i] in STRONG and (tokens[i + 1].tag is Tag.NUMBER or lower[i + 1] in _SEVERAL) and lower[i + 2] in _PLACES:
            return True
    return False


def inside(hit: PlaceHit, spans: Sequence[Span]) -> bool:
    start, end = hit.start, hit.end
    for first, last in spans:  # noqa: SIM110 - of one or two, a generator would cost more than all else
        if first <= start and end <= last:
            return True
    return False
