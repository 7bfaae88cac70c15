"""Log lines of a worker: readable text or JSON, each with its stage and, where it concerns a record, where that stands."""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime
from typing import Any

import orjson

from agents.runtime.message import Message
from agents.settings import Settings

LIBRARIES = ("faust", "mode", "aiokafka", "asyncio", "agents.runtime.consumer")
"""They tell of each step of theirs; only what is wrong is of interest. The last is where Faust's services log that are ours."""


QUIET_S = 10.0
"""While a broker is away, aiokafka says so twenty times a second; once in this time is enough."""


def where(message: Message) -> dict[str, Any]:
    """For `extra=`: the coordinates of a record."""
    return {"topic": message.topic, "partition": message.partition, "offset": message.offset}


def configure(settings: Settings, stage: str) -> None:
    """Sends the log of this process to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json(stage) if settings.log_format == "json" else _Text(stage))
    handler.addFilter(_Throttle())
    level = logging.getLevelName(settings.log_level.upper())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.DEBUG if level == logging.DEBUG else logging.WARNING)


class _Throttle(logging.Filter):
    """Lets a library repeat a message every QUIET_S seconds only."""

    def __init__(self) -> None:
        super().__init__()
        self._next: dict[tuple[str, str], float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("eventwire"):
            return True
        kind = (record.name, str(record.msg))
        if record.created < self._next.get(kind, 0.0):
            return False
        self._next[kind] = record.created + QUIET_S
        return True


def _coordinates(record: logging.LogRecord) -> dict[str, Any]:
    return {name: vars(record)[name] for name in ("topic", "partition", "offset") if name in vars(record)}


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class _Text(logging.Formatter):
    def __init__(self, stage: str) -> None:
        super().__init__()
        self.stage = stage

    def format(self, record: logging.LogRecord) -> str:
        place = "".join(f" {name}={value}" for name, value in _coordinates(record).items())
        line = f"{_time(record)} {record.levelname.lower():7} {self.stage}: {record.getMessage()}{place}"
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


class _Json(logging.Formatter):
    def __init__(self, stage: str) -> None:
        super().__init__()
        self.stage = stage

    def format(self, record: logging.LogRecord) -> str:
        fields: dict[str, Any] = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "stage": self.stage,
            "logger": record.name,
            "message": record.getMessage(),
            **_coordinates(record),
        }
        if record.exc_info:
            fields["exception"] = self.formatException(record.exc_info)
        return orjson.dumps(fields, default=str).decode()
