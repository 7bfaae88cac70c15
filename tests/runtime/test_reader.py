import asyncio

import pytest

from agents.runtime.publisher import RawRecord
from agents.runtime.reach import KafkaTrouble
from agents.runtime.reader import Reader
from schemas import topics
from tests.embedded import on, put, settings_of_a_broker

RAW = topics.RAW_PAGES.name


def record(number: int) -> RawRecord:
    return RawRecord(b"%d" % number, b"%d" % number, (("name", b"value"),))


async def test_from_the_beginning_it_reads_all_that_stands_there():
    with settings_of_a_broker() as settings:
        await put(settings, topics.RAW_PAGES, *map(record, range(100)))
        messages = await on(settings, RAW)
    assert sorted(int(message.value or b"") for message in messages) == list(range(100))
    assert {message.headers for message in messages} == {(("name", b"value"),)}


async def test_to_the_end_means_the_end_as_it_was_at_the_start():
    with settings_of_a_broker() as settings:
        await put(settings, topics.RAW_PAGES, record(1))
        async with Reader(settings, [RAW], from_beginning=True) as reader:
            await put(settings, topics.RAW_PAGES, *map(record, range(2, 50)))
            assert [message.value async for message in reader.until_end()] == [b"1"]


async def test_from_now_on_it_leaves_out_what_stood_there_before():
    with settings_of_a_broker() as settings:
        await put(settings, topics.RAW_PAGES, *map(record, range(10)))
        async with Reader(settings, [RAW]) as reader:
            await put(settings, topics.RAW_PAGES, record(10))
            async with asyncio.timeout(30):
                assert (await anext(aiter(reader.follow()))).value == b"10"


async def test_an_empty_topic_ends_at_once():
    with settings_of_a_broker() as settings:
        async with asyncio.timeout(30):
            assert await on(settings, RAW) == []


async def test_a_topic_that_is_not_there_is_named_with_the_remedy():
    remedy = r"no topic news\.nothing .* `eventwire topics create` makes it"
    with settings_of_a_broker() as settings, pytest.raises(KafkaTrouble, match=remedy):
        await on(settings, "news.nothing")
