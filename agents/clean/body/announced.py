"""What a line announces: that readers' comments or other stories begin with it, or that somebody speaks beneath the story.

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
DIGITS = "0123456789 "
AROUND = DIGITS + ":.!()[]«»<>|#*•·–—-→▶▼►…/\xa0"
"""Numbers and signs around such a line."""


class Announced(Enum):
    DISCUSSION = auto()
    PERHAPS_DISCUSSION = auto()
    """Or a part of the story: Reactions."""
    STORIES = auto()


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
SPEAKER = re.compile(rf"^(?:\d+[.)] )?{NAME}(?: \([^()]{{1,{LONGEST_NAME}}}\)|, {NAME})?\s?: \S")
"""A remark with the reader's name before it: Ann: I was there."""

SAID_ENDS = ".!?…"
"""Of a remark; what ends otherwise is an entry of a programme (Chair: Ann Haas)."""


def announced(text: str) -> Announced | None:
    """What a block that is nothing but such a line announces."""
    if len(text) <= LONGEST and (found := _lines().get(text.strip(AROUND).lower())):
        return found
    if text[0].isdigit() and text.lstrip(DIGITS).lower().startswith(_before_title()):
        return Announced.DISCUSSION
    return None


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
    of = {kind: Announced[kind.upper()] for kind in ("stories", "perhaps_discussion", "discussion")}
    known = {line: what for kind, what in of.items() for lines in _file()[kind].values() for line in lines}
    return known | {line.replace("'", "’"): what for line, what in known.items()}


@cache
def _before_title() -> tuple[str, ...]:
    return tuple(f"{line} " for lines in _file()["discussion_on"].values() for line in lines)
