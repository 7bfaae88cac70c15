from pathlib import Path

import pytest

from agents.runtime.checks import machine
from agents.runtime.checks.finding import Level
from agents.settings import Settings


def test_a_clock_that_nobody_sets_is_a_warning():
    assert [machine._clock(state).level for state in (0, 5, -1, None)] == [Level.OK, Level.WARNING, Level.OK, Level.OK]


def test_memory_must_hold_the_pool():
    settings = Settings(pool_processes=4, pool_memory_bytes=1 << 30)
    assert machine._memory(settings, 8 << 30).level is Level.OK
    found = machine._memory(settings, 4 << 30)
    assert (found.level, "EVENTWIRE_POOL_PROCESSES" in found.remedy) == (Level.FAULT, True)


@pytest.mark.parametrize(("limit", "wanted"), [("1000000\n", 1_000_000), ("max\n", None)])
def test_a_container_has_the_memory_that_it_is_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, limit: str, wanted: int | None
):
    (tmp_path / "memory.max").write_text(limit)
    monkeypatch.setattr(machine, "_CGROUP_LIMIT", tmp_path / "missing")
    whole = machine._memory_bytes()
    monkeypatch.setattr(machine, "_CGROUP_LIMIT", tmp_path / "memory.max")
    assert machine._memory_bytes() == (wanted or whole)


def test_a_full_disk_and_few_open_files_are_told():
    assert machine._disk(1 << 20).level is Level.FAULT
    assert machine._open_files(256).level is Level.WARNING
    assert machine._open_files(-1).told == "no limit"
