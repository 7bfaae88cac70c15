import asyncio

import pytest

from agents.runtime import admin
from agents.settings import Settings
from schemas import topics
from tests.commands.conftest import Eventwire
from tests.kafka.broker import Broker


@pytest.mark.parametrize("command", ["create", "check"])
def test_a_broker_that_is_not_there_ends_it_with_one_line(eventwire: Eventwire, command: str):
    result = eventwire("topics", command)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert "EVENTWIRE_BROKERS" in result.stderr


@pytest.mark.kafka
def test_what_is_missing_is_told_then_made_then_left_alone(eventwire: Eventwire, broker: Broker, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EVENTWIRE_BROKERS", broker.address)
    before = eventwire("topics", "check")
    assert before.exit_code == 1
    assert "news.pages.raw.v1  topic: missing, wanted: exists" in before.stdout
    made = eventwire("topics", "create", "--partitions", 2)
    assert (made.exit_code, made.stdout.count("made")) == (0, len(topics.ALL)), made.output
    again = eventwire("topics", "create")
    assert (again.exit_code, again.stdout.count("exists")) == (0, len(topics.ALL))
    after = eventwire("topics", "check")
    assert (after.exit_code, after.stdout) == (0, "all 5 topics are as they should be\n")


@pytest.mark.kafka
def test_a_setting_that_differs_is_told_with_the_remedy(eventwire: Eventwire, broker: Broker, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EVENTWIRE_BROKERS", broker.address)
    small = Settings(brokers=broker.address, record_max_bytes=1 << 20)
    asyncio.run(admin.create_topics(small, topics.ALL, 1, 1))
    result = eventwire("topics", "check")
    assert result.exit_code == 1
    assert "news.pages.raw.v1  max.message.bytes: 1114112, wanted: 16842752" in result.stdout
    assert "kafka-configs.sh" in result.stdout
