"""The demo with stages that do as the page says, and once with the real ones."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from agents.app import STAGES
from agents.commands import children, demo
from tests.commands.conftest import Eventwire

ROOT = Path(__file__).parents[2]
OBEDIENT = """
from agents.app import STAGES
from agents.commands.main import main
STAGES.update(clean="tests.commands.demo_stages:CLEAN", tag="tests.commands.demo_stages:TAG")
main()
"""
"""`eventwire` with stages that do as the page says."""


@pytest.fixture
def obedient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setitem(STAGES, "clean", "tests.commands.demo_stages:CLEAN")
    monkeypatch.setitem(STAGES, "tag", "tests.commands.demo_stages:TAG")


def site(folder: Path, *pages: str) -> Path:
    for number, text in enumerate(pages):
        (folder / f"{number:03}.html").write_text(text)
    return folder


@pytest.mark.usefixtures("obedient")
def test_every_page_is_shown_and_the_ledger_closes(eventwire: Eventwire, tmp_path: Path):
    result = eventwire("demo", "--once", site(tmp_path, "Dockers strike", "reject", "die", "untaggable", "Talks go on"))
    assert result.exit_code == 0, result.output
    assert result.stdout.count('"Dockers struck."') == 2
    assert "rejected not-an-article" in result.stdout
    assert "dead letter clean: crashed" in result.stdout
    assert "dead letter tag: internal" in result.stdout
    assert "The ledger closes" in result.stdout
    assert "pages         5 = articles 3 + rejected 1 + dead letters 1" in result.stdout
    assert "articles      3 = tagged 2 + dead letters 1" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.usefixtures("obedient")
def test_it_publishes_no_more_than_the_broker_holds(eventwire: Eventwire, tmp_path: Path):
    """Some 35 MB, compressed, through four partitions of 5 MB."""
    pages = site(tmp_path, "x")
    for number in range(24):
        (pages / f"large-{number}.html").write_bytes(os.urandom(1_300_000).hex().encode())
    (pages / "too-large.html").write_bytes(os.urandom(6_000_000).hex().encode())
    result = eventwire("demo", "--once", pages)
    assert result.exit_code == 0, result.output
    assert "pages        25 =" in result.stdout
    assert "not sent      1" in result.stdout
    assert "too-large.html: 12,0" in result.stderr


@pytest.mark.usefixtures("obedient")
def test_a_worker_that_dies_ends_it_with_its_last_lines(eventwire: Eventwire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(STAGES, "clean", "tests.commands.demo_stages:BROKEN")
    result = eventwire("demo", "--once", site(tmp_path, "Dockers strike"))
    assert result.exit_code == 1
    assert "the clean worker ended with status" in result.stderr
    assert "model.txt is missing" in result.stderr
    assert "The ledger DOES NOT CLOSE" in result.stdout


@pytest.mark.usefixtures("obedient")
def test_when_nothing_comes_out_it_ends_and_names_what_is_missing(
    eventwire: Eventwire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(demo, "PATIENCE_S", 1.0)
    monkeypatch.setattr(children, "WORKER", (sys.executable, "-c", "import signal; signal.pause()"))
    result = eventwire("demo", "--once", site(tmp_path, "Dockers strike"))
    assert result.exit_code == 1
    assert "nothing came out for 1 seconds" in result.stderr
    assert "000.html: the page has no outcome" in result.stdout


def test_a_path_without_pages_is_named(eventwire: Eventwire, tmp_path: Path):
    result = eventwire("demo", "--once", tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"no HTML file and no JSON Lines in {tmp_path}" in result.stderr


@contextmanager
def running(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", OBEDIENT, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def read_until(process: subprocess.Popen[str], pattern: str) -> re.Match[str]:
    assert process.stdout is not None
    seen = []
    for line in process.stdout:
        seen.append(line)
        if found := re.search(pattern, line):
            return found
    raise AssertionError(f"{pattern!r} was not said, but:\n{''.join(seen)}")


def test_without_once_it_takes_more_pages_until_it_is_interrupted(
    eventwire: Eventwire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with running("demo", str(site(tmp_path, "Dockers strike"))) as process:
        brokers = read_until(process, r"EVENTWIRE_BROKERS=(\S+) .* publish")[1]
        monkeypatch.setenv("EVENTWIRE_BROKERS", brokers)
        (tmp_path / "more.html").write_text("Talks go on")
        assert eventwire("publish", tmp_path / "more.html").exit_code == 0
        read_until(process, "^Talks go on")
        process.send_signal(signal.SIGINT)
        read_until(process, "pages         2 = articles 2")
        assert process.wait(timeout=30) == 0


def test_the_sample_pages_become_events(eventwire: Eventwire):
    result = eventwire("demo", "--once")
    assert result.exit_code == 0, result.output
    assert "The ledger closes" in result.stdout
    assert "  COERCE/arrest  Police -> 43 demonstrators  Tbilisi, GE" in result.stdout
    assert "dead letter clean: undecodable" in result.stdout
