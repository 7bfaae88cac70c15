"""What a page tells about its article besides the text: structured data first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from turbohtml import Document

from agents.clean.article_node import ADDRESS, find_article, publisher_of
from agents.clean.authors import authors_of
from agents.clean.body.hints import Hints
from agents.clean.body.walk import Outline
from agents.clean.canonical import site_of
from agents.clean.headline import STANDFIRST, find_headline
from agents.clean.jsonld import Node, list_of, text_of
from agents.clean.markup import Markup, read_markup
from agents.clean.moments import Moment
from agents.clean.paywall import is_paywalled
from agents.clean.plain import clean_text
from agents.clean.published import read_dates
from agents.clean.section import section_of
from agents.clean.titles import SiteNames, same_headline, title_of

ABSOLUTE = ("http://", "https://")
MAX_KEYWORDS = 50
STANDFIRST_WITHIN = 5
"""Blocks below the headline."""
STANDFIRST_LENGTH = (25, 500)
"""Characters."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of CleanArticle of these names; and where the headline is."""

    title: str
    subtitle: str | None
    authors: list[str]
    published: Moment | None
    modified: Moment | None
    site_name: str | None
    section: str | None
    keywords: list[str]
    lead_image: str | None
    paywalled: bool
    headline: int | None
    """Its block; None where the page doesn't show it."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page declares outside of its text."""

    markup: Markup
    article: Node | None
    """The page's own node among its JSON-LD."""
    title: str
    names: SiteNames
    site_name: str | None
    section: str | None
    url: str
    hints: Hints
    """Enough to look for the text with."""


def read_declared(html: str, page: Document, url: str) -> Declared:
    """Of the page at `url`, its text and its tree. Never raises."""
    markup = read_markup(page)
    article = find_article(markup.nodes, url)
    publisher = publisher_of(article, markup.nodes)
    site = _site_name(markup, publisher)
    section = section_of(markup, article, url, site)
    names = _site_names(site, section, markup, publisher, url)
    title = title_of(html, markup, article, names)
    body = text_of(article.get("articleBody")) if article else ""
    hints = Hints(title, markup.meta("og:description", "description"), body)
    return Declared(markup, article, title, names, site, section, url, hints)


def read_metadata(html: str, declared: Declared, outline: Outline, fetched_at: datetime) -> Metadata:
    """By what the page declares first, then by what it shows. Never raises."""
    markup, article, url = declared.markup, declared.article, declared.url
    headline = find_headline(outline, declared.title)
    dates = read_dates(html, outline, headline, markup, article, url, fetched_at)
    return Metadata(
        title=declared.title,
        subtitle=_subtitle(article, outline, headline, declared.title),
        authors=authors_of(html, markup, article, outline, headline, declared.names),
        published=dates.published,
        modified=dates.modified,
        site_name=declared.site_name,
        section=declared.section,
        keywords=_keywords(markup, article),
        lead_image=_lead_image(markup, article, url),
        paywalled=is_paywalled(markup, article, outline, headline),
        headline=headline,
    )


def _site_name(markup: Markup, publisher: str) -> str | None:
    declared = (
        markup.meta("og:site_name"),
        publisher,
        markup.meta("application-name", "apple-mobile-web-app-title"),
    )
    return next((name for value in declared if (name := clean_text(value)) and not ADDRESS.match(name)), None)


def _site_names(site: str | None, section: str | None, markup: Markup, publisher: str, url: str) -> SiteNames:
    address = urlsplit(url)
    host = (address.hostname or "").removeprefix("www.")
    owned = site_of(host)
    declared = [
        markup.meta(name)
        for name in ("og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "publisher")
    ]
    folders = address.path.split("/")[1:-1]
    return SiteNames([site or "", publisher, host, owned, owned.split(".")[0], *declared], [section or "", *folders])


def _subtitle(article: Node | None, outline: Outline, headline: int | None, title: str) -> str | None:
    """Declared, or right below the headline under a name that newsrooms give a standfirst."""
    declared = clean_text(text_of(article.get("alternativeHeadline"))) if article else ""
    if declared and not same_headline(declared, title):
        return declared
    if headline is None:
        return None
    for block in range(headline + 1, min(headline + 1 + STANDFIRST_WITHIN, len(outline.texts))):
        if not STANDFIRST_LENGTH[0] <= len(outline.texts[block]) <= STANDFIRST_LENGTH[1]:
            continue
        leaf = outline.leaf[block]
        names = f"{outline.inline[block] or ''} {outline.names[leaf]} {outline.names[outline.parents[leaf]]}".lower()
        if STANDFIRST.search(names) and "author" not in names:
            return clean_text(outline.texts[block])
    return None


def _keywords(markup: Markup, article: Node | None) -> list[str]:
    declared: list[str] = [text_of(value) for value in list_of(article.get("keywords"))] if article else []
    values = [value for value in declared if value] or markup.all_metas("article:tag") or markup.all_metas("news_keywords")
    values = values or markup.all_metas("keywords") or markup.all_metas("parsely-tags") or markup.all_metas("sailthru.tags")
    words = (clean_text(word) for value in values for word in value.split(","))
    return list(dict.fromkeys(word for word in words if word))[:MAX_KEYWORDS]


def _lead_image(markup: Markup, article: Node | None, url: str) -> str | None:
    image = markup.meta("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")
    if not image and article:
        first = next(iter(list_of(article.get("image"))), None)
        image = (
            str(first.get("url") or first.get("contentUrl") or "")
            if isinstance(first, dict)
            else first
            if isinstance(first, str)
            else ""
        )
    address = image.strip()
    if address and not address.startswith(ABSOLUTE):
        try:
            address = urljoin(url, address)
        except ValueError:
            return None
    return address if address.startswith(ABSOLUTE) and len(address) <= 4000 else None
