"""The gold sentences: some must all come out as an analyst would code them, the others measure how much does."""

from __future__ import annotations

from functools import cache

import pytest

from schemas.plover import MODES, Context, EventType
from tests.tag.coding import gold_events
from tests.tag.gold.labels import GoldSentence, read
from tests.tag.gold.score import Figure, score

MUST = read("sentences.toml")
FLOORS = {
    "found": 0.90,
    "precise": 0.87,
    "silent": 0.78,
    "mode": 0.92,
    "auxiliary": 0.96,
    "actor": 0.93,
    "recipient": 0.89,
    "place": 0.90,
    "country": 0.93,
    "sectors": 0.98,
    "counts": 0.97,
    "date": 0.97,
    "contexts": 0.94,
}
"""Of measured.toml; `python -m tests.tag.gold` prints what is reached, and with a figure's name what is wrong."""


@cache
def measured() -> dict[str, Figure]:
    return score(read("measured.toml"), gold_events)


@pytest.mark.parametrize("gold", MUST, ids=[gold.text[:60] for gold in MUST])
def test_sentence(gold: GoldSentence) -> None:
    assert [note for figure in score([gold], gold_events).values() for note in figure.wrong] == []


@pytest.mark.parametrize("figure", FLOORS)
def test_the_coder_is_as_good_as_it_was(figure: str) -> None:
    found = measured()[figure]
    assert found.share >= FLOORS[figure], "\n".join(found.wrong)


def test_the_sentences_to_measure_by_cover_the_ontology() -> None:
    sentences = read("measured.toml")
    events = [event for sentence in sentences for event in sentence.events]
    parties = [party for event in events for party in (event.actor, event.recipient)]
    assert {event.type for event in events} == set(EventType)
    assert {(event.type, event.mode) for event in events} >= {(kind, mode) for kind, modes in MODES.items() for mode in modes}
    assert {context for sentence in sentences for context in sentence.contexts} == set(Context)
    assert len({sector for party in parties for sector in party.sectors}) >= 20
