"""Numbers that count nobody anew: how old somebody is, and how many of those counted already."""

from __future__ import annotations

import re

from agents.tag.facts.numbers import NumberHit

_AGED = re.compile(r"\b(?:aged?|ages)\s(?:between\s|from\s)?(?:\d{1,3}(?:,|\sand|\sto|\sor|,\sand)\s)*$")
_NAMED = re.compile(r"[^\W\d_a-z][\w.'’-]+(?:,\s(?:also\s|now\s|then\s)?|\s\()$")
_ONE_NOUN = re.compile(r"\b(?:an?|the|his|her|their)\s(?:[a-z-]+\s){0,3}[a-z]+[^s\W](?:,\s|\s\()$", re.IGNORECASE)
""" "A woman, 52, was hurt"."""
_CLOSED = re.compile(r"[,)]|[-‑]year|\syears?[\s-]old\b")
""" "Ann Lee, 61, was arrested", "(44)", "men aged 21 and 34": so many years, not people."""
_OLDEST, _AGE_REACH = 120, 40
"""Years, and characters before a number in which what makes it an age stands."""


def is_age(text: str, number: NumberHit) -> bool:
    """Whether the text around a number makes it somebody's age."""
    if number.value > _OLDEST:
        return False
    before = text[max(0, number.start - _AGE_REACH) : number.start]
    if "age" in before and _AGED.search(before):
        return True
    after = _CLOSED.match(text, number.end)
    return after is not None and (after[0] not in (",", ")") or bool(_NAMED.search(before) or _ONE_NOUN.search(before)))


_PART = re.compile(r"\b(?:including|among them|of whom|of them)\s+(?:at least\s+)?$")
_SOME_OF = re.compile(r", \w+ of (?:them|whom)\b")


def is_part(text: str, number: NumberHit) -> bool:
    """Whether a number counts some of those whom another has counted: "nine, among them two nuns", "nine, two of them nuns"."""
    return bool(_PART.search(text, max(0, number.start - 20), number.start) or _SOME_OF.match(text, number.start - 2))
