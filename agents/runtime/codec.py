"""Bytes of Kafka -> records."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

import orjson
from pydantic import ValidationError

from agents.runtime.message import Message
from agents.runtime.stage import Invalid, Undecodable
from schemas import headers
from schemas.base import Record, first_fault
from schemas.page import RawPage

R = TypeVar("R", bound=Record)


def _validated(record: type[R], fields: Any) -> R:
    try:
        return record.model_validate(fields)
    except ValidationError as error:
        raise Invalid(f"no {record.__name__}: {first_fault(error)}") from None


def _time_of(message: Message) -> datetime:
    try:
        return datetime.fromtimestamp(message.timestamp, UTC)
    except (ValueError, OverflowError, OSError):
        raise Invalid(
            f"no RawPage: the header '{headers.FETCHED_AT}' is missing, and Kafka's timestamp, {message.timestamp} s, is no time"
        ) from None


def decode_json(record: type[R]) -> Callable[[Message], R]:
    """A decoder of JSON values. It raises Undecodable on a null value or what is no JSON, Invalid on another record."""

    def decode(message: Message) -> R:
        if message.value is None:
            raise Undecodable("the value is null")
        try:
            fields = orjson.loads(message.value)
        except orjson.JSONDecodeError as error:
            raise Undecodable(f"no JSON: {error}") from None
        return _validated(record, fields)

    return decode


_decode_page_as_json = decode_json(RawPage)


def decode_raw_page(message: Message) -> RawPage:
    """Either form of a raw page, told apart by the media type of its `content-type` header.

    `application/json`, or no such header: a RawPage as JSON. Any other type: the value is the body as fetched, the rest stands
    in headers. Raises DecodeError.
    """
    content_type = message.header(headers.CONTENT_TYPE)
    if content_type is None or content_type.split(";")[0].strip().lower() == headers.JSON:
        return _decode_page_as_json(message)
    if message.value is None:
        raise Undecodable("the value is null")
    if not message.header(headers.URL):
        raise Invalid(f"no RawPage: the content-type is {content_type!r}, so the page's URL must stand in the header 'url'")
    return _validated(
        RawPage,
        {
            "url": message.header(headers.URL),
            "fetched_at": message.header(headers.FETCHED_AT) or _time_of(message),
            "body_base64": message.value,
            "content_type": message.header(headers.HTTP_CONTENT_TYPE) or content_type,
            "status": message.header(headers.HTTP_STATUS),
            "final_url": message.header(headers.FINAL_URL),
            "crawl": message.header(headers.CRAWL),
        },
    )
