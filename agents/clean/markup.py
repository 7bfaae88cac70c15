"""What a page says about itself outside of its text, read from the markup without parsing it: meta and link elements, the
title, headings, `<time>`, JSON-LD. Under half a millisecond a page.

Linear in the page's length: tags are found one after another, the number and length of what is kept is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from agents.clean import jsonld
from agents.clean.plain import clean_text

_PLAIN_META = (
    r"\s{1,20}(?:data-[a-z-]{1,20}=\"[^\"<>]{0,200}\"\s{1,20}){0,2}"
    r"(?:property|name|itemprop|http-equiv)=\"(?P<names>[^\"<>&]{1,200})\"\s{1,20}"
    r"content=\"(?P<content>[^\"<>]{0,8000})\"\s{0,20}/?>"
)
"""What follows the name of a meta element as most are written."""
_OTHER_LINK = (
    r"\srel=\"(?:stylesheet|dns-prefetch|pre(?:connect|fetch|load)|alternate|pingback|manifest|icon|shortcut icon|"
    r"apple-touch-icon(?:-precomposed)?)\""
)
"""What follows the name of a link element that loads something: nine of ten."""
_REMARK = r"[^<>-]{0,100}+-->"
"""What follows the beginning of a comment that holds no tag."""
TAG = re.compile(
    rf"<(?=[!bhilmstHILMST][-oceimnt1OCEIMNT])(?:[mM](?ai:eta)\b(?P<meta>(?:{_PLAIN_META})?)|"
    rf"[lL](?ai:ink)\b(?!{_OTHER_LINK})(?P<link>)|!--(?!{_REMARK})(?P<comment>)|[iI](?ai:mg)\b(?P<img>)|"
    r"[hH]1\b(?P<h1>)|[hH](?ai:tml)\b(?P<html>)|body\b(?P<body>)|[tT](?ai:itle)\b(?P<title>)|[tT](?ai:ime)\b(?P<time>)|"
    r"[iI](?ai:nput)\b(?P<input>)|[sS](?ai:elect)\b(?P<select>)|[sS](?ai:cript)\b(?=[^<>+]{0,1500}+\+)(?P<script>))"
)
"""What is looked at; of scripts those with a `+` in their tag, as JSON-LD's has. Names are ASCII: to a pattern that ignores case
beyond it, `ı` is an `i`. Each choice begins with its letter, and the group that names it stands behind: so the others are passed
over at once."""
ATTRIBUTES = re.compile(r"(?:[^<>\"']++|\"[^\"]{0,8000}\"|'[^']{0,8000}'|[\"'])*+>?")
ATTRIBUTE = re.compile(
    r"([a-zA-Z_:@][\w:.@-]{0,60}+)"
    r"(?:\s{0,20}+(=)\s{0,20}+(?:\"([^\"]{0,8000}+)\"|'([^']{0,8000}+)'|([^\s\"'<>]{1,2000}+)))?"
)
"""A name, with its value where it has one of such a length: what has none is not looked at again from each of its letters."""
INLINE_TAG = re.compile(r"<[^<>]{0,2000}>")
MAX_TAGS = 2000
"""Tags that are read; a page has some fifty. Beyond, a page is an attack or a list."""
MAX_FOUND = 20_000
"""Tags and comments that are looked at."""
MAX_TAG_LENGTH = 10_000
SHORT_TAG = 2_000
SCRIPT_END, TITLE_END, HEADING_END, TIME_END = (re.compile(rf"<(?=/(?ai:{name}))") for name in ("script", "title", "h1", "time"))
"""A pattern of one sign, with what follows it looked at ahead, is found in half of the time."""
MAX_SCRIPT_TAG = 1_500
MAX_SCRIPTS = 40
MAX_SCRIPT_LENGTH = 1_000_000
MAX_SCRIPTS_LENGTH = 2_000_000
"""Characters of JSON-LD: a live blog declares all its posts, half a million of them."""
MAX_HEADING_LENGTH = 2_000


@dataclass(slots=True)
class Time:
    """A `<time>` element: its `datetime` attribute, class and other hints, and its text."""

    datetime: str
    hints: str
    text: str
    position: int


@dataclass(slots=True)
class Markup:
    """`metas` by name, property or itemprop in lower case, in the page's order, as they are written: most are never asked for; `h1`
    with their positions in the page."""

    language: str = ""
    title: str = ""
    metas: dict[str, list[str]] = field(default_factory=dict)
    canonical: str = ""
    alternates: dict[str, str] = field(default_factory=dict)
    h1: list[tuple[str, int]] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    nodes: list[dict[str, Any]] = field(default_factory=list)
    images: int = 0
    inputs: int = 0
    """Elements img, and input or select."""
    body: int = 0
    """Where the first body element begins, be it in a comment."""

    def meta(self, *names: str) -> str:
        """The first value that is not empty under one of the names, in their order."""
        for name in names:
            for written in self.metas.get(name, ()):
                if value := clean_text(written):
                    return value
        return ""

    def all_metas(self, name: str) -> list[str]:
        return [value for written in self.metas.get(name, ()) if (value := clean_text(written))]


def read_markup(html: str) -> Markup:
    """Never raises on any text."""
    markup = Markup()
    metas = markup.metas
    scripts: list[str] = []
    read_on = images = inputs = read = 0
    is_commented = True  # a comment without an end is none, nor is any after it
    for found in islice(TAG.finditer(html), MAX_FOUND):
        start, kind = found.start(), found.lastgroup
        if kind == "body":
            markup.body = markup.body or start
        elif start < read_on:
            continue  # in a comment or a script
        elif kind == "comment":
            read_on = html.find("-->", start) if is_commented else -1
            is_commented = read_on >= 0
        elif kind == "img":
            images += 1
        elif kind == "input" or kind == "select":
            inputs += 1
        elif kind == "script":
            read_on = _read_script(scripts, html, found.end())
        else:
            names, content = found.group("names", "content")
            if names is None:
                _READERS[str(kind)](markup, html, start, found.end())
            else:
                _add_meta(metas, names, content)
            read += 1
            if read == MAX_TAGS:
                break
    markup.images, markup.inputs = images, inputs
    markup.nodes = jsonld.read(scripts)
    return markup


def _inside(html: str, start: int) -> str:
    """What stands in a tag from `start` on, where its attributes begin, to its end."""
    end = html.find(">", start, start + SHORT_TAG)
    plain = html[start : end + 1]
    if plain and "<" not in plain and "'" not in plain and plain.count('"') % 2 == 0:
        return plain  # as nearly all do: no other sign for the end stands in quotes before it
    found = ATTRIBUTES.match(html, start, start + MAX_TAG_LENGTH)
    return found[0] if found else ""


def _attributes(text: str) -> dict[str, str]:
    """The first value of each attribute, as it is written; names in lower case."""
    values: dict[str, str] = {}
    for name, sign, double, single, bare in ATTRIBUTE.findall(text):
        if sign:
            values.setdefault(name.lower(), double or single or bare)
    return values


def _read_meta(markup: Markup, html: str, start: int, end: int) -> None:
    attributes = _attributes(_inside(html, end))
    value = attributes.get("content", "")
    for key in ("property", "name", "itemprop", "http-equiv"):
        if named := attributes.get(key):
            _add_meta(markup.metas, clean_text(named), value)


def _add_meta(metas: dict[str, list[str]], names: str, value: str) -> None:
    for name in names.lower().split():
        metas.setdefault(name, []).append(value)


def _read_link(markup: Markup, html: str, start: int, end: int) -> None:
    text = _inside(html, end)
    lowered = text.lower()
    if not ("canonical" in lowered or "amphtml" in lowered or "shortlink" in lowered):
        return
    attributes = _attributes(text)
    relation = clean_text(attributes.get("rel", "")).lower().split()
    target = clean_text(attributes.get("href", ""))
    if "canonical" in relation and target and not markup.canonical:
        markup.canonical = target
    elif "amphtml" in relation or "shortlink" in relation:
        markup.alternates.setdefault(relation[0], target)


def _read_html(markup: Markup, html: str, start: int, end: int) -> None:
    attributes = _attributes(_inside(html, end))
    markup.language = markup.language or clean_text(attributes.get("lang") or attributes.get("xml:lang") or "")


def _read_title(markup: Markup, html: str, start: int, end: int) -> None:
    markup.title = markup.title or _text(html, end + len(_inside(html, end)), TITLE_END)


def _read_heading(markup: Markup, html: str, start: int, end: int) -> None:
    if text := _text(html, end + len(_inside(html, end)), HEADING_END):
        markup.h1.append((text, start))


def _read_time(markup: Markup, html: str, start: int, end: int) -> None:
    inside = _inside(html, end)
    attributes = _attributes(inside)
    hints = " ".join(clean_text(attributes.get(key, "")) for key in ("class", "itemprop", "id", "pubdate"))
    if "pubdate" in inside:
        hints += " pubdate"
    text = _text(html, end + len(inside), TIME_END)
    markup.times.append(Time(clean_text(attributes.get("datetime", "")), hints.lower(), text, start))


_READERS: dict[str, Callable[[Markup, str, int, int], None]] = {
    "meta": _read_meta,
    "link": _read_link,
    "html": _read_html,
    "title": _read_title,
    "h1": _read_heading,
    "time": _read_time,
}
"""By tag: what reads the element that starts at `start`, its attributes at `end`."""


def _text(html: str, start: int, end_tag: re.Pattern[str]) -> str:
    """The text up to the end tag without tags in it."""
    end = end_tag.search(html, start, start + MAX_HEADING_LENGTH)
    return clean_text(INLINE_TAG.sub(" ", html[start : end.start()])) if end else ""


def _read_script(scripts: list[str], html: str, start: int) -> int:
    """Adds the script's content where it is JSON-LD; where to go on from. `start`: where its attributes begin."""
    content = html.find(">", start, start + MAX_SCRIPT_TAG)
    if content < 0 or "ld+json" not in html[start:content].lower():
        return start
    if len(scripts) >= MAX_SCRIPTS or sum(map(len, scripts)) >= MAX_SCRIPTS_LENGTH:
        return start
    end = SCRIPT_END.search(html, content, content + MAX_SCRIPT_LENGTH)
    last = end.start() if end else content + MAX_SCRIPT_LENGTH
    scripts.append(html[content + 1 : last])
    return min(last, len(html)) if end else content
