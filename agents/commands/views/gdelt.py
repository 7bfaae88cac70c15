"""GDELT 2.0's event table: 61 columns in the order of its codebook (GDELT-Event_Codebook-V2.0), no header."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import UTC

from agents.commands.views.table import Column, Line, View, codes_of, never, role
from schemas import cameo
from schemas.event import Event, EventDate, EventPlace, Party, Resolution
from schemas.plover import Sector

_TYPES = {
    **{sector: sector.value for sector in (Sector.COP, Sector.GOV, Sector.JUD, Sector.LEG, Sector.MIL, Sector.OPP, Sector.REB)},
    **{sector: sector.value for sector in (Sector.SPY, Sector.UAF, Sector.AGR, Sector.BUS, Sector.CRM, Sector.CVL, Sector.EDU)},
    **{sector: sector.value for sector in (Sector.ELI, Sector.LAB, Sector.REF)},
    Sector.MED: "HLH",
    Sector.JRN: "MED",
}
"""CAMEO's role codes of PLOVER's sectors: its MED are the media. PRM, PTY, PRE, REL, SOC and UNK have none."""
_GROUP_TYPES = frozenset({"IGO", "IMG", "MNC", "NGO"})
"""What PLOVER writes in the place of a country is a role for CAMEO, but for the United Nations, a known group."""
_ROLES = 3
_ISO_REGIONS = frozenset({"BE", "CH", "ME"})
"""Where GeoNames numbers regions by ISO 3166-2, not by FIPS 10-4; so it does where a code has not two characters (GB)."""


def _global_id(line: Line) -> int:
    """A number below 2^60 from `event_id`: its first digits, or those of its hash where it is no hexadecimal number."""
    identity = line.event.event_id
    known = identity if re.fullmatch(r"[0-9a-f]{15,}", identity) else hashlib.sha256(identity.encode()).hexdigest()
    return int(known[:15], 16)


def _date(line: Line) -> EventDate | None:
    date = line.event.date
    return date if date and not date.start.startswith("--") else None


def _same(length: int) -> Callable[[Line], str | None]:
    """The first digits of the date, where its first and last day have them in common."""

    def digits(line: Line) -> str | None:
        date = _date(line)
        first, last = (date.start[:length], date.end[:length]) if date else ("", "")
        return first.replace("-", "") if first and first == last else None

    return digits


def _fraction(line: Line) -> str | None:
    """The codebook's own: year + (month x 30 + day) / 365."""
    day = _same(10)(line)
    return f"{int(day[:4]) + min((int(day[4:6]) * 30 + int(day[6:])) / 365, 0.9999):.4f}" if day else None


def _first(parties: str) -> Callable[[Line], Party | None]:
    return lambda line: next(iter(role(line, parties)), None)


def _country(party: Party) -> str | None:
    return party.country if codes_of(party.country) else None


def _group(party: Party) -> str | None:
    return "UNO" if party.country == "UNO" else None


def _roles(party: Party) -> list[str]:
    groups = [party.country] if party.country in _GROUP_TYPES else []
    return [*groups, *(_TYPES[sector] for sector in party.sectors if sector in _TYPES)][:_ROLES]


def _code(party: Party) -> str | None:
    """CAMEO's chain of three letters: NGAREB."""
    return "".join(part for part in (_country(party), _group(party), *_roles(party)) if part) or None


def _side(actor: str, parties: str) -> tuple[Column, ...]:
    """The ten columns of one side."""
    first = _first(parties)

    def of(value: Callable[[Party], str | None]) -> Callable[[Line], str | None]:
        def told(line: Line) -> str | None:
            party = first(line)
            return value(party) if party else None

        return told

    def role_number(n: int) -> Callable[[Line], str | None]:
        return of(lambda party: next(iter(_roles(party)[n:]), None))

    field = f"`{parties}[0]`"
    return (
        Column(f"{actor}Code", "country, group and roles in one", of(_code)),
        Column(f"{actor}Name", f"{field} `.name` in capitals", of(lambda party: party.name.upper())),
        Column(f"{actor}CountryCode", f"{field} `.country`: ISO alpha-3", of(_country)),
        Column(f"{actor}KnownGroupCode", "UNO for the United Nations", of(_group)),
        Column(f"{actor}EthnicCode", "", never),
        Column(f"{actor}Religion1Code", "", never),
        Column(f"{actor}Religion2Code", "", never),
        Column(
            f"{actor}Type1Code",
            f"{field} `.sectors` as CAMEO's roles (JRN is MED there, MED is HLH); IGO, NGO, ...",
            role_number(0),
        ),
        Column(f"{actor}Type2Code", "the second of them", role_number(1)),
        Column(f"{actor}Type3Code", "the third", role_number(2)),
    )


