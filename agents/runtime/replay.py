"""Puts dead letters back on the topic they came from, each once.

1. What an earlier run put back is read from the consumer group `eventwire-replay`: its offsets, and the ranges beyond them.
2. A dead letter that is chosen goes out as it came in: key, value, headers and timestamp, and `eventwire-replayed-from`.
3. When the broker has confirmed it, it counts as settled, and so do its copies.
4. The group's offsets are committed every COMMIT_EVERY records and at the end.

A run that is killed between 3 and 4 may put up to COMMIT_EVERY records back twice; what they become has the same identity.
The broker forgets a group that has been idle for `offsets.retention.minutes` (7 days by default).
"""

from __future__ import annotations

from types import TracebackType
from typing import Self

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError
from aiokafka.structs import OffsetAndMetadata

from agents.runtime.admin import group_offsets
from agents.runtime.connection import connection
from agents.runtime.delivery import Delivery, GaveUp, Outgoing, TooLarge
from agents.runtime.message import Message
from agents.runtime.reach import KafkaTrouble, connect
from agents.runtime.settled import Settled, TooScattered
from agents.settings import Settings
from schemas import topics
from schemas.deadletter import REPLAYED_FROM, DeadLetterInfo, original_headers

GROUP = "replay"
COMMIT_EVERY = 100
PATIENCE_S = 30.0
"""For a record to be confirmed: somebody is watching."""


class ReplayError(KafkaTrouble):
    """The replay can't go on."""


def original(message: Message, info: DeadLetterInfo) -> Outgoing:
    """The record as it stood on its source topic, marked as put back from `message`."""
    mark = f"{message.topic}/{message.partition}/{message.offset}".encode()
    headers = [*original_headers(message.headers), (REPLAYED_FROM, mark)]
    return Outgoing(info.topic, message.key, message.value, headers, info.timestamp)


class Replay:
    """Puts back what it is given, as an async context manager. `remembers`: false where only to look is meant."""

    def __init__(self, settings: Settings, remembers: bool = True) -> None:
        self.group = settings.group_prefix + GROUP
        self.put_back = 0
        self._settings = settings
        self._remembers = remembers
        self._settled: dict[int, Settled] = {}
        self._seen: set[tuple[str, int, int]] = set()
        self._uncommitted = 0
        self._delivery = Delivery(settings.model_copy(update={"delivery_patience_s": PATIENCE_S}))
        self._consumer = AIOKafkaConsumer(**connection(settings), group_id=self.group, enable_auto_commit=False)

    async def __aenter__(self) -> Self:
        """Raises KafkaTrouble."""
        try:
            found = await group_offsets(self._settings, self.group, topics.DEAD_LETTERS.name)
            self._settled = {partition: Settled.parse(max(offset, 0), text) for partition, (offset, text) in found.items()}
            await connect(self._consumer, self._settings)
            places = [TopicPartition(topics.DEAD_LETTERS.name, partition) for partition in found]
            self._consumer.assign(places)
            for place, first in (await self._consumer.beginning_offsets(places)).items():
                self._settled[place.partition].start(first)
        except ValueError as error:
            await self._consumer.stop()
            raise ReplayError(f"group {self.group} holds offsets that no replay wrote: {error}") from None
        except BaseException:
            await self._consumer.stop()
            raise
        await self._delivery.__aenter__()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            await self._commit()
        finally:
            await self._delivery.__aexit__()
            await self._consumer.stop()

    def is_settled(self, message: Message, info: DeadLetterInfo) -> bool:
        """Whether the dead letter, or an earlier copy of it, was put back. To be asked in the topic's order."""
        identity = info.topic, info.partition, info.offset
        settled = self._settled[message.partition]
        if message.offset in settled:
            self._seen.add(identity)
            return True
        if identity in self._seen:
            settled.add(message.offset)
            self._uncommitted += 1
            return True
        return False

    async def put(self, message: Message, info: DeadLetterInfo) -> None:
        """Returns when the record stands on the topic that `info` names. Raises ReplayError."""
        try:
            await self._delivery.send(original(message, info))
        except (TooLarge, GaveUp) as error:
            raise ReplayError(str(error)) from None
        self._seen.add((info.topic, info.partition, info.offset))
        self._settled[message.partition].add(message.offset)
        self.put_back += 1
        self._uncommitted += 1
        if self._uncommitted >= COMMIT_EVERY:
            await self._commit()

    async def _commit(self) -> None:
        if not (self._remembers and self._uncommitted):
            return
        name = topics.DEAD_LETTERS.name
        try:
            offsets = {
                TopicPartition(name, partition): OffsetAndMetadata(settled.offset, settled.text)
                for partition, settled in self._settled.items()
            }
            await self._consumer.commit(offsets)
        except TooScattered:
            raise ReplayError(
                f"what was put back lies too scattered to be remembered: the last {self._uncommitted} may be put back again; "
                "put back the older ones first, or with wider filters"
            ) from None
        except KafkaError as error:
            raise ReplayError(f"what was put back could not be remembered by group {self.group}: {error!r}") from None
        self._uncommitted = 0
