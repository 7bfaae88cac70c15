"""CleanArticle: a page reduced to its article."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints, ValidationError, ValidatorFunctionWrapHandler, field_validator

from schemas.base import NonEmpty, PageId, PageTime, Part, Record, Url, UtcTime


class Precision(StrEnum):
    """How exactly a page tells its time of publication."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"


class Extractor(Part):
    """What made the article of the page."""

    name: str
    version: str
    path: str = Field(description="the way through the extractor that gave the body")


class CleanArticle(Record):
    """The article of one page: its text and what is known about it."""

    schema_name: ClassVar[str] = "clean-article.v1"

    article_id: NonEmpty
    page_id: PageId
    url: Url = Field(description="as the crawler published it")
    canonical_url: Url
    title: str = Field(description="the headline, without the site's name")
    subtitle: str | None = Field(None, description="the standfirst or deck")
    authors: list[str] = []
    published_at: PageTime | None = None
    published_precision: Precision | None = None
    modified_at: PageTime | None = None
    language: str = Field(description="BCP 47; `und` where unknown")
    site_name: str | None = None
    section: str | None = None
    keywords: list[str] = []
    lead_image: str | None = None
    text: str = Field(description="the body alone, one paragraph a line")
    truncated: bool
    paywalled: bool
    word_count: int = Field(ge=0)
    fingerprint: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")] = Field(
        description="of the text, for near-duplicates"
    )
    fetched_at: UtcTime
    cleaned_at: UtcTime
    extractor: Extractor


class ArticleToTag(Record):
    """What the tag stage needs of a CleanArticle, and all that `eventwire tag` asks for on its standard input."""

    schema_name: ClassVar[str] = "article-to-tag.v1"

    article_id: NonEmpty
    url: Url
    title: str
    text: str
    published_at: PageTime | None = None
    language: str
    page_id: PageId | None = None
    published_precision: Precision | None = None
    subtitle: str | None = None
    site_name: str | None = None
    fingerprint: str | None = None
    fetched_at: UtcTime | None = None
    section: str | None = None
    keywords: list[str] = []
    truncated: bool = False

    @field_validator("published_at", mode="wrap")
    @classmethod
    def _unreadable_time_is_unknown(cls, value: object, read: ValidatorFunctionWrapHandler) -> object:
        """An article dated "9:55 AM ET" is worth tagging all the same: null rather than a guess."""
        try:
            return read(value)
        except ValidationError:
            return None
