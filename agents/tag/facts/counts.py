"""How many: numbers bound to the word that says what they count.

A number counts the dead where a word of death is bound to it: as the participle of its own noun ("40 migrants were arrested"),
as the verb whose object it is ("killed at least 12 people"), or as a noun beside it ("200 protesters", "a death toll of 45").
The words stand in data/counts.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from agents.tag.facts.ages import is_age, is_part
from agents.tag.facts.count_tokens import (
    AHEAD,
    AUXILIARY,
    BEHIND,
    REACH,
    UNITS,
    CountHit,
    Token,
    noun_end,
    tokens_before,
    tokens_of,
)
from agents.tag.facts.count_words import BEFORE_OF, COUNTING, NOUN, VERB, participle
from agents.tag.facts.numbers import NumberHit, find_numbers
from agents.tag.facts.singles import Single, binding, find_singles
from agents.tag.facts.sums import ITS_OWN, added, adds, joins, total
from agents.tag.facts.word_index import where
from agents.tag.facts.words import word_set, words_of
from schemas.event import CountKind

_SKIPPED = word_set(
    "other others more another additional further least about around some nearly almost many of the a an them his her its their "
    "people up down dead off away record total"
)
_BODIES = word_set("crew group team family party band gang total")
"""Nouns before "of" that only say what the number makes up: "arrested its crew of five"."""
_STOPS = frozenset(".;:!?()—–\n")
_PASSIVE = word_set("was were been being are is had have has")
_NOBODY = word_set("no any every some each another which that this")
""" "No one was injured": nobody is counted."""
_ASIDE = re.compile(
    r"[^.;,\n\d]{1,50}(, (?:including|among them|mostly|many of them|most of them)\b[^.;,\n]{1,60}(?: and [^.;,\n]{1,40})?,)"
)
""" "21 people, including three children, were killed": the part in the middle says nothing of the whole."""
_TOLL = re.compile(r"\b(?:death toll|toll|number of dead|number of deaths)\b[^.;\n]{0,40}$", re.IGNORECASE)


def find_counts(text: str) -> list[CountHit]:
    """Counts in the order of their numbers; a number bound to nothing counts nothing."""
    hits: list[CountHit] = []
    waiting: NumberHit | None = None
    stretches = _stretches(text)
    numbers = [number for number in find_numbers(text, stretches) if not (is_part(text, number) or is_age(text, number))]
    singles = {
        single.number.start: single for single in find_singles(words_of(text), stretches) if not is_part(text, single.number)
    }
    numbers = _with_singles(text, numbers, singles)
    for n, number in enumerate(numbers):
        single = singles.get(number.start)
        if single is not None and hits and number.start < hits[-1].end:
            continue  # "two officers and a passer-by"
        if single is not None:
            hit = _count_one(text, single, joined=waiting is not None)
        else:
            further = (it.start for it in numbers[n + 1 :] if not (it.start in singles and joins(text, number, it, singles)))
            hit = _count(text, number, next(further, len(text)))
        if hit and waiting:
            hit = total(text, waiting, hit)._replace(single=hit.single and waiting.start in singles)
        if hit is None and hits and adds(text, hits[-1], number, single):
            hits[-1] = added(text, hits[-1], number, single)
        joined = hit is None and n + 1 < len(numbers) and joins(text, number, numbers[n + 1], singles)
        waiting = number if joined else None
        if hit:
            hits.append(hit)
    return hits


def _with_singles(text: str, numbers: Sequence[NumberHit], singles: Mapping[int, Single]) -> list[NumberHit]:
    """The numbers, and of the persons told without one those who are counted, alone or with others."""
    words = words_of(text)
    everyone = sorted([*numbers, *(single.number for single in singles.values())])
    kept = []
    for n, number in enumerate(everyone):
        single = singles.get(number.start)
        after = n > 0 and joins(text, everyone[n - 1], number, singles)
        before = n + 1 < len(everyone) and joins(text, number, everyone[n + 1], singles)
        its_own = n > 0 and everyone[n - 1].start in singles and text[number.start : number.end] in ITS_OWN
        if single is None or after or before or its_own or binding(words, single, joined=False):
            kept.append(number)
    return kept


def _count_one(text: str, single: Single, *, joined: bool) -> CountHit | None:
    """One person, as an object, or as the subject of a passive."""
    bound = binding(words_of(text), single, joined=joined)
    if bound is None:
        return None
    kind, word = bound
    start, end = single.number.start, single.noun_end
    return CountHit(start, end, text[start:end], kind, 1, None, None, False, word.start, word.end, single=True)


def _stretches(text: str) -> list[tuple[int, int]]:
    """The stretches of a text around the words of data/counts.tsv: elsewhere a number counts nobody."""
    merged: list[tuple[int, int]] = []
    words = words_of(text)
    for i in where(text, COUNTING):
        start, end = words[i].start - AHEAD, words[i].end + BEHIND
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((max(0, start), end))
    return merged


def _count(text: str, number: NumberHit, limit: int) -> CountHit | None:
    """What a number counts, by the words up to `limit`, where the next number begins."""
    followed = limit < len(text) and limit < number.end + AHEAD
    limit = min(limit, number.end + AHEAD)
    aside = _ASIDE.match(text, number.end)
    if one_more := _ONE_MORE.match(text, number.end):
        low, high = (None if bound is None else bound + 1 for bound in (number.low, number.high))
        number = number._replace(end=one_more.end(1), value=number.value + 1, low=low, high=high)
        after = tokens_of(text, number.end, limit)
    elif aside:
        after = tokens_of(text, number.end, aside.start(1)) + tokens_of(text, aside.end(1), limit)
    else:
        after = tokens_of(text, number.end, limit)
    before = tokens_before(text, number.start)
    if (after and after[0].key in UNITS) or (before and before[-1].key in _NOBODY and number.value == 1):
        return None
    claimed = before and after and after[0].key == "lives" and before[-1].key in _CLAIMING
    object_of = (CountKind.DEAD, before[-1]) if claimed else _before(text, before, number)
    passive = any(token.key in _PASSIVE for token in after[:REACH])
    elsewhere = bool(before) and before[-1].key in _WHERE
    subject_of = None if elsewhere else _after(after, following_number=followed)
    bound = (None if passive else object_of) or subject_of or object_of or _noun(after)
    if bound is None:
        return None
    kind, token = bound
    end = noun_end(after, number)
    return CountHit(
        number.start, end, text[number.start : end], kind, number.value, number.low, number.high, number.approximate,
        token.start, token.end,
    )  # fmt: skip


_ONE_MORE = re.compile(r"((?: [a-z-]+){1,3} and an?(?: [a-z-]+){1,2}) (?=(?:were|have been|are)\b)")
""" "Two officers and a passer-by were killed": three are dead."""


_WHERE = word_set("at in across outside near throughout")
"""Before a number of places: "nurses at three hospitals walked out"."""
_CLAIMING = word_set("claimed claiming claims took taking cost costing")
_IDIOMS = {"their lives": CountKind.DEAD, "their homes": CountKind.DISPLACED, "on strike": CountKind.PARTICIPANTS}
_FLEEING = word_set("fled flee fleeing")
""" "Thousands fled their homes": whatever its object, the subject is displaced."""
_NOT_BEFORE_VERBS = word_set("the a an during of in at after before their his")


def _after(tokens: Sequence[Token], *, following_number: bool) -> tuple[CountKind, Token] | None:
    """The participle of the number's noun: passive, reduced ("30 wounded") or intransitive ("12 died")."""
    auxiliary = False
    keys = [token.key for token in tokens]
    for i, token in enumerate(tokens[:REACH]):
        if (
            token.key in _STOPS
            or (token.key == "," and i > 6)
            or (token.key in ("who", "which", "that", "while", "after", "when", "because", "but", "by") and i > 0)
        ):
            return None
        if token.key == "and" and not auxiliary and i > 0 and tokens[i - 1].key not in ("children", "women", "men", "dead"):
            return None
        if token.key in AUXILIARY:
            auxiliary = True
            continue
        kind = participle(keys, i) or (_IDIOMS.get(f"{tokens[i - 1].key} {token.key}") if i else None)
        if kind is None or (
            kind is CountKind.PARTICIPANTS and i and tokens[i - 1].key in _NOT_BEFORE_VERBS and token.key != "streets"
        ):
            continue
        if i and tokens[i - 1].key == "to" and not auxiliary and token.key != "death":
            return None
        intransitive = kind is CountKind.PARTICIPANTS or token.key in _FLEEING
        active = i > 0 and not auxiliary and not intransitive and _has_object(tokens[i + 1 :], following_number)
        return None if active else (kind, token)
    return None


