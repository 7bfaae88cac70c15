"""The stages that there are. A further stage is a new folder and one line here."""

from __future__ import annotations

from agents.clean.agent import STAGE as CLEAN
from agents.runtime.stage import Stage
from agents.tag.agent import STAGE as TAG

STAGES: dict[str, Stage] = {stage.name: stage for stage in (CLEAN, TAG)}
