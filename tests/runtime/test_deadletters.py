from __future__ import annotations

from datetime import UTC, datetime

from agents.runtime.deadletters import dead_letter
from agents.runtime.message import Message
from agents.runtime.outcome import Failed
from schemas.deadletter import REPLAYED_FROM, DeadLetterInfo, DeadLetterReason

NOW = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)
FAILED = Failed(DeadLetterReason.TIMED_OUT, "TimeoutError", "took longer than 5 s")


def buried(*headers: tuple[str, bytes]) -> tuple[Message, DeadLetterInfo]:
    message = Message(b"\xff\x00", b"key", headers, 0.0, "pages", 3, 17)
    letter = dead_letter("clean", message, headers, FAILED, NOW)
    return Message(letter.value, letter.key, tuple(letter.headers), 0.0, letter.topic), DeadLetterInfo.from_headers(letter.headers)


def test_the_original_is_untouched() -> None:
    letter, _ = buried(("crawl", b"7"), ("crawl", b"8"))
    assert (letter.topic, letter.key, letter.value) == ("news.deadletters.v1", b"key", b"\xff\x00")
    assert letter.headers[:2] == (("crawl", b"7"), ("crawl", b"8"))


def test_the_headers_tell_why_and_where() -> None:
    _, info = buried()
    assert info == DeadLetterInfo(
        "clean", DeadLetterReason.TIMED_OUT, "TimeoutError", "took longer than 5 s", 1, "2031-05-06T07:08:09Z", "pages", 3, 17, 0
    )


def test_a_replay_counts_as_an_earlier_attempt() -> None:
    _, info = buried((REPLAYED_FROM, b"news.deadletters.v1/0@5"))
    assert info.attempts == 2


def test_attempts_that_nobody_can_have_made_are_not_believed() -> None:
    _, info = buried(("eventwire-error-attempts", b"9" * 5000))
    assert info.attempts == 1


def test_attempts_told_by_the_record_are_counted_on() -> None:
    letter, info = buried(("eventwire-error-attempts", b"3"))
    assert info.attempts == 4
    assert sum(name == "eventwire-error-attempts" for name, _ in letter.headers) == 1
