"""Who stands beyond what a trigger governs: behind what somebody is accused of, in a clause about its object, behind the verb that
its noun is the subject of."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.blamed import OF_WHAT
from agents.tag.chunks import looks_verbal
from agents.tag.document import Sentence, Token
from agents.tag.outside import GOES_ON, has_object
from agents.tag.parties import Phrase
from agents.tag.parts import part_of
from agents.tag.role_words import is_person
from agents.tag.triggers import Trigger
from agents.tag.words import IN_PHRASE, Tag, words

_HIT = words("victim victims survivor survivors target targets casualties deaths")
_EFFECTS = words(
    "killed kills left leaves injured wounded hit hits struck destroyed damaged targeted claimed rocked displaced hurt maimed "
    "flattened levelled razed caused tore ripped forced sent prompted led brought drove took involved blocked disrupted paralysed"
)
"""What a deed is the subject of, and does to those whom it is done to."""
_MEANWHILE = words("while whereas")
_NEXT = _MEANWHILE | {"and", "but"}
_PRONOUNS = words("who which that where")
_ACCUSING = words("accuse blame charge indict suspect")
_AT_WHAT = words("over against at after following")
_SUBJECT_ENDS = frozenset({Tag.WORD, Tag.NAME, Tag.ADVERB})


def is_told_of_object(trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase stands in a clause with "which", "who", "that" or "where" about what a verb has for its object."""
    lower, behind = trigger.sentence.words, trigger.last + 2
    if _PRONOUNS.isdisjoint(lower[behind : phrase.first]):
        return False
    part = part_of(trigger.sentence, phrase.first)
    return part >= behind and lower[part] in _PRONOUNS


def is_behind_accused(trigger: Trigger, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether a phrase stands behind "of" or "for", and before that somebody whom an active verb accuses."""
    reading = trigger.reading
    if reading is None or reading.passive or trigger.pattern.lemma not in _ACCUSING or phrase.first <= trigger.last:
        return False
    after = trigger.last + 1
    if not has_object(tokens, after, len(tokens)):
        return False
    return any(tokens[i].lower in OF_WHAT for i in range(after + 1, phrase.first))


def is_behind_reason(last: int, first: int, tokens: Sequence[Token]) -> bool:
    """Whether what a protest, which ends at token `last`, is over, against or at has an "of" before a phrase: "a strike over the
    arrest of | its leader"."""
    for of in range(last + 3, first):
        if tokens[of].lower == "of":
            at = of - 1
            while at > last and tokens[at].tag in IN_PHRASE:
                at -= 1
            if of - at > 1 and tokens[at].lower in _AT_WHAT:
                return True
    return False


def does_another(last: int, first: int, tokens: Sequence[Token]) -> bool:
    """Whether a verb that tells no effect stands between a deed's noun, which ends at `last`, and a phrase."""
    return any(
        tokens[i].tag is Tag.WORD
        and tokens[i - 1].tag in _SUBJECT_ENDS
        and tokens[i].lower not in _EFFECTS
        and looks_verbal(tokens, i)
        for i in range(last + 2, first)
    )


def is_called_by_deed(noun: str) -> bool:
    """Whether somebody is called by what he has to do with a deed: "the coup leaders", but not "the bombing victims"."""
    return noun not in _HIT and is_person(noun)


def is_subject_behind_noun(phrase: Phrase, noun: int, tokens: Sequence[Token]) -> bool:
    """Whether a phrase with "the", or a name, right behind a noun is the subject of a clause about that."""
    after = phrase.last + 1
    if phrase.first <= noun or tokens[noun].tag is not Tag.WORD or after >= len(tokens):
        return False
    if tokens[noun - 1].tag in (Tag.TO, Tag.MODAL) or looks_verbal(tokens, noun):
        return False  # "to destroy | the cells involved"
    starts = tokens[phrase.first - 1].lower == "the" or tokens[phrase.first].tag is Tag.NAME
    return starts and (tokens[after].tag is Tag.AUXILIARY or looks_verbal(tokens, after))


def another_verb(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether "and" joins another verb, with an object of its own, to one that has had its object before it."""
    return any(
        tokens[i].lower in GOES_ON and (tokens[i + 1].tag is Tag.MODAL or looks_verbal(tokens, i + 1))
        for i in range(first + 1, end - 1)
    )


def is_subject_of_next(last: int, phrase: Phrase, stands: str, sentence: Sentence) -> bool:
    """Whether a phrase is the subject of the clause after that of a trigger, which ends at a token: "while" stands before it, or a
    comma and "and" or the like part the two. `stands`: the word before the phrase."""
    if phrase.first <= last or not looks_verbal(sentence.tokens, phrase.last + 1):
        return False
    lower = sentence.words
    return stands in _MEANWHILE or any(lower[i] in _NEXT and lower[i - 1] == "," for i in range(last + 2, phrase.first))
