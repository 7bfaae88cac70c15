"""The table of metrics, and their form."""

from __future__ import annotations

import pkgutil

import pytest

from agents.app import STAGES
from agents.runtime.metrics import Metrics
from ops.metrics import TABLE, table
from tests.ops.prometheus import run


def test_the_table_is_that_of_the_code() -> None:
    assert TABLE.read_text() == table(), "stale: run `python -m ops.metrics`"


@pytest.mark.parametrize("name", STAGES)
def test_promtool_finds_nothing_to_say(name: str) -> None:
    run("promtool", "check", "metrics", stdin=Metrics.of(pkgutil.resolve_name(STAGES[name])).exposition())
