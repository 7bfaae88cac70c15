from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.drill import Drill
from tests.kafka.broker import Broker


def _name(request: pytest.FixtureRequest) -> str:
    return str(request.node.name).removeprefix("test_").replace("_", " ")


@pytest.fixture
def bare_drill(broker: Broker, tmp_path: Path, figures: list[str], request: pytest.FixtureRequest) -> Iterator[Drill]:
    """Without topics: the drill makes them."""
    with Drill(_name(request), broker, tmp_path, figures) as drill:
        yield drill


@pytest.fixture
def drill(bare_drill: Drill) -> Drill:
    """On the shared broker, with all topics, four partitions each."""
    bare_drill.topics.create()
    return bare_drill


@pytest.fixture
def fragile_drill(fragile_broker: Broker, tmp_path: Path, figures: list[str], request: pytest.FixtureRequest) -> Iterator[Drill]:
    """On a broker of its own, to be broken."""
    with Drill(_name(request), fragile_broker, tmp_path, figures) as drill:
        drill.topics.create()
        yield drill
