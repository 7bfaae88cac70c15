"""A page that is processed again, by another process, becomes the same record: a copy can then be told from news."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.pages import gold_page, traps

TOLD_APART = {"tagged_at"}


def processed(lines: str, seed: str) -> list[dict]:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "agents.commands.main", "process"]
    run = subprocess.run(command, input=lines, env=environment, capture_output=True, text=True, check=True, timeout=100)
    records = [json.loads(line) for line in run.stdout.splitlines()]
    return [{name: value for name, value in record.items() if name not in TOLD_APART} for record in records]


def test_two_processes_make_the_same_of_a_page():
    pages = [
        {"url": f"https://x.example/{trap}", "fetched_at": "2026-03-01T12:00:00Z", "html": gold_page(trap).html} for trap in traps()
    ]
    lines = "\n".join(map(json.dumps, pages))
    first = processed(lines, "1")
    assert len(first) > 30
    assert first == processed(lines, "2")
