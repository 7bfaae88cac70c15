"""Lines that readers and authors sign, or that only tell when: who speaks beneath a story, and who wrote it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from agents.clean import cldr
from agents.clean.dateline import COMMON
from agents.clean.relative import AGO

LONGEST = 70
"""Characters of a line that is signed."""
LONGEST_NAME = 30
"""Characters that stand for a reader before a colon."""
DIGIT = re.compile(r"\d")
_SAID = (
    "says|said|wrote|writes|replied|sagt|sagte|schrieb|schreibt|meint|dit|écrit|a écrit|dijo|dice|escribió|disse|escreveu|diz"
    "|ha scritto|scrive|zegt|schreef|napisał|napisała|pisze|pisał|пишет|написал|написала|сказал|diyor ki|yazdı|skrev|säger|يقول|كتب"
)
_BY = (
    "posted by|comment by|written by|submitted by|von|par|por|door|autor|автор|yazan|skriven av|inviato da|posté par|publicado por"
)
_DATE = (
    r"\d{1,2}[:.h]\d{2}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:19|20)\d\d\b|\bago\b|\bvor \d|\bil y a \d|\bhace \d|\bhá \d"
    r"|\d+ [hd]\b|\bfa$"
)
_SIGNS = "\u0900-\u0963\u0966-\u0dff"
"""Of India's scripts: vowels that are no letters; without the danda, which ends a sentence."""
NAME = rf"[^\W\d_][\w.’'{_SIGNS}-]*(?: [\w.’'{_SIGNS}-]+){{0,3}}"
SIGNATURE = re.compile(
    rf"^(?:#\d+\W+{NAME}.{{0,40}}"
    rf"|{NAME},? (?:{_SAID})(?:\W.{{0,40}})?\W?"
    rf"|(?:{_BY}):? {NAME}.{{0,6}}(?:{_DATE}).{{0,20}}"
    rf"|{NAME}.{{1,6}}(?:{_DATE}).{{0,20}})$",
    re.IGNORECASE,
)
"""A line that tells which reader speaks: Ann says; #3 Ann; Posted by Ann on 3/5/2010; Ann | 10:33."""
_DAY = (
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:19|20)\d\d[./-]\d\d[./-]\d\d"
    r"|\d{1,2}\.? [^\W\d_]{3,12}\.?,? (?:19|20)\d\d|[^\W\d_]{3,12}\.? \d{1,2},? (?:19|20)\d\d"
    r"|\d{1,2}\.? [^\W\d_]{3,12}\.?,? (?:at |um |à |a las |às |в )?\d{1,2}[:.h]\d{2}"
)
"""A day, or one without its year and the time of day."""
SIGNED = re.compile(
    rf"^(?:(?:#\d+\W+{NAME}\b|{NAME},? (?:{_SAID})(?: |:$)|(?:{_BY}):? {NAME}).{{0,30}}(?:{_DATE}).{{0,20}}"
    rf"|{NAME}(?:\W{{1,4}}|(?=\d)|(?-i:(?<=[a-z_.])(?=[A-Z])))(?:{_DAY})(?:\W.{{0,20}})?)$",
    re.IGNORECASE,
)
"""The most telling of these: with a word of saying or a number, and a date; or nothing but a name and a day, where two lines are
written as one perhaps with no space between."""
WROTE = re.compile(
    rf"^{NAME},? (?:wrote|writes|schrieb|schreibt|écrit|a écrit|escribió|escreveu|ha scritto|scrive|schreef|napisał|napisała|pisze"
    r"|пишет|написал|написала|yazdı|skrev|كتب):$",
    re.IGNORECASE,
)
"""The same without a date; a story lets people say something rather than write it."""
DATED = re.compile(_DATE)
SPEAKER = re.compile(rf"^(?:\d+[.)] )?{NAME}(?: \([^()]{{1,{LONGEST_NAME}}}\)|, {NAME})?\s?: \S")
"""A remark with the reader's name before it: Ann: I was there."""
BEHIND = re.compile(rf"[.!?…。！？؟।)]+ ?[–—-] ?({NAME})(?:, .{{1,{LONGEST_NAME}}})?$", re.IGNORECASE)
"""What a reader says, and the name behind it: Who pays for that? – ann_m"""
ALONE = re.compile(rf"^(?:[-–—~] ?)?{NAME}$", re.IGNORECASE)

