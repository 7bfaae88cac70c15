from __future__ import annotations

import asyncio
import time
from types import SimpleNamespace
from typing import Any

import pytest

from agents.content import ContentCounter
from agents.runtime.delivery import GaveUp, Outgoing, TooLarge
from agents.runtime.health import Health
from agents.runtime.message import Message
from agents.runtime.metrics import Metrics
from agents.runtime.outcome import Failed, Outcome, Produced
from agents.runtime.pool import PoolBroken
from agents.runtime.processor import Processor
from agents.runtime.tracing import Traces
from agents.runtime.window import Window
from agents.settings import Settings
from schemas.deadletter import DeadLetterInfo, DeadLetterReason
from tests.runtime.stages import STAGE

Headers = tuple[tuple[str, bytes | None], ...]
ARTICLE = Produced("articles", b"key", b"value", (), "clean-article.v1")


LANGUAGES = ContentCounter("languages_total", "Articles by language.", ("language",), read=lambda article: [(article.language,)])


class Scene:
    """A processor among stand-ins that note what happens, in its order."""

    def __init__(
        self, outcome: Outcome | Exception = ARTICLE, holds: bool = True, traces: Traces | None = None, **settings: Any
    ) -> None:
        self.happened: list[Any] = []
        self.sent: list[Outgoing] = []
        self.refusals: dict[str, Exception] = {}
        self._outcome = outcome
        self._holds = holds
        self.metrics = Metrics("clean", [LANGUAGES])
        limits = Settings(**settings)
        window = Window(10, 10)
        traces = traces or Traces()
        self.processor = Processor(STAGE, limits, window, self, self, self, self.metrics, Health(), self._fail, traces)
        self.window = window

    async def run(self, message: Message) -> Outcome:
        self.happened.append("run")
        if isinstance(self._outcome, Exception):
            raise self._outcome
        return self._outcome

    async def send(self, record: Outgoing) -> None:
        if record.topic in self.refusals:
            raise self.refusals[record.topic]
        self.happened.append(f"deliver {record.topic}")
        self.sent.append(record)

    def holds(self, message: Any) -> bool:
        return self._holds

    def settle(self, message: Any) -> bool:
        self.happened.append("settle")
        return True

    def _fail(self, reason: str) -> None:
        self.happened.append(f"fail: {reason}")

    async def take(self, headers: Headers = (("crawl", None),)) -> list[Any]:
        record = SimpleNamespace(
            tp=("pages", 0), topic="pages", partition=0, offset=7, key=b"k", value=b"v", headers=headers, timestamp=1.0
        )
        await self.processor.take(SimpleNamespace(message=record, ack=lambda: self.happened.append("ack")))  # type: ignore[arg-type]
        while self.processor._tasks:
            await asyncio.wait(self.processor._tasks)
        assert self.window.in_flight == 0
        return self.happened


async def test_a_record_is_settled_after_its_outcome_was_delivered() -> None:
    assert await Scene().take() == ["run", "deliver articles", "settle", "ack"]


async def test_a_failed_record_is_settled_after_its_dead_letter_was_delivered() -> None:
    scene = Scene(Failed(DeadLetterReason.CRASHED, "ProcessDied", "exit code 3"))
    assert await scene.take() == ["run", "deliver news.deadletters.v1", "settle", "ack"]
    assert scene.sent[0].value == b"v"
    assert scene.sent[0].headers[0] == ("crawl", None)


async def test_an_output_over_the_limit_becomes_a_dead_letter_unsent() -> None:
    scene = Scene(Produced("articles", b"key", b"x" * 2000, (), "clean-article.v1"), record_max_bytes=1000)
    assert await scene.take() == ["run", "deliver news.deadletters.v1", "settle", "ack"]
    info = DeadLetterInfo.from_headers([header for header in scene.sent[0].headers if header[1] is not None])
    assert info.reason is DeadLetterReason.OUTPUT_TOO_LARGE
    assert "EVENTWIRE_RECORD_MAX_BYTES is 1000" in info.message


async def test_an_output_that_the_broker_refuses_for_its_size_becomes_a_dead_letter() -> None:
    scene = Scene()
    scene.refusals["articles"] = TooLarge(Outgoing("articles", b"", b"x"))
    assert await scene.take() == ["run", "deliver news.deadletters.v1", "settle", "ack"]


@pytest.mark.parametrize(
    ("topic", "error"),
    [
        ("articles", GaveUp("articles", 300, "no leader")),
        ("news.deadletters.v1", TooLarge(Outgoing("news.deadletters.v1", b"", b""))),
    ],
)
async def test_what_cannot_be_delivered_ends_the_worker_and_settles_nothing(topic: str, error: Exception) -> None:
    outcome = ARTICLE if topic == "articles" else Failed(DeadLetterReason.INTERNAL, "E", "e")
    scene = Scene(outcome)
    scene.refusals[topic] = error
    assert await scene.take() == ["run", f"fail: {error}"]


@pytest.mark.parametrize("error", [PoolBroken("no process starts"), RuntimeError("a fault")])
async def test_a_broken_pool_or_a_fault_of_the_runtime_ends_the_worker_and_settles_nothing(error: Exception) -> None:
    happened = await Scene(error).take()
    assert happened[0] == "run"
    assert str(error) in happened[1]
    assert len(happened) == 2


async def test_a_record_of_a_lost_partition_is_left_to_its_next_owner() -> None:
    assert await Scene(holds=False).take() == ["ack"]


async def test_a_settled_record_is_told_with_its_steps_its_content_and_its_latency() -> None:
    fetched_at = time.time() - 90
    steps = {"body": 0.25}
    scene = Scene(Produced("articles", b"key", b"value", (), "clean-article.v1", "", steps, fetched_at, ((0, ("en",)),)))
    await scene.take()
    text = scene.metrics.exposition().decode()
    assert 'eventwire_outcomes_total{outcome="clean-article.v1",reason="",stage="clean"} 1.0' in text
    assert 'eventwire_languages_total{language="en",stage="clean"} 1.0' in text
    assert 'eventwire_step_seconds_sum{stage="clean",step="body"} 0.25' in text
    assert 'eventwire_step_seconds_count{stage="clean",step="wait"} 1.0' in text
    assert 'eventwire_step_seconds_count{stage="clean",step="deliver"} 1.0' in text
    assert 'eventwire_fetch_latency_seconds_bucket{le="60.0",outcome="clean-article.v1",stage="clean"} 0.0' in text
    assert 'eventwire_fetch_latency_seconds_bucket{le="120.0",outcome="clean-article.v1",stage="clean"} 1.0' in text


async def test_a_dead_letter_is_told_by_reason() -> None:
    scene = Scene(Failed(DeadLetterReason.CRASHED, "ProcessDied", "exit code 3"))
    await scene.take()
    text = scene.metrics.exposition().decode()
    assert 'eventwire_outcomes_total{outcome="dead-letter",reason="crashed",stage="clean"} 1.0' in text


async def test_what_is_abandoned_stays_unsettled() -> None:
    scene = Scene()
    scene.run = lambda message: asyncio.Event().wait()  # type: ignore[assignment, method-assign, misc]
    record = SimpleNamespace(tp=("pages", 0), topic="pages", partition=0, offset=7, key=b"k", value=b"v", headers=(), timestamp=1.0)
    await scene.processor.take(SimpleNamespace(message=record, ack=lambda: scene.happened.append("ack")))  # type: ignore[arg-type]
    await scene.processor.abandon()
    assert scene.happened == []
