"""What a line says that is no part of a story: that readers' comments or other stories begin with it, that a reader speaks, that
an advert interrupts.

The lines are in `headings.toml`, in some twenty languages.
"""

from __future__ import annotations

import re
import tomllib
from enum import Enum, auto
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("headings.toml")
LONGEST = 70
"""Characters of such a line; with the story's title in it ("3 thoughts on ...") it may be longer."""
LONGEST_NAME = 30
"""Characters that stand for a reader before a colon."""
DIGIT = re.compile(r"\d")
DIGITS = "0123456789 "
AROUND = DIGITS + ":.!()[]«»<>|#*•·–—-→▶▼►…/\xa0"
"""Numbers and signs around such a line."""


class Announced(Enum):
    DISCUSSION = auto()
    PERHAPS_DISCUSSION = auto()
    """Or a part of the story: Reactions."""
    STORIES = auto()
    NOTHING = auto()
    """The label of an advert, a button, a box."""


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
NAME = r"[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,3}"
SIGNATURE = re.compile(
    rf"^(?:#\d+\W+{NAME}.{{0,40}}"
    rf"|{NAME},? (?:{_SAID})(?:\W.{{0,40}})?\W?"
    rf"|(?:{_BY}):? {NAME}.{{0,6}}(?:{_DATE}).{{0,20}}"
    rf"|{NAME}.{{1,6}}(?:{_DATE}).{{0,20}})$",
    re.IGNORECASE,
)
"""A line that tells which reader speaks: Ann says; #3 Ann; Posted by Ann on 3/5/2010; Ann | 10:33."""
SIGNED = re.compile(
    rf"^(?:#\d+\W+{NAME}\b|{NAME},? (?:{_SAID})(?: |:$)|(?:{_BY}):? {NAME}).{{0,30}}(?:{_DATE}).{{0,20}}$", re.IGNORECASE
)
"""The most telling of these: with a word of saying or a number, and a date."""
DATED = re.compile(_DATE)
SPEAKER = re.compile(rf"^(?:\d+[.)] )?{NAME}(?: \([^()]{{1,{LONGEST_NAME}}}\)|, {NAME})?\s?: \S")
"""A remark with the reader's name before it: Ann: I was there."""

RIGHTS = re.compile(r"©|\(c\) ?(?:19|20)\d\d|copyright (?:©|\(c\)|(?:19|20)\d\d)", re.IGNORECASE)
"""How a notice of rights begins."""
LONGEST_MOMENT = 30
MOMENT = re.compile(
    r"^\W*(?:\w+,? )?(?:\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
    r"(?:,? \d{1,2}:\d{2})?(?: (?:uhr|gmt|utc|[a-z]{2,3}t))?\W*$",
    re.IGNORECASE,
)
"""A line that is nothing but a time or a date in numbers."""
SAID_ENDS = ".!?…"
"""Of a remark; what ends otherwise is an entry of a programme (Chair: Ann Haas)."""


def announced(text: str) -> Announced | None:
    """What a block that is nothing but such a line announces."""
    if len(text) <= LONGEST and (found := _lines().get(text.strip(AROUND).lower())):
        return found
    if text[0].isdigit() and text.lstrip(DIGITS).lower().startswith(_before_title()):
        return Announced.DISCUSSION
    return None


def is_furniture(text: str, linked: int) -> bool:
    """Whether a block is no part of any story, wherever it stands; `linked`: its characters in links."""
    what = announced(text)
    if what is not None:
        return what is not Announced.PERHAPS_DISCUSSION
    if len(text) <= LONGEST and RIGHTS.match(text):
        return True
    begin, colon, rest = text[:LONGEST].partition(":")
    return bool(colon) and linked > len(rest) // 2 and announced(begin) in (Announced.STORIES, Announced.NOTHING)


def is_moment(text: str) -> bool:
    """Whether the block is nothing but a time, or a date in numbers."""
    return len(text) <= LONGEST_MOMENT and bool(DIGIT.search(text) and MOMENT.match(text))


def is_signed(text: str) -> bool:
    """Whether the block is a line that no story has: who wrote what follows beneath it, and when."""
    return len(text) <= LONGEST and bool(DIGIT.search(text) and SIGNED.match(text))


def is_dated(text: str) -> bool:
    """Whether the block is a short line with a date or a time."""
    return len(text) <= LONGEST_NAME and bool(DATED.search(text))


def speaks(text: str) -> bool:
    """Whether the block names the reader who says what stands in it or follows it."""
    if len(text) <= LONGEST and SIGNATURE.match(text):
        return True
    return text[-1] in SAID_ENDS and bool(SPEAKER.match(text[: 3 * LONGEST_NAME]))


@cache
def _file() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def _lines() -> dict[str, Announced]:
    of = {kind: Announced[kind.upper()] for kind in ("stories", "perhaps_discussion", "discussion")} | {
        "furniture": Announced.NOTHING
    }
    known = {line: what for kind, what in of.items() for lines in _file()[kind].values() for line in lines}
    return known | {line.replace("'", "’"): what for line, what in known.items()}


@cache
def _before_title() -> tuple[str, ...]:
    return tuple(f"{line} " for lines in _file()["discussion_on"].values() for line in lines)
