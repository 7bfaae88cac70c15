"""Coding a sentence in a test, as an article published on Wednesday, 12 March 2031."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from agents.settings import Settings
from agents.tag.transform import load
from schemas.article import ArticleToTag
from schemas.event import Event, TaggedEvents
from tests.tag.gold.labels import GoldSentence


@cache
def _tag():  # type: ignore[no-untyped-def]
    return load(Settings())


PUBLISHED = datetime(2031, 3, 12, 12, tzinfo=UTC)


def tagged(
    text: str, title: str = "", language: str = "en", *, dated: bool = True, published: datetime = PUBLISHED
) -> TaggedEvents:
    article = ArticleToTag(
        article_id="a" * 32,
        url="https://herald.example/a",
        title=title,
        text=text,
        language=language,
        published_at=published if dated else None,
    )
    result: TaggedEvents = _tag()(article)
    return result


def events(text: str, title: str = "") -> list[Event]:
    return tagged(text, title).events


def gold_events(sentence: GoldSentence) -> list[Event]:
    return tagged(sentence.text, dated=not sentence.undated).events


def coded(text: str) -> list[str]:
    """Type and mode of each event: ["COERCE/arrest"]."""
    return [event.type.value + (f"/{event.mode}" if event.mode else "") for event in events(text)]
