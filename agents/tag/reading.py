"""How a word is used in its sentence: as a verb or a noun, in which voice and tense, and whether it is negated.

No parser: closed-class words around a word decide. A small dependency parser trained for this was slower and no better.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agents.tag.document import Token
from agents.tag.inflect import Form
from agents.tag.nouns import kind_of
from agents.tag.plurals import NOUNS_TOO
from agents.tag.role_words import is_role
from agents.tag.words import BE, DO, HAVE, NEGATIVE_AUXILIARIES, NOUNS, OF_PHRASE, WEEKDAYS, Tag, words

_BASE, _ING, _PARTICIPLE, _PLURAL, _SINGULAR, _THIRD = Form.BASE, Form.ING, Form.PARTICIPLE, Form.PLURAL, Form.SINGULAR, Form.THIRD

PARTICIPLES = frozenset({Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE})
_PASTS = PARTICIPLES | {Form.PAST}
_ADVERB, _OWNERS = Tag.ADVERB, frozenset({Tag.DETERMINER, Tag.POSSESSIVE})
_OPENS_AFTER = frozenset({Tag.PREPOSITION, Tag.DETERMINER})
_BEFORE_MODIFIER = _OWNERS | {Tag.PREPOSITION}
_ACTIVE_BEFORE = frozenset({Tag.PRONOUN, Tag.RELATIVE})
_SUBJECT_LIKE = NOUNS | {Tag.PUNCTUATION}
_VERB_BEFORE = frozenset({Tag.TO, Tag.MODAL, Tag.PRONOUN, Tag.NOT, Tag.RELATIVE})
_NOUN_BEFORE = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.NUMBER})
_NO_VERB_BEFORE = _NOUN_BEFORE | {Tag.AUXILIARY}
_OBJECT_AFTER = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.PRONOUN, Tag.NUMBER})
_NO_OBJECT_AFTER = frozenset(
    {Tag.PREPOSITION, Tag.PUNCTUATION, Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.TO, Tag.AUXILIARY, Tag.MODAL}
)
_CURRENCIES = frozenset('$€£¥₹“"')
"""Marks that an object may begin with."""
_QUOTES = frozenset("\"“”‘’'")
_SKIPPED = frozenset({Tag.ADVERB, Tag.NOT})
_CHAINED = _SKIPPED | {Tag.AUXILIARY, Tag.MODAL, Tag.TO}
"""What a verb group is made of, before its verb."""
_GET = frozenset({"get", "gets", "got", "getting", "gotten"})
_HELPERS = BE | HAVE | _GET | {"'s"}
_BEING = BE | _GET | {"'s"}
_DOUBTFUL = words("alleged suspected")
_ATTRIBUTES = words("accused convicted disputed")
"""Of those meant, behind a preposition: "on accused traffickers"."""
_BEFORE_ADJECTIVE = frozenset({Tag.PUNCTUATION, Tag.CONJUNCTION, Tag.NUMBER, Tag.PREPOSITION})
_THINGS_TOO = words("building training meeting crossing shipping housing dwelling painting recording")
"""Things that end in -ing: "the Congress building"."""
_DONE_FOR = words(
    "jailed arrested detained charged convicted sentenced fined prosecuted indicted imprisoned expelled sacked suspended executed "
    "tried accused punished banned deported extradited"
)
_SHARED = 14
"""Words between "have" and a second participle of it."""
_PASTS_OF_DEEDS = words("spread broke began went grew drove left cut came hit shut")
"""Irregular ones of what fighting does."""
_REFUSING = words("reject contest oppose")
_NOUNS_ALONE = words(
    "strike attack protest march rally ban aid help support release return exit visit raid meet arrest reply vote order"
)
_WHEN = words("last yesterday today overnight earlier later tonight")
_DEADLINES = WEEKDAYS | words(
    "next tomorrow midnight noon january february march april june july august september october november december"
)
_ROUGHLY = frozenset({("at", "least"), ("at", "most"), ("up", "to"), ("as", "many"), ("as", "few")})
"""What opens a number, and belongs to no verb: "killed at least nine", "as many as nine"."""
_NEARLY = words("about around over under")
_PLURALS = frozenset({"police", "people", "men", "women", "gunmen", "troops", "forces", "children", "militiamen", "policemen"})


_ADJECTIVAL = ("ic", "ial", "nal", "ive", "ous", "ary")


@dataclass(slots=True)
class Reading:
    """A verb's use; `start` is the first token of its verb group (has been arrested: has)."""

    start: int
    passive: bool = False
    modal: str | None = None
    infinitive: bool = False
    gerund: bool = False
    finite: bool = True
    negated: bool = False


