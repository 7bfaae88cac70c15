"""TaggedEvents: what one article tells, coded, each with the exact span that says so."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints, model_validator

from schemas.base import ActorCountry, CountryAlpha2, NonEmpty, Offset, PageId, PageTime, Part, Record, Span, Url, UtcTime
from schemas.plover import MODES, QUAD_CLASS, Auxiliary, Context, EventType, QuadClass, Sector

EVIDENCE_LENGTH = 600
"""Most code points of an evidence or mention."""


class TopicScheme(StrEnum):
    IPTC = "iptc"
    PLOVER_CONTEXT = "plover-context"


class Topic(Part):
    """What the article is about."""

    scheme: TopicScheme
    id: str
    label: str
    score: float = Field(ge=0, le=1)


class PlaceMentionKind(StrEnum):
    NAME = "name"
    DEMONYM = "demonym"
    """An adjective of nationality: a mention of its country, never an event's place."""


class PlaceMention(Span):
    kind: PlaceMentionKind


class Place(Part):
    """A place that the article names, resolved to GeoNames."""

    geonames_id: int
    name: str
    country: CountryAlpha2 | None = None
    admin1: str | None = Field(None, description="GeoNames code of the first-level region")
    feature: str = Field(description="GeoNames feature code: PPLC, ADM1, PCLI")
    lat: float
    lon: float
    mentions: list[PlaceMention]


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    GROUP = "group"


class Actor(Part):
    """Somebody that the article names."""

    name: str
    kind: ActorKind
    country: ActorCountry | None = None
    sectors: list[Sector] = []
    mentions: list[Span]


class Party(Span):
    """An actor or recipient of one event: `text` and its span, as the clause names it."""

    name: str
    country: ActorCountry | None = None
    sectors: list[Sector] = []


class Resolution(StrEnum):
    POINT = "point"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"


class EventPlace(Part):
    """Where an event happened."""

    geonames_id: int
    name: str = Field(
        description="as the article calls it; GeoNames' name stands in `places[]`. Of a place that"
        " GeoNames lacks, id, coordinates and resolution are those of the region or country that holds it"
    )
    country: CountryAlpha2 | None = None
    lat: float
    lon: float
    resolution: Resolution
    distance_km: float | None = Field(None, ge=0, description="as the text says: 60 km from the place")


class DatePrecision(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


CalendarDay = Annotated[str, StringConstraints(pattern=r"^(\d{4}-\d{2}-\d{2}|--\d{2}-\d{2})$")]


class EventDate(Part):
    """When an event happened; `end` is inclusive. `--MM-DD` in both where neither text nor page gives a year."""

    start: CalendarDay
    end: CalendarDay
    precision: DatePrecision


class CountKind(StrEnum):
    DEAD = "dead"
    INJURED = "injured"
    ARRESTED = "arrested"
    DEPORTED = "deported"
    DISPLACED = "displaced"
    ABDUCTED = "abducted"
    MISSING = "missing"
    PARTICIPANTS = "participants"


class Count(Part):
    """How many, and the span that says so."""

    value: int = Field(ge=0)
    low: int | None = Field(None, ge=0)
    high: int | None = Field(None, ge=0)
    approximate: bool
    start: Offset
    end: Offset


class Event(Part):
    """Who did what to whom, where, when, how many, and the clause that says so."""

    event_id: NonEmpty
    type: EventType
    mode: str | None = None
    contexts: list[Context] = []
    auxiliary: list[Auxiliary] = []
    quad_class: QuadClass
    actors: list[Party] = []
    recipients: list[Party] = []
    place: EventPlace | None = None
    date: EventDate | None = None
    counts: dict[CountKind, Count] = {}
    evidence: Span
    trigger: Span
    mentions: list[Span] = Field([], description="clauses that mention the event again")
    rule: str = Field(description="what fired")
    confidence: float = Field(ge=0, le=1)
    cameo: str | None = Field(None, description="CAMEO code, two to four digits, made from type, mode and words")

    @model_validator(mode="after")
    def _coded_as_plover_asks(self) -> Event:
        if self.mode is not None and self.mode not in MODES[self.type]:
            raise ValueError(f"{self.type} has no mode {self.mode!r}")
        if self.quad_class is not QUAD_CLASS[self.type]:
            raise ValueError(f"{self.type} is of quad class {QUAD_CLASS[self.type]}")
        for span in (self.evidence, *self.mentions):
            if span.end - span.start > EVIDENCE_LENGTH:
                raise ValueError(f"evidence is longer than {EVIDENCE_LENGTH} code points")
        return self


class TaggedArticle(Part):
    """The article that the events were read in."""

    article_id: NonEmpty
    page_id: PageId | None = None
    url: Url
    title: str
    published_at: PageTime | None = None
    language: str
    site_name: str | None = None
    fingerprint: str | None = None
    fetched_at: UtcTime | None = None


class Tagger(Part):
    """What coded the article; `coded` is false where it could not be, with the reason."""

    name: str
    version: str
    coded: bool
    reason: str | None = None


class TaggedEvents(Record):
    """One record an article, also where it holds no event."""

    schema_name: ClassVar[str] = "tagged-events.v1"

    article: TaggedArticle
    topics: list[Topic] = []
    places: list[Place] = []
    actors: list[Actor] = []
    events: list[Event] = Field([], description="the most salient first")
    tagger: Tagger
    tagged_at: UtcTime
