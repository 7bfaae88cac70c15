"""The section that an article stands in: declared, else the first step of its breadcrumbs below the front page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from agents.clean.article_node import urlsplit_path
from agents.clean.jsonld import Node, list_of, text_of, types
from agents.clean.markup import Markup
from agents.clean.plain import clean_text
from agents.clean.titles import key, same_headline

SECTION_METAS = ("article:section", "og:article:section", "section", "parsely-section", "sailthru.section", "cxenseparse:section")
HOME = frozenset(
    (
        *("home", "homepage", "start", "startseite", "accueil", "inicio", "início", "portada", "principal", "inizio", "frontpage"),
        *("forside", "hjem", "hem", "etusivu", "domů", "kezdőlap", "acasă", "beranda", "anasayfa", "главная", "головна", "首页"),
        *(
            "首頁",
            "ホーム",
            "トップ",
            "top",
            "홈",
            "الرئيسية",
            "خانه",
            "होम",
            "news",
            "nachrichten",
            "article",
            "articles",
            "artikel",
        ),
    )
)
"""What front pages, and steps that say nothing, are called: letters alone."""
MAX_LENGTH = 60
"""Characters of a section's name."""


def section_of(markup: Markup, article: Node | None, url: str, site: str | None) -> str | None:
    declared = clean_text(text_of(article.get("articleSection")) if article else "") or clean_text(markup.meta(*SECTION_METAS))
    return declared.strip(" ,") or next(_steps(markup, url, site), None)


def _steps(markup: Markup, url: str, site: str | None) -> Iterator[str]:
    """The names of the page's breadcrumbs but those of the front page and of the article itself (schema.org's BreadcrumbList)."""
    trail = next((node for node in markup.nodes if "BreadcrumbList" in types(node)), None)
    if trail is None:
        return
    own = {key(site or ""), key(urlsplit(url).hostname or "")}
    titles = [title for title in (markup.meta("og:title"), markup.title) if title]
    for step in list_of(trail.get("itemListElement")):
        name, address = _step(step)
        path = urlsplit_path(address)
        if not name or len(name) > MAX_LENGTH or (address and path in ("", urlsplit_path(url))):
            continue
        if key(name) in HOME or key(name) in own:
            continue
        if not any(same_headline(name, title) for title in titles):
            yield name


def _step(step: Any) -> tuple[str, str]:
    """Its name and address, which stand in the step itself or in its item."""
    if not isinstance(step, dict):
        return "", ""
    item = step.get("item")
    named = item if isinstance(item, dict) else {}
    address = item if isinstance(item, str) else named.get("@id") or named.get("url") or ""
    return clean_text(text_of(step.get("name")) or text_of(named.get("name"))), address if isinstance(address, str) else ""
