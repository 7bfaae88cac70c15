import asyncio
import csv
import io
import json
from collections.abc import Iterable

import pytest

from agents.runtime.publisher import RawRecord
from agents.settings import Settings
from schemas import topics
from schemas.base import Record
from schemas.topics import Topic
from tests.commands.conftest import Eventwire
from tests.embedded import article, dead_letter, event, put, rejected, tagged

STRIKE = event("Dockers struck in Odesa on Sunday.", "struck")
KILLING = event(
    "Gunmen killed two guards.",
    "killed",
    event_id="k",
    type="ASSAULT",
    mode="firearms",
    place={"geonames_id": 1, "name": "Lagos", "country": "NG", "lat": 6.5, "lon": 3.4, "resolution": "city"},
    counts={"dead": {"value": 2, "approximate": False, "start": 14, "end": 17}},
)


def given(settings: Settings, topic: Topic, *records: Record | RawRecord) -> None:
    asyncio.run(put(settings, topic, *records))


def all_of(eventwire: Eventwire, *arguments: str) -> list[dict]:
    result = eventwire("tail", *arguments, "--from-beginning", "--once")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def titles(found: Iterable[dict]) -> set[str]:
    return {record["article"]["title"] for record in found}


def test_in_a_pipe_it_prints_the_records_as_json_lines(eventwire: Eventwire, wire: Settings):
    given(wire, topics.ARTICLES, article())
    assert all_of(eventwire, "articles") == [json.loads(article().to_json())]


def test_it_ends_after_the_limit(eventwire: Eventwire, wire: Settings):
    given(wire, topics.REJECTED, *(rejected(f"https://x.example/{number}") for number in range(5)))
    assert len(all_of(eventwire, "rejected", "-n", "2")) == 2


def test_a_record_that_can_not_be_read_is_named_and_the_others_go_on(eventwire: Eventwire, wire: Settings):
    given(wire, topics.ARTICLES, RawRecord(b"key", b"{"), RawRecord(b"key", b"{}"), article())
    result = eventwire("tail", "articles", "--from-beginning", "--once")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1)
    assert "offset 0 can't be read: no JSON" in result.stderr
    assert "offset 1 can't be read: no CleanArticle" in result.stderr


@pytest.mark.parametrize(
    ("filters", "types"),
    [
        (["--type", "assault"], ["ASSAULT"]),
        (["--country", "ua"], ["PROTEST"]),
        (["--type", "ASSAULT", "--type", "PROTEST"], ["PROTEST", "ASSAULT"]),
        (["--type", "AID"], []),
        (["--type", "ASSAULT", "--country", "UA"], []),
    ],
)
def test_events_are_narrowed_to_those_that_are_wanted(eventwire: Eventwire, wire: Settings, filters: list[str], types: list[str]):
    given(wire, topics.EVENTS, tagged(STRIKE, KILLING), tagged())
    found = all_of(eventwire, "events", *filters)
    assert [coded["type"] for record in found for coded in record["events"]] == types


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        (["--site", "a.example"], {"one", "two"}),
        (["--site", "news.a.example"], {"two"}),
        (["--since", "2026-03-02"], set()),
        (["--since", "2026-03-01T12:00Z"], {"one", "two", "three"}),
        (["--until", "2026-03-01"], {"one", "two", "three"}),
        (["--until", "2026-03-01T12:00Z"], set()),
        (["--since", "2h"], set()),
    ],
)
def test_articles_are_chosen_by_site_and_time(eventwire: Eventwire, wire: Settings, filters: list[str], wanted: set[str]):
    urls = {"one": "https://a.example/", "two": "https://news.a.example/", "three": "https://ba.example/"}
    given(wire, topics.EVENTS, *(tagged(STRIKE, url=url, title=title) for title, url in urls.items()))
    assert titles(all_of(eventwire, "events", *filters)) == wanted


