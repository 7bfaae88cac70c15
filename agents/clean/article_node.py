"""Which of a page's JSON-LD nodes is the page's own article."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from agents.clean.jsonld import Node, by_id, list_of, text_of, types

ARTICLE_TYPES = frozenset(
    {
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "OpinionNewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "AskPublicNewsArticle",
        "ReviewNewsArticle",
        "AdvertiserContentArticle",
        "SatiricalArticle",
        "LiveBlogPosting",
        "BlogPosting",
        "SocialMediaPosting",
        "Report",
        "TechArticle",
        "ScholarlyArticle",
        "MedicalScholarlyArticle",
        "Review",
        "CriticReview",
        "HowTo",
        "Recipe",
        "Interview",
    }
)
"""schema.org's Article with its subtypes, and what is published like one."""
PAGE_TYPES = frozenset(
    ["WebPage", "ItemPage", "AboutPage", "VideoObject", "PodcastEpisode", "Event", "CreativeWork", "MediaObject", "QAPage"]
)
"""Say less, but something."""


ADDRESS = re.compile(r"(?:\w+:)?//|[/#]")
"""How an address begins that stands in a name's place."""


def find_article(nodes: list[Node], url: str) -> Node | None:
    """The node of an article's type; of several the one with the page's URL, then the one that says most."""
    articles = [node for node in nodes if types(node) & ARTICLE_TYPES]
    if not articles:
        articles = [node for node in nodes if types(node) & PAGE_TYPES and ("datePublished" in node or "author" in node)]
    if len(articles) == 1:
        return articles[0]
    return max(articles, key=lambda node: (_is_of(node, url), _said(node)), default=None)


def _said(node: Node) -> int:
    return sum(
        1
        for name in ("headline", "datePublished", "author", "articleBody", "description", "dateModified", "publisher")
        if node.get(name)
    )


def _is_of(node: Node, url: str) -> bool:
    path = urlsplit(url).path.rstrip("/")
    named = [node.get("url"), node.get("@id"), node.get("mainEntityOfPage")]
    addresses = [value.get("@id") or value.get("url") if isinstance(value, dict) else value for value in named]
    return bool(path) and any(isinstance(value, str) and urlsplit_path(value) == path for value in addresses)


def urlsplit_path(url: str) -> str:
    """The path of a URL; empty where it is none."""
    try:
        return urlsplit(url).path.rstrip("/")
    except ValueError:
        return ""


def publisher_of(node: Node | None, nodes: list[Node]) -> str:
    """The publisher's name, also where the article only refers to its node; empty where all there is is an address."""
    publisher = next(iter(list_of(node.get("publisher"))), None) if node else None
    if isinstance(publisher, dict) and not publisher.get("name"):
        publisher = by_id(nodes).get(str(publisher.get("@id", "")), {}).get("name")
    name = text_of(publisher)
    return "" if ADDRESS.match(name) else name
