"""A Faust app that commits no offset before the record was settled.

Faust's own consumer commits past records that are still in work: its first commit starts at the first acknowledged offset
whatever is open before it, after a commit of N an acknowledged N+1 passes N, and when partitions are revoked it forgets what
was acknowledged before it waits for the rest. Its stream also acknowledges records that it skips. The one here keeps its own
book, and nothing else decides what is committed.
"""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from time import monotonic, time
from typing import Any

import faust
from aiokafka.errors import CommitFailedError, IllegalStateError, KafkaError
from aiokafka.structs import OffsetAndMetadata, TopicPartition
from faust.app.base import BootStrategy
from faust.exceptions import ConsumerNotStarted
from faust.transport.drivers import aiokafka as driver
from faust.types import TP
from faust.types.tuples import Message, ack_lock
from mode.utils.futures import notify

from agents.runtime.lag import Lag, Waiting

END_S = 5.0
"""For a partition's leader to tell where it ends; usually milliseconds."""


class OffsetSafeConsumer(driver.Consumer):  # type: ignore[misc]
    """Commits the smallest offset that was fetched and is not settled.

    Why nothing is lost:

    1. A record is *open* from the moment it leaves the fetcher (`_to_message`), before any queue or stream sees it.
    2. Only `settle` closes it, and the worker calls that once the record's outcome stands on a topic, confirmed by the broker.
       Faust's acknowledgement (`ack`) ends a wait and nothing more, so that a record which a stream skipped stays open.
    3. What is committed (`_new_offset`) is the smallest open offset, or, where none is open, the one after the highest fetched.
       All offsets below it were settled, or never were records (compaction, transaction markers): no gap can be passed.
    4. A record that is fetched twice is open as its latest copy; to settle an earlier one has no effect.
    5. When partitions are revoked, what is in work is drained and committed first, then forgotten (`on_partitions_revoked`). A
       drain that takes too long is cut: what is still open is committed by nobody and read again by the partition's next owner.
    6. When partitions are assigned, all is forgotten and reading starts at the committed offsets: a copy from before then is
       unknown, so that to settle it has no effect (4). A partition without one starts at its beginning (`ConsumerThread`).

    Records are held weakly: a strong reference would make Faust wait for records that it dropped from its queues.
    """

    def on_init(self) -> None:
        super().on_init()
        self._open: dict[TP, dict[int, weakref.ref[Message]]] = defaultdict(dict)
        self._next: dict[TP, int] = {}
        self._confirmed: dict[TP, int] = {}
        self._waiting_since = Waiting()

    def _new_consumer_thread(self) -> ConsumerThread:
        return ConsumerThread(self, loop=self.loop, beacon=self.beacon)

    def _to_message(self, tp: TP, record: Any) -> Message:
        message = super()._to_message(tp, record)
        with ack_lock:
            self._open[message.tp][message.offset] = weakref.ref(message)
            self._next[message.tp] = max(message.offset + 1, self._next.get(message.tp, 0))
        return message

    def holds(self, message: Message) -> bool:
        """Whether this copy of the record is open."""
        with ack_lock:
            reference = self._open.get(message.tp, {}).get(message.offset)
            return reference is not None and reference() is message

    def settle(self, message: Message) -> bool:
        """The record's outcome was delivered: its offset may be committed. False for a copy that counts no more."""
        with ack_lock:
            if not self.holds(message):
                return False
            del self._open[message.tp][message.offset]
            return True

    def ack(self, message: Message) -> bool:
        with ack_lock:
            if message.acked:
                return False
            message.acked = True
            self._unacked_messages.discard(message)
            notify(self._waiting_for_ack)
            return True

    def open_span(self) -> int:
        """Offsets between the oldest open record and the newest fetched one, of the partition where they are most."""
        with ack_lock:
            return max((self._next[tp] - min(offsets) for tp, offsets in self._open.items() if offsets), default=0)

    def trouble(self) -> str:
        """What keeps records from being read though all seems well; for a moment in a rebalance, else it would stay for ever."""
        with ack_lock:
            for tp, offsets in self._open.items():
                if offsets and offsets[oldest := min(offsets)]() is None:
                    return f"{tp.topic}/{tp.partition} offset {oldest} was fetched and dropped by the client"
        return "the client did not go on reading after a rebalance" if self._active_partitions and not self.flow_active else ""

    def _new_offset(self, tp: TP) -> int | None:
        with ack_lock:
            open_records = self._open.get(tp)
            return min(open_records) if open_records else self._next.get(tp)

    def _filter_tps_with_pending_acks(self, topics: Any = None) -> Iterator[TP]:
        return (tp for tp in list(self._next) if topics is None or tp in topics or tp.topic in topics)

    def _should_commit(self, tp: TP, offset: int) -> bool:
        # Faust's own note of the committed offset is written after commits that failed, too.
        return offset > self._confirmed.get(tp, -1)

    async def _commit(self, offsets: Mapping[TP, int]) -> bool:
        committed: bool = await super()._commit(offsets)
        if committed:
            self._confirmed.update(offsets)
        self.app.on_commit(committed)
        return committed

    async def _add_gap(self, tp: TP, offset_from: int, offset_to: int) -> None:
        """Nothing: a gap between offsets holds no open record (step 3)."""

    def on_buffer_full(self, tp: TP) -> None:
        """Nothing: Faust's own stops fetching for a second; the full queue itself holds the fetcher back."""

    async def verify_all_partitions_active(self) -> None:
        """Nothing: whether the worker gets on is for its health to judge."""

    async def lags(self) -> dict[TP, Lag | None]:
        """How far each assigned partition goes beyond what may be committed, by the broker's word; None where it gave none.

        The client's own notes go stale while fetching is held back (316 and 166 records were told where the truth was 1,300).
        """
        try:
            assigned = self.assignment()
        except ConsumerNotStarted:
            return {}
        extents = await self._thread.extents(assigned)
        return {tp: self._lag(tp, *extent) if extent is not None else None for tp, extent in extents.items()}

    def _lag(self, tp: TP, position: int, end: int) -> Lag:
        with ack_lock:
            oldest = min(self._open[tp]) if self._open.get(tp) else None
            message = self._open[tp][oldest]() if oldest is not None else None
        # With nothing open, the position: it has passed what are no records, such as the markers of transactions.
        begin = position if oldest is None else oldest
        if end <= begin or message is not None:
            self._waiting_since.over(tp)
            age_s = time() - message.timestamp if message is not None and message.timestamp else 0.0
        else:
            age_s = self._waiting_since.age_s(tp, begin, time())
        return Lag(max(0, end - begin), max(0.0, age_s))

    async def wait_empty(self) -> None:
        """Waits until what is in work is settled, for `app.drain_s` seconds at most, then commits."""
        deadline = monotonic() + self.app.drain_s
        gc.collect()  # records that Faust dropped may hang in cycles, and would be waited for
        while not self.should_stop and self._unacked_messages and (remaining := deadline - monotonic()) > 0:
            await self._wait_for_ack(timeout=remaining)  # a second at most
            self._clean_unacked_messages()
        if self._unacked_messages:
            self.app.on_drain_cut(len(self._unacked_messages))
        await self.maybe_wait_for_commit_to_finish()  # a commit that is under way may be older than the last settled record
        await self.commit_and_end_transactions()

    async def on_partitions_revoked(self, revoked: set[TP]) -> None:
        self.app.on_assignment(None)
        await super().on_partitions_revoked(revoked)
        self._forget(revoked)

    async def on_partitions_assigned(self, assigned: set[TP], generation_id: int = 0) -> None:
        self._forget([*self._next, *self._confirmed])
        await super().on_partitions_assigned(assigned, generation_id)
        self.app.on_assignment(assigned)

    def _forget(self, partitions: Iterable[TP]) -> None:
        partitions = list(partitions)
        with ack_lock:
            for tp in partitions:
                self._open.pop(tp, None)
                self._next.pop(tp, None)
                self._confirmed.pop(tp, None)
        self.app.on_forget(partitions)


