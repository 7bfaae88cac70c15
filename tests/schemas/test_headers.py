"""Headers: CloudEvents, traces, and what a dead letter tells of itself."""

from datetime import UTC, datetime

import pytest

from schemas import headers, topics
from schemas.deadletter import MESSAGE_BYTES, DeadLetterInfo, DeadLetterReason, original_headers
from schemas.rejection import RejectedPage
from tests.schemas.test_records import OLDER

MOMENT = datetime(2026, 3, 1, 7, tzinfo=UTC)


def test_a_record_carries_cloud_events_headers_in_binary_mode():
    page = RejectedPage.from_json(OLDER[RejectedPage])
    found = dict(headers.cloud_event(topics.REJECTED, page, "eventwire/clean", MOMENT))
    assert found == {
        "ce_specversion": b"1.0",
        "ce_id": page.page_id.encode(),
        "ce_source": b"eventwire/clean",
        "ce_type": b"org.eventwire.page.rejected.v1",
        "ce_time": b"2026-03-01T07:00:00Z",
        "ce_subject": b"https://harbour-post.example/",
        "ce_dataschema": b"urn:eventwire:schema:rejected-page.v1",
        "content-type": b"application/json",
    }


def test_a_trace_is_passed_on_and_nothing_else():
    incoming = [("traceparent", b"00-1-2-01"), ("url", b"x"), ("tracestate", b"k=v")]
    assert headers.trace_context(incoming) == [("traceparent", b"00-1-2-01"), ("tracestate", b"k=v")]


def dead_letter(message: str = "no JSON") -> DeadLetterInfo:
    return DeadLetterInfo.now(
        MOMENT, "clean", DeadLetterReason.UNDECODABLE, "JSONDecodeError", message, 1, "news.pages.raw.v1", 3, 17
    )


def test_a_dead_letter_tells_where_it_came_from_and_why():
    added = dead_letter().headers()
    assert dict(added)["eventwire-error-reason"] == b"undecodable"
    assert dict(added)["eventwire-error-offset"] == b"17"
    assert DeadLetterInfo.from_headers([("url", b"x"), *added]) == dead_letter()


def test_a_long_message_is_cut_at_whole_characters():
    cut = dict(dead_letter("ü" * 2000).headers())["eventwire-error-message"]
    assert len(cut) <= MESSAGE_BYTES
    assert set(cut.decode()) == {"ü"}


def test_a_replay_sheds_the_added_headers():
    assert original_headers([("url", b"x"), *dead_letter().headers()]) == [("url", b"x")]


def test_what_is_no_dead_letter_says_so():
    with pytest.raises(ValueError, match="eventwire-error-stage is missing"):
        DeadLetterInfo.from_headers([("url", b"x")])
