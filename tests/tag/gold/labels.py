"""Gold sentences as values; measured.toml says how a line is written."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from schemas.plover import MODES, Auxiliary, EventType, Sector

HERE = Path(__file__).parent
_NUMBER = re.compile(r"(?P<about>~)?(?P<low>\d+)?(?P<range>\.\.)?(?P<high>\d+)?(?P<open>\+)?")


@dataclass(frozen=True)
class GoldParty:
    """Words that the party's text holds, and what is said of it; what is left empty may be anything."""

    words: str = ""
    sectors: frozenset[str] = frozenset()
    country: str | None = None


@dataclass(frozen=True)
class GoldCount:
    """As the record has it; a range is known by its bounds alone."""

    value: int | None
    low: int | None
    high: int | None
    approximate: bool


@dataclass(frozen=True)
class GoldEvent:
    type: EventType
    mode: str | None
    auxiliary: frozenset[str]
    actor: GoldParty = GoldParty()
    recipient: GoldParty = GoldParty()
    place: str = ""
    counts: dict[str, GoldCount] | None = None
    """None: not asked; empty: there is none."""
    date: tuple[str, str, str] | None = None
    """Start, end, precision."""


@dataclass(frozen=True)
class GoldSentence:
    text: str
    events: list[GoldEvent]
    contexts: frozenset[str] = frozenset()
    undated: bool = False


def read(name: str) -> list[GoldSentence]:
    """The sentences of a file in this folder."""
    rows = tomllib.loads((HERE / name).read_text(encoding="utf-8"))["sentence"]
    return [
        GoldSentence(
            row["text"], [_event(line) for line in row["events"]], frozenset(row.get("contexts", [])), row.get("undated", False)
        )
        for row in rows
    ]


def _event(line: str) -> GoldEvent:
    head, actor, recipient, place, counts, date = ([part.strip() for part in line.split("|")] + [""] * 5)[:6]
    name, *rest = head.split()
    event_type = EventType(name)
    modes = [word for word in rest if word in MODES[event_type]]
    auxiliary = frozenset(Auxiliary(word).value for word in rest if word not in modes)
    return GoldEvent(
        event_type, modes[0] if modes else None, auxiliary, _party(actor), _party(recipient), place, _counts(counts), _date(date)
    )


def _party(part: str) -> GoldParty:
    words, _, codes = part.partition("[")
    known = codes.rstrip("]").split()
    sectors = frozenset(code for code in known if code in Sector.__members__)
    return GoldParty(words.strip(), sectors, next((code for code in known if code not in sectors), None))


def _counts(part: str) -> dict[str, GoldCount] | None:
    if part == "none":
        return {}
    counts = {}
    for word in part.split():
        kind, number = word.split("=")
        found = _NUMBER.fullmatch(number)
        assert found, word
        low, high = (int(found[name]) if found[name] else None for name in ("low", "high"))
        bounded = bool(found["range"] or found["open"])
        counts[kind] = GoldCount(None if bounded else low, low if bounded else None, high, bounded or bool(found["about"]))
    return counts or None


def _date(part: str) -> tuple[str, str, str] | None:
    if not part:
        return None
    days, _, precision = part.partition(" ")
    start, _, end = days.partition("..")
    return start, end or start, precision or "day"
