"""The forms of English verbs and nouns: regular by rule, irregular by a table of the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_SIBILANT = re.compile(r"(s|x|z|ch|sh)$")
_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][bdglmnprt]$")
"""One syllable that ends in a short vowel and one consonant: rob, ban. Longer verbs that double stand in the table."""


class Form(StrEnum):
    """Which form of its lemma a word is."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    PAST_OR_PARTICIPLE = "past-or-participle"
    ING = "ing"
    SINGULAR = "singular"
    PLURAL = "plural"
    FIXED = "fixed"


@dataclass(frozen=True)
class Irregular:
    """The tables of `lexicon/irregular.toml`: verb -> its past, participle and perhaps -ing form; noun -> plural."""

    verbs: dict[str, list[str]]
    also: dict[str, list[str]]
    nouns: dict[str, str]


def _s_form(word: str) -> str:
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    if _SIBILANT.search(word) or word in ("go", "do", "veto", "echo", "torpedo", "embargo"):
        return word + "es"
    return word + "s"


def _ed_form(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ied"
    return word + (word[-1] if _DOUBLES.search(word) else "") + "ed"


def _ing_form(word: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return word + (word[-1] if _DOUBLES.search(word) else "") + "ing"


def verb_forms(lemma: str, irregular: Irregular) -> Iterator[tuple[str, Form]]:
    """Each form of a verb with what it is; `negotiate` gives negotiate, negotiates, negotiated, negotiating."""
    yield lemma, Form.BASE
    yield {"be": "is", "have": "has"}.get(lemma) or _s_form(lemma), Form.THIRD
    parts = irregular.verbs.get(lemma, [])
    past, participle = parts[:2] if parts else (_ed_form(lemma),) * 2
    ing = parts[2] if len(parts) > 2 else _ing_form(lemma)
    if past == participle:
        yield past, Form.PAST_OR_PARTICIPLE
    else:
        yield past, Form.PAST
        yield participle, Form.PARTICIPLE
    yield ing, Form.ING
    for second in irregular.also.get(lemma, []):
        yield second, Form.ING if second.endswith("ing") else Form.PAST_OR_PARTICIPLE
    if lemma == "be":
        yield from (("are", Form.THIRD), ("were", Form.PAST))


def noun_forms(lemma: str, irregular: Irregular) -> Iterator[tuple[str, Form]]:
    """Singular and plural; of several words the last one takes the plural, but the first of `state of emergency`."""
    yield lemma, Form.SINGULAR
    words = lemma.split()
    place = words.index("of") - 1 if "of" in words[1:-1] else len(words) - 1
    head = words[place]
    plural = irregular.nouns.get(head)
    if plural is None and head.endswith("man") and head not in ("human", "german", "ottoman"):
        plural = head[:-3] + "men"
    if plural is None:
        if head.endswith(("ings", "ics", "ss", "ies", "men", "people")) is False and head.endswith("s") and not head.endswith("us"):
            return
        plural = _s_form(head)
    yield " ".join([*words[:place], plural, *words[place + 1 :]]), Form.PLURAL
