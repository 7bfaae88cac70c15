"""What the verbs around a noun make of it: what may provoke it, ends it, or says that it may come."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.chunks import looks_verbal
from agents.tag.document import Token
from agents.tag.lexicon import Lexicon
from agents.tag.triggers import INDEFINITE, Trigger
from agents.tag.words import BE, MODIFIERS, OF_PHRASE, Tag, words

_DROPPED = words("dropped withdrawn dismissed quashed waived scrapped")
"""What becomes of charges, participles after a form of "be"."""
_HAPPENS = words("happen occur come follow begin start resume erupt escalate continue recur return break go take ensue spread")
"""After a modal: what the noun before it names may come; before other verbs it is known: "the attack could cost votes"."""
_UNCERTAIN_MODALS = words("could may might")
_OF_SUBJECT = OF_PHRASE | {Tag.PREPOSITION}
_UP_TO_VERB = _OF_SUBJECT | {Tag.TO, Tag.ADVERB}
_CAUSE = 6
"""Words before a noun in which the verb stands that has it as its object."""
_SUBJECT = 8
"""Words after a noun in which its modal stands."""


def are_dropped(tokens: Sequence[Token], after: int) -> bool:
    """Whether a passive verb behind a noun puts an end to what it names: "charges against him were dropped"."""
    for i in range(after, min(len(tokens) - 1, after + _SUBJECT)):
        if tokens[i].lower in BE:
            return any(token.lower in _DROPPED for token in tokens[i + 1 : i + 3])
        if tokens[i].tag in (Tag.PUNCTUATION, Tag.CONJUNCTION, Tag.RELATIVE):
            return False
    return False


def caused(tokens: Sequence[Token], first: int) -> str | None:
    """The modal of the verb whose object a noun is: "could provoke protests", "might lead to a war"."""
    i = first - 1
    while i > 0 and tokens[i].tag in _UP_TO_VERB and first - i < _CAUSE:
        i -= 1
    return tokens[i].lower if tokens[i].lower in _UNCERTAIN_MODALS and i < first - 1 else None


def before_phrase(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> str | None:
    """The verb before a noun's phrase, next to which its object begins, where it puts an end to it."""
    ending = lexicon.modality.words["ending"].single
    i = first - 1
    while i >= 0 and tokens[i].tag in OF_PHRASE and first - i < _CAUSE and not looks_verbal(tokens, i):
        if tokens[i].lower in ending:
            break
        i -= 1
    return tokens[i].lower if i >= 0 and tokens[i].lower in ending else None


def is_subject(trigger: Trigger) -> bool:
    """Whether a noun before a modal is its subject: not so "withdrew from the treaty may"."""
    tokens = trigger.sentence.tokens
    i = trigger.first - 1
    while i > 0 and tokens[i].tag in OF_PHRASE:
        i -= 1
    return tokens[i].tag is not Tag.PREPOSITION or tokens[i].lower == "of"


def may_happen(tokens: Sequence[Token], modal: int) -> bool:
    """Whether the modal goes with a verb of happening: "the attack could come", but not "the attack could not be explained"."""
    for token in tokens[modal + 1 : modal + 5]:
        if token.tag not in (Tag.NOT, Tag.ADVERB) and token.lower not in ("be", "have", "been"):
            return token.lower in _HAPPENS
    return False


def is_indefinite(tokens: Sequence[Token], first: int) -> bool:
    """Whether the noun that begins at `first` has "a" or "any" before it, and no preposition before that."""
    for i in range(first - 1, max(-1, first - 5), -1):
        if tokens[i].tag is Tag.DETERMINER:
            return tokens[i].lower in INDEFINITE and (i == 0 or tokens[i - 1].tag is not Tag.PREPOSITION)
        if tokens[i].tag not in MODIFIERS:
            return False
    return False


def modal_of_subject(tokens: Sequence[Token], begin: int) -> int:
    """The modal that ends a subject's noun phrase: "an attack on the convoy could"; past the end where another word does."""
    for i, token in enumerate(tokens[begin : begin + _SUBJECT], begin):
        if token.tag not in _OF_SUBJECT:
            return i if token.tag is Tag.MODAL else len(tokens)
    return len(tokens)
