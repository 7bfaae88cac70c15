"""Fictional pages with gold, a page a trap.

`articles/TRAP.html` holds the markup, with slots for the texts of a story of `stories.toml`: {1} and so on its paragraphs ({1a} and
{1b}: its halves), {title}, {site}, {byline}, {date}, {standfirst}, {caption}, {sub1}, {item1}, {name1} and {remark1} of readers,
{teaser1} and {lead1} of other stories. Its first line names the story and the slots that make the article's text, in order.
`refused/NAME.html` are pages that hold no article; their first line gives the reason.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
PARTED = " || "
HEAD = re.compile(r"<!--\s*(.*?)\s*-->\n")
SLOT = re.compile(r"\{(\w+)\}")
CUT = "The warehouse held grain for about a week of the"


@dataclass(frozen=True)
class Gold:
    """A page, and what is to be made of it."""

    html: str
    text: list[str]
    title: str
    language: str
    marks: frozenset[str]
    """`truncated`, `paywalled`."""


@dataclass(frozen=True)
class Refused:
    html: str
    reason: str
    url: str


def traps() -> list[str]:
    return sorted(file.stem for file in FOLDER.glob("articles/*.html"))


def refusals() -> list[str]:
    return sorted(file.stem for file in FOLDER.glob("refused/*.html"))


def gold_page(trap: str) -> Gold:
    head, markup = _parted(FOLDER / "articles" / f"{trap}.html")
    story, gold, *marks = re.split(r";\s*", head)
    slots = texts(story.removeprefix("story: "))
    html = SLOT.sub(lambda found: slots.get(found[1], found[0]), markup)
    lines = [slots[slot] for slot in gold.removeprefix("gold: ").split()]
    return Gold(html, lines, slots["title"], slots["language"], frozenset(marks))


def refused_page(name: str) -> Refused:
    head, html = _parted(FOLDER / "refused" / f"{name}.html")
    reason, url = head.split("; ")
    return Refused(html, reason.removeprefix("reason: "), url.removeprefix("url: "))


def texts(story: str) -> dict[str, str]:
    """A story's slots."""
    told = _stories()[story]
    slots = {name: text for name, text in told.items() if isinstance(text, str)} | {"cut": CUT}
    for name, slot in (("subheads", "sub"), ("items", "item"), ("readers", "name"), ("remarks", "remark")):
        slots |= {f"{slot}{number}": text for number, text in enumerate(told[name], 1)}
    for number, (title, lead) in enumerate(told["teasers"], 1):
        slots |= {f"teaser{number}": title, f"lead{number}": lead}
    for number, text in enumerate(told["paragraphs"], 1):
        first, _, second = text.partition(PARTED)
        slots |= {str(number): text.replace(PARTED, " "), f"{number}a": first, f"{number}b": second}
    return slots


def _parted(file: Path) -> tuple[str, str]:
    """The first line's content, and the page."""
    text = file.read_text("utf-8")
    head = HEAD.match(text)
    if not head:
        raise ValueError(f"{file}: the first line is no comment")
    return head[1], text[head.end() :]


@cache
def _stories() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((FOLDER / "stories.toml").read_text("utf-8"))
