"""Who wrote it: names, without `By`, job titles, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from agents.clean.jsonld import Node, by_id, list_of
from agents.clean.markup import Markup, clean_text

AUTHOR_METAS = (
    "author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl",
    "citation_author", "article:author_name", "article.author", "cxenseparse:author", "twitter:creator:name", "vr:author",
)  # fmt: skip
BY = re.compile(
    r"^(?:(?:written|posted|story|text|words|report|reporting|interview|reviewed)\s+by|by|von|vom|par|por|di|da|door|av|af|yazan|autor(?:in)?|author|auteur|autore|text|texte|texto|testo)\b[\s:]*",
    re.I,
)
SPLIT = re.compile(r"\s*(?:[;|/•·&]|\s(?:and|und|et|y|e|en|og|och|i|ja|und|a|és|ve|oraz)\s(?=\S)|,)\s*", re.I)
ADDRESS = re.compile(r"https?://|www\.|@|\.(?:com|org|net|html?)\b", re.I)
MAX_AUTHORS = 30
MAX_NAME = 100


def authors_of(markup: Markup, article: Node | None) -> list[str]:
    """What the article's JSON-LD names, else the first meta element that does."""
    found = _distinct(_from_json_ld(article, markup.nodes)) if article else []
    if found:
        return found
    for name in AUTHOR_METAS:
        if found := _distinct(part for value in markup.all_metas(name) for part in split_names(value)):
            return found
    return []


def _from_json_ld(article: Node, nodes: list[Node]) -> Iterable[str]:
    known = by_id(nodes)
    for value in list_of(article.get("author")) or list_of(article.get("creator")):
        node = known.get(value.get("@id", ""), value) if isinstance(value, dict) else value
        names: Any = node.get("name") if isinstance(node, dict) else node
        for name in list_of(names):
            if isinstance(name, str):
                yield from split_names(name)


def split_names(text: str) -> list[str]:
    """`By Ann Lee and Bo Ek` -> `Ann Lee`, `Bo Ek`. A comma parts names only where each side could be a whole name."""
    text = BY.sub("", clean_text(text))
    parts = [part for part in SPLIT.split(text) if part]
    if any("," in text and len(part.split()) < 2 for part in parts):
        parts = [part for part in re.split(r"\s*[;|•·&]\s*|\s+(?:and|und|et|og|och)\s+", text) if part]
    return parts


def _distinct(names: Iterable[str]) -> list[str]:
    seen: dict[str, str] = {}
    for name in names:
        name = BY.sub("", clean_text(name)).strip(" ,;:|-–—•·*")
        if name and len(name) <= MAX_NAME and not ADDRESS.search(name) and re.search(r"[^\W\d_]", name):
            seen.setdefault(name.lower(), name)
    return list(seen.values())[:MAX_AUTHORS]
