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


class _Causes(logging.Handler):
    """What aiokafka logs of each address in vain; its exception names the addresses alone."""

    def __init__(self) -> None:
        super().__init__()
        self.last = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.last = record.getMessage()


async def connect(client: Client, settings: Settings) -> None:
    """Raises KafkaTrouble; the caller stops the client in either case."""
    log = logging.getLogger("aiokafka")
    propagate, causes = log.propagate, _Causes()
    log.propagate = False
    log.addHandler(causes)
    try:
        await client.start()
    except (KafkaError, OSError) as error:
        raise KafkaTrouble(
            f"can't reach Kafka at {settings.brokers}: is it up, and is it the one that EVENTWIRE_BROKERS should name? "
            f"({causes.last or error})"
        ) from None
    finally:
        log.removeHandler(causes)
        log.propagate = propagate
