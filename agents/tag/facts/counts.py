"""How many: numbers bound to the word that says what they count.

A number counts the dead where a word of death is bound to it: as the participle of its own noun ("40 migrants were arrested"),
as the verb whose object it is ("killed at least 12 people"), or as a noun beside it ("200 protesters", "a death toll of 45").
The words stand in data/counts.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files
from itertools import islice, zip_longest
from typing import NamedTuple

from agents.tag.facts.ages import is_age, is_part
from agents.tag.facts.numbers import NumberHit, find_numbers
from agents.tag.facts.words import word_set, words_of
from schemas.event import CountKind


class CountHit(NamedTuple):
    """`start`, `end`: the number and its noun ("around 40 migrants"); `bound_start`, `bound_end`: its verb or noun ("arrested")."""

    start: int
    end: int
    text: str
    kind: CountKind
    value: int
    low: int | None
    high: int | None
    approximate: bool
    bound_start: int
    bound_end: int


def _read_words() -> dict[str, dict[str, CountKind]]:
    """data/counts.tsv: where the word stands -> word -> what it makes the number count."""
    tables: dict[str, dict[str, CountKind]] = {}
    with (files(__package__) / "data" / "counts.tsv").open(encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                kind, where, words = line.rstrip("\n").split("\t")
                tables.setdefault(where, {}).update(dict.fromkeys(words.split(), CountKind(kind)))
    return tables


_WORDS = _read_words()
_PARTICIPLE, _VERB, _NOUN, _BEFORE_OF = _WORDS["after"], _WORDS["before"], _WORDS["noun"], _WORDS["of"]
_COUNTING = frozenset().union(*_WORDS.values(), ["toll", "homes", "lives", "strike"])
_AUXILIARY = word_set(
    """
    was were is are be been being have has had got get reportedly believed reported feared confirmed ordered to also shot found
    left declared said taken held presumed
    """
)
_UNITS = word_set(
    """
    days day hours hour weeks week months month years year minutes minute seconds kilometers kilometres kilometer kilometre km
    miles mile meters metres feet acres hectares percent per dollars euros pounds rubles times degrees points goals tons tonnes
    barrels rounds shots bullets houses homes buildings vehicles cars trucks buses tanks rockets missiles shells drones villages
    towns cities cattle sheep goats animals dogs cows birds votes seats games matches counts charges stories pages places
    countries states provinces districts decades centuries am pm gmt th st nd rd million billion trillion
    """
)
"""What is counted here is no person."""
_SKIPPED = word_set(
    "other others more another additional further least about around some nearly almost many of the a an them his her its their "
    "people up down dead off away record total"
)
_BODIES = word_set("crew group team family party band gang total")
"""Nouns before "of" that only say what the number makes up: "arrested its crew of five"."""
_TOKEN = re.compile(r"[A-Za-z’']+(?:-[A-Za-z]+)*|\d[\d,.]*|[^\sA-Za-z\d]")
_STOPS = frozenset(".;:!?()—–\n")
_PASSIVE = word_set("was were been being are is had have has")
_NOBODY = word_set("no any every some each another which that this")
""" "No one was injured": nobody is counted."""
_ASIDE = re.compile(
    r"[^.;,\n\d]{1,50}(, (?:including|among them|mostly|many of them|most of them)\b[^.;,\n]{1,60}(?: and [^.;,\n]{1,40})?,)"
)
""" "21 people, including three children, were killed": the part in the middle says nothing of the whole."""
_REACH = 11
"""Tokens after a number in which its participle is looked for: "nearly 500 people have been ordered to be expelled"."""
_TOLL = re.compile(r"\b(?:death toll|toll|number of dead|number of deaths)\b[^.;\n]{0,40}$", re.IGNORECASE)


class _Token(NamedTuple):
    start: int
    end: int
    key: str


def find_counts(text: str) -> list[CountHit]:
    """Counts in the order of their numbers; a number bound to nothing counts nothing."""
    hits: list[CountHit] = []
    waiting: NumberHit | None = None
    numbers = [number for number in find_numbers(text, _stretches(text)) if not (is_part(text, number) or is_age(text, number))]
    for number, following in zip_longest(numbers, numbers[1:]):
        hit = _count(text, number, following.start if following else len(text))
        if hit and waiting:
            hit = _sum(text, waiting, hit)
        if hit is None and hits and _adds(text, hits[-1], number):
            hits[-1] = _added(text, hits[-1], number)
        joined = following is not None and _AND.fullmatch(text, number.end, following.start) is not None
        waiting = number if hit is None and joined else None
        if hit:
            hits.append(hit)
    return hits


def _stretches(text: str) -> list[tuple[int, int]]:
    """The stretches of a text around the words of data/counts.tsv: elsewhere a number counts nobody."""
    merged: list[tuple[int, int]] = []
    for word in words_of(text):
        if word.key in _COUNTING:
            start, end = word.start - _AHEAD, word.end + _BEHIND
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], end)
            else:
                merged.append((max(0, start), end))
    return merged


_AND = re.compile(r"(?: [A-Za-z-]+){1,3} and ")


def _sum(text: str, first: NumberHit, second: CountHit) -> CountHit:
    """ "Twelve soldiers and three civilians were killed": fifteen are dead."""
    if second.bound_start < second.start:
        return second
    low = None if first.low is second.low is None else (first.low or first.value) + (second.low or second.value)
    high = None if first.high is None or second.high is None else first.high + second.high
    return second._replace(
        start=first.start, text=text[first.start : second.end], value=first.value + second.value, low=low, high=high,
        approximate=first.approximate or second.approximate,
    )  # fmt: skip


_MORE_OF_THE_SAME = re.compile(r" (?:[a-z-]+ ){0,2}[a-z]+(?=[.,;:!?\n]|$| (?:from|in|at|near|on|during|after|before|by|as|when)\b)")


def _adds(text: str, first: CountHit, second: NumberHit) -> bool:
    """Whether a number goes on with what a verb before both counts: "abducted sixteen pupils and two teachers"."""
    bound_before = first.bound_end <= first.start and text[first.end : second.start] in (" and ", ", and ")
    noun = _MORE_OF_THE_SAME.match(text, second.end) if bound_before else None
    tokens = _tokens(text, second.end, noun.end()) if noun else []
    return bool(tokens) and tokens[-1].key not in _UNITS and _noun_end(tokens, second) == tokens[-1].end


def _added(text: str, first: CountHit, second: NumberHit) -> CountHit:
    end = _noun_end(_tokens(text, second.end, second.end + _AHEAD), second)
    return first._replace(
        end=end, text=text[first.start : end], value=first.value + second.value,
        low=None if first.low is second.low is None else (first.low or first.value) + (second.low or second.value),
        high=None if first.high is None or second.high is None else first.high + second.high,
        approximate=first.approximate or second.approximate,
    )  # fmt: skip


def _count(text: str, number: NumberHit, limit: int) -> CountHit | None:
    """What a number counts, by the words up to `limit`, where the next number begins."""
    followed = limit < len(text) and limit < number.end + _AHEAD
    limit = min(limit, number.end + _AHEAD)
    aside = _ASIDE.match(text, number.end)
    if one_more := _ONE_MORE.match(text, number.end):
        low, high = (None if bound is None else bound + 1 for bound in (number.low, number.high))
        number = number._replace(end=one_more.end(1), value=number.value + 1, low=low, high=high)
        after = _tokens(text, number.end, limit)
    elif aside:
        after = _tokens(text, number.end, aside.start(1)) + _tokens(text, aside.end(1), limit)
    else:
        after = _tokens(text, number.end, limit)
    before = _tokens_before(text, number.start)
    if (after and after[0].key in _UNITS) or (before and before[-1].key in _NOBODY and number.value == 1):
        return None
    claimed = before and after and after[0].key == "lives" and before[-1].key in _CLAIMING
    object_of = (CountKind.DEAD, before[-1]) if claimed else _before(text, before, number)
    passive = any(token.key in _PASSIVE for token in after[:_REACH])
    bound = (None if passive else object_of) or _after(after, following_number=followed) or object_of or _noun(after)
    if bound is None:
        return None
    kind, token = bound
    end = _noun_end(after, number)
    return CountHit(
        number.start, end, text[number.start : end], kind, number.value, number.low, number.high, number.approximate,
        token.start, token.end,
    )  # fmt: skip


_ONE_MORE = re.compile(r"((?: [a-z-]+){1,3} and an?(?: [a-z-]+){1,2}) (?=(?:were|have been|are)\b)")
""" "Two officers and a passer-by were killed": three are dead."""


_AHEAD, _BEHIND = 120, 70
"""Characters after a number in which its participle is looked for, and before it its verb."""


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    """The first of a stretch, as many as are looked at."""
    return [_Token(match.start(), match.end(), match[0].lower()) for match in islice(_TOKEN.finditer(text, start, end), _REACH + 3)]


def _tokens_before(text: str, end: int) -> list[_Token]:
    """The last five."""
    found = [*_TOKEN.finditer(text, max(0, end - _BEHIND), end)]
    return [_Token(match.start(), match.end(), match[0].lower()) for match in found[-5:]]


_CLAIMING = word_set("claimed claiming claims took taking cost costing")
_IDIOMS = {"their lives": CountKind.DEAD, "their homes": CountKind.DISPLACED, "on strike": CountKind.PARTICIPANTS}
_FLEEING = word_set("fled flee fleeing")
""" "Thousands fled their homes": whatever its object, the subject is displaced."""
_NOT_BEFORE_VERBS = word_set("the a an during of in at after before their his")


def _after(tokens: Sequence[_Token], *, following_number: bool) -> tuple[CountKind, _Token] | None:
    """The participle of the number's noun: passive, reduced ("30 wounded") or intransitive ("12 died")."""
    auxiliary = False
    for i, token in enumerate(tokens[:_REACH]):
        if (
            token.key in _STOPS
            or (token.key == "," and i > 6)
            or (token.key in ("who", "which", "that", "while", "after", "when", "because", "but", "by") and i > 0)
        ):
            return None
        if token.key == "and" and not auxiliary and i > 0 and tokens[i - 1].key not in ("children", "women", "men", "dead"):
            return None
        if token.key in _AUXILIARY:
            auxiliary = True
            continue
        kind = _PARTICIPLE.get(token.key) or (_IDIOMS.get(f"{tokens[i - 1].key} {token.key}") if i else None)
        if kind is None or (
            kind is CountKind.PARTICIPANTS and i and tokens[i - 1].key in _NOT_BEFORE_VERBS and token.key != "streets"
        ):
            continue
        if i and tokens[i - 1].key == "to" and not auxiliary:
            return None
        intransitive = kind is CountKind.PARTICIPANTS or token.key in _FLEEING
        active = i > 0 and not auxiliary and not intransitive and _has_object(tokens[i + 1 :], following_number)
        return None if active else (kind, token)
    return None


