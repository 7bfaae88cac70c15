"""RejectedPage: a page that was read and is no article. A normal outcome."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from schemas.base import Offset, PageId, Part, Record, Url, UtcTime


class RejectionReason(StrEnum):
    """Why a page is no article."""

    NOT_HTML = "not-html"
    NOT_AN_ARTICLE = "not-an-article"
    EMPTY = "empty"
    TOO_SHORT = "too-short"
    HTTP_ERROR = "http-error"
    TOO_LARGE = "too-large"
    TOO_DEEP = "too-deep"
    BLOCKED = "blocked"
    """Consent wall, robot check, error page."""
    UNSUPPORTED_LANGUAGE = "unsupported-language"
    """Only where the operator set a list of languages."""


class Coordinates(Part):
    """Where a record stands in Kafka."""

    topic: str
    partition: Offset
    offset: Offset


class RejectedPage(Record):
    """A small record, without the page."""

    schema_name: ClassVar[str] = "rejected-page.v1"

    page_id: PageId
    url: Url
    reason: RejectionReason
    detail: str
    fetched_at: UtcTime
    rejected_at: UtcTime
    source: Coordinates | None = None
