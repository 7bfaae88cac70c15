"""Kafka headers: CloudEvents 1.0 in binary mode (its Kafka protocol binding), W3C trace context, those of a raw page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from schemas.base import Record, format_time
from schemas.topics import Topic

CONTENT_TYPE = "content-type"
JSON = "application/json"
TRACE_HEADERS = ("traceparent", "tracestate")
"""Passed on from record to record (W3C Trace Context)."""

# A raw page in its second form: the body as the value, the rest in headers.
URL = "url"
FETCHED_AT = "fetched-at"
HTTP_STATUS = "http-status"
HTTP_CONTENT_TYPE = "http-content-type"
FINAL_URL = "final-url"
CRAWL = "crawl"


def cloud_event(topic: Topic, record: Record, source: str, moment: datetime) -> list[tuple[str, bytes]]:
    """The headers of `record` on `topic`; `source` names what made it: `eventwire/clean`."""
    assert topic.identity is not None
    assert topic.subject is not None
    return [
        ("ce_specversion", b"1.0"),
        ("ce_id", topic.identity(record).encode()),
        ("ce_source", source.encode()),
        ("ce_type", topic.event_type.encode()),
        ("ce_time", format_time(moment).encode()),
        ("ce_subject", topic.subject(record).encode("utf-8", "replace")),
        ("ce_dataschema", f"urn:eventwire:schema:{record.schema_name}".encode()),
        (CONTENT_TYPE, JSON.encode()),
    ]


def trace_context(headers: Iterable[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """The headers of a trace, to be passed on."""
    return [(name, value) for name, value in headers if name in TRACE_HEADERS]
