"""Events in POLECAT's and GDELT's columns."""

from __future__ import annotations

from typing import Any

import pytest

from agents.commands.views import VIEWS
from ops import views
from schemas.event import Event, TaggedEvents

EVIDENCE = "Rebels killed two Nigerian soldiers in Lagos on Sunday."
EVENT: dict[str, Any] = {
    "event_id": "0123456789abcdef0123456789abcdef",
    "type": "ASSAULT",
    "mode": "firearms",
    "contexts": ["military", "terrorism"],
    "quad_class": "material-conflict",
    "actors": [{"name": "Rebels", "sectors": ["REB"], "start": 0, "end": 6, "text": "Rebels"}],
    "recipients": [{"name": "Nigerian soldiers", "country": "NGA", "sectors": ["MIL"], "start": 14, "end": 35,
                    "text": "two Nigerian\tsoldiers"}],
    "place": {"geonames_id": 2332459, "name": "Lagos", "country": "NG", "lat": 6.45407, "lon": 3.39467, "resolution": "city"},
    "date": {"start": "2026-03-01", "end": "2026-03-01", "precision": "day"},
    "counts": {},
    "evidence": {"start": 0, "end": len(EVIDENCE), "text": EVIDENCE},
    "trigger": {"start": 7, "end": 13, "text": "killed"},
    "mentions": [{"start": 90, "end": 99, "text": "the attack"}],
    "rule": "ASSAULT/killing",
    "confidence": 0.9,
    "cameo": "193",
}  # fmt: skip


def tagged(**fields: Any) -> TaggedEvents:
    record = {
        "article": {
            "article_id": "a",
            "url": "https://www.harbour-post.example/lagos",
            "title": "Two soldiers killed",
            "published_at": "2026-03-02T10:00:00+01:00",
            "language": "en",
        },
        "places": [
            {
                "geonames_id": 2332459,
                "name": "Lagos",
                "country": "NG",
                "admin1": "05",
                "feature": "PPLA2",
                "lat": 6.45,
                "lon": 3.4,
                "mentions": [{"start": 39, "end": 44, "text": "Lagos", "kind": "name"}],
            }
        ],
        "actors": [
            {"name": "Ada Obi", "kind": "person", "mentions": []},
            {"name": "Red Cross", "kind": "organization", "mentions": []},
        ],
        "events": [EVENT | fields],
        "tagger": {"name": "eventwire-lexicon", "version": "1", "coded": True},
        "tagged_at": "2026-03-02T10:00:05Z",
    }
    return TaggedEvents.model_validate(record)


def row(view: str, **fields: Any) -> dict[str, str]:
    """By column, without the empty ones."""
    record = tagged(**fields)
    [line] = VIEWS[view].rows(record, record.events)
    cells = line.split("\t")
    assert len(cells) == len(VIEWS[view].columns)
    return {column.name: cell for column, cell in zip(VIEWS[view].columns, cells, strict=True) if cell}


def test_polecat_has_its_forty_columns():
    assert row("polecat") == {
        "Event ID": "0123456789abcdef0123456789abcdef",
        "Event Date": "2026-03-01",
        "Event Type": "ASSAULT",
        "Event Mode": "firearms",
        "Intensity": "-9.0",
        "Quad Code": "MATERIAL CONFLICT",
        "Contexts": "military; terrorism",
        "Actor Name": "Rebels",
        "Primary Actor Sector": "REB",
        "Actor Sectors": "REB",
        "Actor Name Raw": "Rebels",
        "Recipient Name": "Nigerian soldiers",
        "Recipient Country": "NGA",
        "Recipient COW": "475",
        "Primary Recipient Sector": "MIL",
        "Recipient Sectors": "MIL",
        "Recipient Name Raw": "two Nigerian soldiers",
        "Placename": "Lagos",
        "City": "Lagos",
        "Country": "NGA",
        "Latitude": "6.45407",
        "Longitude": "3.39467",
        "GeoNames ID": "2332459",
        "Raw Placename": "Lagos",
        "Feature Type": "PPLA2",
        "Source": "www.harbour-post.example",
        "Publication Date": "2026-03-02",
        "Story People": "Ada Obi",
        "Story Organizations": "Red Cross",
        "Story Locations": "Lagos",
        "Language": "en",
        "Version": "eventwire-lexicon 1",
    }
    assert len(VIEWS["polecat"].columns) == 40


