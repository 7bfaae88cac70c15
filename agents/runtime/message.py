"""A record as Kafka hands it over, before anybody looked inside."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """Bytes, with where they came from. `timestamp` in seconds since the epoch."""

    value: bytes | None
    key: bytes | None = None
    headers: tuple[tuple[str, bytes], ...] = ()
    timestamp: float = 0.0
    topic: str = ""
    partition: int = 0
    offset: int = 0

    def header(self, name: str) -> str | None:
        """The last header of that name, in any case of letters, as text."""
        for key, value in reversed(self.headers):
            if key.lower() == name:
                return value.decode("utf-8", "replace")
        return None
