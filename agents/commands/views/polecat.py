"""POLECAT's columns (Halterman et al. 2023), the weekly files that ICEWS's users moved to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from agents.commands.views.table import Column, Line, View, codes_of, never, role
from schemas.event import ActorKind, PlaceMentionKind, Resolution
from schemas.plover import INTENSITY

_JOINT = "; "


def _joined(values: Iterable[str]) -> str:
    return _JOINT.join(dict.fromkeys(value for value in values if value))


def _event_date(line: Line) -> str | None:
    date = line.event.date
    return date.start if date and not date.start.startswith("--") else None


def _intensity(line: Line) -> float:
    event = line.event
    return INTENSITY.get((event.type, event.mode), INTENSITY[event.type, None])


def _side(title: str, parties: str) -> tuple[Column, ...]:
    """The eight columns of actors or of recipients; several of a kind are parted by "; ", as POLECAT has them."""

    def each(value: Callable[[str | None], str]) -> Callable[[Line], str]:
        return lambda line: _joined(value(party.country) for party in role(line, parties))

    def cow(country: str | None) -> str:
        codes = codes_of(country)
        return codes.cow if codes else ""

    def primary(line: Line) -> str | None:
        return next((sector.value for party in role(line, parties) for sector in party.sectors), None)

    def sectors(line: Line) -> str:
        return _joined(sector.value for party in role(line, parties) for sector in party.sectors)

    field = f"`{parties}[]`"
    return (
        Column(f"{title} Name", f"{field} `.name`", lambda line: _joined(party.name for party in role(line, parties))),
        Column(f"{title} Country", f"{field} `.country`: alpha-3 or IGO, UNO, ...", each(lambda country: country or "")),
        Column(f"{title} COW", "the country's number in the Correlates of War list", each(cow)),
        Column(f"Primary {title} Sector", f"the first of {field} `.sectors`", primary),
        Column(f"{title} Sectors", f"{field} `.sectors`", sectors),
        Column(f"{title} Title", "", never),
        Column(f"{title} Name Raw", f"{field} `.text`", lambda line: _joined(party.text for party in role(line, parties))),
        Column(f"Wikipedia {title} ID", "", never),
    )


def _raw_placename(line: Line) -> str | None:
    """As the evidence names it, else as the article does first."""
    if line.listed is None:
        return None
    names = [mention for mention in line.listed.mentions if mention.kind is PlaceMentionKind.NAME]
    evidence = line.event.evidence
    inside = [mention for mention in names if evidence.start <= mention.start < evidence.end]
    return next((mention.text for mention in inside or names), None)


def _of_place(resolution: Resolution) -> Callable[[Line], str | None]:
    return lambda line: line.place_name if line.place and line.place.resolution is resolution else None


def _province(line: Line) -> str | None:
    return line.place_name if line.listed and line.listed.feature == "ADM1" else None


def _country(line: Line) -> str | None:
    codes = codes_of(line.place.country) if line.place else None
    return codes.alpha3 if codes else None


def _source(line: Line) -> str | None:
    article = line.tagged.article
    return article.site_name or urlsplit(article.url).hostname


def _publication_date(line: Line) -> str | None:
    published = line.tagged.article.published_at
    return f"{published:%Y-%m-%d}" if published else None


def _story(*kinds: ActorKind) -> Callable[[Line], str]:
    return lambda line: _joined(actor.name for actor in line.tagged.actors if actor.kind in kinds)


POLECAT = View(
    "polecat",
    True,
    (
        Column("Event ID", "`event_id`", lambda line: line.event.event_id),
        Column("Event Date", "`date.start`; empty where the text tells no date, or no year", _event_date),
        Column("Event Type", "`type`", lambda line: line.event.type.value),
        Column("Event Mode", "`mode`", lambda line: line.event.mode),
        Column("Intensity", "PLOVER's score of the mode, else of the type", _intensity),
        Column("Quad Code", "`quad_class`, as VERBAL CONFLICT", lambda line: line.event.quad_class.value.replace("-", " ").upper()),
        Column("Contexts", "`contexts`", lambda line: _joined(context.value for context in line.event.contexts)),
        *_side("Actor", "actors"),
        *_side("Recipient", "recipients"),
        Column("Placename", "the place's name in `places[]`", lambda line: line.place_name),
        Column("City", "the same where that is a city", _of_place(Resolution.CITY)),
        Column("District", "", never),
        Column("Province", "the same where that is a first-level region", _province),
        Column("Country", "`place.country` as alpha-3", _country),
        Column("Latitude", "`place.lat`", lambda line: line.place.lat if line.place else None),
        Column("Longitude", "`place.lon`", lambda line: line.place.lon if line.place else None),
        Column("GeoNames ID", "`place.geonames_id`", lambda line: line.place_id),
        Column("Raw Placename", "the place as the evidence names it, else as the article does first", _raw_placename),
        Column("Feature Type", "its GeoNames feature code", lambda line: line.listed.feature if line.listed else None),
        Column("Source", "`article.site_name`, else the host", _source),
        Column("Publication Date", "the day of `article.published_at`", _publication_date),
        Column("Story People", "the article's `actors[]` that are persons", _story(ActorKind.PERSON)),
        Column(
            "Story Organizations",
            "its other `actors[]`",
            _story(ActorKind.ORGANIZATION, ActorKind.GOVERNMENT, ActorKind.GROUP),
        ),
        Column("Story Locations", "the article's `places[]`", lambda line: _joined(place.name for place in line.tagged.places)),
        Column("Language", "`article.language`", lambda line: line.tagged.article.language),
        Column("Version", "`tagger.name` and `.version`", lambda line: f"{line.tagged.tagger.name} {line.tagged.tagger.version}"),
    ),
)
"""The names and their order as in the published files."""
