from __future__ import annotations

from typing import get_args

from agents.app import STAGES
from agents.commands.worker import Which


def test_every_stage_can_be_named() -> None:
    assert get_args(Which) == (*STAGES, "all")
