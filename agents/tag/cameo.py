"""The CAMEO code of an event that is coded in PLOVER, for those who count by CAMEO.

PLOVER put together what CAMEO parts (a request is an appeal, 02, or a demand, 10) and the other way round (violence that
destroys, 1712, is CAMEO's coercion). data/cameo.tsv parts it again by mode, content, words, contexts and actors.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from agents.tag.merge import Candidate
from schemas.cameo import root_of
from schemas.plover import MODES, Context, EventType, Sector

Content = tuple[EventType, str | None]
"""Type and mode of an event that a speech act speaks of."""


@dataclass(frozen=True)
class Clues:
    """What of an event decides its code besides type and mode: the text of trigger and evidence, what it speaks of, its
    contexts, and its actors' sectors."""

    trigger: str
    evidence: str
    content: Collection[Content] = ()
    contexts: Collection[Context] = ()
    sectors: Collection[Sector] = ()


@dataclass(frozen=True)
class _Line:
    mode: str | None
    any_mode: bool
    condition: str
    values: frozenset[str]
    pattern: re.Pattern[str] | None
    stems: tuple[str, ...]
    """One of which stands in a text that the pattern is found in: sooner sought than that."""
    code: str

    def fits(self, clues: Clues) -> bool:
        if self.pattern is not None:
            text = clues.trigger if self.condition == "trigger" else clues.evidence
            lower = text.lower()
            for stem in self.stems:
                if stem in lower:
                    return self.pattern.search(text) is not None
            return False
        if self.condition == "content":
            return any(type_ in self.values or f"{type_}/{mode_}" in self.values for type_, mode_ in clues.content)
        if self.condition == "context":
            return not self.values.isdisjoint(clues.contexts)
        if self.condition == "actor":
            return not self.values.isdisjoint(clues.sectors)
        return True


_INSISTING = re.compile(r"demand|insist|order|ultimatum", re.IGNORECASE)
_DEMANDS = {
    "020": "100", "023": "103", "0231": "1031", "0232": "1032", "0233": "1033", "0234": "1034", "0241": "1041", "0242": "1042",
    "0243": "1043", "025": "105", "0253": "1053", "0254": "1054", "0255": "1055", "0256": "1056", "026": "108", "028": "105",
}  # fmt: skip
"""Codes of appeals, and those of the demands for the same."""


def cameo_of(event_type: EventType, mode: str | None, clues: Clues) -> str:
    """Three or four digits, the more exact the more its words say."""
    code = next(line.code for line in _lines(event_type, mode) if line.fits(clues))
    return _DEMANDS.get(code, code) if _INSISTING.search(clues.trigger) else code


def clues_of(event: Candidate, contexts: Collection[Context]) -> Clues:
    """What decides the code of an event as the coder has it."""
    return Clues(
        event.trigger.text,
        event.evidence.text,
        [(spoken_of.type, spoken_of.group.mode) for spoken_of in event.told.content],
        contexts,
        event.actor.sectors if event.actor else (),
    )


@cache
def _lines(event_type: EventType, mode: str | None) -> list[_Line]:
    """Those for a type and a mode of it."""
    return [line for line in _table()[event_type] if line.any_mode or line.mode == mode]


@lru_cache(maxsize=1)
def _table() -> dict[EventType, list[_Line]]:
    table: dict[EventType, list[_Line]] = {event_type: [] for event_type in EventType}
    for event_type, line in _read():
        table[event_type].append(line)
    return table


def _read() -> Iterator[tuple[EventType, _Line]]:
    """data/cameo.tsv. Raises ValueError where a line names what is unknown to PLOVER or CAMEO."""
    path = files(__package__) / "data" / "cameo.tsv"
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not row or row.startswith("#"):
            continue
        name, mode, when, code = row.split("\t")
        condition, *values = when.split()
        event_type = EventType(name)
        root_of(code)
        if mode not in MODES[event_type] | {"-", "*"} or condition not in ("-", "content", "trigger", "words", "context", "actor"):
            raise ValueError(f"data/cameo.tsv line {number}: {event_type} has no mode {mode!r}, or {when!r} is no condition")
        pattern = None
        stems: tuple[str, ...] = ()
        if condition in ("trigger", "words"):
            ends = (re.escape(value.rstrip("*")) + (r"\w*" if value.endswith("*") else "") for value in values)
            stems = tuple(value.rstrip("*").lower() for value in values)
            pattern = re.compile(rf"\b(?:{'|'.join(ends)})\b", re.IGNORECASE)
        yield event_type, _Line(None if mode in "-*" else mode, mode == "*", condition, frozenset(values), pattern, stems, code)
