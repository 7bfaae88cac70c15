"""The broker for the tests that need one, what is run by default, and a summary that says what was left out."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kafka.broker import Broker
from tests.kafka.install import KafkaMissing, jars
from tests.kafka.topics import Topics

REQUIRE_KAFKA = "EVENTWIRE_REQUIRE_KAFKA"
"""Set to 1 where the tests on a real broker must not be skipped: in CI."""

LEFT_OUT = pytest.StashKey[Counter[str]]()
FIGURES = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "soak: a fault drill that takes many minutes; run with `make soak`")
    config.stash[LEFT_OUT] = Counter()
    config.stash[FIGURES] = []


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The tests on a broker come last, so that a plain mistake shows first; the soak drills only where `-m` names them."""
    items.sort(key=lambda item: item.get_closest_marker("kafka") is not None)
    if "soak" in config.option.markexpr:
        return
    soak = [item for item in items if item.get_closest_marker("soak")]
    if soak:
        config.hook.pytest_deselected(items=soak)
        config.stash[LEFT_OUT]["long fault drills, run by `make soak`"] += len(soak)
        items[:] = [item for item in items if not item.get_closest_marker("soak")]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if figures := config.stash[FIGURES]:
        terminalreporter.section("fault drills")
        for line in figures:
            terminalreporter.write_line(line)
    left_out = config.stash[LEFT_OUT].copy()
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        left_out[reason.removeprefix("Skipped: ")] += 1
    said = "; ".join(f"{number} tests ({reason})" for reason, number in left_out.items())
    terminalreporter.write_line(f"left out: {said}" if said else "left out: nothing")


@pytest.fixture(scope="session")
def kafka_jars() -> Path:
    """Apache Kafka's jars; where they can't be had the test is skipped, or fails where a broker is insisted on."""
    try:
        return jars()
    except KafkaMissing as missing:
        if os.environ.get(REQUIRE_KAFKA) == "1":
            pytest.fail(f"{missing} ({REQUIRE_KAFKA}=1 insists on it)", pytrace=False)
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def shared_broker(kafka_jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Broker]:
    with Broker(tmp_path_factory.mktemp("broker"), kafka_jars) as broker:
        yield broker


@pytest.fixture
def broker(shared_broker: Broker) -> Iterator[Broker]:
    """A broker without topics, for tests that leave it whole: one for the whole run."""
    yield shared_broker
    Topics(shared_broker.address).remove_all()


@pytest.fixture
def fragile_broker(kafka_jars: Path, tmp_path: Path) -> Iterator[Broker]:
    """A broker of the test's own, to be stopped and killed."""
    with Broker(tmp_path / "broker", kafka_jars) as broker:
        yield broker


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> list[str]:
    """Lines for the summary at the end of the run."""
    return request.config.stash[FIGURES]
