"""What a page says about itself outside of its text, read from the markup without parsing it: meta and link elements, the
title, headings, `<time>`, JSON-LD. A millisecond a page.

Linear in the page's length: tags are found one after another, the number and length of what is kept is bounded.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from agents.clean import jsonld
from agents.clean.plain import clean_text

TAG = re.compile(r"<(meta|link|html|title|h1|time)\b", re.I)
ATTRIBUTES = re.compile(r"(?:[^<>\"']|\"[^\"]{0,8000}\"|'[^']{0,8000}'|[\"'])*+>?")
ATTRIBUTE = re.compile(r"([a-zA-Z_:@][\w:.@-]{0,60})\s{0,20}=\s{0,20}(?:\"([^\"]{0,8000})\"|'([^']{0,8000})'|([^\s\"'<>]{1,2000}))")
INLINE_TAG = re.compile(r"<[^<>]{0,2000}>")
MAX_TAGS = 2000
"""Tags of the kinds above that are read; a page has some fifty. Beyond, a page is an attack or a list."""
MAX_TAG_LENGTH = 10_000
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
    """`metas` by name, property or itemprop in lower case, in the page's order; `h1` with their positions in the page."""

    language: str = ""
    title: str = ""
    metas: dict[str, list[str]] = field(default_factory=dict)
    canonical: str = ""
    alternates: dict[str, str] = field(default_factory=dict)
    h1: list[tuple[str, int]] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    nodes: list[dict[str, Any]] = field(default_factory=list)

    def meta(self, *names: str) -> str:
        """The first value that is not empty under one of the names, in their order."""
        for name in names:
            for value in self.metas.get(name, ()):
                if value:
                    return value
        return ""

    def all_metas(self, name: str) -> list[str]:
        return [value for value in self.metas.get(name, ()) if value]


def read_markup(html: str) -> Markup:
    """Never raises on any text."""
    markup = Markup()
    comments = _Comments(html)
    for count, tag in enumerate(TAG.finditer(html)):
        if count >= MAX_TAGS:
            break
        if tag.start() in comments:
            continue
        _read_tag(markup, html, tag.group(1).lower(), tag.start(), tag.end())
    markup.nodes = jsonld.read(_scripts(html))
    return markup


def _read_tag(markup: Markup, html: str, name: str, start: int, end: int) -> None:
    found = ATTRIBUTES.match(html, end, end + MAX_TAG_LENGTH)
    content = found.end() if found else end
    attributes = _attributes(html[end:content])
    if name == "meta":
        value = attributes.get("content", "").strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            if named := attributes.get(key):
                for part in named.lower().split():
                    markup.metas.setdefault(part, []).append(value)
    elif name == "link":
        relation = attributes.get("rel", "").lower().split()
        target = attributes.get("href", "").strip()
        if "canonical" in relation and target and not markup.canonical:
            markup.canonical = target
        elif "amphtml" in relation or "shortlink" in relation:
            markup.alternates.setdefault(relation[0], target)
    elif name == "html":
        markup.language = markup.language or attributes.get("lang") or attributes.get("xml:lang") or ""
    elif name == "title":
        markup.title = markup.title or _text(html, content, "</title")
    elif name == "h1":
        if text := _text(html, content, "</h1"):
            markup.h1.append((text, start))
    elif name == "time":
        hints = " ".join(attributes.get(key, "") for key in ("class", "itemprop", "id", "pubdate"))
        if "pubdate" in html[end:content]:
            hints += " pubdate"
        text = _text(html, content, "</time")
        markup.times.append(Time(attributes.get("datetime", "").strip(), hints.lower(), text, start))


def _attributes(text: str) -> dict[str, str]:
    """The first value of each attribute, names in lower case."""
    values: dict[str, str] = {}
    for name, double, single, bare in ATTRIBUTE.findall(text):
        values.setdefault(name.lower(), clean_text(double or single or bare))
    return values


def _text(html: str, start: int, end_tag: str) -> str:
    """The text up to the end tag, in either case of letters, without tags in it."""
    piece = html[start : start + MAX_HEADING_LENGTH]
    end = piece.lower().find(end_tag)
    return clean_text(INLINE_TAG.sub(" ", piece[:end])) if end >= 0 else ""


def _scripts(html: str) -> list[str]:
    """The contents of JSON-LD scripts."""
    scripts: list[str] = []
    position = 0
    while len(scripts) < MAX_SCRIPTS and sum(map(len, scripts)) < MAX_SCRIPTS_LENGTH:
        position = html.find("ld+json", position)
        if position < 0:
            break
        start = html.find(">", position, position + 1000)
        if start < 0 or html.rfind("<script", max(0, position - 500), position) < 0:
            position += 7
            continue
        end = html.find("</script", start, start + MAX_SCRIPT_LENGTH)
        if end < 0:
            end = html.find("</SCRIPT", start, start + MAX_SCRIPT_LENGTH)
        scripts.append(html[start + 1 : end if end >= 0 else start + MAX_SCRIPT_LENGTH])
        position = max(end, start + 1)
    return scripts


class _Comments:
    """Where the page's comments are."""

    def __init__(self, html: str) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        position = html.find("<!--")
        while position >= 0:
            end = html.find("-->", position)
            if end < 0:
                break
            self.starts.append(position)
            self.ends.append(end)
            position = html.find("<!--", end)

    def __contains__(self, position: int) -> bool:
        at = bisect_right(self.starts, position) - 1
        return at >= 0 and position < self.ends[at]
