"""The headline without the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agents.clean.jsonld import Node, text_of
from agents.clean.markup import Markup, clean_text

SEPARATOR = re.compile(r"\s+[|\-–—•·»«:/~]{1,2}\s+|\s*[|｜•]\s*|(?<=[\u3040-\u9fff」』）】\)])\s*[-–—|_]{1,2}\s*(?=\S)|\s*::+\s*")
"""What stands between a headline and the site's name. Spaces round a dash tell it from a hyphen."""
NOT_WORD = re.compile(r"[\W_]+")
MAX_LENGTH = 400


def title_of(markup: Markup, article: Node | None, site_names: Iterable[str]) -> str:
    """The headline that most of the page's own statements agree on.

    `site_names`: what the site may be called; a last or first part of a candidate that says only this is cut off.
    """
    names = {key(name) for name in site_names if name} - {""}
    declared = [
        clean_text(text_of(article.get("headline")) if article else ""),
        markup.meta("og:title", "dc.title", "title", "headline"),
        markup.meta("twitter:title", "parsely-title", "sailthru.title"),
        *[text for text, _ in markup.h1[:2]],
        markup.title,
    ]
    candidates = [without_site(text[:MAX_LENGTH], names) for text in declared if text]
    candidates = [text for text in candidates if text and key(text) not in names]
    if not candidates:
        return ""
    votes = [sum(key(text) == key(other) for other in candidates) for text in candidates]
    best = max(range(len(candidates)), key=lambda index: (min(votes[index], 2), -index))
    return candidates[best]


def without_site(title: str, names: set[str]) -> str:
    """The title without parts at its end or start that only name the site."""
    while True:
        cuts = list(SEPARATOR.finditer(title))
        if not cuts:
            return title.strip()
        head, tail = title[: cuts[-1].start()], title[cuts[-1].end() :]
        if is_site(tail, names) and head.strip():
            title = head
            continue
        head, tail = title[: cuts[0].start()], title[cuts[0].end() :]
        if is_site(head, names) and tail.strip():
            title = tail
            continue
        return title.strip()


def is_site(part: str, names: set[str]) -> bool:
    return key(part) in names


def key(text: str) -> str:
    """Letters and digits alone, in lower case: `The Daily-Ledger` and `the daily ledger` are one."""
    return NOT_WORD.sub("", text.lower())