def _coded(value: Callable[[str], object]) -> Callable[[Line], object]:
    return lambda line: value(line.event.cameo) if line.event.cameo else None


def _geo(name: str, *columns: tuple[str, str, Callable[[Line], object]]) -> tuple[Column, ...]:
    return tuple(Column(f"{name}Geo_{column}", filled, value) for column, filled, value in columns)


_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")


def _geo_type(line: Line) -> int | None:
    """1 country, 2 state of the US, 3 place in the US, 4 place elsewhere, 5 region elsewhere."""
    place = line.place
    if place is None:
        return None
    if place.resolution is Resolution.COUNTRY:
        return 1
    american = place.country == "US"
    if place.resolution is Resolution.REGION:
        return 2 if american else 5
    return 3 if american else 4


def _full_name(line: Line) -> str | None:
    if line.place is None:
        return None
    codes = codes_of(line.place.country)
    return line.place_name if codes is None or codes.name == line.place_name else f"{line.place_name}, {codes.name}"


def _fips(place: EventPlace | None) -> str | None:
    codes = codes_of(place.country) if place else None
    return codes.fips or None if codes else None


def _adm1(line: Line) -> str | None:
    fips, region = _fips(line.place), line.listed.admin1 if line.listed else None
    if line.place is None or fips is None or line.place.country in _ISO_REGIONS:
        return None
    if line.place.resolution is Resolution.COUNTRY:
        return fips
    return f"{fips}{region}" if region and len(region) == 2 else None


def _mentions(event: Event) -> int:
    return 1 + len(event.mentions)


GDELT = View(
    "gdelt",
    False,
    (
        Column("GlobalEventID", "a number below 2^60 made from `event_id`", _global_id),
        Column("Day", "YYYYMMDD of `date`, where that is one day", _same(10)),
        Column("MonthYear", "YYYYMM, where it lies in one month", _same(7)),
        Column("Year", "YYYY, where it lies in one year", _same(4)),
        Column("FractionDate", "of the day, by the codebook's (month x 30 + day) / 365", _fraction),
        *_side("Actor1", "actors"),
        *_side("Actor2", "recipients"),
        Column("IsRootEvent", "", never),
        Column("EventCode", "`cameo`", _coded(str)),
        Column("EventBaseCode", "its first three digits", _coded(cameo.base_of)),
        Column("EventRootCode", "its first two", _coded(cameo.root_of)),
        Column("QuadClass", "CAMEO's, 1 to 4", _coded(cameo.quad_class_of)),
        Column("GoldsteinScale", "of the code", _coded(cameo.goldstein_of)),
        Column("NumMentions", "clauses of this article that tell it", lambda line: _mentions(line.event)),
        Column("NumSources", "1: a line is what one article tells", lambda _: 1),
        Column("NumArticles", "1", lambda _: 1),
        Column("AvgTone", "", never),
        *_geo("Actor1", *((column, "", never) for column in _GEO)),
        *_geo("Actor2", *((column, "", never) for column in _GEO)),
        *_geo(
            "Action",
            ("Type", "1 country, 2 US state, 3 US place, 4 place, 5 region elsewhere: by `place.resolution`", _geo_type),
            ("FullName", "the place's name in `places[]` and the country's", _full_name),
            ("CountryCode", "FIPS 10-4 of `place.country`", lambda line: _fips(line.place)),
            ("ADM1Code", "FIPS country and GeoNames region code, where that is FIPS too", _adm1),
            ("ADM2Code", "", never),
            ("Lat", "`place.lat`", lambda line: line.place.lat if line.place else None),
            ("Long", "`place.lon`", lambda line: line.place.lon if line.place else None),
            ("FeatureID", "", never),
        ),
        Column(
            "DATEADDED", "YYYYMMDDHHMMSS of `tagged_at`, UTC", lambda line: f"{line.tagged.tagged_at.astimezone(UTC):%Y%m%d%H%M%S}"
        ),
        Column("SOURCEURL", "`article.url`", lambda line: line.tagged.article.url),
    ),
)
