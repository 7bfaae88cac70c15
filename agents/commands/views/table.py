"""What a view is: named columns, each with what fills it, and one line an event."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import NamedTuple

from schemas.event import Event, EventPlace, Party, Place, Resolution, TaggedEvents


class CountryCodes(NamedTuple):
    """Empty where the list has none."""

    alpha2: str
    alpha3: str
    fips: str
    """FIPS 10-4"""
    cow: str
    """Correlates of War"""
    name: str


@dataclass(frozen=True)
class Line:
    """One event of an article, as the columns ask for it."""

    tagged: TaggedEvents
    event: Event

    @property
    def place(self) -> EventPlace | None:
        return self.event.place

    @cached_property
    def listed(self) -> Place | None:
        """The event's place as the article's list of places has it, which knows its region, feature and mentions."""
        if self.event.place is None:
            return None
        return next((place for place in self.tagged.places if place.geonames_id == self.place_id), None)

    @property
    def place_name(self) -> str | None:
        """GeoNames' own: rows of many articles are grouped by it."""
        if self.listed or self.event.place is None:
            return self.listed.name if self.listed else None
        country = codes_of(self.event.place.country) if self.event.place.resolution is Resolution.COUNTRY else None
        return country.name if country else self.event.place.name

    @property
    def place_id(self) -> int | None:
        return self.event.place.geonames_id if self.event.place else None


@dataclass(frozen=True)
class Column:
    """`filled`: what stands there, for the documentation; `value` returns None where the record doesn't tell."""

    name: str
    filled: str
    value: Callable[[Line], object]


@dataclass(frozen=True)
class View:
    """A table of events, tab-separated. `header`: whether files of this kind begin with the columns' names."""

    name: str
    header: bool
    columns: tuple[Column, ...]

    def rows(self, tagged: TaggedEvents, events: Sequence[Event]) -> Iterator[str]:
        """Lines without their end, one an event; tabs and control characters in texts become blanks."""
        for event in events:
            line = Line(tagged, event)
            yield "\t".join(_cell(column.value(line)) for column in self.columns)

    @property
    def first_line(self) -> str:
        return "\t".join(column.name for column in self.columns)


_BLANKS = dict.fromkeys([*range(32), *range(127, 160), 0x2028, 0x2029], " ")


def _cell(value: object) -> str:
    return "" if value is None else str(value).translate(_BLANKS)


def never(_: Line) -> None:
    """Of a column that Eventwire knows nothing for."""


def role(line: Line, name: str) -> Sequence[Party]:
    """The parties of one side: `actors` or `recipients`."""
    return line.event.actors if name == "actors" else line.event.recipients


@lru_cache(maxsize=1)
def _countries() -> dict[str, CountryCodes]:
    lines = (files(__package__) / "countries.tsv").read_text(encoding="utf-8").splitlines()
    rows = [CountryCodes(*line.split("\t")) for line in lines if not line.startswith("#")]
    return {row.alpha2: row for row in rows} | {row.alpha3: row for row in rows}


def codes_of(country: str | None) -> CountryCodes | None:
    """By alpha-2 or alpha-3; None for what is no country (IGO) or unknown."""
    return _countries().get(country or "")
