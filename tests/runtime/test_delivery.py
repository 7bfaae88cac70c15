from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiokafka.errors import KafkaConnectionError, KafkaError, MessageSizeTooLargeError, TopicAuthorizationFailedError

from agents.runtime import delivery as delivery_module
from agents.runtime.delivery import Delivery, GaveUp, Outgoing, TooLarge
from agents.settings import Settings

ARTICLE = Outgoing("articles", b"key", b"value", (("ce_id", b"1"),))
Answer = BaseException | None


class FakeBatch:
    def append(self, **record: Any) -> object:
        self.record = record
        return self

    def close(self) -> None:
        pass


class FakeProducer:
    """Answers each send, of itself and of its successors, with the next of `answers`: an error, or delivered."""

    def __init__(self, answers: list[Answer], sent: list[tuple[str, Any]]) -> None:
        self.answers, self.sent, self.stopped = answers, sent, False

    async def start(self) -> None:
        pass

    async def stop(self) -> None:
        self.stopped = True

    async def partitions_for(self, topic: str) -> set[int]:
        return {0, 1}

    def create_batch(self) -> FakeBatch:
        return FakeBatch()

    async def send(self, topic: str, value: Any, key: Any, timestamp_ms: Any, headers: Any) -> asyncio.Future[None]:
        self.sent.append(("send", value))
        return self._answer()

    async def send_batch(self, batch: FakeBatch, topic: str, partition: int) -> asyncio.Future[None]:
        self.sent.append(("alone", batch.record["value"]))
        return self._answer()

    def _answer(self) -> asyncio.Future[None]:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        answer = self.answers.pop(0) if self.answers else None
        if isinstance(answer, asyncio.CancelledError):
            return future  # never answers
        if answer is None:
            future.set_result(None)
        else:
            future.set_exception(answer)
        return future


class Scene:
    def __init__(self, *answers: Answer, patience_s: float = 60.0) -> None:
        self.sent: list[tuple[str, Any]] = []
        self.producers: list[FakeProducer] = []
        self.waited: list[tuple[str, bool]] = []
        self._answers = list(answers)
        self.delivery = Delivery(Settings(delivery_patience_s=patience_s), self._waits, self._producer)

    def _waits(self, topic: str, waits: bool) -> None:
        self.waited.append((topic, waits))

    def _producer(self, _: Settings) -> Any:
        self.producers.append(FakeProducer(self._answers, self.sent))
        return self.producers[-1]

    async def send(self, record: Outgoing = ARTICLE) -> None:
        async with self.delivery:
            await self.delivery.send(record)


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery_module, "FIRST_PAUSE_S", 0.0)


NEVER = asyncio.CancelledError()


async def test_what_the_broker_confirms_is_delivered() -> None:
    scene = Scene(None)
    await scene.send()
    assert scene.sent == [("send", b"value")]
    assert scene.waited == []
    assert [producer.stopped for producer in scene.producers] == [True]


@pytest.mark.parametrize("error", [KafkaConnectionError(), TopicAuthorizationFailedError("articles")])
async def test_a_failure_is_tried_again_with_a_new_producer(error: KafkaError) -> None:
    scene = Scene(error, error, None)
    await scene.send()
    assert len(scene.sent) == 3
    assert [producer.stopped for producer in scene.producers] == [True, True, True]
    assert scene.waited == [("articles", True), ("articles", False)]
    assert scene.delivery.waiting == {}


async def test_a_topic_waits_until_its_last_held_up_record_is_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery_module, "FIRST_PAUSE_S", 0.2)
    scene = Scene(KafkaConnectionError("no leader"))
    async with scene.delivery, asyncio.timeout(30):
        held_up = asyncio.create_task(scene.delivery.send(ARTICLE))
        while not scene.waited:  # noqa: ASYNC110
            await asyncio.sleep(0)
        await scene.delivery.send(Outgoing("articles", b"of another partition", b"other"))
        assert list(scene.delivery.waiting) == ["articles"]
        await held_up
        assert scene.delivery.waiting == {}
    assert scene.waited == [("articles", True), ("articles", False)]


async def test_a_topic_that_refuses_the_held_up_record_for_its_size_can_be_written() -> None:
    scene = Scene(KafkaConnectionError("no leader"), MessageSizeTooLargeError(), MessageSizeTooLargeError())
    with pytest.raises(TooLarge):
        await scene.send()
    assert scene.waited == [("articles", True), ("articles", False)]


async def test_it_gives_up_when_patience_is_over_and_says_what_to_do() -> None:
    scene = Scene(*[KafkaConnectionError("no leader")] * 10_000, patience_s=0.05)
    with pytest.raises(GaveUp, match=r"topic articles could not be written for 0 s \(.*no leader.*eventwire topics check"):
        await scene.send()


async def test_an_answer_that_never_comes_ends_with_patience() -> None:
    scene = Scene(NEVER, patience_s=0.05)
    with pytest.raises(GaveUp, match="no answer"):
        await scene.send()


async def test_an_answer_that_takes_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery_module, "SLOW_S", 0.0)
    monkeypatch.setattr(delivery_module, "WATCH_S", 0.01)
    scene = Scene(NEVER, patience_s=0.5)
    with pytest.raises(GaveUp, match="no confirmation"):
        await scene.send()
    assert scene.waited == [("articles", True)]


async def test_a_batch_that_was_too_large_is_sent_again_record_by_record() -> None:
    scene = Scene(MessageSizeTooLargeError(), None)
    await scene.send()
    assert scene.sent == [("send", b"value"), ("alone", b"value")]


async def test_a_record_that_is_too_large_by_itself_is_told() -> None:
    scene = Scene(MessageSizeTooLargeError(), MessageSizeTooLargeError())
    with pytest.raises(TooLarge, match=r"larger than topic articles takes; raise the topic's max.message.bytes"):
        await scene.send()


async def test_a_record_without_key_and_value_can_be_sent() -> None:
    scene = Scene(None)
    await scene.send(Outgoing("dead", None, None, (("why", b"null"),)))
    assert scene.sent == [("alone", None)]


@pytest.mark.parametrize("length", [0, 1, 200, 70_000])
def test_the_size_is_no_less_than_that_on_the_wire(length: int) -> None:
    from aiokafka.record.default_records import DefaultRecordBatchBuilder

    record = Outgoing("articles", b"key", b"x" * length, (("ce_id", b"1"),))
    batch = DefaultRecordBatchBuilder(2, 0, is_transactional=0, producer_id=1, producer_epoch=1, base_sequence=0, batch_size=1)
    batch.append(0, 1, record.key, record.value, list(record.headers))
    assert len(batch.build()) <= record.size


async def test_a_record_that_a_replaced_producer_forgot_is_sent_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery_module, "SLOW_S", 0.01)
    scene = Scene(NEVER, KafkaConnectionError())
    other = Outgoing("articles", b"other", b"other")
    async with scene.delivery, asyncio.timeout(30):
        await asyncio.gather(scene.delivery.send(ARTICLE), scene.delivery.send(other))
    assert sorted(value for _, value in scene.sent) == [b"other", b"other", b"value", b"value"]


async def test_a_record_that_a_producer_is_silent_about_is_sent_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery_module, "SLOW_S", 0.01)
    monkeypatch.setattr(delivery_module, "SILENT_S", 0.03)
    scene = Scene(NEVER)
    async with asyncio.timeout(30):
        await scene.send()
    assert [value for _, value in scene.sent] == [b"value", b"value"]
