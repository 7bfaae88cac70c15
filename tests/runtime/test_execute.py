from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import orjson
import pytest

from agents.content import ContentCounter
from agents.runtime.execute import execute
from agents.runtime.frame import pack_outcome, unpack_outcome
from agents.runtime.message import Message
from agents.runtime.outcome import Failed, Outcome, Produced
from schemas.deadletter import DeadLetterReason
from tests.runtime.stages import NOW, STAGE, obey


def message(html: str, **more: object) -> Message:
    page = {"url": "https://wire.example/a", "fetched_at": "2031-05-06T00:00:00Z", "html": html}
    return Message(orjson.dumps(page), **more)  # type: ignore[arg-type]


def outcome_of(record: Message) -> Outcome:
    return execute(STAGE, obey, record, lambda: NOW)


def test_article_goes_to_the_topic_of_its_type_with_its_key_and_headers():
    outcome = outcome_of(message("The ferry sails.", headers=(("traceparent", b"00-1-2-01"), ("crawl", b"x"))))
    assert isinstance(outcome, Produced)
    article = orjson.loads(outcome.value)
    headers = dict(outcome.headers)
    assert (outcome.topic, outcome.kind, outcome.reason) == ("news.articles.clean.v1", "clean-article.v1", "")
    assert outcome.key.decode() == article["article_id"]
    assert headers["ce_id"].decode() == article["page_id"]
    assert (headers["ce_source"], headers["ce_time"]) == (b"eventwire/clean", b"2031-05-06T07:08:09Z")
    assert headers["traceparent"] == b"00-1-2-01"
    assert "crawl" not in headers


def test_steps_are_timed_with_reading_and_writing():
    outcome = outcome_of(message("The ferry sails."))
    assert isinstance(outcome, Produced)
    assert list(outcome.steps) == ["read", "obey", "write"]


def test_what_is_told_of_a_record_survives_the_way_out_of_its_process():
    words = ContentCounter("words_total", "Words.", ("word",), read=lambda article: [(word,) for word in article.text.split()])
    stage = replace(STAGE, fetched_at=lambda article: article.fetched_at, counters=(words,))
    outcome = execute(stage, obey, message("The ferry sails."), lambda: NOW)
    assert isinstance(outcome, Produced)
    assert outcome.fetched_at == datetime(2031, 5, 6, tzinfo=UTC).timestamp()
    assert outcome.counted == ((0, ("The",)), (0, ("ferry",)), (0, ("sails.",)))
    assert unpack_outcome(pack_outcome(outcome)) == outcome


def test_rejection_tells_where_its_page_stood():
    outcome = outcome_of(message("reject", topic="news.pages.raw.v1", partition=3, offset=14))
    assert isinstance(outcome, Produced)
    assert outcome.reason == "empty"
    assert orjson.loads(outcome.value)["source"] == {"topic": "news.pages.raw.v1", "partition": 3, "offset": 14}


def test_rejection_without_a_topic_tells_of_none():
    outcome = outcome_of(message("reject"))
    assert isinstance(outcome, Produced)
    assert orjson.loads(outcome.value)["source"] is None


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (None, DeadLetterReason.UNDECODABLE),
        (b"{", DeadLetterReason.UNDECODABLE),
        (b"[" * 100_000, DeadLetterReason.UNDECODABLE),
        (b'{"url": "https://wire.example"}', DeadLetterReason.INVALID),
    ],
)
def test_what_cannot_be_read_says_why(value: bytes | None, reason: DeadLetterReason):
    outcome = outcome_of(Message(value))
    assert isinstance(outcome, Failed)
    assert outcome.reason is reason


@pytest.mark.parametrize(
    ("html", "exception", "text"),
    [
        ("raise a broken tree", "ValueError", "a broken tree"),
        ("raise \ud800", "ValueError", "?"),
        ("recurse", "RecursionError", "maximum recursion depth"),
        ("astray", "TypeError", "stage 'clean' has no route for a RawPage"),
    ],
)
def test_whatever_the_transform_raises_is_an_internal_failure(html: str, exception: str, text: str):
    page = Message(orjson.dumps({"url": "u", "fetched_at": "2031-05-06T00:00:00Z", "html": html.replace("\ud800", "@")}))
    outcome = execute(STAGE, lambda p: obey(p.model_copy(update={"html": html})), page, lambda: NOW)
    assert isinstance(outcome, Failed)
    assert (outcome.reason, outcome.exception) == (DeadLetterReason.INTERNAL, exception)
    assert text in outcome.message


def test_running_out_of_memory_has_its_own_reason():
    outcome = outcome_of(message(f"allocate {1 << 60}"))
    assert isinstance(outcome, Failed)
    assert outcome.reason is DeadLetterReason.OUT_OF_MEMORY


def test_an_error_that_cannot_be_printed_is_an_outcome_too():
    class Unprintable(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    def transform(page: object) -> object:
        raise Unprintable

    outcome = execute(STAGE, transform, message(""), lambda: NOW)  # type: ignore[arg-type]
    assert isinstance(outcome, Failed)
    assert outcome.exception == "Unprintable"
