import asyncio
from dataclasses import replace

import pytest
from aiokafka import AIOKafkaProducer

from agents.runtime.connection import connection
from agents.runtime.message import Message
from agents.runtime.publisher import RawRecord
from agents.settings import Settings
from schemas import topics
from schemas.deadletter import PREFIX, REPLAYED_FROM, DeadLetterInfo, DeadLetterReason
from tests.commands.conftest import Eventwire
from tests.embedded import NOON, on, put

DELTA = "https://delta.example/1"
FETCHED_MS = 1_700_000_000_000


def letter(
    offset: int = 0,
    url: str = DELTA,
    reason: DeadLetterReason = DeadLetterReason.TIMED_OUT,
    attempts: int = 1,
    topic: str = topics.RAW_PAGES.name,
    value: bytes = b"<p>page</p>",
    timestamp: int | None = FETCHED_MS,
) -> RawRecord:
    info = DeadLetterInfo.now(NOON, "clean", reason, "E", "too slow", attempts, topic, 0, offset, timestamp)
    return RawRecord(url.encode(), value, (("url", url.encode()), ("content-type", b"text/html"), *info.headers()))


def died(wire: Settings, *letters: RawRecord) -> None:
    asyncio.run(put(wire, topics.DEAD_LETTERS, *letters))


def raw(wire: Settings) -> list[Message]:
    return asyncio.run(on(wire, topics.RAW_PAGES.name))


def ids(wire: Settings) -> dict[int, str]:
    """Source offset -> id on the dead-letter topic."""
    found = asyncio.run(on(wire, topics.DEAD_LETTERS.name))
    return {DeadLetterInfo.from_headers(message.headers).offset: f"{message.partition}:{message.offset}" for message in found}


def test_a_replay_puts_the_original_back_with_its_time_and_a_mark(eventwire: Eventwire, wire: Settings):
    died(wire, letter())
    result = eventwire("deadletters", "replay")
    assert (result.exit_code, result.stderr.splitlines()) == (0, ["1 put back"])
    [message] = raw(wire)
    assert (message.key, message.value, message.timestamp) == (DELTA.encode(), b"<p>page</p>", FETCHED_MS / 1000)
    mark = f"{topics.DEAD_LETTERS.name}/{ids(wire)[0].replace(':', '/')}".encode()
    assert message.headers == (("url", DELTA.encode()), ("content-type", b"text/html"), (REPLAYED_FROM, mark))


def test_each_is_put_back_once_however_often_it_is_called(eventwire: Eventwire, wire: Settings):
    died(wire, letter(0), letter(1, "https://a.example/"), letter(2, "https://b.example/"))
    assert eventwire("deadletters", "replay", "--site", "a.example").stderr.splitlines() == ["1 put back"]
    assert eventwire("deadletters", "replay").stderr.splitlines() == ["2 put back; 1 were put back before"]
    assert eventwire("deadletters", "replay").stderr.splitlines() == ["0 put back; 3 were put back before"]
    assert len(raw(wire)) == 3
    assert eventwire("deadletters", "replay", "--again", "-n", "2").stderr.splitlines() == ["2 put back"]


def test_a_copy_of_a_dead_letter_is_put_back_once(eventwire: Eventwire, wire: Settings):
    died(wire, letter(5), letter(5))
    assert eventwire("deadletters", "replay").stderr.splitlines() == ["1 put back; 1 were put back before"]
    died(wire, letter(5))
    assert eventwire("deadletters", "replay").stderr.splitlines() == ["0 put back; 3 were put back before"]


def test_a_dry_run_says_what_and_does_nothing(eventwire: Eventwire, wire: Settings):
    died(wire, letter())
    result = eventwire("deadletters", "replay", "--dry-run")
    assert result.stdout.split() == [ids(wire)[0], "to", topics.RAW_PAGES.name, DELTA]
    assert result.stderr.splitlines() == ["1 would be put back"]
    assert raw(wire) == []
    assert eventwire("deadletters", "replay").stderr.splitlines() == ["1 put back"]


def test_what_was_tried_too_often_stays(eventwire: Eventwire, wire: Settings):
    died(wire, letter(0, attempts=3), letter(1, attempts=2))
    result = eventwire("deadletters", "replay")
    assert f"{ids(wire)[0]}: tried 3 times; stays (timed-out: {DELTA})" in result.stderr
    assert "1 put back; 1 tried 3 times or more, stay (--max-attempts)" in result.stderr
    assert "1 put back" in eventwire("deadletters", "replay", "--max-attempts", "5").stderr


