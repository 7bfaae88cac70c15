"""Whose deed or words a verb is about: "condemned | Peru | 's attack on Lima", "praised | his | service"."""

from __future__ import annotations

from agents.tag.chunks import looks_verbal
from agents.tag.document import Sentence
from agents.tag.role_words import is_doer
from agents.tag.speech import JUDGING
from agents.tag.triggers import Trigger
from agents.tag.words import MODIFIERS, OWNERS, Tag, words

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
