"""Whose deed it is: of the deed or the words that a verb is about, "condemned | Peru | 's attack on Lima", "praised | his |
service"; of an attack that a noun tells, "a | Turkish | air strike"."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.chunks import looks_verbal
from agents.tag.document import Sentence
from agents.tag.facts.countries import country_named
from agents.tag.nouns import kind_of
from agents.tag.parties import Phrase
from agents.tag.role_words import is_doer
from agents.tag.speech import JUDGING
from agents.tag.triggers import Trigger
from agents.tag.words import MODIFIERS, OWNERS, Tag, words
from schemas.plover import EventType

_DECISIONS = words("decision move order plan vote refusal threat pledge attempt bid effort offer failure")
"""Nouns behind which "to" says what somebody is about to do."""
_OF_OTHERS = words(
    "praise hail welcome applaud commend condemn criticise criticize denounce slam blast deplore decry lambast ridicule mock "
    "endorse reject dismiss"
)
"""Verbs of which what is one's own is seldom the object: not "defended his record"."""
_SUFFERED = words(
    "arrest arrests detention killing killings murder murders death deaths sentence sentences conviction convictions jailing "
    "imprisonment expulsion deportation trial treatment assassination dismissal execution executions abduction kidnapping release "
    "beating torture disappearance prosecution extradition removal ouster own"
)
"""Of what is not his deed, but was done to him."""
_OF_ARMIES = frozenset({"aerial", "heavy-weapons", "drone"})
"""Modes of attacks that armies make, so that a nationality says whose they are, and not where: "a Nigerian suicide attack"."""
_INITIALS = 4
"""Characters of a country's name that stands for its adjective, at most: U.S., USA."""
_ELSEWHERE = frozenset({"person", "group", "location"})
"""Kinds of nouns between a nationality and an attack that are its target: "the Turkish embassy bombing"."""


def whose_decision(start: int, sentence: Sentence) -> int | None:
    """The last token of whose decision it is that "to" stands behind, at a token: "recalled its envoy over | Peru | 's decision to
    expel"."""
    owned = start > 2 and sentence.words[start - 1] in _DECISIONS and sentence.tokens[start - 2].tag is Tag.POSSESSIVE
    return start - 3 if owned and sentence.words[start - 2] not in OWNERS else None


def owner_of_deed(trigger: Trigger, sentence: Sentence) -> tuple[int, int] | None:
    """Whose deed or words a verb's object is, which is blamed, praised or refused: "condemned | Peru | 's attack on Lima"."""
    if trigger.type not in JUDGING:
        return None
    tokens = sentence.tokens
    first = trigger.last + 1
    if first < len(tokens) and tokens[first].tag is Tag.DETERMINER:
        first += 1
    at = first
    while at < len(tokens) and tokens[at].tag in MODIFIERS:
        at += 1
    if at == first or at + 1 >= len(tokens) or tokens[at].tag is not Tag.POSSESSIVE:
        return None
    head = at + 1
    while head + 1 < len(tokens) and tokens[head + 1].tag in MODIFIERS and not looks_verbal(tokens, head + 1):
        head += 1
    named = tokens[head].tag is not Tag.WORD or is_doer(tokens[head].lower)
    return None if named else (first, at - 1)


def pronoun_of_owner(trigger: Trigger, sentence: Sentence) -> int | None:
    """The pronoun of him whose deed is praised or blamed, where it is hardly one's own."""
    after = trigger.last + 1
    if trigger.pattern.lemma not in _OF_OTHERS or after + 1 >= len(sentence.tokens) or sentence.words[after] not in OWNERS:
        return None
    head = after + 1
    while head + 1 < len(sentence.tokens) and sentence.tokens[head].tag in MODIFIERS and sentence.tokens[head + 1].tag in MODIFIERS:
        head += 1
    return None if is_doer(sentence.words[head]) or sentence.words[head] in _SUFFERED else after


def nation_of_attack(trigger: Trigger, candidates: Sequence[Phrase], sentence: Sentence) -> Phrase | None:
    """The nationality before a noun, or that opens it, that says whose attack it is: "a | Turkish | air strike", "| Russian |
    missile and drone attacks"."""
    if trigger.reading is not None or trigger.type is not EventType.ASSAULT or trigger.group.mode not in _OF_ARMIES:
        return None
    first = trigger.first
    while first > 0 and (sentence.tokens[first - 1].tag in MODIFIERS or sentence.words[first - 1] == "and"):
        first -= 1
    for phrase in reversed(candidates):
        if phrase.last < first:
            return None
        if phrase.first <= trigger.first and phrase.place and phrase.country is not None and _is_adjective(phrase, sentence):
            between = sentence.words[phrase.last + 1 : trigger.first]
            return None if any(kind_of(word) in _ELSEWHERE for word in between) else phrase
    return None


def _is_adjective(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a country's phrase is its adjective, or initials that stand for it."""
    name = sentence.words[phrase.last]
    country = country_named(name)
    return len(name) <= _INITIALS or country is None or name in [adjective.lower() for adjective in country.adjectives]