def test_ids_and_reasons_choose(eventwire: Eventwire, wire: Settings):
    died(wire, letter(0), letter(1), letter(2, reason=DeadLetterReason.CRASHED))
    assert eventwire("deadletters", "replay", "--reason", "crashed").stderr.splitlines() == ["1 put back"]
    assert eventwire("deadletters", "replay", ids(wire)[1]).stderr.splitlines() == ["1 put back"]
    assert eventwire("deadletters", "replay", "--since", "2026-03-02").stderr.splitlines() == ["0 put back"]
    assert len(raw(wire)) == 2


def test_an_id_that_is_none_ends_with_status_1(eventwire: Eventwire, wire: Settings):
    result = eventwire("deadletters", "replay", "0:99")
    assert result.exit_code == 1
    assert "1 of the ids: no dead letter (any more)" in result.stderr
    assert eventwire("deadletters", "show", "0:99").exit_code == 1
    assert eventwire("deadletters", "show", "nonsense").exit_code == 2


def test_what_came_from_a_foreign_topic_and_what_is_no_dead_letter_stay(eventwire: Eventwire, wire: Settings):
    died(wire, letter(topic="somebody.elses"), RawRecord(b"k", b"v"))
    result = eventwire("deadletters", "replay")
    assert "it came from topic somebody.elses, which is none of Eventwire's; stays" in result.stderr
    assert "header eventwire-error-stage is missing" in result.stderr
    assert "0 put back; 1 from other topics, stay" in result.stderr


def test_list_shows_each_with_its_state_and_counts_them(eventwire: Eventwire, wire: Settings):
    died(wire, letter(0), letter(1, "https://a.example/\x1b[2J", DeadLetterReason.CRASHED))
    eventwire("deadletters", "replay", "--site", "delta.example")
    result = eventwire("deadletters", "list")
    assert {line.split("  ", 1)[1] for line in result.stdout.splitlines()} == {
        f"2026-03-01T12:00:00Z  clean  timed-out  1  put back  {DELTA}",
        "2026-03-01T12:00:00Z  clean  crashed  1  waiting  https://a.example/ [2J",
    }
    assert result.stderr.splitlines() == ["1  clean  crashed  waiting", "1  clean  timed-out  put back"]
    assert "put back" not in eventwire("deadletters", "list", "--reason", "crashed").stderr
    assert eventwire("deadletters", "list", "--stage", "tag").stderr.splitlines() == ["no dead letter"]


def test_show_tells_the_headers_and_gives_the_value(eventwire: Eventwire, wire: Settings):
    died(wire, letter(0), letter(1, value=b"\x00\xff" * 3000))
    result = eventwire("deadletters", "show", ids(wire)[0])
    assert f"{PREFIX}message: too slow" in result.stdout
    assert result.stdout.splitlines()[-3:] == ["value: 11 bytes", "", "<p>page</p>"]
    assert eventwire("deadletters", "show", ids(wire)[1], "--value").stdout_bytes == b"\x00\xff" * 3000


def test_a_record_without_key_and_value_goes_back_as_it_was(eventwire: Eventwire, wire: Settings):
    headers = letter().headers

    async def die() -> None:
        async with AIOKafkaProducer(**connection(wire)) as producer:
            await producer.send_and_wait(topics.DEAD_LETTERS.name, None, key=b"key", headers=list(headers))

    asyncio.run(die())
    assert eventwire("deadletters", "replay").exit_code == 0
    [message] = raw(wire)
    assert (message.key, message.value) == (b"key", None)


@pytest.mark.parametrize("command", [["list"], ["replay"], ["show", "0:0"]])
def test_without_a_broker_one_line_says_so(eventwire: Eventwire, command: list[str]):
    result = eventwire("deadletters", *command)
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert "can't reach Kafka" in result.stderr


def test_dead_letters_of_older_versions_have_no_timestamp():
    headers = letter(timestamp=None).headers
    assert not any(name.endswith("timestamp") for name, _ in headers)
    told = DeadLetterInfo.from_headers(headers)
    assert replace(told, timestamp=None) == told
