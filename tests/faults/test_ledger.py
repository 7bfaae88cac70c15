"""The ledger finds what is lost, contradicted or invented; a drill that closes it has shown something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
import pytest

from schemas.deadletter import DeadLetterInfo, DeadLetterReason
from schemas.topics import ARTICLES, DEAD_LETTERS, RAW_PAGES, REJECTED
from tests.faults.ledger import Ledger, Outcome, outcome_of
from tests.faults.pages import Page, page, unreadable


class Record:
    """As a Kafka client hands it over."""

    def __init__(
        self, topic: str, value: bytes | None, headers: list[tuple[str, bytes]], key: bytes = b"k", offset: int = 0
    ) -> None:
        self._fields = {"topic": topic, "value": value, "headers": headers, "key": key, "partition": 0, "offset": offset}

    def __getattr__(self, name: str) -> Any:
        return lambda: self._fields[name]


def _record(topic: str, sent: Page, offset: int = 0, **fields: object) -> Record:
    value = {"page_id": sent.page_id, "url": "u", "cleaned_at": f"later by {offset}", **fields}
    return Record(topic, orjson.dumps(value), [("ce_id", (sent.page_id or "").encode())], offset=offset)


def _letter(sent: Page, place: int, offset: int = 0) -> Record:
    info = DeadLetterInfo("clean", DeadLetterReason.CRASHED, "E", "", 1, f"later by {offset}", RAW_PAGES.name, 0, place)
    return Record(DEAD_LETTERS.name, sent.value, info.headers(), offset=offset)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger("127.0.0.1:1", "", lambda: None) as ledger:
        ledger.sent = {(0, 0): page(0), (0, 1): page(1), (0, 2): unreadable("poison", b"{")}
        yield ledger


def _whole(ledger: Ledger) -> None:
    ledger.take(_record(ARTICLES.name, ledger.sent[0, 0]))
    ledger.take(_record(REJECTED.name, ledger.sent[0, 1], reason="empty"))
    ledger.take(_letter(ledger.sent[0, 2], 2))


def test_one_outcome_each_closes_it(ledger: Ledger) -> None:
    _whole(ledger)
    ledger.check()


def test_copies_that_differ_in_their_times_close_it(ledger: Ledger) -> None:
    _whole(ledger)
    ledger.take(_record(ARTICLES.name, ledger.sent[0, 0], offset=1))
    ledger.take(_letter(ledger.sent[0, 2], 2, offset=1))
    ledger.check()
    assert ledger.copies == 2


def test_a_lost_record_is_named(ledger: Ledger) -> None:
    ledger.take(_record(ARTICLES.name, ledger.sent[0, 0]))
    ledger.take(_letter(ledger.sent[0, 2], 2))
    with pytest.raises(AssertionError, match=r"1 of 3 records.*\n.*\n.*\(0, 1\)  json.*LOST"):
        ledger.check()


def test_two_outcomes_are_a_contradiction(ledger: Ledger) -> None:
    _whole(ledger)
    ledger.take(_letter(ledger.sent[0, 0], 0))
    with pytest.raises(AssertionError, match=r"article; dead letter crashed"):
        ledger.check()


def test_a_copy_with_other_content_is_a_contradiction(ledger: Ledger) -> None:
    _whole(ledger)
    ledger.take(_record(ARTICLES.name, ledger.sent[0, 0], offset=1, title="another"))
    with pytest.raises(AssertionError, match=r"article, 2 versions"):
        ledger.check()


def test_an_outcome_of_nothing_is_an_invention(ledger: Ledger) -> None:
    _whole(ledger)
    ledger.take(_record(ARTICLES.name, page(7)))
    with pytest.raises(AssertionError, match=r"never published"):
        ledger.check()


def test_a_dead_letter_of_nothing_is_an_invention(ledger: Ledger) -> None:
    _whole(ledger)
    ledger.take(_letter(page(7), 7))
    with pytest.raises(AssertionError, match=r"never published +dead letter"):
        ledger.check()


def test_an_identity_in_the_headers_that_is_not_the_record_s_is_an_error() -> None:
    record = Record(ARTICLES.name, orjson.dumps({"page_id": "a", "url": "u"}), [("ce_id", b"b")])
    with pytest.raises(AssertionError, match="ce_id"):
        outcome_of(record)


def test_times_and_source_coordinates_are_no_content() -> None:
    def outcome(**fields: object) -> Outcome:
        return outcome_of(_record(REJECTED.name, page(0), **fields))

    assert outcome(rejected_at="now", source={"offset": 1}) == outcome(rejected_at="then", source=None)
    assert outcome(detail="one") != outcome(detail="another")
