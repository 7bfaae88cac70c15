"""How far a worker is behind: told every few seconds."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from aiokafka.errors import KafkaError

INTERVAL_S = 10.0
"""Asking the broker takes 1 to 4 ms."""
ANSWER_S = 10.0

log = logging.getLogger("eventwire.lag")


@dataclass(frozen=True, slots=True)
class Lag:
    """Of one partition: `records` from the committed position to its end; `oldest_s`: age of the oldest of them, seconds."""

    records: int
    oldest_s: float = 0.0


Lags = Mapping[tuple[str, int], Lag | None]
"""(topic, partition) -> how far; None where the broker did not tell, as of a partition without a leader."""


class Waiting:
    """Since when partitions wait of whose oldest record nothing else is known: fetched it would have told its time."""

    def __init__(self) -> None:
        self._since: dict[tuple[str, int], tuple[int, float]] = {}

    def age_s(self, tp: tuple[str, int], position: int, now: float) -> float:
        """Seconds since `position` was first seen to wait, the least that its record can be old."""
        known, since = self._since.get(tp, (-1, now))
        if known != position:
            since = now
        self._since[tp] = position, since
        return now - since

    def over(self, tp: tuple[str, int]) -> None:
        """Nothing waits there, or more is known of it."""
        self._since.pop(tp, None)


async def watch_lag(ask: Callable[[], Awaitable[Lags]], tell: Callable[[Lags], None], interval_s: float = INTERVAL_S) -> None:
    """Tells what the broker answers, every `interval_s` seconds, until it is cancelled; without an answer, nothing."""
    while True:
        try:
            lags = await asyncio.wait_for(ask(), ANSWER_S)
        except (KafkaError, TimeoutError) as error:
            log.warning("the broker did not tell how far its partitions go: %r", error)
        else:
            tell(lags)
            if silent := [f"{topic}/{partition}" for (topic, partition), lag in lags.items() if lag is None]:
                log.warning("the broker did not tell how far these go, perhaps they have no leader: %s", ", ".join(sorted(silent)))
        await asyncio.sleep(interval_s)