def test_gdelt_has_its_sixty_one_columns():
    assert row("gdelt") == {
        "GlobalEventID": str(0x0123456789ABCDE),
        "Day": "20260301",
        "MonthYear": "202603",
        "Year": "2026",
        "FractionDate": "2026.2493",
        "Actor1Code": "REB",
        "Actor1Name": "REBELS",
        "Actor1Type1Code": "REB",
        "Actor2Code": "NGAMIL",
        "Actor2Name": "NIGERIAN SOLDIERS",
        "Actor2CountryCode": "NGA",
        "Actor2Type1Code": "MIL",
        "EventCode": "193",
        "EventBaseCode": "193",
        "EventRootCode": "19",
        "QuadClass": "4",
        "GoldsteinScale": "-10.0",
        "NumMentions": "2",
        "NumSources": "1",
        "NumArticles": "1",
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Lagos, Nigeria",
        "ActionGeo_CountryCode": "NI",
        "ActionGeo_ADM1Code": "NI05",
        "ActionGeo_Lat": "6.45407",
        "ActionGeo_Long": "3.39467",
        "DATEADDED": "20260302100005",
        "SOURCEURL": "https://www.harbour-post.example/lagos",
    }
    assert len(VIEWS["gdelt"].columns) == 61


@pytest.mark.parametrize("view", VIEWS)
def test_what_the_record_does_not_tell_is_empty(view: str):
    bare = row(view, actors=[], recipients=[], place=None, date=None, contexts=[], cameo=None, mode=None)
    dated = [name for name in bare if "Day" in name or "Year" in name or name == "Event Date"]
    told = [name for name in bare if name.startswith(("Actor", "Recipient", "Primary", "ActionGeo", "Lat", "Lon", "Event Mode"))]
    coded = [name for name in bare if name in ("EventCode", "QuadClass", "GoldsteinScale", "Contexts")]
    assert dated == told == coded == []


def test_a_day_without_a_year_is_no_date():
    date = {"start": "--03-01", "end": "--03-01", "precision": "day"}
    assert "Event Date" not in row("polecat", date=date)
    assert "Year" not in row("gdelt", date=date)


def test_of_a_month_gdelt_has_no_day():
    found = row("gdelt", date={"start": "2026-02-01", "end": "2026-02-28", "precision": "month"})
    assert (found.get("Day"), found["MonthYear"], found["Year"]) == (None, "202602", "2026")


@pytest.mark.parametrize(
    ("party", "code", "types"),
    [
        ({"country": "USA", "sectors": ["GOV", "MIL"]}, "USAGOVMIL", ("GOV", "MIL")),
        ({"country": "UNO", "sectors": []}, "UNO", (None, None)),
        ({"country": "NGO", "sectors": ["MED"]}, "NGOHLH", ("NGO", "HLH")),
        ({"country": None, "sectors": ["JRN", "SOC"]}, "MED", ("MED", None)),
    ],
)
def test_sectors_are_roles_of_cameo(party: dict[str, Any], code: str, types: tuple[str | None, str | None]):
    found = row("gdelt", actors=[{"name": "X", "start": 0, "end": 1, "text": "X", **party}])
    assert (found["Actor1Code"], found.get("Actor1Type1Code"), found.get("Actor1Type2Code")) == (code, *types)


@pytest.mark.parametrize(
    ("country", "resolution", "kind"), [("US", "city", "3"), ("US", "region", "2"), ("NG", "region", "5"), ("NG", "country", "1")]
)
def test_gdelt_tells_american_places_from_others(country: str, resolution: str, kind: str):
    assert row("gdelt", place=EVENT["place"] | {"country": country, "resolution": resolution})["ActionGeo_Type"] == kind


def test_an_id_that_is_no_hexadecimal_number_is_hashed_to_one():
    first, again, other = (row("gdelt", event_id=identity)["GlobalEventID"] for identity in ("e-1", "e-1", "e-2"))
    assert first == again != other
    assert 0 <= int(first) < 1 << 60


def test_several_actors_stand_in_one_cell_of_polecat():
    two = [{"name": name, "country": "NGA", "start": 0, "end": 1, "text": name} for name in ("A", "B")]
    found = row("polecat", actors=two)
    assert (found["Actor Name"], found["Actor Country"]) == ("A; B", "NGA")


def test_only_the_events_that_are_asked_for_are_lines():
    record = tagged()
    other = Event.model_validate(EVENT | {"event_id": "f" * 32})
    assert len([*VIEWS["gdelt"].rows(record, [*record.events, other])]) == 2
    assert [*VIEWS["gdelt"].rows(record, [])] == []


def test_the_document_is_fresh():
    assert views.TABLE.read_text(encoding="utf-8") == views.document(), "stale: run python -m ops.views"
