"""Who wrote it: what the page declares, else its byline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from agents.clean.body.walk import Outline
from agents.clean.byline import byline
from agents.clean.byline_below import below
from agents.clean.jsonld import Node, by_id, list_of
from agents.clean.markup import Markup
from agents.clean.names import AGENCY, distinct, split_names
from agents.clean.places import offset_of
from agents.clean.plain import INLINE_TAG, clean_text
from agents.clean.titles import SiteNames

AUTHOR_METAS = (
    "author", "article:author", "og:article:author", "sailthru.author", "parsely-author", "dc.creator", "dcterms.creator", "byl",
    "citation_author", "article:author_name", "article.author", "cxenseparse:author", "vr:author", "twitter:misc:written",
    "creator",
)  # fmt: skip
WRITTEN_BY = re.compile(
    r"^(?:written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|skriven av|skrevet (?:av|af)|"
    r"napisane przez|автор|написано|yazan|author|autor|por|by)\b",
    re.I,
)
"""What WordPress plug-ins label the author with in `twitter:label1`."""
AUTHOR_LINKS = {
    "author": ('rel="author"', "/author/", "/authors/", "/profile/author"),
    "/aut": ("/autor/", "/autoren/", "/autori/", "/auteur/", "/auteurs/"),
    "/journalist/": ("/journalist/",),
    "/writers/": ("/writers/",),
    "/contributors/": ("/contributors/",),
    "/@": ('href="/@',),
}
"""What stands in a link to an author's page, by a part that they share."""
LOG_IN = re.compile(r"[a-z][a-z0-9._-]*|[A-Z]?[a-z]+[A-Z0-9]\w*|\w*\d\w*")
"""What somebody is called in the site's system: `alee`, `AnnL`, `lee2`."""
NEAR_HEADLINE = (3000, 8000)
"""Characters of markup before and after the headline in which a link to an author is the byline."""
MAX_WORDS = 6
MAX_LINKS = 50


def authors_of(
    html: str, markup: Markup, article: Node | None, outline: Outline, headline: int | None, names: SiteNames
) -> list[str]:
    """Persons first: where the page declares only its own site as author, or somebody's log-in, a byline that names somebody else
    wins."""
    others: list[str] = []
    for found in _sources(html, markup, article, outline, headline):
        persons = [name for name in found if not (names.named_by(name) or names.section(name))]
        if persons and not all(LOG_IN.fullmatch(name) and not AGENCY.match(name) for name in persons):
            return persons
        others = others or persons or found
    return others


def _sources(html: str, markup: Markup, article: Node | None, outline: Outline, headline: int | None) -> Iterator[list[str]]:
    """The names that the page gives in one place after another, the best first."""
    if article:
        yield distinct(_in_json_ld(article, markup.nodes))
    yield _in_metas(markup)
    yield byline(outline, headline, html)
    yield distinct(_linked(html, markup))
    yield below(outline, headline)


def _in_json_ld(article: Node, nodes: list[Node]) -> Iterator[str]:
    known = by_id(nodes)
    for value in list_of(article.get("author")) or list_of(article.get("creator")):
        node = known.get(value.get("@id", ""), value) if isinstance(value, dict) else value
        for name in list_of(_said(node)):
            if isinstance(name, str):
                yield from split_names(name)


def _said(node: Any) -> Any:
    """An author's name: its own, or made of its parts."""
    if not isinstance(node, dict):
        return node
    parts = (node.get("givenName"), node.get("additionalName"), node.get("familyName"))
    return node.get("name") or " ".join(part for part in parts if isinstance(part, str))


def _in_metas(markup: Markup) -> list[str]:
    """Of the first meta element that names somebody."""
    for name in AUTHOR_METAS:
        values = markup.all_metas(name)
        if values and (found := distinct(part for value in values for part in split_names(value))):
            return found
    for number in "12":
        if WRITTEN_BY.match(markup.meta(f"twitter:label{number}")):
            return distinct(split_names(markup.meta(f"twitter:data{number}")))
    return []


def _linked(html: str, markup: Markup) -> Iterable[str]:
    """Links near the headline that lead to an author's page."""
    if not markup.h1:
        return []
    before, after = NEAR_HEADLINE
    first = last = offset_of(html, markup.h1[0][1])
    if len(markup.h1) > 1:
        last = offset_of(html, markup.h1[-1][1])
    near = html[max(0, first - before) : last + after]
    found: dict[int, str] = {}
    for marker in chain.from_iterable(markers for part, markers in AUTHOR_LINKS.items() if part in near):
        position = near.find(marker)
        while position >= 0 and len(found) < MAX_LINKS:
            tag = near.rfind("<a", max(0, position - 500), position)
            opened, closed = near.find(">", position), near.find("</a>", position, position + 1500)
            if tag >= 0 and 0 <= opened < closed and near.find(">", tag, position) < 0:
                text = clean_text(INLINE_TAG.sub(" ", near[opened + 1 : closed]))
                if text and len(text.split()) <= MAX_WORDS:
                    found[tag] = text
            position = near.find(marker, position + len(marker))
    return [name for tag in sorted(found) for name in split_names(found[tag])]
