"""How far a worker is behind: told every few seconds."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping

from aiokafka.errors import KafkaError

INTERVAL_S = 10.0
"""Asking the broker takes 1 to 4 ms."""
ANSWER_S = 10.0

log = logging.getLogger("eventwire.lag")

Lags = Mapping[tuple[str, int], int]
"""(topic, partition) -> records."""


async def watch_lag(ask: Callable[[], Awaitable[Lags]], tell: Callable[[Lags], None], interval_s: float = INTERVAL_S) -> None:
    """Tells what the broker answers, every `interval_s` seconds, until it is cancelled; without an answer, nothing."""
    while True:
        try:
            tell(await asyncio.wait_for(ask(), ANSWER_S))
        except (KafkaError, TimeoutError) as error:
            log.warning("the broker did not tell how far its partitions go: %r", error)
        await asyncio.sleep(interval_s)
