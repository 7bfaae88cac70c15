"""The whole wire on a real broker, with the commands that an operator types."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from schemas.topics import ALL
from tests.kafka.broker import Broker, free_ports
from tests.kafka.process import ROOT, start, tail, wait_until
from tests.kafka.stories import story
from tests.kafka.topics import Topics

pytestmark = [pytest.mark.kafka, pytest.mark.slow, pytest.mark.timeout(300)]

STORIES = 12
BASE = "https://harbour-post.example/"


def test_pages_published_by_command_come_out_as_events(broker: Broker, tmp_path: Path) -> None:
    clean, tag = free_ports(2)
    environment = {
        "EVENTWIRE_BROKERS": broker.address,
        "EVENTWIRE_HTTP_PORT_CLEAN": str(clean),
        "EVENTWIRE_HTTP_PORT_TAG": str(tag),
        "EVENTWIRE_RECORD_DEADLINE_S": "60",
        "PYTHONPATH": str(ROOT),
    }

    def eventwire(*arguments: str | Path) -> bytes:
        command = [sys.executable, "-m", "agents.commands.main", *arguments]
        run = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, check=False, timeout=120)
        assert run.returncode == 0, run.stderr.decode()
        return run.stdout

    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(STORIES):
        (pages / f"{number}.html").write_text(story(number))
    (pages / "front.html").write_text("<html><title>Home</title><a href='/1'>One</a></html>")

    published = {f"{BASE}{path.name}" for path in pages.iterdir()}

    eventwire("topics", "create", "--partitions", "2")
    assert Topics(broker.address).names() == {topic.name for topic in ALL}
    eventwire("topics", "check")
    eventwire("publish", pages, "--base-url", BASE)

    log = tmp_path / "workers.log"
    workers = start([sys.executable, "-m", "agents.commands.main", "worker", "all"], log, environment)
    try:

        def urls(topic: str) -> set[str]:
            lines = eventwire("tail", topic, "--from-beginning", "--once", "--format", "jsonl").splitlines()
            return {record.get("article", record)["url"] for record in map(orjson.loads, lines)}

        def all_out() -> bool:
            assert workers.poll() is None, "the workers ended"
            return urls("events") | urls("rejected") == published

        wait_until("every page has come out", 150, all_out)
        assert urls("events"), "no story was taken for an article"
        assert f"{BASE}front.html" in urls("rejected")
        assert not urls("deadletters")
        workers.send_signal(signal.SIGTERM)
        assert workers.wait(60) == 0, tail(log)
    except AssertionError:
        print(tail(log))
        raise
    finally:
        workers.kill()
        workers.wait()
