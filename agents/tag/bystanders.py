"""What stands beside a deed of its kind and has nothing done to it: the place of talks, troops of one's own, what is sent."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.chunks import looks_verbal
from agents.tag.clauses import between
from agents.tag.document import Sentence, Token
from agents.tag.figurative import VIOLENT
from agents.tag.outside import OBJECTS, has_object
from agents.tag.parties import Phrase
from agents.tag.pattern import GAP
from agents.tag.roles import MUTUAL
from agents.tag.triggers import Trigger
from agents.tag.victims import is_no_victim, is_weapon
from agents.tag.whereabouts import SIDES
from agents.tag.words import IN_PHRASE, NOUNS, OWNERS, Tag, words
from schemas.plover import EventType, Sector

_WORD, _NAME = Tag.WORD, Tag.NAME
_BESIDE = words("near across outside along around beside")
"""Of those, what never leads to whom something is done: a raid in a village is one on it."""
_SIDED = words("support solidarity sympathy favour favor behalf honour honor memory defence defense")
"""Behind "in" or "on", and before those for whom somebody marches, or strikes."""
_OWN = frozenset({EventType.SANCTION, EventType.MOBILIZE, EventType.RETREAT})
"""What is often done with one's own: its envoy, their troops."""
_MARCHED = words("in at through across around into past near to")
_CROSSED = words("through across around past along into")
_SAID = frozenset({EventType.REJECT, EventType.ACCUSE, EventType.REQUEST, EventType.SUPPORT, EventType.RETREAT})
_WAYS = words("through across along around past")
_CROSSED_PLACES = SIDES | words(
    "centre center downtown square streets street avenue boulevard neighbourhood neighborhood bridge park"
)
_ITS_OWN_SIDE = words("from with")
"""Prepositions of where troops come from, and with whom they go."""
_MOVED = words("send dispatch deploy move rush order despatch pour ship fly station mass reinforce")
_AIMED = words("at on into against onto upon to towards toward")
_SENT = words("send dispatch deploy deliver ship fly airlift donate distribute bring hand drop pledge truck rush")
_SPANNED = 3
"""Tokens from "between" to "and"."""
_FORCES = frozenset({Sector.COP, Sector.MIL})
ITS = OWNERS | {"our"}
_ENDS_SOMEBODY = frozenset({"expel", "release"})
"""Modes of what is done to one's own, too: "sacked his minister", "freed their captives"."""
_AGREE, _AID, _CONSULT = EventType.AGREE, EventType.AID, EventType.CONSULT
_MOBILIZE, _PROTEST, _REQUEST = EventType.MOBILIZE, EventType.PROTEST, EventType.REQUEST


def only_watches(trigger: Trigger, phrase: Phrase, tokens: Sequence[Token], before: int) -> bool:
    """Whether a phrase is the police or an army beside a protest that a noun tells: not "a strike by police", "a police strike"."""
    if trigger.type is not _PROTEST or trigger.reading is not None or _FORCES.isdisjoint(phrase.sectors):
        return False
    return phrase.last != trigger.first - 1 and (before < 0 or tokens[before].lower != "by")


