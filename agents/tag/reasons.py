"""What somebody acts over or speaks of has a place and a day of its own: "marched in Lima on Friday over the killing of a monk",
"accused Peru of shelling Quito in May"."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.chunks import looks_verbal
from agents.tag.clauses import clause_of
from agents.tag.deeds import before_phrase
from agents.tag.document import Sentence, Token
from agents.tag.figurative import VIOLENT
from agents.tag.nouns import kind_of
from agents.tag.parties import Phrase
from agents.tag.reading import is_past_of
from agents.tag.triggers import Trigger
from agents.tag.words import IN_PHRASE, OF_PHRASE, Tag, words

_OVER = words("over about despite against")
_AT = words("protest anger outrage dismay fury shock outcry alarm angry outraged furious indignation disgust horror")
"""Before "at" that says at what."""
_INQUIRIES = words("inquiry inquiries enquiry investigation investigations probe probes inquest inquests")
"""Before "into" or "of" that says into what."""
_FOR_WHAT = frozenset(
    {
        ("in", "response", "to"),
        ("in", "retaliation", "for"),
        ("in", "retaliation", "to"),
        ("in", "reprisal", "for"),
        ("in", "revenge", "for"),
        ("in", "reaction", "to"),
        ("in", "protest", "against"),
    }
)
_THEMES = words(
    "discuss discussed discussing discusses mourn mourned mourning commemorate commemorated commemorating mark marked marking "
    "condemn condemned condemning condemns denounce denounced denouncing denounces decry decried protest protesting criticise "
    "criticised criticising criticize criticized criticizing investigate investigated investigating avenge avenging"
)
"""Verbs whose object is what is spoken of."""


_ACTED_OVER = words("over against commemorate commemorating mark marking mourn mourning protest protesting avenge avenging")
"""Of those and of such verbs, what leads from a deed to the one before it."""
_WHEN = words("after following since before during amid")
"""With which a noun, or "because of", tells the time or the cause of something else."""
_CAME_OFF = words(
    "die dies died dying dead death deaths killed injured wounded hurt missing unaccounted trapped stranded treated hospitalised "
    "hospitalized hospital evacuated evacuating evacuate fled flee fleeing rescued rescue survived survivors survivor buried bury "
    "displaced homeless mourn mourned mourning mourners shelter sheltering burned burnt destroyed damaged collapsed orphaned lost "
    "asylum refuge condition surgery recovering critical coma succumbed victims victim funeral funerals families bodies body"
)
"""What tells of those to whom it was done."""
_ACCUSING = words("accuse blame suspect")
_OF_WHAT = words("of for")


def reason_before(trigger: Trigger) -> int | None:
    """The token that makes what a noun tells the reason or the theme of something else; None where it stands for itself."""
    if trigger.verb:
        return None
    lower, tokens = trigger.sentence.words, trigger.sentence.tokens
    at = trigger.first - 1
    while at > 0 and lower[at] not in _THEMES and (tokens[at].tag in OF_PHRASE or lower[at] == "of"):
        if lower[at] == "of" and lower[at - 1] in _INQUIRIES:
            return at
        at -= 1
    if at <= 0:
        return None
    if lower[at] in _OVER or lower[at] in _THEMES or tuple(lower[at - 2 : at + 1]) in _FOR_WHAT:
        return at
    if lower[at] == "into" and lower[at - 1] in _INQUIRIES:
        return at
    return at if lower[at] == "at" and lower[at - 1] in _AT else None


def is_answered(noun: Trigger, other: Trigger) -> bool:
    """Whether a noun tells what is answered with the deed before it, or what that is over: "struck targets in retaliation for | an
    attack", "threw stones at a rally to mark the killing"."""
    at = reason_before(noun)
    if at is None or other.last >= at:
        return False
    lower = noun.sentence.words
    if tuple(lower[at - 2 : at + 1]) in _FOR_WHAT:
        return True
    return noun.type in VIOLENT and lower[at] in _ACTED_OVER and "of" not in lower[at : noun.first]


def time_told(trigger: Trigger) -> tuple[int, int] | None:
    """The tokens, first and last, of what only tells when something else was: "three men were held after | the attack |"; None
    where a noun tells no time or whose it is, or where the sentence tells of those to whom it was done: "were evacuated after the
    shelling"."""
    if trigger.verb or not trigger.first:
        return None
    sentence = trigger.sentence
    lower, tokens = sentence.words, sentence.tokens
    at = trigger.first - 1
    while at > 0 and lower[at] not in _WHEN and (_is_of_time(at, sentence) or tokens[at].tag in OF_PHRASE):
        if tokens[at].tag is Tag.POSSESSIVE:
            return None
        at -= 1
    because = lower[at] == "of" and lower[at - 1] == "because"
    if not (because or lower[at] in _WHEN):
        return None
    time = at + 1, _end_of_time(trigger)
    return None if tells_who_came_off(sentence, time) else time


def clause_of_its_own(trigger: Trigger) -> tuple[int, int] | None:
    """The tokens, first and last, of the clause that a noun is the subject of: "shops closed as | fighting raged |"."""
    sentence, after = trigger.sentence, trigger.last + 1
    opening = before_phrase(trigger)
    if trigger.verb or opening < 0 or sentence.tokens[opening].tag is not Tag.SUBORDINATOR or after >= len(sentence.tokens):
        return None
    raged = trigger.first < trigger.last and is_past_of(sentence.tokens, trigger.last)
    does = raged or sentence.tokens[after].tag is Tag.AUXILIARY or is_past_of(sentence.tokens, after)
    return (opening + 1, clause_of(sentence, trigger.last)[1]) if does else None


def tells_who_came_off(sentence: Sentence, clause: tuple[int, int]) -> bool:
    """Whether what stands around a clause tells of those to whom it was done: "thousands fled as | fighting raged |"."""
    return not _CAME_OFF.isdisjoint([*sentence.words[: clause[0]], *sentence.words[clause[1] + 1 :]])


def _end_of_time(trigger: Trigger) -> int:
    """The last token of a noun's phrase, or of the clause that it is the subject of: "after a blast | damaged a canal"."""
    sentence = trigger.sentence
    lower, tokens = sentence.words, sentence.tokens
    end = trigger.last + 1
    while end < len(lower) and lower[end] != "," and not sentence.clause_starts[end]:
        if tokens[end].tag is Tag.TO:
            break  # "during a rally to mark the killing of a teenager"
        if tokens[end].tag in (Tag.AUXILIARY, Tag.MODAL) or looks_verbal(tokens, end):
            return clause_of(sentence, trigger.last)[1]
        end += 1
    return end - 1


def _is_of_time(at: int, sentence: Sentence) -> bool:
    """Whether "of" stands behind a length of time: "after three days | of | fighting"."""
    return at > 0 and sentence.words[at] == "of" and kind_of(sentence.words[at - 1]) == "time"


def charge_behind(trigger: Trigger) -> int:
    """The token behind which a verb tells what it accuses somebody of; the sentence's end where it does not."""
    lower = trigger.sentence.words
    if trigger.verb and trigger.pattern.lemma in _ACCUSING:
        for at in range(trigger.last + 1, len(lower)):
            if lower[at] in _OF_WHAT:
                return at
    return len(lower)


def stands_before(prepositions: frozenset[str], trigger: Trigger, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether one of the prepositions governs a noun, and parts it from a phrase before it."""
    at = trigger.first - 1
    while at > phrase.last and (tokens[at].tag in IN_PHRASE or tokens[at].lower == "of"):
        at -= 1
    return at > phrase.last and tokens[at].lower in prepositions
