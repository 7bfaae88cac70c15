"""What the tests on the embedded broker share: one whose topics are made, records to put on them, and what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from agents.runtime.embedded import embedded_broker
from agents.runtime.message import Message
from agents.runtime.publisher import Publisher, RawRecord
from agents.runtime.reader import Reader
from agents.settings import Settings
from schemas import identity, topics
from schemas.article import CleanArticle, Extractor
from schemas.base import Record
from schemas.deadletter import DeadLetterInfo, DeadLetterReason
from schemas.event import TaggedEvents
from schemas.page import RawPage
from schemas.rejection import RejectedPage
from schemas.topics import Topic

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@contextmanager
def settings_of_a_broker() -> Iterator[Settings]:
    with embedded_broker([topic.name for topic in topics.ALL]) as brokers:
        yield Settings(brokers=brokers)


async def put(settings: Settings, topic: Topic, *records: Record | RawRecord) -> None:
    async with Publisher(settings, topic.name) as publisher:
        for record in records:
            await publisher.send(record if isinstance(record, RawRecord) else RawRecord(b"key", record.to_json()))


async def on(settings: Settings, *names: str) -> list[Message]:
    """All that stands on the topics."""
    async with Reader(settings, names, from_beginning=True) as reader:
        return [message async for message in reader.until_end()]


def page(url: str = "https://harbour-post.example/strike", html: str = "<p>Dockers strike.</p>") -> RawPage:
    return RawPage(url=url, fetched_at=NOON, html=html)


def article(url: str = "https://harbour-post.example/strike", title: str = "Dockers strike") -> CleanArticle:
    return CleanArticle(
        article_id=identity.article_id(url),
        page_id=page(url).page_id,
        url=url,
        canonical_url=url,
        title=title,
        language="en",
        site_name="The Harbour Post",
        published_at=NOON,
        text="Dockers strike.",
        truncated=False,
        paywalled=False,
        word_count=2,
        fingerprint="0" * 16,
        fetched_at=NOON,
        cleaned_at=NOON,
        extractor=Extractor(name="test", version="1", path="test"),
    )


def event(evidence: str, trigger: str, **fields: object) -> dict[str, object]:
    """A PROTEST by dockers in Odesa, Ukraine, but for `fields`."""
    start = evidence.index(trigger)
    return {
        "event_id": identity.event_id("a", "PROTEST", evidence),
        "type": "PROTEST",
        "mode": "strike",
        "quad_class": "material-conflict",
        "actors": [{"name": "dockers", "start": 0, "end": 7, "text": "Dockers"}],
        "place": {"geonames_id": 698740, "name": "Odesa", "country": "UA", "lat": 46.5, "lon": 30.7, "resolution": "city"},
        "date": {"start": "2026-03-01", "end": "2026-03-01", "precision": "day"},
        "evidence": {"start": 0, "end": len(evidence), "text": evidence},
        "trigger": {"start": start, "end": start + len(trigger), "text": trigger},
        "rule": "strike",
        "confidence": 0.9,
        **fields,
    }


def tagged(
    *events: dict[str, object], url: str = "https://harbour-post.example/strike", title: str = "Dockers strike"
) -> TaggedEvents:
    fields = {
        "article": {
            "article_id": identity.article_id(url),
            "page_id": page(url).page_id,
            "url": url,
            "title": title,
            "language": "en",
            "published_at": NOON,
        },
        "events": events,
        "tagger": {"name": "test", "version": "1", "coded": True},
        "tagged_at": NOON,
    }
    return TaggedEvents.model_validate(fields)


def rejected(url: str = "https://harbour-post.example/", reason: str = "not-an-article") -> RejectedPage:
    return RejectedPage.model_validate(
        {
            "page_id": page(url).page_id,
            "url": url,
            "reason": reason,
            "detail": "a list of headlines",
            "fetched_at": NOON,
            "rejected_at": NOON,
        }
    )


def dead_letter(
    value: bytes = b"{", offset: int = 0, topic: Topic = topics.RAW_PAGES, headers: tuple[tuple[str, bytes], ...] = ()
) -> RawRecord:
    info = DeadLetterInfo.now(NOON, "clean", DeadLetterReason.UNDECODABLE, "Undecodable", "no JSON", 1, topic.name, 0, offset)
    return RawRecord(b"https://delta.example/1", value, (*headers, *info.headers()))