def is_bystander(trigger: Trigger, phrase: Phrase, sentence: Sentence, before: int) -> bool:
    """Whether a phrase is not whom a deed of its kind is done to; `before`: the token before the phrase."""
    tokens, kind = sentence.tokens, trigger.type
    stands = tokens[before].lower if before >= 0 else ""
    preposition = "" if trigger.first <= before <= trigger.last else stands
    if phrase.place and (preposition in _BESIDE or (preposition == "in" and phrase.last < trigger.first)):
        return True
    if phrase.place and kind not in VIOLENT and stands == "of" and tokens[before - 1].lower in SIDES:
        return True  # "to let aid into the city of Sabha"
    joined = preposition == "and" and "between" in [token.lower for token in tokens[max(0, before - _SPANNED) : before]]
    if phrase.place and (preposition == "between" or joined) and kind not in MUTUAL and phrase.first > trigger.last:
        return True  # "suspended trains between Lima and Cusco"
    if kind not in VIOLENT and stands and tokens[phrase.last].lower == "capital":
        return True  # "rallied in the Georgian capital"
    if kind in VIOLENT and is_no_victim(trigger, phrase, tokens, before, preposition):
        return True
    meets = trigger.group.mode != "visit" and (kind is _CONSULT or (kind in MUTUAL and phrase.country is None))
    if phrase.last < trigger.first and only_watches(trigger, phrase, tokens, before):
        return True
    if kind is _PROTEST and stands in _WAYS:
        return True  # "marched through the Georgian capital"
    sided = stands in ("of", "with") and tokens[before - 1].lower in _SIDED and phrase.first > trigger.last
    if sided and (kind is _PROTEST or kind in VIOLENT):
        return True  # "marched in support of the nurses", "in solidarity with nine nuns"
    if trigger.group.mode == "cyber" and phrase.place and preposition == "in":
        return True  # "stole data from a shipyard in Busan"
    if kind is _MOBILIZE and phrase.place and phrase.country is None:
        return True  # "sent ships to the Gulf of Oman"
    if trigger.group.mode == "visit" and trigger.reading is None and phrase.last < trigger.first - 1:
        return True  # "the premier was heckled during a visit": he visits
    if kind is _CONSULT and tokens[phrase.last].lower in SIDES:
        return True  # "visited the flooded town"
    if phrase.place and phrase.country is None and kind in _SAID and preposition in ("in", "at"):
        return True  # "refused to reopen the talks that broke down in Lyon"
    if phrase.place and ((meets and preposition in ("in", "at")) or (kind is _PROTEST and stands in _MARCHED)):
        return True  # "ministers meeting in Brussels", "signed a deal in Leeds", "marched through Leeds"
    if kind is _PROTEST and stands in _CROSSED and is_plain(phrase, tokens) and tokens[phrase.last].lower in _CROSSED_PLACES:
        return True  # "marched through the city"
    if kind is _PROTEST and phrase.place and stands == "of" and tokens[before - 1].lower in _CROSSED_PLACES:
        return True  # "took to the streets of Lima"
    if kind is _AGREE and preposition == "by" and phrase.first > trigger.last:
        return True  # "agreed to a truce brokered by Peru"
    if phrase.place and preposition == "from" and phrase.last < trigger.first:
        return True  # "a partner from Dubai agreed"
    if kind is _CONSULT and preposition == "at":
        return True  # "sat down at the labour ministry"
    if kind is _MOBILIZE and (preposition in _ITS_OWN_SIDE or _is_own_force(trigger, phrase, tokens)):
        return True  # "sent two companies to the area"
    if kind in VIOLENT and phrase.place and _is_beside_object(trigger, phrase, preposition, tokens):
        return True  # "turned back three ships bound for Shandong"
    if kind not in VIOLENT and _belongs_to_gerund(trigger, phrase, tokens):
        return True  # "stepped down, giving in to students"
    if _belongs_to_next_verb(trigger, phrase, tokens):
        return True  # "declared a state of emergency and sent | soldiers"
    if _says_which_things(trigger, phrase, tokens):
        return True  # "froze the ministers' | bank | accounts"
    if kind in (_AID, _AGREE) and _is_sent(trigger, phrase, sentence):
        return True
    if kind is _REQUEST and stands == "for" and phrase.first > trigger.last and not _is_to_do(phrase, tokens):
        return True  # "called for the release of nine nuns", but "called for police to act"
    if trigger.group.mode == "release" and preposition == "to" and _is_behind_those_freed(trigger, phrase, tokens):
        return True  # "handed over 22 soldiers to the Red Cross"
    own = kind in _OWN and trigger.group.mode not in _ENDS_SOMEBODY
    own = own or (kind is _AGREE and stands not in ("with", "and", ","))
    return own and tokens[phrase.first - 1].lower in ITS and phrase.first > trigger.first  # "agreed to merge their armies"


def is_among_others(trigger: Trigger, phrase: Phrase, before: int, tokens: Sequence[Token]) -> bool:
    """Whether a phrase says who is among those named before, and what a trigger behind it tells is not of them alone: "freed nine,
    among them a nun, after talks"; `before`: the token before the phrase."""
    among = before > 0 and tokens[before].lower == "them" and tokens[before - 1].lower == "among"
    return among and phrase.last < trigger.first and trigger.type not in VIOLENT


