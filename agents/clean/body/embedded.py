"""Articles that a page carries as data alone: the strings of its JSON scripts, as a page of their own.

Sites that render in the browser ship the text as state (`__NEXT_DATA__`, `window.__STATE__`, JSON-LD's articleBody), as plain
strings or as HTML. The strings that read like prose, in their order, make a page that the filter can judge like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

import orjson

from agents.clean.body.characters import SPACELESS

START = re.compile(r"<script\b", re.IGNORECASE)
END = re.compile("</script", re.IGNORECASE)
ASSIGNED = re.compile(r"\s*(?:(?:var|let|const)\s+)?[\w.$\[\]\"']+\s*=\s*(?=[{\[])")
MARKUP = re.compile(r"<(?:p|br|div|h[2-6])\b", re.IGNORECASE)
SENTENCE = re.compile(r"[.!?。।؟](?:\s|$|[<\"”’»])")
OTHER_PARTS = re.compile(
    r"caption|credit|^alt$|copyright|related|recommend|read_?-?more|trending|popular|latest|teaser|promo|newsletter|comment|footer|"
    r"sidebar|cookie|consent|seo|biograph|^bio$|disclaimer|translations?$|i18n|messages$",
    re.IGNORECASE,
)
"""Keys, and types of a part, under which data holds something other than the story."""
SHORTEST = 60
"""Characters of a string that may be a paragraph."""
LONG_WORD = 12
"""Characters of words on average, by which a string is no prose."""
LARGEST = 4 << 20
"""Characters of a script that is read."""


def embedded_page(html: str) -> str:
    """HTML of the longest text among the page's JSON scripts; empty where there is none."""
    texts = [page_of(prose) for data in _values(html) if (prose := list(dict.fromkeys(_prose(data))))]
    return max(texts, key=len, default="")


def _values(html: str) -> Iterator[Any]:
    for attributes, script in _scripts(html):
        if len(script) > LARGEST:
            continue
        if "json" in attributes.lower():
            source = script.strip()
        elif assignment := ASSIGNED.match(script):
            source = script[assignment.end() :].strip().rstrip(";")
        else:
            continue
        try:
            yield orjson.loads(source)
        except orjson.JSONDecodeError:
            continue  # a script that is no plain JSON holds nothing that could be read


def _scripts(html: str) -> Iterator[tuple[str, str]]:
    """Attributes and content of each script. Linear: what is not found once is not looked for again."""
    position = 0
    while start := START.search(html, position):
        content = html.find(">", start.end())
        end = END.search(html, content) if content >= 0 else None
        if end is None:
            return
        yield html[start.end() : content], html[content + 1 : end.start()]
        position = end.end()


def _prose(data: Any) -> Iterator[str]:
    """Strings that read like running text, in document order."""
    stack = [data]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            if len(value) >= SHORTEST and SENTENCE.search(value) and _are_words(value):
                yield value
        elif isinstance(value, dict):
            stack.extend(part for key, part in reversed(value.items()) if not OTHER_PARTS.search(_field(key)))
        elif isinstance(value, list):
            stack.extend(reversed(value))


def _are_words(text: str) -> bool:
    """Whether spaces part the words of a string, or its script does without."""
    return text.count(" ") * LONG_WORD > len(text) or len(SPACELESS.findall(text)) * 3 > len(text)


def _field(key: str) -> str:
    """The key without arguments: caches of GraphQL keep them in it, `body({"customContents": [{"type": "newsletter"}]})`."""
    opening = key.find("(")
    return key if opening < 0 else key[:opening] + key[key.rfind(")") + 1 :]


def page_of(texts: list[str]) -> str:
    """HTML of the texts, each plain or HTML itself; empty where they are."""
    parts = []
    for text in texts:
        if MARKUP.search(text):
            parts.append(f"<div>{text}</div>")
        else:
            parts += [f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip()]
    return f"<article>{''.join(parts)}</article>" if parts else ""