class ConsumerThread(driver.AIOKafkaConsumerThread):  # type: ignore[misc]
    """Faust's, but for two things: a commit that fails for a while is no crash, since the next one commits the same and more; and a
    partition without a committed offset is read from its beginning after a rebalance."""

    async def seek_to_committed(self) -> Mapping[TP, int | None]:
        committed: Mapping[TP, int | None] = await self.call_thread(self._seek_to_committed)
        return committed

    async def _seek_to_committed(self) -> dict[TP, int | None]:
        """aiokafka's own leaves a partition where it is that has no committed offset, or 0: what was fetched of it before a
        rebalance, and thrown away, would never be read (aio-libs/aiokafka 1003)."""
        consumer = self._ensure_consumer()
        committed = {tp: await consumer.committed(tp) for tp in consumer.assignment()}
        mine = consumer.assignment()
        for tp, offset in committed.items():
            if tp in mine and offset is not None:
                consumer.seek(tp, offset)
        if unread := [tp for tp, offset in committed.items() if tp in mine and offset is None]:
            await consumer.seek_to_beginning(*unread)
        return committed

    async def extents(self, partitions: Iterable[TP]) -> dict[TP, tuple[int, int] | None]:
        """Position and end of each partition; None where its leader did not tell within END_S seconds.

        Beside the thread's queue of calls, not in it: aiokafka asks a partition without a leader again and again for half a
        minute, and fetches and commits would wait behind.
        """
        asked = asyncio.run_coroutine_threadsafe(self._extents(list(partitions)), self.thread_loop)
        return await asyncio.wrap_future(asked)

    async def _extents(self, partitions: list[TP]) -> dict[TP, tuple[int, int] | None]:
        return dict(zip(partitions, await asyncio.gather(*map(self._extent, partitions)), strict=True))

    async def _extent(self, tp: TP) -> tuple[int, int] | None:
        consumer = self._ensure_consumer()
        try:
            async with asyncio.timeout(END_S):
                ends = await consumer.end_offsets([tp])
                return await consumer.position(tp), ends[tp]
        except (KafkaError, TimeoutError):  # IllegalStateError, a KafkaError, where it was revoked meanwhile
            return None

    async def _commit(self, offsets: Mapping[TP, int]) -> bool:
        assigned = self.assignment()
        mine = {
            TopicPartition(tp.topic, tp.partition): OffsetAndMetadata(offset, "")
            for tp, offset in offsets.items()
            if tp in assigned
        }
        if not mine:
            return False
        self.tp_last_committed_at.update(dict.fromkeys(offsets, monotonic()))
        try:
            await self._ensure_consumer().commit(mine)
        except (CommitFailedError, IllegalStateError) as error:
            self.log.info("the group was rebalanced before a commit, what it held will be read again: %s", error)
            return False
        except KafkaError as error:
            if not error.retriable:
                await self.crash(error)
            else:
                self.log.warning("a commit failed and will be tried again: %r", error)
            return False
        return True


class Transport(driver.Transport):  # type: ignore[misc]
    Consumer = OffsetSafeConsumer


class _Boot(BootStrategy):  # type: ignore[misc]
    # Outcomes go through a producer of our own, which outlives the consumer's last commit.
    enable_kafka_producer = False
    enable_web = False


class OffsetSafeApp(faust.App):  # type: ignore[misc]
    """A Faust app with that consumer, without Faust's producer and web server, and without files.

    The callbacks stand for what the worker wants to know; each is called on the app's event loop.
    """

    BootStrategy = _Boot

    drain_s: float = 20.0
    """Seconds that a drain may take, on a rebalance as on the way out."""
    on_commit: Callable[[bool], None] = staticmethod(lambda committed: None)
    on_assignment: Callable[[set[TP] | None], None] = staticmethod(lambda assigned: None)
    """None while the group is rebalancing."""
    on_forget: Callable[[list[TP]], None] = staticmethod(lambda partitions: None)
    on_drain_cut: Callable[[int], None] = staticmethod(lambda unsettled: None)

    def _new_transport(self) -> Transport:
        return Transport(self.conf.broker_consumer, self)

    def _create_directories(self) -> None:
        """None: there are no tables, and the working directory may be read-only."""