def test_rejections_and_dead_letters_are_chosen_by_reason(eventwire: Eventwire, wire: Settings):
    given(wire, topics.REJECTED, rejected(reason="empty"), rejected(reason="blocked"))
    given(wire, topics.DEAD_LETTERS, dead_letter(headers=(("crawl", b"daily"),)))
    assert [record["reason"] for record in all_of(eventwire, "rejected", "--reason", "blocked")] == ["blocked"]
    assert all_of(eventwire, "deadletters", "--reason", "crashed") == []
    [letter] = all_of(eventwire, "deadletters", "--reason", "undecodable")
    assert (letter["stage"], letter["offset"], letter["value_bytes"], letter["headers"]) == ("clean", 0, 1, {"crawl": "daily"})


def test_as_text_an_event_is_a_line_with_its_evidence_under_it(eventwire: Eventwire, wire: Settings):
    given(wire, topics.EVENTS, tagged(KILLING), tagged(title="nothing happened"))
    result = eventwire("tail", "events", "--from-beginning", "--once", "--format", "text")
    assert result.stdout.splitlines()[1:] == [
        "Dockers strike",
        "  harbour-post.example · 2026-03-01 12:00 · en",
        "  ASSAULT/firearms  dockers  Lagos, NG  2026-03-01  2 dead",
        '      "Gunmen killed two guards."',
    ]


def test_text_of_strangers_can_not_repaint_the_terminal(eventwire: Eventwire, wire: Settings):
    given(wire, topics.ARTICLES, article(title="Dockers\x1b[2J\u202e strike"))
    result = eventwire("tail", "articles", "--from-beginning", "--once", "--format", "text")
    assert "Dockers [2J  strike" in result.stdout


def test_as_csv_each_event_is_a_line(eventwire: Eventwire, wire: Settings):
    given(wire, topics.EVENTS, tagged(STRIKE, KILLING), tagged())
    result = eventwire("tail", "events", "--from-beginning", "--once", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["type"], row["place"], row["dead"], row["evidence"]) for row in rows] == [
        ("PROTEST", "Odesa", "", "Dockers struck in Odesa on Sunday."),
        ("ASSAULT", "Lagos", "2", "Gunmen killed two guards."),
    ]


@pytest.mark.parametrize(("format_", "columns", "lines"), [("polecat", 40, 3), ("gdelt", 61, 2)])
def test_events_are_lines_of_other_data_sets(eventwire: Eventwire, wire: Settings, format_: str, columns: int, lines: int):
    given(wire, topics.EVENTS, tagged(STRIKE, KILLING), tagged())
    result = eventwire("tail", "events", "--from-beginning", "--once", "--format", format_)
    assert [len(line.split("\t")) for line in result.stdout.splitlines()] == [columns] * lines
    assert result.stdout.startswith("Event ID\t") == (format_ == "polecat")


@pytest.mark.parametrize("kind", ["articles", "rejected", "deadletters"])
@pytest.mark.parametrize("format_", ["text", "csv"])
def test_every_topic_has_every_format(eventwire: Eventwire, wire: Settings, kind: str, format_: str):
    given(wire, topics.ARTICLES, article())
    given(wire, topics.REJECTED, rejected())
    given(wire, topics.DEAD_LETTERS, dead_letter())
    result = eventwire("tail", kind, "--from-beginning", "--once", "--format", format_)
    assert result.exit_code == 0, result.output
    assert {"articles": "Dockers strike", "rejected": "not-an-article", "deadletters": "undecodable"}[kind] in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["articles", "--type", "ASSAULT"], "--type does not apply to articles"),
        (["articles", "--format", "gdelt"], "--format gdelt does not apply to articles"),
        (["events", "--reason", "empty"], "--reason does not apply to events"),
        (["rejected", "--reason", "nonsense"], "not-html"),
        (["events", "--since", "yesterday"], "is no date"),
        (["events", "--country", "Ukraine"], "two letters"),
        (["nothing"], "deadletters"),
    ],
)
def test_wrong_usage_is_explained(eventwire: Eventwire, arguments: list[str], said: str):
    result = eventwire("tail", *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.replace("│", " ").split())


def test_a_broker_that_is_not_there_ends_it_with_one_line(eventwire: Eventwire):
    result = eventwire("tail", "events")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "EVENTWIRE_BROKERS" in result.stderr
