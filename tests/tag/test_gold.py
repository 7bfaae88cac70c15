"""Sentences labelled before the rules were coded: every one must come out as an analyst would code it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from schemas.event import Event
from schemas.plover import MODES, Auxiliary, EventType
from tests.tag.coding import events

GOLD = tomllib.loads((Path(__file__).parent / "gold" / "sentences.toml").read_text(encoding="utf-8"))["sentence"]


@pytest.mark.parametrize("gold", GOLD, ids=[gold["text"][:60] for gold in GOLD])
def test_sentence(gold: dict[str, Any]) -> None:
    found = events(gold["text"])
    assert sorted(event.type.value for event in found) == sorted(line.split()[0] for line in gold["events"])
    for line in gold["events"]:
        wanted = line.split("|")[0].split()[0]
        _compare(line, next(event for event in found if event.type.value == wanted))
    if "date" in gold:
        assert found[0].date is not None
        assert found[0].date.start == gold["date"]
    assert set(gold.get("contexts", [])) <= {context.value for context in found[0].contexts} if found else True


def _compare(line: str, event: Event) -> None:
    """A line is "TYPE mode auxiliary | actor | recipient | place | KIND=value"; what it leaves empty may be anything."""
    head, actor, recipient, place, counts = ([part.strip() for part in line.split("|")] + [""] * 4)[:5]
    name, *rest = head.split()
    for word in rest:
        if word in MODES[EventType(name)]:
            assert event.mode == word
        else:
            assert Auxiliary(word) in event.auxiliary
    for words, parties in ((actor, event.actors), (recipient, event.recipients)):
        if words:
            assert words.lower() in " ".join(party.text for party in parties).lower()
    if place:
        assert event.place is not None
        assert event.place.name == place
    for count in counts.split():
        kind, value = count.split("=")
        assert {found.value: number.value for found, number in event.counts.items()}[kind] == int(value)
