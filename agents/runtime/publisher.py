"""Records to a topic, bounded in flight.

async with Publisher(settings, topics.RAW_PAGES.name) as publisher:
    await publisher.send(body_form(page))
publisher.delivered, publisher.too_large
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError, MessageSizeTooLargeError

from agents.runtime.connection import connection
from agents.runtime.reach import KafkaTrouble, connect
from agents.settings import Settings
from schemas import headers as names
from schemas.base import format_time
from schemas.page import RawPage

IN_FLIGHT = 500
IN_FLIGHT_BYTES = 32 << 20
"""Sent and not yet acknowledged: what a crash of the publisher leaves unknown, and what it keeps in memory."""
LINGER_MS = 20
BATCH_BYTES = 256 << 10
HTML = "text/html"


class PublishError(KafkaTrouble):
    """The topic takes no records."""


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A raw page as it stands on the wire. `where` names it to people: a file, or a file and a line."""

    key: bytes
    value: bytes
    headers: tuple[tuple[str, bytes], ...] = ()
    where: str = ""

    @property
    def size(self) -> int:
        """Bytes before compression."""
        return len(self.key) + len(self.value) + sum(len(name) + len(value) for name, value in self.headers)


def json_form(page: RawPage, where: str = "") -> RawRecord:
    """A raw page as JSON."""
    return RawRecord(page.url.encode(), page.to_json(), ((names.CONTENT_TYPE, names.JSON.encode()),), where)


def body_form(page: RawPage, where: str = "") -> RawRecord:
    """A raw page as the bytes fetched, the rest in headers; the response's own headers have no place in this form."""
    served = page.content_type
    if page.html is not None:  # text is written as UTF-8, whatever charset it was served in
        served = f"{(served or HTML).split(';')[0].strip()}; charset=utf-8"
    media_type = served or HTML
    if media_type.split(";")[0].strip().lower() == names.JSON:  # would tell the other form
        media_type = "application/octet-stream"
    fields = {
        names.CONTENT_TYPE: media_type,
        names.URL: page.url,
        names.FETCHED_AT: format_time(page.fetched_at),
        names.HTTP_CONTENT_TYPE: served,
        names.HTTP_STATUS: page.status,
        names.FINAL_URL: page.final_url,
        names.CRAWL: page.crawl,
    }
    headers = tuple((name, str(value).encode()) for name, value in fields.items() if value is not None)
    return RawRecord(page.url.encode(), page.body, headers, where)


class Publisher:
    """Sends to one topic and counts. `on_delivered(record, partition, offset)` and `on_too_large(record)` are called on the
    event loop; a record is too large when it, before compression, or its batch, for the broker, is over the limit."""

    def __init__(
        self,
        settings: Settings,
        topic: str,
        on_delivered: Callable[[RawRecord, int, int], None] = lambda _, __, ___: None,
        on_too_large: Callable[[RawRecord], None] = lambda _: None,
    ) -> None:
        self.topic = topic
        self.delivered = 0
        self.delivered_bytes = 0
        self.too_large = 0
        self._settings = settings
        self._limit = settings.record_max_bytes
        self._on_delivered = on_delivered
        self._on_too_large = on_too_large
        self.in_flight = 0
        self._in_flight_bytes = 0
        self._changed = asyncio.Event()
        self._failure: KafkaError | None = None
        self._producer = AIOKafkaProducer(
            **connection(settings),
            acks="all",
            compression_type="zstd",
            linger_ms=LINGER_MS,
            max_batch_size=BATCH_BYTES,
            max_request_size=self._limit + BATCH_BYTES,
        )

    async def __aenter__(self) -> Self:
        try:
            await connect(self._producer, settings=self._settings)
        except KafkaTrouble:
            await self._producer.stop()
            raise
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None:
                await self.drain()
        finally:
            await self._producer.stop()

    async def send(self, record: RawRecord) -> None:
        """Waits while too much is in flight. Raises PublishError where an earlier record could not be delivered."""
        if record.size > self._limit:
            self._refuse(record)
            return
        await self._until(lambda: self._has_room(record.size))
        self.in_flight += 1
        self._in_flight_bytes += record.size
        try:
            future = await self._producer.send(self.topic, record.value, key=record.key, headers=[*record.headers])
        except KafkaError as error:
            self._close(record, error, None)
            self._raise_failure()
        else:
            future.add_done_callback(lambda done: self._close(record, done.exception(), done))

    async def drain(self) -> None:
        """Waits until everything sent is acknowledged. Raises PublishError."""
        await self._until(lambda: self.in_flight == 0)

    def _has_room(self, size: int) -> bool:
        return self.in_flight == 0 or (self.in_flight < IN_FLIGHT and self._in_flight_bytes + size <= IN_FLIGHT_BYTES)

    async def _until(self, condition: Callable[[], bool]) -> None:
        self._raise_failure()
        while not condition():
            self._changed.clear()
            await self._changed.wait()
            self._raise_failure()

    def _close(self, record: RawRecord, error: BaseException | None, done: asyncio.Future[Any] | None) -> None:
        self.in_flight -= 1
        self._in_flight_bytes -= record.size
        self._changed.set()
        if isinstance(error, MessageSizeTooLargeError):
            self._refuse(record)
        elif isinstance(error, KafkaError):
            self._failure = self._failure or error
        elif error is not None:
            raise error
        elif done is not None:
            self.delivered += 1
            self.delivered_bytes += record.size
            self._on_delivered(record, done.result().partition, done.result().offset)

    def _refuse(self, record: RawRecord) -> None:
        self.too_large += 1
        self._on_too_large(record)

    def _raise_failure(self) -> None:
        if self._failure is not None:
            raise PublishError(f"{self.topic} takes no records: {self._failure!r}") from None