_OBJECTS = word_set("the a an his her their its at several more some about around themselves")


def _has_object(tokens: Sequence[_Token], following_number: bool) -> bool:
    """ "40 gunmen killed the mayor": the participle is a verb with an object, and its subject is not who was killed."""
    if not tokens:
        return following_number
    return tokens[0].key in _OBJECTS and not (tokens[0].key == "at" and len(tokens) > 1 and tokens[1].key != "least")


def _before(text: str, tokens: Sequence[_Token], number: NumberHit) -> tuple[CountKind, _Token] | None:
    """The verb whose object the number is, or the noun with "of"."""
    if match := _TOLL.search(text, max(0, number.start - 70), number.start):
        return CountKind.DEAD, _Token(match.start(), match.start() + len("death toll"), "toll")
    of = False
    for token in reversed(tokens):
        if token.key in _STOPS or token.key in (",", "by", "and", "to", "from", "in", "on", "after"):
            return None
        if token.key == "of":
            of = True
        elif of and token.key in _BODIES:
            of = False
        elif token.key in _BEFORE_OF and of:
            return _BEFORE_OF[token.key], token
        elif token.key in _VERB and not of:
            return _VERB[token.key], token
        elif token.key not in _SKIPPED:
            return None
    return None


def _noun(tokens: Sequence[_Token]) -> tuple[CountKind, _Token] | None:
    for token in tokens[:4]:
        if token.key in _STOPS or token.key in (",", "and"):
            return None
        if token.key in _NOUN:
            return _NOUN[token.key], token
    return None


_PLURALS = word_set("people men women children police policemen servicemen gunmen personnel troops girls boys")
_NO_NOUNS = word_set("and in on at with others this less")


def _noun_end(tokens: Sequence[_Token], number: NumberHit) -> int:
    """Where the noun of the number ends, if one follows within four words: a plural, or people."""
    end = number.end
    for token in tokens[:4]:
        plural = token.key in _PLURALS or (token.key.endswith("s") and len(token.key) > 3)
        stops = token.key in _AUXILIARY or token.key in _PARTICIPLE or token.key in _NO_NOUNS
        if not token.key[0].isalpha() or stops or (end > number.end and not plural):
            break
        if plural:
            end = token.end
    return end
