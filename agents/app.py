"""The stages that there are. A further stage is a new folder and one line here."""

from __future__ import annotations

STAGES: dict[str, str] = {
    "clean": "agents.clean.agent:STAGE",
    "tag": "agents.tag.agent:STAGE",
}
"""Name -> where the Stage stands, for `pkgutil.resolve_name`: whoever only hands it to a pool never loads the stage's code."""
