"""Connects a client of aiokafka, or says in one line why Kafka can't be reached."""

from __future__ import annotations

import logging
from typing import Protocol

from aiokafka.errors import KafkaError

from agents.settings import Settings


class KafkaTrouble(Exception):
    """Kafka can't be reached, refuses, or is not set up: one line that says what, where and what to do."""


class Client(Protocol):
    async def start(self) -> None: ...


async def connect(client: Client, settings: Settings) -> None:
    """Raises KafkaTrouble; the caller stops the client in either case."""
    log = logging.getLogger("aiokafka")
    level = log.level
    log.setLevel(logging.CRITICAL)  # the exception tells the same
    try:
        await client.start()
    except (KafkaError, OSError) as error:
        raise KafkaTrouble(
            f"can't reach Kafka at {settings.brokers}: is it up, and is it the one that EVENTWIRE_BROKERS should name? ({error})"
        ) from None
    finally:
        log.setLevel(level)
