"""RawPage: what a crawler publishes."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

import pybase64
from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from schemas import identity
from schemas.base import Record, Url, UtcTime


def _bytes(value: object) -> object:
    """base64 text of the wire -> bytes; bytes pass untouched. Raises ValueError (binascii.Error) on bad base64."""
    return pybase64.b64decode(value, validate=True) if isinstance(value, str) else value


Body = Annotated[
    bytes,
    BeforeValidator(_bytes),
    PlainSerializer(lambda body: pybase64.b64encode(body).decode("ascii"), return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "contentEncoding": "base64"}),
]


class RawPage(Record):
    """A page as fetched: exactly one of `html` (text) and `body_base64` (bytes as fetched)."""

    schema_name: ClassVar[str] = "raw-page.v1"
    schema_mode: ClassVar[Literal["validation", "serialization"]] = "validation"

    url: Url
    fetched_at: UtcTime
    html: str | None = None
    body_base64: Body | None = None
    content_type: str | None = Field(None, description="the response's Content-Type header")
    status: int | None = Field(None, ge=100, le=999, description="HTTP status")
    headers: dict[str, str] | None = Field(None, description="the response's headers")
    final_url: Url | None = Field(None, description="where redirects led")
    crawl: str | None = Field(None, description="the crawler's own name for the run")

    @model_validator(mode="after")
    def _one_body(self) -> RawPage:
        if (self.html is None) == (self.body_base64 is None):
            raise ValueError("exactly one of html and body_base64 is needed")
        return self

    @property
    def body(self) -> bytes:
        """The page's bytes; `html` counts as its UTF-8."""
        if self.body_base64 is not None:
            return self.body_base64
        assert self.html is not None
        return self.html.encode("utf-8", "surrogatepass")

    @property
    def page_id(self) -> str:
        return identity.page_id(self.url, self.body)