def _before(tokens: Sequence[Token], i: int) -> int:
    """The nearest token before `i` that is no adverb and no quotation mark; -1 where there is none."""
    i -= 1
    while i >= 0 and (tokens[i].tag is _ADVERB or tokens[i].lower in _QUOTES):
        i -= 1
    return i


def _after(tokens: Sequence[Token], i: int) -> Token | None:
    i += 1
    while i < len(tokens) and (tokens[i].tag is _ADVERB or tokens[i].lower in _QUOTES):
        i += 1
    return tokens[i] if i < len(tokens) else None


def is_verb(tokens: Sequence[Token], i: int, form: Form) -> bool:
    """Whether the word `i`, which has this form as a verb, is one here."""
    p = _before(tokens, i)
    before = tokens[p] if p >= 0 else None
    if form in _PASTS:
        if before is None:
            after = _after(tokens, i)
            return after is not None and after.tag in _OPENS_AFTER
        doubtful = tokens[i].lower in _DOUBTFUL and (before.tag in _BEFORE_ADJECTIVE or before.lower.endswith("ing"))
        if doubtful or (tokens[i].lower in _ATTRIBUTES and before.tag is Tag.PREPOSITION):
            after = _after(tokens, i)
            return after is None or after.tag not in NOUNS  # "investigating alleged attacks", "on accused traffickers"
        if before.lower == "those":
            after = _after(tokens, i)
            if after is None or after.tag in _NO_OBJECT_AFTER:
                return True  # "among those arrested was the editor"
        return before.tag not in _OWNERS
    if form is _ING:
        return before is None or (before.tag not in _OWNERS and not _ing_noun(tokens, p, _after(tokens, i)))
    if before is None:
        return False
    if before.tag in _VERB_BEFORE or before.lower in DO:
        return True
    if before.tag in _NO_VERB_BEFORE:
        return False
    joined = before.tag is Tag.CONJUNCTION
    if form is _THIRD and tokens[i].lower not in NOUNS_TOO:
        return joined or _subject_like(before)
    after = _after(tokens, i)
    if joined:
        return after is not None and (after.tag in _OBJECT_AFTER or after.lower == "that")
    if form is _THIRD:
        if not _subject_like(before) or after is None or is_adjective(before, _ADJECTIVAL):
            return False
        if before.lower.endswith("ing") and p and (tokens[p - 1].tag is Tag.PREPOSITION or tokens[p - 1].lower in BE):
            return False  # "accused of planning attacks on"
        return (
            after.tag in _OBJECT_AFTER
            or after.lower in ("on", "that", "against")
            or (after.tag is Tag.TO and before.tag is Tag.NAME)
        )
    if tokens[i].lower == "back" and after is not None and after.lower in ("from", "to", "into", "onto", "at", "across"):
        return False  # "pulled their guns back from the ridge"
    ends_so = before.tag in NOUNS and before.lower.endswith("s") and not before.lower.endswith(("ss", "ous"))
    plural = before.lower in _PLURALS or ends_so
    if plural and (after is None or after.tag is Tag.PUNCTUATION):
        word = tokens[i].lower  # "which the councils deny"
        return (kind_of(word) is None or word in _REFUSING) and word not in _NOUNS_ALONE
    return plural and after is not None and (after.tag in _OBJECT_AFTER or after.tag in (Tag.WORD, Tag.PREPOSITION, Tag.TO))


