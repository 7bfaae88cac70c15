"""The committed dashboards: those of the code, each panel explained, each query about metrics that exist."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from ops.metrics import families
from tests.kafka.process import ROOT

FOLDER = ROOT / "ops" / "grafana" / "dashboards"
FILES = sorted(FOLDER.glob("*.json"))
PROCESS_METRICS = {"process_resident_memory_bytes", "process_cpu_seconds_total"}


def panels(file: Path) -> list[dict[str, Any]]:
    return [panel for panel in json.loads(file.read_text())["panels"] if panel["type"] != "row"]


def expressions(file: Path) -> list[str]:
    return [target["expr"] for panel in panels(file) for target in panel["targets"]]


def metrics_in(expr: str) -> set[str]:
    """Names of the metrics; the series of a histogram or summary count as it."""
    names = set(re.findall(r"\b(?:eventwire|process)_[a-z_]+", expr))
    spread = {family.name for family in families() if family.kind in ("histogram", "summary")}
    return {base if (base := re.sub(r"_(bucket|sum|count)$", "", name)) in spread else name for name in names}


def test_they_are_those_of_the_code() -> None:
    pytest.importorskip("grafana_foundation_sdk", reason="grafana-foundation-sdk is not installed")
    from ops.grafana.build import documents

    assert {file.name: file.read_text() for file in FILES} == documents(), "stale: run `python -m ops.grafana.build`"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_panel_says_what_it_shows_in_which_unit_and_from_the_chosen_source(file: Path) -> None:
    board = json.loads(file.read_text())
    assert board["title"].startswith("Eventwire: ")
    assert board["description"]
    assert [variable["name"] for variable in board["templating"]["list"]] == ["datasource", "job"]
    assert len({panel["id"] for panel in board["panels"]}) == len(board["panels"])
    for panel in panels(file):
        assert panel["title"]
        assert panel["description"].endswith(".")
        assert panel["fieldConfig"]["defaults"]["unit"]
        assert panel["datasource"] == {"type": "prometheus", "uid": "${datasource}"}
        assert panel["targets"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_query_asks_for_metrics_that_there_are(file: Path) -> None:
    known = {family.name for family in families()} | PROCESS_METRICS
    for expr in expressions(file):
        assert metrics_in(expr) <= known, expr
        assert metrics_in(expr)