def _is_sent(trigger: Trigger, phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a phrase is what is sent, and not to whom: "sent a medical team", but "sent Peru a medical team"."""
    tokens = sentence.tokens
    if trigger.reading is None or trigger.reading.passive or trigger.pattern.lemma.split()[0] not in _SENT:
        return False
    if tokens[trigger.last].tag in (Tag.PREPOSITION, Tag.TO):
        return False  # "donated to the hospital"
    if phrase.country or phrase.pronoun or not trigger.last < phrase.first or between(sentence, trigger.last, phrase.first):
        return False
    if any(token.tag in (Tag.PREPOSITION, Tag.TO) for token in tokens[trigger.last + 1 : phrase.first]):
        return False
    following = phrase.last + 1
    return following >= len(tokens) or tokens[following].tag not in OBJECTS or _leads_to_somebody(tokens, following)


def _leads_to_somebody(tokens: Sequence[Token], start: int) -> bool:
    """Whether "to" and somebody follow a noun: "deliver air defence | systems to Peru"."""
    if tokens[start].tag is not _WORD or start + 2 >= len(tokens) or tokens[start + 1].lower != "to":
        return False
    return tokens[start + 2].tag in (_NAME, Tag.DETERMINER)


def _is_to_do(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether "to" behind a phrase says what somebody is to do."""
    return phrase.last + 1 < len(tokens) and tokens[phrase.last + 1].tag is Tag.TO


def _is_behind_those_freed(trigger: Trigger, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether a phrase stands behind a verb that names before it, or at once behind it, who is freed."""
    if trigger.reading is None or phrase.first <= trigger.last:
        return False
    return trigger.reading.passive or has_object(tokens, trigger.last + 1, phrase.first - 1)


def is_plain(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether a phrase names nobody, by name, role or country, or no one in particular: "in court"."""
    alone = 0 < phrase.first == phrase.last
    if alone and tokens[phrase.first - 1].lower == "in" and tokens[phrase.first].tag is _WORD:
        return True
    named = any(token.tag is _NAME for token in tokens[phrase.first : phrase.last + 1])
    return not (named or phrase.sectors or phrase.country or phrase.place or phrase.pronoun)


def _is_own_force(trigger: Trigger, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether a phrase is what somebody sends or moves: the object of an active verb of sending."""
    reading = trigger.reading
    if trigger.first < phrase.first and phrase.last <= trigger.last and GAP not in trigger.pattern.words:
        return True  # "stepped up | patrols |"
    if reading is None or reading.passive or trigger.pattern.lemma.split()[0] not in _MOVED or phrase.first <= trigger.last:
        return False
    return all(token.tag in IN_PHRASE for token in tokens[trigger.last + 1 : phrase.first])


def _is_beside_object(trigger: Trigger, phrase: Phrase, preposition: str, tokens: Sequence[Token]) -> bool:
    """Whether a place stands behind the object of an active verb, and is not what something is aimed at."""
    reading = trigger.reading
    if reading is None or reading.passive or phrase.first <= trigger.last or preposition in _AIMED or not preposition:
        return False
    at = trigger.last + 1
    return has_object(tokens, at, phrase.first) and not is_weapon(tokens[at])


def _belongs_to_gerund(trigger: Trigger, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether a gerund behind a comma stands between a verb and a phrase, which is then that one's."""
    if trigger.reading is None or phrase.first <= trigger.last + 2:
        return False
    for i in range(trigger.last + 2, phrase.first):
        gerund = tokens[i].lower.endswith("ing") and tokens[i].tag is _WORD and tokens[i - 1].lower == ","
        if gerund and looks_verbal(tokens, i):
            return True
    return False


def _belongs_to_next_verb(trigger: Trigger, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether "and" and another verb stand between a verb whose expression holds its object and a phrase."""
    reading = trigger.reading
    if reading is None or reading.passive or trigger.first == trigger.last or tokens[trigger.last].tag not in NOUNS:
        return False
    return any(tokens[i - 1].lower == "and" and looks_verbal(tokens, i) for i in range(trigger.last + 2, phrase.first))


def _says_which_things(trigger: Trigger, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether a phrase is a noun before the things that an expression ends with, whose owner it holds."""
    if GAP not in trigger.pattern.words or not trigger.first < phrase.first <= phrase.last == trigger.last - 1:
        return False
    owned = any(token.tag is Tag.POSSESSIVE or token.lower in ("'", "’") for token in tokens[phrase.first - 1 : phrase.last])
    return owned and tokens[trigger.last].lower.endswith("s") and tokens[phrase.last].tag is _WORD