def _ing_noun(tokens: Sequence[Token], p: int, after: Token | None) -> bool:
    """Whether the -ing word after word `p` is a noun: "the fatal shooting of", "a deadly bombing in"."""
    if after is not None and after.lower == "of":
        return True
    before = tokens[p]
    if before.tag is Tag.SUBORDINATOR and tokens[p + 1].lower not in BE and is_past_of(tokens, p + 2):
        return True  # "as fighting raged", not "after shelling abandoned villages"
    if tokens[p + 1].lower in _THINGS_TOO:
        return before.tag in (Tag.NAME, Tag.WORD, Tag.PREPOSITION) and (after is None or after.tag not in _OBJECT_AFTER)
    return (
        before.tag is Tag.WORD
        and not before.lower.endswith("s")
        and before.lower not in _PLURALS
        and p > 0
        and tokens[p - 1].tag in _BEFORE_MODIFIER
        and (after is None or after.tag not in _OBJECT_AFTER)
    )


def is_past_of(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token is the past of what stands right before it."""
    if i >= len(tokens) or not (tokens[i].lower.endswith("ed") or tokens[i].lower in _PASTS_OF_DEEDS):
        return False
    return i + 1 == len(tokens) or tokens[i + 1].tag is not Tag.WORD


def _subject_like(token: Token) -> bool:
    return token.tag in _SUBJECT_LIKE


def is_adjective(token: Token, ends: tuple[str, ...]) -> bool:
    """Whether a word ends as adjectives do and is known for no noun: "impose economic | sanctions against"."""
    word = token.lower
    return token.tag is Tag.WORD and word.endswith(ends) and kind_of(word) is None and not is_role(word)


def is_noun(tokens: Sequence[Token], first: int, last: int, form: Form, verbal: bool) -> bool:
    """Whether words `first` to `last`, a noun of the lexicon, are one here; `verbal`: the word could also be a verb's form."""
    if not verbal or last > first:
        return True
    p = _before(tokens, first)
    before = tokens[p] if p >= 0 else None
    after = _after(tokens, last)
    if tokens[last].lower.endswith("ing"):
        if before is not None and (before.lower in BE or before.tag is Tag.TO):
            return False
        return after is None or after.tag not in _OBJECT_AFTER
    if form is _SINGULAR and before is not None and before.tag is Tag.AUXILIARY and (before.lower in DO or before.lower in HAVE):
        return before.lower in HAVE
    return not is_verb(tokens, last, _THIRD if form is _PLURAL else _BASE)


def read_verb(tokens: Sequence[Token], i: int, last: int, form: Form, transitive: bool) -> Reading:
    """The use of the verb `i`, whose expression ends at `last`.

    `transitive`: a past form with nothing after it that could be an object is a passive participle (people killed in a blast).
    """
    start, negated, infinitive = i, False, False
    modal: str | None = None
    helper: str | None = None
    for j in range(i - 1, -1, -1):
        tag, lower = tokens[j].tag, tokens[j].lower
        if tag not in _CHAINED and lower not in _GET:
            if lower in _QUOTES and j and tokens[j - 1].tag is Tag.TO:
                continue
            break
        if tag not in _SKIPPED:
            start = j
        negated = negated or tag is Tag.NOT or lower in NEGATIVE_AUXILIARIES
        infinitive = infinitive or tag is Tag.TO
        if modal is None and tag is Tag.MODAL:
            modal = lower
        if helper is None and lower in _HELPERS:
            helper = lower
    if form in PARTICIPLES:
        if helper in _BEING:
            return Reading(start, True, modal, infinitive, False, True, negated)
        if helper in HAVE:
            return Reading(start, False, modal, infinitive, False, True, negated)
        if start == i and _shares_have(tokens, i, last):
            return Reading(start, False, None, False, False, True, negated)
        if start == i and _shares_be(tokens, i, last):
            return Reading(start, True, None, False, False, True, negated)
        reduced = _is_reduced(tokens, i, last, form, transitive)
        return Reading(start, reduced, modal, infinitive, False, not reduced, negated)
    if form is _ING and helper not in _BEING:
        return Reading(start, False, modal, infinitive, True, False, negated)
    return Reading(start, False, modal, infinitive, False, not infinitive, negated)


def _shares_have(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a participle with an object goes on with "have" before "and": "had overrun a base and taken nine men prisoner"."""
    if i < 2 or tokens[i - 1].lower != "and" or last + (last == i) >= len(tokens) or tokens[i + 1].tag not in _OBJECT_AFTER:
        return False
    helpers = [token.lower for token in tokens[max(0, i - _SHARED) : i - 1] if token.tag is Tag.AUXILIARY]
    return bool(helpers) and helpers[-1] in HAVE


def _shares_be(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a participle without an object shares "were" with the one before "and": "two were killed and several others
    wounded"."""
    if last + 1 < len(tokens) and tokens[last + 1].tag in _OBJECT_AFTER:
        return False
    k = i - 1
    while k >= 0 and (tokens[k].tag in OF_PHRASE or tokens[k].lower == "others"):
        k -= 1
    if not 0 < k < i - 1 or tokens[k].lower != "and" or not tokens[k - 1].lower.endswith(("ed", "en", "shot", "hurt")):
        return False
    return any(token.lower in BE for token in tokens[max(0, k - 4) : k - 1])


def _ends_clause_of_time(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a past form is the only verb of a clause that a subordinator opens: "nine were hurt when gunmen attacked"."""
    k = i - 1
    while k >= 0 and tokens[k].tag in OF_PHRASE:
        k -= 1
    if not 0 <= k < i - 1 or tokens[k].tag is not Tag.SUBORDINATOR:
        return False
    following = last + 1
    while following < len(tokens) and tokens[following].tag is not Tag.PUNCTUATION:
        if tokens[following].tag in (Tag.AUXILIARY, Tag.MODAL):
            return False
        following += 1
    return True


def _is_reduced(tokens: Sequence[Token], i: int, last: int, form: Form, transitive: bool) -> bool:
    """Whether a past participle without an auxiliary is passive: "the man shot by guards", "people killed in the blast"."""
    if form is _PARTICIPLE:
        return True
    p = _before(tokens, i)
    counted = p > 0 and tokens[p].lower == "them" and tokens[p - 1].lower == "of"  # "brought home nine, many of them wounded"
    if p >= 0 and tokens[p].tag in _ACTIVE_BEFORE and not counted:
        return False
    if tokens[i].lower in _DONE_FOR and last > i and tokens[i + 1].tag is Tag.PREPOSITION:
        return True  # "a journalist jailed for libel": nobody jails for libel without saying whom
    after = _after(tokens, last)
    if after is not None and after.lower == "by":
        by = last + 1 + (tokens[last + 1] is not after)
        if last > i and (kind_of(tokens[last].lower) == "message" or tokens[i + 1].tag in _OWNERS):
            return False  # "denied reports by", "extended the state of emergency by"
        deadline = by + 1 < len(tokens) and tokens[by + 1].lower in _DEADLINES
        return not (deadline and last > i)  # "ordered them to leave by Friday", "those held by Friday"
    if _ends_clause_of_time(tokens, i, last):
        return False
    if last + 2 < len(tokens) and tokens[last + 1].lower == "on" and tokens[last + 2].lower in WEEKDAYS:
        after = _after(tokens, last + 2)  # "captured on Monday the port"
    if last + 1 < len(tokens) and tokens[last + 1].lower in _WHEN:
        return transitive  # "arrested in March and extradited last week"
    if tuple(token.lower for token in tokens[last + 1 : last + 3]) in _ROUGHLY:
        return False  # "killed at least nine"
    if last + 2 < len(tokens) and tokens[last + 1].lower in _NEARLY and tokens[last + 2].tag is Tag.NUMBER:
        return not transitive  # "evicted about 300 squatters"
    return transitive and (after is None or (after.tag in _NO_OBJECT_AFTER and after.text not in _CURRENCIES))