_OBJECTS = word_set("the a an his her their its at several more some about around themselves")


def _has_object(tokens: Sequence[Token], following_number: bool) -> bool:
    """ "40 gunmen killed the mayor": the participle is a verb with an object, and its subject is not who was killed."""
    if not tokens:
        return following_number
    return tokens[0].key in _OBJECTS and not (tokens[0].key == "at" and len(tokens) > 1 and tokens[1].key != "least")


def _before(text: str, tokens: Sequence[Token], number: NumberHit) -> tuple[CountKind, Token] | None:
    """The verb whose object the number is, or the noun with "of"."""
    if match := _TOLL.search(text, max(0, number.start - 70), number.start):
        return CountKind.DEAD, Token(match.start(), match.start() + len("death toll"), "toll")
    of = False
    for token in reversed(tokens):
        if token.key in _STOPS or token.key in (",", "by", "and", "to", "from", "in", "on", "after"):
            return None
        if token.key == "of":
            of = True
        elif of and token.key in _BODIES:
            of = False
        elif token.key in BEFORE_OF and of:
            return BEFORE_OF[token.key], token
        elif token.key in VERB and not of:
            return VERB[token.key], token
        elif token.key not in _SKIPPED:
            return None
    return None


def _noun(tokens: Sequence[Token]) -> tuple[CountKind, Token] | None:
    for token in tokens[:4]:
        if token.key in _STOPS or token.key in (",", "and"):
            return None
        if token.key in NOUN:
            return NOUN[token.key], token
    return None
