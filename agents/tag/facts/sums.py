"""Several numbers of one count: "twelve soldiers and three civilians were killed", "a fighter, his wife and their son"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from agents.tag.facts.count_tokens import AHEAD, UNITS, CountHit, noun_end, tokens_of
from agents.tag.facts.numbers import NumberHit
from agents.tag.facts.singles import Single
from agents.tag.facts.words import word_set

_AND = re.compile(r"(?: [A-Za-z-]+){1,3} and (?:(?:his|her|their|its) )?")
_AND_MORE = re.compile(r",? and (?:(?:his|her|their|its) )?")
ITS_OWN = word_set("his her their")


def joins(text: str, number: NumberHit, following: NumberHit, singles: Mapping[int, Single]) -> bool:
    """Whether nothing but the noun of a number and an "and" stands between it and the next one."""
    if (single := singles.get(number.start)) is not None:
        return _AND_MORE.fullmatch(text, single.noun_end, following.start) is not None
    between = _AND.fullmatch(text, number.end, following.start)
    if between is None or following.start not in singles:
        return between is not None
    noun = tokens_of(text, number.end, following.start - len(" and "))
    return bool(noun) and noun_end(noun, number) == noun[-1].end  # "two officers arrived and a man was killed"


def total(text: str, first: NumberHit, second: CountHit) -> CountHit:
    """ "Twelve soldiers and three civilians were killed": fifteen are dead."""
    if second.bound_start < second.start:
        return second
    return _plus(second, first)._replace(start=first.start, text=text[first.start : second.end])


_MORE_OF_THE_SAME = re.compile(r" (?:[a-z-]+ ){0,2}[a-z]+(?=[.,;:!?\n]|$| (?:from|in|at|near|on|during|after|before|by|as|when)\b)")


def adds(text: str, first: CountHit, second: NumberHit, single: Single | None) -> bool:
    """Whether a number goes on with what a verb before both counts: "abducted sixteen pupils and two teachers"."""
    gap = text[first.end : second.start]
    bound_before = first.bound_end <= first.start and _AND_MORE.fullmatch(gap) is not None
    if single is not None:
        its_own = gap == ", " and text[second.start : second.end] in ITS_OWN  # "a fighter, his wife and their son"
        return bound_before or (first.bound_end <= first.start and its_own)
    noun = _MORE_OF_THE_SAME.match(text, second.end) if bound_before else None
    tokens = tokens_of(text, second.end, noun.end()) if noun else []
    return bool(tokens) and tokens[-1].key not in UNITS and noun_end(tokens, second) == tokens[-1].end


def added(text: str, first: CountHit, second: NumberHit, single: Single | None) -> CountHit:
    end = single.noun_end if single else noun_end(tokens_of(text, second.end, second.end + AHEAD), second)
    both = _plus(first, second)
    return both._replace(end=end, text=text[first.start : end], single=first.single and single is not None)


def _plus(count: CountHit, number: NumberHit) -> CountHit:
    """A count of so many more, its span as it was."""
    low = None if count.low is number.low is None else (count.low or count.value) + (number.low or number.value)
    high = None if count.high is None or number.high is None else count.high + number.high
    approximate = count.approximate or number.approximate
    return count._replace(value=count.value + number.value, low=low, high=high, approximate=approximate)
