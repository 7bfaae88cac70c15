"""Who suffers in a passive, and what he suffers it from: "officers were hurt in the unrest", "men injured by gunfire"."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.chunks import looks_verbal
from agents.tag.deeds import before_phrase
from agents.tag.document import Token
from agents.tag.parties import Phrase
from agents.tag.rules import Part
from agents.tag.triggers import Trigger
from agents.tag.words import BE, Tag, words

_PARTICIPLES = words(
    "hurt shot hit held put sent found killed taken seen made left lost told caught brought fought struck set cut bound led fed "
    "hung paid sold thrown torn driven given beaten hidden stolen broken forgotten"
)
_HARMED = words(
    "killed slain hurt injured wounded maimed shot beaten stabbed burned burnt displaced trapped trampled arrested detained held "
    "hospitalised hospitalized damaged destroyed hit struck uprooted traumatised traumatized scarred orphaned"
)
"""Participles of those whom violence befell."""
_COME_TO_HARM = words("died die dies perished perish suffered sustained")
"""What those do who come to harm."""
_FEELING = words(
    "opposed determined prepared concerned shocked relieved united committed engaged involved divided pleased disappointed "
    "outraged heartened encouraged alarmed worried delighted appalled dismayed horrified saddened resigned agreed locked poised "
    "bound scheduled expected set interested convinced satisfied based aimed allied stationed deployed"
)
"""Participles behind "be" of him who does or feels something himself."""
_DURING = words("in during amid")
_OF_HARM = _DURING | {"of", "from", "after"}
_SKIPPED = frozenset({Tag.ADVERB, Tag.NOT})


def suffers(tokens: Sequence[Token], at: int) -> bool:
    """Whether a passive verb group begins at a token: "were slightly hurt"."""
    return _participle(tokens, at) is not None


def is_worded_passive(trigger: Trigger) -> bool:
    """Whether an expression begins with a form of "be", as its own passive: "been dismissed for", "be held without charge"."""
    at, sentence = trigger.first, trigger.sentence
    if sentence.words[at] not in BE:
        return False
    if trigger.pattern.part is Part.FIXED:
        return True
    return at < trigger.last and sentence.words[at + 1] not in _FEELING and suffers(sentence.tokens, at)


def _participle(tokens: Sequence[Token], at: int) -> str | None:
    """Of the passive verb group that begins at a token."""
    if at < len(tokens) and tokens[at].lower in ("more", "others"):
        at += 1  # "dozens more were hurt"
    if at >= len(tokens) or tokens[at].lower not in BE:
        return None
    at += 1
    while at < len(tokens) and (tokens[at].tag in _SKIPPED or tokens[at].lower in BE):
        at += 1
    passive = at < len(tokens) and (tokens[at].lower.endswith("ed") or tokens[at].lower in _PARTICIPLES)
    return tokens[at].lower if passive else None


def suffers_violence(phrase: Phrase, noun: Trigger, tokens: Sequence[Token]) -> bool:
    """Whether a phrase stands before a verb of harm that leads to a noun of violence, and so did not do what that tells, nor did
    anybody before it: "police were hurt in the unrest", "nine died in a Turkish air strike", "doctors treated men injured by
    gunfire"."""
    before = before_phrase(noun)
    if phrase.last >= before:
        return False
    governor = tokens[before].lower
    for i in range(phrase.last + 1, before):
        if tokens[i].tag is Tag.SUBORDINATOR or tokens[i].lower == ";":
            break
        if (governor in _DURING and _participle(tokens, i) in _HARMED) or (
            governor in _OF_HARM and tokens[i].lower in _COME_TO_HARM
        ):
            return True
    return _is_by_behind_harm(before, tokens)


def is_far_from_harmed(phrase: Phrase, before: int, tokens: Sequence[Token]) -> bool:
    """Whether a verb parts a phrase from those whom what a noun tells has harmed: "doctors | treated men injured by gunfire";
    `before`: the token before the noun."""
    if phrase.last >= before or not _is_by_behind_harm(before, tokens):
        return False
    return any(looks_verbal(tokens, i) for i in range(phrase.last + 1, before - 1))


def _is_by_behind_harm(at: int, tokens: Sequence[Token]) -> bool:
    """Whether a token is the "by" of "injured by"."""
    return at > 0 and tokens[at].lower == "by" and tokens[at - 1].lower in _HARMED
