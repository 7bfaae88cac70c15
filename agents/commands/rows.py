"""Records of the four topics that people look at, each as one row: what it is filtered by, and its text, JSON and CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import orjson
from rich.text import Text

from agents.commands.render import article_lines, dead_letter_lines, rejected_lines, tagged_lines
from agents.runtime.codec import decode_json
from agents.runtime.message import Message
from schemas import headers, topics
from schemas.article import CleanArticle
from schemas.base import format_time
from schemas.deadletter import DeadLetterInfo, original_headers
from schemas.event import CountKind, Event, Party, TaggedEvents
from schemas.rejection import RejectedPage
from schemas.topics import Topic

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """`moment`: published, else fetched; of a dead letter when it died. `events`, `tagged`: None where the topic has none."""

    moment: datetime
    url: str
    json: Json
    lines: Callable[[Row], list[Text]]
    cells: Callable[[Row], list[list[object]]]
    reason: str = ""
    events: Sequence[Event] | None = None
    tagged: TaggedEvents | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A topic as `tail` shows it. `read` raises DecodeError or ValueError."""

    topic: Topic
    read: Callable[[Message], Row]
    columns: tuple[str, ...]
    filters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rows are wanted; None: any. An event is wanted where one of its type and country is named."""

    types: frozenset[str] | None = None
    countries: frozenset[str] | None = None
    site: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    reason: str | None = None

    def __call__(self, row: Row) -> Row | None:
        """The row, narrowed to its wanted events; None where it is not wanted."""
        if self.site is not None and not _is_of_site(row.url, self.site):
            return None
        if (self.since is not None and row.moment < self.since) or (self.until is not None and row.moment >= self.until):
            return None
        if self.reason is not None and row.reason != self.reason:
            return None
        if row.events is None or (self.types is None and self.countries is None):
            return row
        wanted = [event for event in row.events if self._wants(event)]
        if not wanted:
            return None
        ids = {event.event_id for event in wanted}
        coded = [event for event in row.json["events"] if event["event_id"] in ids]
        return replace(row, events=wanted, json=row.json | {"events": coded})

    def _wants(self, event: Event) -> bool:
        country = event.place.country if event.place else None
        return (self.types is None or event.type.value in self.types) and (self.countries is None or country in self.countries)


def _is_of_site(url: str, site: str) -> bool:
    host = (urlsplit(url).hostname or "").lower()
    return host == site or host.endswith("." + site)


_read_article = decode_json(CleanArticle)
_read_events = decode_json(TaggedEvents)
_read_rejected = decode_json(RejectedPage)


def _article(message: Message) -> Row:
    article = _read_article(message)
    cells: list[object] = [
        article.published_at and format_time(article.published_at),
        *(article.site_name, article.language, article.title, article.url, article.word_count, article.article_id),
    ]
    return Row(
        article.published_at or article.fetched_at,
        article.url,
        _json(message),
        lambda _: [Text(), *article_lines(article)],
        lambda _: [cells],
    )


def _tagged(message: Message) -> Row:
    tagged = _read_events(message)
    article = tagged.article
    return Row(
        article.published_at or article.fetched_at or tagged.tagged_at,
        article.url,
        _json(message),
        # An article without events is a record on the topic, and nothing to read.
        lambda row: [Text(), *tagged_lines(tagged, row.events)] if row.events else [],
        lambda row: [[*_event_cells(event), article.title, article.url] for event in row.events or ()],
        events=tagged.events,
        tagged=tagged,
    )


def _event_cells(event: Event) -> list[object]:
    place = event.place
    return [
        event.event_id,
        event.date and event.date.start,
        event.date and event.date.end,
        event.type.value,
        event.mode,
        _names(event.actors),
        _names(event.recipients),
        *([place.name, place.country, place.lat, place.lon] if place else [None] * 4),
        *(event.counts[kind].value if kind in event.counts else None for kind in CountKind),
        "; ".join(auxiliary.value for auxiliary in event.auxiliary),
        event.confidence,
        event.evidence.text,
    ]


def _names(parties: Iterable[Party]) -> str:
    return "; ".join(party.name for party in parties)


def _rejected(message: Message) -> Row:
    page = _read_rejected(message)
    cells: list[object] = [format_time(page.fetched_at), page.reason.value, page.detail, page.url, page.page_id]
    return Row(
        page.fetched_at,
        page.url,
        _json(message),
        lambda _: rejected_lines(page),
        lambda _: [cells],
        reason=page.reason.value,
    )


def _dead_letter(message: Message) -> Row:
    info = DeadLetterInfo.from_headers(message.headers)
    key = (message.key or b"").decode("utf-8", "replace")
    url = message.header(headers.URL) or message.header("ce_subject") or key
    told = {name: getattr(info, name) for name in info.__slots__}
    fields: Json = {
        "key": key,
        "url": url,
        **told,
        "value_bytes": len(message.value or b""),
        "headers": {name: value.decode("utf-8", "replace") for name, value in original_headers(message.headers)},
    }
    cells: list[object] = [info.time, info.stage, info.reason.value, info.message, info.topic, info.partition, info.offset, key]
    return Row(
        datetime.fromisoformat(info.time),
        url,
        fields,
        lambda _: dead_letter_lines(message, info),
        lambda _: [cells],
        reason=info.reason.value,
    )


def _json(message: Message) -> Json:
    fields: Json = orjson.loads(message.value or b"")
    return fields


_TIMES_AND_SITE = frozenset({"site", "since", "until"})

KINDS = {
    "articles": Kind(
        topics.ARTICLES,
        _article,
        ("published_at", "site_name", "language", "title", "url", "word_count", "article_id"),
        _TIMES_AND_SITE,
    ),
    "events": Kind(
        topics.EVENTS,
        _tagged,
        (
            *("event_id", "date_start", "date_end", "type", "mode", "actors", "recipients", "place", "country", "lat", "lon"),
            *(kind.value for kind in CountKind),
            *("auxiliary", "confidence", "evidence", "title", "url"),
        ),
        _TIMES_AND_SITE | {"type", "country"},
    ),
    "rejected": Kind(
        topics.REJECTED, _rejected, ("fetched_at", "reason", "detail", "url", "page_id"), _TIMES_AND_SITE | {"reason"}
    ),
    "deadletters": Kind(
        topics.DEAD_LETTERS,
        _dead_letter,
        ("time", "stage", "reason", "message", "topic", "partition", "offset", "key"),
        _TIMES_AND_SITE | {"reason"},
    ),
}
