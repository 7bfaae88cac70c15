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
from tests.kafka.broker import Broker, free_port
from tests.kafka.process import ROOT, start, tail, wait_until
from tests.kafka.topics import Topics

pytestmark = [pytest.mark.kafka, pytest.mark.slow, pytest.mark.timeout(300)]

STORY = """<html lang="en"><head><title>Police arrest {n} protesters in Lyon</title></head><body><article>
<h1>Police arrest {n} protesters in Lyon</h1>
<p>Police arrested {n} protesters in Lyon on Friday after a march against higher ferry fares turned violent, officials said.</p>
<p>The mayor of Lyon condemned the violence and called for talks with the union, which represents some 4,000 dock workers.</p>
<p>The union said that it would strike on Monday unless the arrested were released, and accused the council of bad faith.</p>
</article></body></html>"""
STORIES = 12


def test_pages_published_by_command_come_out_as_events(broker: Broker, tmp_path: Path) -> None:
    environment = {
        "EVENTWIRE_BROKERS": broker.address,
        "EVENTWIRE_HTTP_PORT_CLEAN": str(free_port()),
        "EVENTWIRE_HTTP_PORT_TAG": str(free_port()),
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
        (pages / f"{number}.html").write_text(STORY.format(n=number + 3))
    (pages / "front.html").write_text("<html><title>Home</title><a href='/1'>One</a></html>")

    eventwire("topics", "create", "--partitions", "2")
    assert Topics(broker.address).names() == {topic.name for topic in ALL}
    eventwire("topics", "check")
    eventwire("publish", pages, "--base-url", "https://harbour-post.example/")

    log = tmp_path / "workers.log"
    workers = start([sys.executable, "-m", "agents.commands.main", "worker", "all"], log, environment)
    try:

        def tagged() -> list[bytes]:
            assert workers.poll() is None, tail(log)
            lines = eventwire("tail", "events", "--from-beginning", "--once", "--format", "jsonl").splitlines()
            return lines if len(lines) >= STORIES else []

        records = [orjson.loads(line) for line in wait_until(f"{STORIES} articles are tagged", 120, tagged)]
        workers.send_signal(signal.SIGTERM)
        assert workers.wait(60) == 0, tail(log)
    finally:
        workers.kill()
        workers.wait()
    assert {record["article"]["url"] for record in records} == {
        f"https://harbour-post.example/{number}.html" for number in range(STORIES)
    }
    assert all(record["events"] for record in records)
    (rejected,) = eventwire("tail", "rejected", "--from-beginning", "--once", "--format", "jsonl").splitlines()
    assert orjson.loads(rejected)["url"] == "https://harbour-post.example/front.html"
    assert not eventwire("tail", "deadletters", "--from-beginning", "--once", "--format", "jsonl")
