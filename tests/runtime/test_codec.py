import pytest

from agents.runtime.codec import decode_raw_page
from agents.runtime.message import Message
from agents.runtime.stage import Invalid

BODY_FORM = (("content-type", b"text/html"), ("url", b"https://harbour-post.example/a"))


def test_a_time_that_no_calendar_holds_in_utc_makes_the_record_invalid():
    value = b'{"url": "https://harbour-post.example/a", "fetched_at": "0001-01-01T00:00:00+14:00", "html": "<p>"}'
    with pytest.raises(Invalid, match=r"fetched_at: .* outside the years 1 to 9999"):
        decode_raw_page(Message(value))


@pytest.mark.parametrize("timestamp", [1e12, 1e300, float("inf"), float("nan")])
def test_a_page_without_a_time_of_its_own_is_invalid_where_kafkas_is_none(timestamp: float):
    with pytest.raises(Invalid, match="'fetched-at' is missing, and Kafka's timestamp"):
        decode_raw_page(Message(b"<p>", headers=BODY_FORM, timestamp=timestamp))
