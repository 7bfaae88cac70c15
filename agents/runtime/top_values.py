"""A bounded number of label values: the most frequent ones by name, all others as one."""

from __future__ import annotations

from collections import Counter

OTHER = "other"

CANDIDATES = 20
"""Values that are counted for each one that has a name: enough that a value which becomes frequent is noticed."""
LEAD = 2
"""How many times as frequent as the rarest named value a newcomer must be, so that two of a kind do not replace each other
again and again."""


class TopValues:
    """Names at most `limit` values. Counts fade, so that what was frequent last month makes room.

    Whoever counts by these names stays monotone: what was counted as OTHER remains there when its value gets a name, and a
    value that loses its name only ends its series.
    """

    def __init__(self, limit: int) -> None:
        if limit < 1:
            raise ValueError(f"{limit} values by name are none; 1 or more are needed")
        self._limit = limit
        self._counts: Counter[str] = Counter()
        self._named: dict[str, None] = {}

    def name(self, value: str) -> tuple[str, str | None]:
        """Counts `value`; what to call it, and the value that lost its name to it, if one did."""
        self._counts[value] += 1
        if len(self._counts) > CANDIDATES * self._limit:
            self._fade()
        if value in self._named:
            return value, None
        if len(self._named) < self._limit:
            self._named[value] = None
            return value, None
        rarest = min(self._named, key=self._counts.__getitem__)
        if self._counts[value] <= LEAD * self._counts[rarest]:
            return OTHER, None
        del self._named[rarest]
        self._named[value] = None
        return value, rarest

    def _fade(self) -> None:
        """Halves the counts; what was seen once and has no name is forgotten."""
        kept = {value: count // 2 for value, count in self._counts.items() if count > 1 or value in self._named}
        self._counts = Counter(kept)
