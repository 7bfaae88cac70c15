import pytest

from agents.runtime.codec import decode_raw_page
from agents.runtime.message import Message
from agents.runtime.publisher import IN_FLIGHT_BYTES, Publisher, RawRecord, body_form, json_form
from agents.runtime.reach import KafkaTrouble
from agents.settings import Settings
from schemas import topics
from schemas.page import RawPage
from tests.embedded import NOON, on, page, settings_of_a_broker

RAW = topics.RAW_PAGES.name


def received(record: RawRecord) -> RawPage:
    return decode_raw_page(Message(record.value, record.key, record.headers))


@pytest.mark.parametrize("form", [json_form, body_form])
def test_a_page_arrives_as_it_was_sent_in_either_form(form):
    sent = RawPage(
        url="https://harbour-post.example/ä",
        fetched_at=NOON,
        body_base64=b"<p>\xe4\x00</p>",
        content_type="text/html; charset=latin-1",
        status=200,
        final_url="https://harbour-post.example/a",
        crawl="daily",
    )
    assert received(form(sent)) == sent


def test_text_goes_as_utf_8_whatever_charset_it_was_served_in():
    sent = RawPage(url="https://x.example/", fetched_at=NOON, html="<p>ä</p>", content_type="text/html; charset=latin-1")
    got = received(body_form(sent))
    assert (got.body, got.content_type, got.page_id) == ("<p>ä</p>".encode(), "text/html; charset=utf-8", sent.page_id)


def test_a_page_that_was_served_as_json_is_not_taken_for_the_other_form():
    sent = RawPage(url="https://x.example/", fetched_at=NOON, body_base64=b"{}", content_type="Application/JSON")
    assert received(body_form(sent)).body == b"{}"


async def test_it_counts_what_is_delivered_and_tells_where():
    delivered = []
    with settings_of_a_broker() as settings:
        async with Publisher(
            settings, RAW, lambda record, partition, offset: delivered.append((record.where, partition, offset))
        ) as publisher:
            for number in range(20):
                await publisher.send(json_form(page(f"https://x.example/{number}"), where=f"line {number}"))
        messages = await on(settings, RAW)
    assert publisher.delivered == 20
    assert {where for where, _, _ in delivered} == {f"line {number}" for number in range(20)}
    assert {(partition, offset) for _, partition, offset in delivered} == {
        (message.partition, message.offset) for message in messages
    }


async def test_a_page_over_the_limit_is_told_and_the_others_go_on():
    told = []
    with settings_of_a_broker() as settings:
        small = settings.model_copy(update={"record_max_bytes": 1000})
        async with Publisher(small, RAW, on_too_large=lambda record: told.append(record.where)) as publisher:
            await publisher.send(RawRecord(b"key", b"a" * 1000, where="large.html"))
            await publisher.send(RawRecord(b"key", b"a" * 900, where="small.html"))
        assert [len(message.value or b"") for message in await on(settings, RAW)] == [900]
    assert told == ["large.html"]
    assert (publisher.delivered, publisher.too_large) == (1, 1)


async def test_what_is_in_flight_is_bounded(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("agents.runtime.publisher.IN_FLIGHT", 3)
    most = 0
    with settings_of_a_broker() as settings:
        async with Publisher(settings, RAW) as publisher:
            for number in range(50):
                await publisher.send(RawRecord(b"%d" % number, b"a" * 1000))
                most = max(most, publisher.in_flight)
    assert most <= 3 < IN_FLIGHT_BYTES
    assert publisher.delivered == 50


async def test_a_broker_that_is_not_there_is_named():
    with pytest.raises(KafkaTrouble, match=r"127\.0\.0\.1:1: is it up"):
        async with Publisher(Settings(brokers="127.0.0.1:1"), RAW):
            pass
