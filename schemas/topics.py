"""The topics: what stands on each, by which key, for how long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from schemas.article import CleanArticle
from schemas.base import Record
from schemas.event import TaggedEvents
from schemas.page import RawPage
from schemas.rejection import RejectedPage


class Cleanup(StrEnum):
    DELETE = "delete"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class Topic:
    """A Kafka topic.

    `key`, `identity` and `subject` take a record of the topic: what it is partitioned by, the id that a copy shares (`ce_id`),
    and the URL it is about (`ce_subject`). `record` is None where the original bytes of another topic stand.
    """

    name: str
    description: str
    cleanup: Cleanup
    retention_days: int
    record: type[Record] | None = None
    event_type: str = ""
    key: Callable[[Any], str] | None = None
    identity: Callable[[Any], str] | None = None
    subject: Callable[[Any], str] | None = None

    @property
    def retention_ms(self) -> int:
        return self.retention_days * 24 * 60 * 60 * 1000


RAW_PAGES = Topic(
    "news.pages.raw.v1",
    "pages as crawlers fetched them",
    Cleanup.DELETE,
    7,
    RawPage,
    "org.eventwire.page.fetched.v1",
    key=lambda page: page.url,
    identity=lambda page: page.page_id,
    subject=lambda page: page.url,
)
ARTICLES = Topic(
    "news.articles.clean.v1",
    "the article of each page",
    Cleanup.DELETE,
    30,
    CleanArticle,
    "org.eventwire.article.cleaned.v1",
    key=lambda article: article.article_id,
    identity=lambda article: article.page_id,
    subject=lambda article: article.url,
)
EVENTS = Topic(
    "news.events.tagged.v1",
    "the coded events of each article",
    Cleanup.DELETE,
    30,
    TaggedEvents,
    "org.eventwire.events.tagged.v1",
    key=lambda tagged: tagged.article.article_id,
    identity=lambda tagged: tagged.article.page_id or tagged.article.article_id,
    subject=lambda tagged: tagged.article.url,
)
REJECTED = Topic(
    "news.pages.rejected.v1",
    "pages that are no articles, and why",
    Cleanup.DELETE,
    7,
    RejectedPage,
    "org.eventwire.page.rejected.v1",
    key=lambda page: page.url,
    identity=lambda page: page.page_id,
    subject=lambda page: page.url,
)
DEAD_LETTERS = Topic(
    "news.deadletters.v1",
    "records that could not be read or processed: the original bytes, and why",
    Cleanup.DELETE,
    30,
)

ALL = (RAW_PAGES, ARTICLES, EVENTS, REJECTED, DEAD_LETTERS)
