"""What a page says about itself outside of its text, read from its tree: meta and link elements, the title, headings, `<time>`,
JSON-LD. Some .2 ms a page.

Linear in the page's length: the tree keeps lists of its elements by tag, each is looked at once, and the number and length of what
is kept is bounded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from turbohtml import Document, Element, Namespace

from agents.clean import jsonld
from agents.clean.places import Place
from agents.clean.plain import clean_value

MAX_ELEMENTS = 20_000
"""Elements of a tag that are looked at; a page has some forty. Beyond, a page is an attack or a list."""
MAX_VALUE_LENGTH = 8_000
"""Characters of what a meta element declares; what is longer is no value."""
CANONICAL, JSON_LD = 'link[rel*="canonical" i]', 'script[type*="ld+json" i]'
"""Of links and scripts, which are many, those that may be read."""
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
    place: Place


@dataclass(slots=True)
class Markup:
    """`metas` by name, property or itemprop in lower case, in the page's order, as the parser gives them: most are never asked for;
    `h1` with their places in the page."""

    language: str = ""
    title: str = ""
    metas: dict[str, list[str]] = field(default_factory=dict)
    canonical: str = ""
    h1: list[tuple[str, Place]] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    nodes: list[dict[str, Any]] = field(default_factory=list)
    images: int = 0
    inputs: int = 0
    """Elements img, and input or select."""

    def meta(self, *names: str) -> str:
        """The first value that is not empty under one of the names, in their order."""
        for name in names:
            for written in self.metas.get(name, ()):
                if value := clean_value(written):
                    return value
        return ""

    def all_metas(self, name: str) -> list[str]:
        return [value for written in self.metas.get(name, ()) if (value := clean_value(written))]


def read_markup(page: Document) -> Markup:
    """Never raises on any page."""
    markup = Markup()
    for tag, read in _READERS.items():
        for element in page.find_all(tag, limit=MAX_ELEMENTS):
            read(markup, element)
    for link in page.select(CANONICAL):
        _read_link(markup, link)
    markup.nodes = jsonld.read(_scripts(page))
    markup.images = len(page.find_all("img", limit=MAX_ELEMENTS))
    markup.inputs = sum(len(page.find_all(tag, limit=MAX_ELEMENTS)) for tag in ("input", "select"))
    return markup


def _read_meta(markup: Markup, meta: Element) -> None:
    value = meta.attr("content") or ""
    if len(value) > MAX_VALUE_LENGTH:
        value = ""
    for key in ("property", "name", "itemprop", "http-equiv"):
        if named := meta.attr(key):
            for name in named.lower().split():
                markup.metas.setdefault(name, []).append(value)


def _read_link(markup: Markup, link: Element) -> None:
    """The canonical link is the first with a target."""
    if not markup.canonical and "canonical" in (link.attr("rel") or "").lower().split():
        markup.canonical = clean_value(link.attr("href") or "")


def _read_html(markup: Markup, html: Element) -> None:
    markup.language = markup.language or clean_value(html.attr("lang") or html.attr("xml:lang") or "")


def _read_title(markup: Markup, title: Element) -> None:
    if not markup.title and title.namespace is Namespace.HTML:  # a picture's says what it shows
        markup.title = _text(title)


def _read_heading(markup: Markup, heading: Element) -> None:
    if text := _text(heading):
        markup.h1.append((text, heading.position))


def _read_time(markup: Markup, time: Element) -> None:
    hints = " ".join(clean_value(time.attr(key) or "") for key in ("class", "itemprop", "id"))
    if time.attr("pubdate") is not None:
        hints += " pubdate"
    markup.times.append(Time(clean_value(time.attr("datetime") or ""), hints.lower(), _text(time), time.position))


_READERS: dict[str, Callable[[Markup, Element], None]] = {
    "meta": _read_meta,
    "html": _read_html,
    "title": _read_title,
    "h1": _read_heading,
    "time": _read_time,
}


def _text(element: Element) -> str:
    """The texts inside, with a space where a tag parts them; empty where they are longer than any heading, or hold another element
    of the name: it was never closed. So no text is read twice."""
    if next(element.iter_elements(element.tag), None) is not None:
        return ""
    texts: list[str] = []
    length = 0
    for text in element.strings:
        texts.append(text)
        length += len(text)
        if length > MAX_HEADING_LENGTH:
            return ""
    return clean_value(" ".join(texts))


def _scripts(page: Document) -> list[str]:
    """The contents of those that are JSON-LD."""
    scripts: list[str] = []
    for script in page.select(JSON_LD)[:MAX_SCRIPTS]:
        scripts.append(script.text[:MAX_SCRIPT_LENGTH])
        if sum(map(len, scripts)) >= MAX_SCRIPTS_LENGTH:
            break
    return scripts
