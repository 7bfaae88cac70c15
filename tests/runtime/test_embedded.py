import os

import pytest

from agents.runtime.embedded import PARTITION_BYTES, holds
from agents.runtime.publisher import RawRecord
from schemas import topics
from tests.embedded import on, put, settings_of_a_broker


async def test_it_keeps_what_is_published_and_says_nothing(capfd: pytest.CaptureFixture[str]):
    with settings_of_a_broker() as settings:
        await put(settings, topics.RAW_PAGES, RawRecord(b"key", b"value"))
        [message] = await on(settings, topics.RAW_PAGES.name)
    assert (message.key, message.value) == (b"key", b"value")
    assert capfd.readouterr() == ("", "")


async def test_all_topics_are_there_from_the_start():
    with settings_of_a_broker() as settings:
        assert await on(settings, *(topic.name for topic in topics.ALL)) == []


@pytest.mark.parametrize(
    ("value", "held"),
    [(b"a" * 3 * PARTITION_BYTES, True), (os.urandom(PARTITION_BYTES // 2), True), (os.urandom(PARTITION_BYTES * 2), False)],
    ids=["large, and compresses well", "half a partition", "twice a partition"],
)
async def test_what_it_holds_is_known_before_publishing(value: bytes, held: bool):
    with settings_of_a_broker() as settings:
        await put(settings, topics.RAW_PAGES, RawRecord(b"key", b"an earlier one"))
        await put(settings, topics.RAW_PAGES, RawRecord(b"key", value))
        kept = [message.value for message in await on(settings, topics.RAW_PAGES.name)]
    assert (value in kept) == holds(value) == held
