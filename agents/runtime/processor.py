"""One record from its admission to its settlement."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from time import monotonic, time
from typing import Any, Protocol

from faust.types import EventT
from faust.types.tuples import Message as KafkaMessage

from agents.runtime import log as logs
from agents.runtime.deadletters import dead_letter
from agents.runtime.delivery import GaveUp, Outgoing, TooLarge
from agents.runtime.health import Health
from agents.runtime.message import Message
from agents.runtime.metrics import Metrics
from agents.runtime.outcome import DEAD_LETTER, Failed, Outcome, Produced
from agents.runtime.pool import PoolBroken
from agents.runtime.stage import Stage
from agents.runtime.tracing import Span, Traces
from agents.settings import Settings
from schemas.deadletter import DeadLetterReason

log = logging.getLogger("eventwire.records")

DELIVERING = 64
"""Outcomes that may be on their way to the broker at once, beside the records that wait for the pool. They cost a drain next to
nothing, and with 20 ms for a batch to fill they allow 3,200 records a second."""


class Runs(Protocol):
    async def run(self, message: Message) -> Outcome: ...


class Sends(Protocol):
    async def send(self, record: Outgoing) -> None: ...


class Admits(Protocol):
    async def admit(self, tp: Any, offset: int, key: bytes | None) -> AbstractAsyncContextManager[Any]: ...


class Settles(Protocol):
    def holds(self, message: KafkaMessage) -> bool: ...

    def settle(self, message: KafkaMessage) -> bool: ...


class Processor:
    """Takes the events of a stage's source topic, each through these steps, many at once:

    1. It is admitted: no more than `window_size` wait for the pool, so that a drain ends in time, and the window bounds how many
       are in work in all and how far they lie apart.
    2. It waits for the open record of the same key before it.
    3. The pool makes an outcome of it, whatever it is.
    4. The outcome is delivered: on its topic, or as a dead letter, confirmed by the broker.
    5. It is settled: its offset may be committed. Then its place in the window is free.

    An error before step 5 is never the record's: it is told to `fail`, which ends the process, and the record stays unsettled.
    """

    def __init__(
        self,
        stage: Stage,
        settings: Settings,
        window: Admits,
        pool: Runs,
        delivery: Sends,
        consumer: Settles,
        metrics: Metrics,
        health: Health,
        fail: Callable[[str], None],
        traces: Traces,
    ) -> None:
        self._stage = stage
        self._record_max_bytes = settings.record_max_bytes
        self._before_pool = asyncio.Semaphore(settings.window_size)
        self._window = window
        self._pool = pool
        self._delivery = delivery
        self._consumer = consumer
        self._metrics = metrics
        self._health = health
        self._fail = fail
        self._traces = traces
        self._tasks: set[asyncio.Task[None]] = set()

    async def take(self, event: EventT) -> None:
        """Returns when the event was admitted; the rest goes on by itself."""
        record = event.message
        await self._before_pool.acquire()
        try:
            ticket = await self._window.admit(record.tp, record.offset, record.key)
        except BaseException:  # cancelled
            self._before_pool.release()
            raise
        task = asyncio.create_task(self._guarded(event, ticket))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def abandon(self) -> None:
        """Stops what is still in work; it stays unsettled."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _guarded(self, event: EventT, ticket: AbstractAsyncContextManager[Any]) -> None:
        admitted, message = monotonic(), _message(event.message)
        try:
            with self._traces.record(message) as span:
                async with ticket:
                    outcome = await self._outcome(event.message, message)
                    if outcome is not None:
                        await self._settled(event.message, message, outcome, span, monotonic() - admitted)
            event.ack()
            self._metrics.record_seconds.observe(monotonic() - admitted)
        except (PoolBroken, GaveUp, TooLarge) as error:
            self._fail(str(error))
        except Exception as error:  # a fault of the runtime; to go on could lose the record
            log.exception("a record could not be settled", extra=logs.where(message))
            self._fail(f"{type(error).__name__}: {error}")

    async def _outcome(self, record: KafkaMessage, message: Message) -> Outcome | None:
        """None where its partition was lost while it waited."""
        try:
            if not self._consumer.holds(record):
                return None
            self._metrics.consumed.inc()
            self._metrics.consumed_bytes.inc(len(record.key or b"") + len(record.value or b""))
            return await self._pool.run(message)
        finally:
            self._before_pool.release()

    async def _settled(self, record: KafkaMessage, message: Message, outcome: Outcome, span: Span, made_s: float) -> None:
        """`made_s`: seconds from its admission to its outcome."""
        began = monotonic()
        outcome = await self._deliver(record, message, outcome, span)
        span.tell(outcome)
        if self._consumer.settle(record):
            self._tell(outcome, made_s, monotonic() - began)
            self._metrics.record_age.observe(max(0.0, time() - (record.timestamp or 0.0)))
            self._health.progress()

    async def _deliver(self, record: KafkaMessage, message: Message, outcome: Outcome, span: Span) -> Outcome:
        """Returns what was delivered: what is too large for its topic becomes a dead letter."""
        if isinstance(outcome, Produced):
            outgoing = Outgoing(outcome.topic, outcome.key, outcome.value, span.onward(outcome.headers))
            try:
                if outgoing.size <= self._record_max_bytes:
                    await self._send(outgoing)
                    return outcome
                reason = f"{outgoing.size} bytes for {outcome.topic}, and EVENTWIRE_RECORD_MAX_BYTES is {self._record_max_bytes}"
            except TooLarge as error:
                reason = str(error)
            outcome = Failed(DeadLetterReason.OUTPUT_TOO_LARGE, "TooLarge", reason)
        log.warning("dead letter, %s: %s: %s", outcome.reason, outcome.exception, outcome.message, extra=logs.where(message))
        await self._send(dead_letter(self._stage.name, message, record.headers or (), outcome, datetime.now(UTC)))
        return outcome

    async def _send(self, outgoing: Outgoing) -> None:
        await self._delivery.send(outgoing)
        self._metrics.produced(outgoing.topic, len(outgoing.key or b"") + len(outgoing.value or b""))

    def _tell(self, outcome: Outcome, made_s: float, delivered_s: float) -> None:
        self._metrics.step("deliver", delivered_s)
        if isinstance(outcome, Produced):
            self._metrics.step("wait", max(0.0, made_s - sum(outcome.steps.values())))
            for step, seconds in outcome.steps.items():
                self._metrics.step(step, seconds)
            self._metrics.outcome(outcome.kind, outcome.reason)
            self._metrics.content(outcome.counted)
            if outcome.fetched_at is not None:
                self._metrics.fetch_latency(outcome.kind, time() - outcome.fetched_at)
            return
        self._metrics.outcome(DEAD_LETTER, outcome.reason)


def _message(record: KafkaMessage) -> Message:
    headers = tuple((name, value or b"") for name, value in record.headers or ())  # Kafka knows a null header
    return Message(record.value, record.key, headers, record.timestamp or 0.0, record.topic, record.partition, record.offset)
