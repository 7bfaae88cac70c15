from __future__ import annotations

from agents.content import Labels
from agents.tag.content import COUNTERS
from tests.embedded import event, tagged


def counted(record: object) -> dict[str, list[Labels]]:
    return {counter.name: list(counter.read(record)) for counter in COUNTERS}


def test_events_count_by_type_and_country() -> None:
    record = tagged(event("Dockers strike.", "strike"), event("Dockers march.", "march", place=None))
    assert counted(record) == {
        "events_total": [("PROTEST", "material-conflict")] * 2,
        "events_by_country_total": [("UA",), ("none",)],
        "articles_without_events_total": [],
    }


def test_an_article_without_events_counts_with_the_reason() -> None:
    assert counted(tagged())["articles_without_events_total"] == [("nothing-found",)]
    uncoded = tagged()
    uncoded.tagger.coded = False
    assert counted(uncoded)["articles_without_events_total"] == [("language-not-coded",)]
