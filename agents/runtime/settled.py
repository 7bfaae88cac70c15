"""Which records of a partition are done with, as text that fits beside a consumer group's offset.

    settled = Settled.parse(17, "19-25,30")     # 0 to 16, 19 to 25 and 30
    settled.add(17)
    settled.offset, settled.text                # 18, "19-25,30"

Kafka keeps a string with each committed offset; no store of our own is needed to remember what was done out of order.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Self

LARGEST = 4096
"""Bytes of that string that a broker takes (`offset.metadata.max.bytes`)."""


class TooScattered(Exception):
    """There are more gaps than the string has room for."""


@dataclass(slots=True)
class Settled:
    """Every offset below `offset`, and those in `ranges`: [first, last], sorted, apart from each other and above `offset`."""

    offset: int = 0
    ranges: list[list[int]] = field(default_factory=list)

    @classmethod
    def parse(cls, offset: int, text: str) -> Self:
        """Raises ValueError where `text` is none of ours."""
        ranges = []
        for part in filter(None, text.split(",")):
            first, _, last = part.partition("-")
            ranges.append([int(first), int(last or first)])
        return cls(offset, ranges)

    @property
    def text(self) -> str:
        """Raises TooScattered."""
        text = ",".join(str(first) if first == last else f"{first}-{last}" for first, last in self.ranges)
        if len(text) > LARGEST:
            raise TooScattered
        return text

    def __contains__(self, offset: int) -> bool:
        return offset < self.offset or any(first <= offset <= last for first, last in self.ranges)

    def add(self, offset: int) -> None:
        if offset in self:
            return
        at = bisect_right(self.ranges, [offset])
        self.ranges.insert(at, [offset, offset])
        if at + 1 < len(self.ranges) and self.ranges[at + 1][0] == offset + 1:
            self.ranges[at][1] = self.ranges.pop(at + 1)[1]
        if at and self.ranges[at - 1][1] == offset - 1:
            self.ranges[at - 1][1] = self.ranges.pop(at)[1]
        self._advance()

    def start(self, offset: int) -> None:
        """What lay before `offset` is gone from the topic."""
        self.offset = max(self.offset, offset)
        self.ranges = [[first, last] for first, last in self.ranges if last >= self.offset]
        self._advance()

    def _advance(self) -> None:
        if self.ranges and self.ranges[0][0] <= self.offset:
            self.offset = self.ranges.pop(0)[1] + 1
