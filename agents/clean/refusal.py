"""A refusal: why a page is no article, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.rejection import RejectionReason


@dataclass(frozen=True, slots=True)
class Refusal:
    """`detail` tells a person what was found."""

    reason: RejectionReason
    detail: str
