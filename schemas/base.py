"""What every record shares: how it is read, how it is written, and the types of its fields."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, ClassVar, Literal, Self

import orjson
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    ValidationError,
)


def _to_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # the first and last hours of the calendar, in some zones; pydantic takes a ValueError for its own
        raise ValueError(f"{moment.isoformat()} is, in UTC, outside the years 1 to 9999") from None


def format_time(moment: datetime) -> str:
    """RFC 3339, `Z` for UTC, no more than milliseconds."""
    text = moment.isoformat(timespec="milliseconds" if moment.microsecond >= 1000 else "seconds")
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def first_fault(error: ValidationError) -> str:
    """What is wrong with a record, as one line: the first field that is, and why."""
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else first["msg"]


_AS_TEXT = PlainSerializer(format_time, return_type=str, when_used="json")

UtcTime = Annotated[AwareDatetime, AfterValidator(_to_utc), _AS_TEXT]
"""A moment, converted to UTC."""

PageTime = Annotated[AwareDatetime, _AS_TEXT]
"""A moment as a page tells it: keeps the page's own UTC offset."""

Url = Annotated[str, StringConstraints(min_length=1, max_length=8192)]
PageId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
NonEmpty = Annotated[str, StringConstraints(min_length=1)]
Offset = Annotated[int, Field(ge=0, description="code points into the article's text")]
CountryAlpha2 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
ActorCountry = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""ISO 3166 alpha-3, or one of PLOVER's IGO, UNO, EUR, NGO, ISM, IMG, MNC."""


class Part(BaseModel):
    """A piece of a record. Unknown fields are ignored, so that a version can grow."""

    model_config = ConfigDict(extra="ignore", validate_default=False)


class Record(Part):
    """A value on a topic: UTF-8 JSON."""

    schema_name: ClassVar[str]
    """File name of the published schema, without `.json`: `clean-article.v1`."""
    schema_mode: ClassVar[Literal["validation", "serialization"]] = "serialization"
    """Validation for what others write: fields with a default may be left out."""

    @classmethod
    def from_json(cls, data: bytes | str) -> Self:
        """Raises orjson.JSONDecodeError where `data` is no JSON, pydantic.ValidationError where it is no such record."""
        return cls.model_validate(orjson.loads(data))

    def to_json(self) -> bytes:
        """One line, as it stands on the wire."""
        return self.__pydantic_serializer__.to_json(self)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """JSON Schema 2020-12 of the record: as a crawler may write it, or as consumers read it."""
        schema = cls.model_json_schema(mode=cls.schema_mode)
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"urn:eventwire:schema:{cls.schema_name}",
            **schema,
        }


class Span(Part):
    """A piece of the article's text; `end` is exclusive."""

    start: Offset
    end: Offset
    text: str
