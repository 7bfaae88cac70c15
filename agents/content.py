"""What a stage counts of the records that it makes, declared without knowing of metrics.

ContentCounter("events_total", "Coded events.", ("type",), read=lambda tagged: [(event.type,) for event in tagged.events])
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

Labels = tuple[str, ...]
"""A value for each label, in the order of the labels."""


@dataclass(frozen=True, slots=True)
class ContentCounter:
    """`read` tells of one record what is to be counted, each as its labels' values; it runs in a pool process, right after the
    transform, and must not raise.

    `known`: what is shown as 0 from the start, so that its first occurrence is seen as a rise. `bounded`: the label whose values
    come from strangers; only the most frequent ones have series of their own.
    """

    name: str
    help: str
    labels: Labels
    read: Callable[[Any], Iterable[Labels]]
    known: tuple[Labels, ...] = ()
    bounded: str = ""