LONGEST_BIOGRAPHY = 500
BIOGRAPHY = re.compile(
    r"^(?:About the author: )?(?:[^\W\d_a-z][\w.'’-]+ ){2,3}"
    r"(?:(?:is|was|has been|works as|covers|writes|reports) .*?\b(?:reporter|editor|correspondent|journalist|writer|columnist"
    r"|freelancer?|contributor|author|fellow|professor|bureau|covering|based in|since (?:19|20)\d\d)\b"
    r"|(?:covers|writes about|reports on) [^.]{3,80} for (?:the )?[A-Z][^.]{2,40}\.?$"
    r"|ist .*?\b(?:Redakteur|Reporter|Korrespondent|Journalist|Autor)(?:in)?\b|est .*?\b(?:journaliste|correspondante?|rédac\w+)\b"
    r"|es .*?\b(?:periodista|redactora?|corresponsal|reporter[ao])\b|é .*?\b(?:jornalista|repórter|editora?)\b"
    r"|è .*?\b(?:giornalista|corrispondente|redattore|redattrice)\b)"
)
"""What a page says of its author beneath the story."""
LONGEST_MOMENT = 30
MOMENT = re.compile(
    r"^\W*(?:\w+,? )?(?:\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
    r"(?:,? \d{1,2}:\d{2})?(?: (?:uhr|gmt|utc|[a-z]{2,3}t))?\W*$",
    re.IGNORECASE,
)
"""A line that is nothing but a time or a date in numbers."""
SAID_ENDS = ".!?…。！？؟।"
"""Of a remark; what ends otherwise is an entry of a programme (Chair: Ann Haas)."""


@cache
def weekdays() -> frozenset[str]:
    """Of the web's most frequent languages, in full and abbreviated: a programme's `Monday, 3 May 2027` is signed by nobody."""
    names = (names for language in COMMON for names in cldr.weekdays(language))
    return frozenset(name.rstrip(".").casefold() for found in names for name in found)


def is_biography(text: str) -> bool:
    """Whether the block tells who its author is; the story itself may say the same of somebody."""
    return len(text) <= LONGEST_BIOGRAPHY and bool(BIOGRAPHY.match(text))


def is_moment(text: str) -> bool:
    """Whether the block is nothing but a time, or a date in numbers."""
    return len(text) <= LONGEST_MOMENT and bool(DIGIT.search(text) and MOMENT.match(text))


def is_signed(text: str) -> bool:
    """Whether the block is a line that no story has: who wrote what follows beneath it, and when."""
    if len(text) <= LONGEST_NAME and text[-1] == ":" and WROTE.match(text):
        return True
    if len(text) > LONGEST or text[0].isdecimal() or not DIGIT.search(text) or not SIGNED.match(text):
        return False
    return text.split(",")[0].rstrip(".").casefold() not in weekdays()


def is_ago(text: str) -> bool:
    """Whether the block is a short line that tells how long ago something was written."""
    return _ago(text) is not None


def is_named_ago(text: str) -> bool:
    """Whether the block is but a name and how long ago its bearer wrote: Ann | 3 hours ago."""
    at = None if text[0].isdecimal() else _ago(text)
    return bool(at) and is_name(text[:at].rstrip(" ,:·•|-–—("))


def _ago(text: str) -> int | None:
    """Where a short line tells how long ago something was."""
    return _of_ago(text) if len(text) <= LONGEST_NAME and DIGIT.search(text) else None


@lru_cache(1000)
def _of_ago(text: str) -> int | None:
    """Remembered, since it is asked about a line and about the one above it."""
    return next((found.start() for _, pattern in AGO if (found := pattern.search(text))), None)


def is_dated(text: str) -> bool:
    """Whether the block is a short line with a date or a time."""
    if len(text) > LONGEST_NAME or not ("ago" in text or text.endswith("fa") or DIGIT.search(text)):
        return False
    return DATED.search(text) is not None


def is_name(text: str) -> bool:
    """Whether the block is nothing but what may be a reader's name, perhaps after a dash."""
    return len(text) <= LONGEST_NAME and bool(ALONE.match(text))


def speaks(text: str) -> bool:
    """Whether the block names the reader who says what stands in it or follows it."""
    if len(text) <= LONGEST and SIGNATURE.match(text):
        return True
    return (text[-1] in SAID_ENDS and bool(SPEAKER.match(text[: 3 * LONGEST_NAME]))) or bool(signed_behind(text))


def signed_behind(text: str) -> str:
    """The name behind what a reader says; empty where there is none."""
    end = text[-2 * LONGEST_NAME - 6 :]
    found = BEHIND.search(end) if "-" in end or "–" in end or "—" in end else None
    return found[1] if found else ""
