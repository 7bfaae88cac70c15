"""Records that can't be read: one dead letter each with the original bytes, and the neighbours are unaffected."""

from __future__ import annotations

import pytest

from schemas import headers
from schemas.deadletter import DeadLetterReason, original_headers
from tests.faults.drill import Drill
from tests.faults.pages import FETCHED_AT, Page, page, unreadable

pytestmark = [pytest.mark.kafka, pytest.mark.slow, pytest.mark.timeout(300)]

UNDECODABLE, INVALID = DeadLetterReason.UNDECODABLE, DeadLetterReason.INVALID
HTML = (headers.CONTENT_TYPE, b"text/html")
ADDRESS = (headers.URL, b"https://harbour-post.example/poison")
WHEN = b'"url": "https://harbour-post.example/p", "fetched_at": "' + FETCHED_AT.isoformat().encode() + b'"'

POISON: dict[Page, DeadLetterReason] = {
    unreadable("null value", None): UNDECODABLE,
    unreadable("null value, null key", None, key=None): UNDECODABLE,
    unreadable("null value, as bytes", None, (HTML, ADDRESS)): UNDECODABLE,
    unreadable("empty value", b""): UNDECODABLE,
    unreadable("half a record", b'{"url": "https://harbour-post.example/p", "ht'): UNDECODABLE,
    unreadable("NUL bytes", b"\0\0\0\0"): UNDECODABLE,
    unreadable("NUL before the record", b"\0{" + WHEN + b', "html": "x"}'): UNDECODABLE,
    unreadable("Latin-1 in JSON", b"{" + WHEN + ', "html": "caf\xe9"}'.encode("latin-1")): UNDECODABLE,
    unreadable("UTF-16 JSON", '{"url": "https://harbour-post.example/p"}'.encode("utf-16")): UNDECODABLE,
    unreadable("half a surrogate pair", b"{" + WHEN + b', "html": "\\ud83d"}'): UNDECODABLE,
    unreadable("deep nesting", b"[" * 200_000): UNDECODABLE,
    unreadable("a list", b"[]"): INVALID,
    unreadable("a number", b"17"): INVALID,
    unreadable("null", b"null"): INVALID,
    unreadable("no url", b'{"fetched_at": "2026-03-01T12:00:00Z", "html": "x"}'): INVALID,
    unreadable("no body", b"{" + WHEN + b"}"): INVALID,
    unreadable("two bodies", b"{" + WHEN + b', "html": "x", "body_base64": "eA=="}'): INVALID,
    unreadable("bad base64", b"{" + WHEN + b', "body_base64": "?"}'): INVALID,
    unreadable("a time that is none", b'{"url": "https://a.example/", "fetched_at": "yesterday", "html": "x"}'): INVALID,
    unreadable("endless url", b'{"url": "https://a.example/' + b"x" * 10_000 + b'", "fetched_at": 0, "html": "x"}'): INVALID,
    unreadable("bytes without a url", b"<html>", (HTML,)): INVALID,
    unreadable("bytes with a bad time", b"<html>", (HTML, ADDRESS, (headers.FETCHED_AT, b"yesterday"))): INVALID,
    unreadable("bytes with a bad status", b"<html>", (HTML, ADDRESS, (headers.HTTP_STATUS, b"fine"))): INVALID,
    unreadable("headers that are no UTF-8", b"\xff", ((headers.CONTENT_TYPE, b"\xff\xfe"), ("x", b"\xff"))): INVALID,
    unreadable("headers without a value", b"{", (("x", None),)): UNDECODABLE,
    unreadable("headers twice", b"{", (("x", b"1"), ("x", b"2"))): UNDECODABLE,
    unreadable("a key that is no UTF-8", b"{", key=b"\xff\xfe\0"): UNDECODABLE,
    unreadable("earlier dead letter's headers", b"{", (("eventwire-replayed-from", b"x"), ("traceparent", b"y"))): UNDECODABLE,
}


def _untouched(drill: Drill, culprit: Page) -> None:
    letter = drill.ledger.only(culprit).message
    assert letter.value() == culprit.value
    assert letter.key() == culprit.key
    kept = [(name, value or b"") for name, value in original_headers(letter.headers())]
    assert kept == [(name, value or b"") for name, value in culprit.headers], culprit.name


def test_poison_becomes_dead_letters_with_the_original_bytes(drill: Drill) -> None:
    neighbours = [page(number) for number in range(len(POISON))]
    with drill.worker():
        drill.ledger.publish(record for pair in zip(POISON, neighbours, strict=True) for record in pair)
        drill.close(within=60)
    reasons = {culprit.name: drill.ledger.only(culprit).reason for culprit in POISON}
    assert reasons == {culprit.name: reason for culprit, reason in POISON.items()}
    for culprit in POISON:
        _untouched(drill, culprit)
    assert {drill.ledger.only(neighbour).kind for neighbour in neighbours} == {"article"}


def test_a_hundred_poisoned_records_in_a_row_stop_nothing(drill: Drill) -> None:
    poison = [unreadable(f"poison {number}", b"{" + str(number).encode()) for number in range(100)]
    neighbours = [page(number) for number in range(100)]
    with drill.worker():
        drill.ledger.publish([*neighbours[:50], *poison, *neighbours[50:]])
        figures = drill.close(within=60)
    assert (figures.articles, figures.dead) == (100, 100)
    for culprit in poison:
        _untouched(drill, culprit)


def test_pages_with_odd_text_are_read_all_the_same(drill: Drill) -> None:
    odd = [page(1, "\ufffd"), page(2, "caf\u00e9 \U0001f6a2"), page(3, "\u0000"), page(4, "", size=2 << 20)]
    with drill.worker():
        drill.ledger.publish(odd)
        drill.close(within=60)
    assert {drill.ledger.only(sent).kind for sent in odd} == {"article"}
