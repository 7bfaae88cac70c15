"""Every query of every dashboard, put to a real Prometheus that scrapes both stages at work, returns data."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from agents.runtime.embedded import embedded_broker
from schemas import topics
from tests.faults.worker import Worker
from tests.kafka.process import wait_until
from tests.ops.load import Load
from tests.ops.prometheus import Prometheus, tool
from tests.ops.test_dashboards import FILES, expressions

PATIENCE_S = 60.0

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture
def prometheus(tmp_path: Path) -> Iterator[Prometheus]:
    tool("prometheus")
    with (
        embedded_broker([topic.name for topic in topics.ALL]) as address,
        Worker(address, tmp_path, "agents.clean.agent:STAGE", pool_processes=1) as clean,
        Worker(address, tmp_path, "agents.tag.agent:STAGE", pool_processes=1) as tag,
    ):
        clean.wait_ready()
        tag.wait_ready()
        targets = {"eventwire": [f"127.0.0.1:{worker.port}" for worker in (clean, tag)]}
        with Load(address), Prometheus(tmp_path / "prometheus", targets) as prometheus:
            yield prometheus


def as_grafana_sends_it(expr: str) -> str:
    expr = expr.replace("$__rate_interval", "20s").replace("$job", ".+")
    assert "$" not in expr
    return expr


def test_every_panels_query_returns_data(prometheus: Prometheus) -> None:
    def answers(expr: str) -> bool:
        return any(not math.isnan(float(series["value"][1])) for series in prometheus.query(expr))

    queries = [(file.stem, as_grafana_sends_it(expr)) for file in FILES for expr in expressions(file)]
    for board, expr in queries:
        wait_until(f"{board}: {expr} returns data", PATIENCE_S, lambda expr=expr: answers(expr), every=0.3)
    assert len(queries) > 60
    types = {series["metric"]["type"] for series in prometheus.query("eventwire_events_total > 0")}
    assert "COERCE" in types  # the load's arrests came through both stages
    assert not re.search("error", str(prometheus.query("up == 0")))
