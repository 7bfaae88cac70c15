"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    OK = "ok"
    WARNING = "warning"
    """Works now, and may not for long."""
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """`told`: what is so; `remedy`: what to do, empty where all is well."""

    level: Level
    subject: str
    told: str
    remedy: str = ""


def ok(subject: str, told: str) -> Finding:
    return Finding(Level.OK, subject, told)


def warning(subject: str, told: str, remedy: str) -> Finding:
    return Finding(Level.WARNING, subject, told, remedy)


def fault(subject: str, told: str, remedy: str) -> Finding:
    return Finding(Level.FAULT, subject, told, remedy)
