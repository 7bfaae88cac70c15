import os

import pytest

from agents.runtime import admin
from agents.runtime.publisher import Publisher, RawRecord
from agents.runtime.reach import KafkaTrouble
from agents.settings import Settings
from schemas import topics
from tests.embedded import on
from tests.kafka.broker import Broker


def settings_for(broker: Broker, **fields: int) -> Settings:
    return Settings(brokers=broker.address, **fields)  # type: ignore[arg-type]


def test_the_dead_letter_topic_takes_what_the_raw_topic_takes_and_its_headers():
    config = {topic.name: int(admin.wanted_config(topic, Settings())["max.message.bytes"]) for topic in topics.ALL}
    assert config[topics.DEAD_LETTERS.name] > config[topics.RAW_PAGES.name] + 9 * 1024


async def test_a_broker_that_is_not_there_is_named():
    with pytest.raises(KafkaTrouble, match=r"127\.0\.0\.1:1: is it up"):
        await admin.partition_counts(Settings(brokers="127.0.0.1:1"))


@pytest.mark.kafka
async def test_topics_are_made_as_wanted_and_only_once(broker: Broker):
    settings = settings_for(broker)
    missing = await admin.differences(settings, topics.ALL)
    assert [difference.setting for difference in missing] == [admin.EXISTENCE] * len(topics.ALL)
    assert set(await admin.create_topics(settings, topics.ALL, 6, 1)) == {topic.name for topic in topics.ALL}
    assert await admin.create_topics(settings, topics.ALL, 6, 1) == []
    assert await admin.differences(settings, topics.ALL) == []
    counts = await admin.partition_counts(settings)
    assert {counts[topic.name] for topic in topics.ALL} == {6}


@pytest.mark.kafka
async def test_a_topic_with_other_settings_is_told_apart(broker: Broker):
    await admin.create_topics(settings_for(broker, record_max_bytes=1 << 20), topics.ALL[:1], 1, 1)
    found = await admin.differences(settings_for(broker), topics.ALL[:1])
    assert found == [admin.Difference(topics.RAW_PAGES.name, "max.message.bytes", str((16 << 20) + 65536), str((1 << 20) + 65536))]


@pytest.mark.parametrize(("found", "suits"), [("999", False), ("1000", True), ("1001", True), (None, False)])
def test_a_topic_may_take_larger_records_than_it_must(found: str | None, suits: bool):
    assert admin._suits("max.message.bytes", "1000", found) is suits


def test_another_setting_is_to_be_as_wanted():
    assert not admin._suits("retention.ms", "1000", "1001")


@pytest.mark.kafka
async def test_the_largest_record_fits_and_one_that_the_topic_refuses_is_told(broker: Broker):
    settings = settings_for(broker, record_max_bytes=1 << 20)
    await admin.create_topics(settings, topics.ALL, 1, 1)
    told = []
    ambitious = settings_for(broker, record_max_bytes=4 << 20)
    async with Publisher(ambitious, topics.RAW_PAGES.name, on_too_large=lambda record: told.append(record.where)) as publisher:
        await publisher.send(RawRecord(b"key", os.urandom((1 << 20) - 3), where="fits"))
        await publisher.send(RawRecord(b"key", os.urandom(2 << 20), where="does not"))
        await publisher.send(RawRecord(b"key", b"after", where="after"))
    assert told == ["does not"]
    assert publisher.delivered == 2
    assert len(await on(settings, topics.RAW_PAGES.name)) == 2


@pytest.mark.kafka
async def test_more_copies_than_brokers_are_refused_in_the_brokers_words(broker: Broker):
    with pytest.raises(admin.AdminError, match=r"can't be made: .*replication"):
        await admin.create_topics(settings_for(broker), topics.ALL, 1, 3)
