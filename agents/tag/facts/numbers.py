"""Numbers as news writes them: 40, 1,200, 2.5 million, twelve, dozens, 10 to 15, at least 12."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from agents.tag.facts.words import Word, word_set, words_of


class NumberHit(NamedTuple):
    """A number phrase with the words that bound it: "at least 12". `low` and `high` are None where nothing is said."""

    start: int
    end: int
    value: int
    low: int | None
    high: int | None
    approximate: bool


_UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: i for i, word in enumerate(_UNITS)} | {word: 10 * i for i, word in enumerate(_TENS, 2)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12, "m": 1_000_000, "k": 1_000}
_VAGUE = {
    "dozens": (24, 24, 99), "scores": (40, 40, 99), "hundreds": (200, 200, 999), "thousands": (2_000, 2_000, 9_999),
    "several": (3, 3, 9), "a few": (3, 3, 9), "a handful": (3, 3, 9), "a couple": (2, 2, 2), "both": (2, 2, 2), "a pair": (2, 2, 2),
    "tens of thousands": (20_000, 20_000, 99_999), "hundreds of thousands": (200_000, 200_000, 999_999),
    "several dozen": (36, 24, 99), "several hundred": (300, 200, 999), "several thousand": (3_000, 2_000, 9_999),
    "a few dozen": (36, 24, 99),
    "a few hundred": (300, 200, 999), "a few thousand": (3_000, 2_000, 9_999), "millions": (2_000_000, 2_000_000, 9_999_999),
    "a hundred": (100, None, None), "a thousand": (1_000, None, None), "a dozen": (12, None, None), "half a dozen": (6, None, None),
    "a million": (1_000_000, None, None), "dozens of thousands": (20_000, 20_000, 99_999),
}  # fmt: skip
"""Value, low, high. A vague plural means at least two of its unit and fewer than ten."""
_EXACT = frozenset({"both", "a couple", "a pair"})

_WORD = "(?:" + "|".join(_TENS) + ")(?:[- ](?:" + "|".join(_UNITS[1:10]) + "))?|" + "|".join(sorted(_UNITS, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_SCALE, _REST = "[- ](?:hundred|thousand|million|dozen)", rf"(?: (?:and )?(?:{_WORD}))?"
_ONE = rf"(?:(?:{_DIGITS})(?:{_SCALE}{_REST})?|(?:{_WORD})(?:{_SCALE})?{_REST})"
"""Digits alone go on in no words: "in 2019 three people"."""
_ALL_VAGUE = "|".join(sorted(_VAGUE, key=len, reverse=True))
_AT_LEAST = r"at least|no fewer than|not less than|no less than|a minimum of|upwards of"
_HANDED = ("hand", "hands", "handed", "handing", "turn", "turned", "turning", "take", "took", "taken")
_OVER = "".join(f"(?<!{verb} )" for verb in _HANDED) + "over"
"""Not the one of "handed over 22 soldiers"."""
_MORE = rf"more than|{_OVER}|above|in excess of|well over"
_AT_MOST = r"up to|as many as|at most|no more than|a maximum of|fewer than|less than|under"
_NEARLY = r"nearly|almost|close to|just under"
_ABOUT = r"around|about|roughly|approximately|some|an estimated|estimated|nearly|close to|circa|an initial"
_NUMBER = re.compile(
    rf"(?<![\w$€£¥.,:#/-])(?:(?P<bound>{_AT_LEAST}|{_MORE}|{_AT_MOST}|{_NEARLY}|{_ABOUT})\s+(?:(?:another|a|an|the)\s+(?=\d))?)?"
    rf"(?:between\s+(?P<low>{_ONE})\s+and\s+(?P<high>{_ONE})|(?P<first>{_ONE})\s(?:to|or)\s(?P<second>{_ONE})|(?P<from>{_DIGITS})[-–](?P<till>{_DIGITS})|(?P<one>{_ONE})|(?P<vague>{_ALL_VAGUE}))"
    r"(?![\w%]|[.,:]\d|-year|-day|-hour|-month)",
    re.IGNORECASE,
)
_IN_DIGITS, _BETWEEN_PARTS, _YEAR = re.compile(_DIGITS), re.compile(r"[\s-]+"), re.compile(r"(?:1[89]|20)\d\d")
_FROM_BELOW, _FROM_ABOVE = re.compile(f"{_AT_LEAST}|{_MORE}"), re.compile(f"{_AT_MOST}|{_NEARLY}")
_FIRST_WORDS = frozenset(_WORDS) | {key.split()[0] for key in _VAGUE if not key.startswith("a ")} | {"a", "half"}
_VAGUE_A = re.compile("|".join(key for key in _VAGUE if key.startswith("a ")), re.IGNORECASE)
_BEFORE = word_set(
    "least than of over above to as most under nearly almost around about roughly approximately some estimated circa initial "
    "another a an the between"
)
"""The last words of what may stand before a number and belong to it."""
_BOUND_LENGTH, _LENGTH = 32, 48
"""Characters before a number that may bound it ("no fewer than another"), and after its first word that it may take."""


def number_of(text: str) -> int | None:
    """The value of one number: digits, words, with a scale; None where it is no whole number."""
    if text.isdecimal():
        return int(float(text))
    total, current, seen = 0.0, 0.0, False
    for part in _BETWEEN_PARTS.split(text.lower()):
        if part == "and":
            continue
        if _IN_DIGITS.fullmatch(part):
            current += float(part.replace(",", ""))
        elif part in _WORDS:
            current += _WORDS[part]
        elif part in _SCALES:
            current = (current or 1) * _SCALES[part]
            if _SCALES[part] >= 1_000:
                total, current = total + current, 0.0
        else:
            return None
        seen = True
    value = total + current
    return int(value) if seen and value == int(value) else None


def find_numbers(text: str, within: Sequence[tuple[int, int]] | None = None) -> list[NumberHit]:
    """Number phrases in their order. Years, money, percentages, ages and clock times are none.

    `within`: stretches outside of which no number is looked for, in their order.
    """
    if within is not None:
        return [hit for start, end in within for hit in _between(text, start, end)]
    return _between(text, 0, len(text))


def _start_of(word: Word) -> int:
    return word.start


def _between(text: str, start: int, stop: int) -> list[NumberHit]:
    hits: list[NumberHit] = []
    end = start
    words = words_of(text)
    for i in range(bisect_left(words, start, key=_start_of), bisect_left(words, stop, key=_start_of)):
        word = words[i]
        if word.start < end or not (word.key in _FIRST_WORDS or word.key[0].isdigit()):
            continue
        if word.key == "a" and not _VAGUE_A.match(text, word.start):
            continue
        if i and words[i - 1].key in _BEFORE:
            numbers = _NUMBER.finditer(text, max(end, word.start - _BOUND_LENGTH), word.end + _LENGTH)
            match = next((found for found in numbers if found.end() > word.start), None)
        else:
            match = _NUMBER.match(text, word.start, word.end + _LENGTH)
        if match and match.start() <= word.start:
            end = match.end()
            if hit := _read(match):
                hits.append(hit)
    return hits


def _read(match: re.Match[str]) -> NumberHit | None:
    bound = (match["bound"] or "").lower()
    if match["vague"]:
        word = match["vague"].lower()
        value, low, high = _VAGUE[word]
        if low is high is None:
            low, high = _limits(bound, value)
        return NumberHit(match.start(), match.end(), value, low, high, word not in _EXACT)
    if match["one"]:
        one = number_of(match["one"])
        if one is None or (not bound and _YEAR.fullmatch(match["one"])):
            return None
        return NumberHit(match.start(), match.end(), one, *_limits(bound, one), bool(bound))
    low_text, high_text = match["low"] or match["first"] or match["from"], match["high"] or match["second"] or match["till"]
    first, second = number_of(low_text), number_of(high_text)
    if first is None or second is None or first > second:
        return None
    return NumberHit(match.start(), match.end(), (first + second) // 2, first, second, True)


def _limits(bound: str, value: int) -> tuple[int | None, int | None]:
    if bound and _FROM_BELOW.fullmatch(bound):
        return value, None
    if bound and _FROM_ABOVE.fullmatch(bound):
        return None, value
    return None, None
