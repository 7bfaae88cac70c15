"""A real Prometheus beside the tests, and its tools; nothing of them is needed to run Eventwire."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import urllib.parse
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from tests.kafka.broker import free_ports
from tests.kafka.process import ROOT, start, tail, wait_until

REQUIRE = "EVENTWIRE_REQUIRE_PROMETHEUS"
"""Set to 1 where the tests with Prometheus must not be skipped: in CI."""

RULES = ROOT / "ops" / "prometheus" / "rules.yml"
START_S = 60.0
UNITS_S = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def tool(name: str) -> str:
    """The path of `promtool`, `prometheus` or `amtool`; without it the test is skipped, or fails where it is insisted on."""
    found = shutil.which(name)
    if found is None:
        why = f"no {name} here: apt-get install prometheus prometheus-alertmanager"
        if os.environ.get(REQUIRE) == "1":
            pytest.fail(f"{why} ({REQUIRE}=1 insists on it)", pytrace=False)
        pytest.skip(why)
    return found


def run(name: str, *arguments: object, stdin: bytes = b"") -> None:
    """Raises AssertionError with what it said, where it found something wrong."""
    done = subprocess.run([tool(name), *map(str, arguments)], input=stdin, capture_output=True, timeout=60, check=False)
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 0, said
    assert not done.stderr.strip(), said


def shortened(rules: str, factor: float) -> str:
    """The rules with every time that they name divided, so that what takes minutes can be seen in seconds."""

    def shorter(match: re.Match[str]) -> str:
        seconds = int(match[2]) * UNITS_S[match[3]] / factor
        return f"{match[1]}{max(1, round(seconds))}s"

    return re.sub(r"(\[|for: |offset )(\d+)([smhd])", shorter, rules)


class Prometheus:
    """Scrapes `targets` (job -> addresses) every `every_s` seconds and applies `rules`. Use as a context manager."""

    def __init__(self, folder: Path, targets: Mapping[str, list[str]], rules: str = "groups: []\n", every_s: float = 1) -> None:
        self._binary = tool("prometheus")
        (self._port,) = free_ports(1)
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "rules.yml").write_text(rules)
        interval = f"{round(every_s * 1000)}ms"
        config = {
            "global": {"scrape_interval": interval, "evaluation_interval": interval, "scrape_timeout": interval},
            "rule_files": [str(folder / "rules.yml")],
            "scrape_configs": [{"job_name": job, "static_configs": [{"targets": addresses}]} for job, addresses in targets.items()],
        }
        (folder / "prometheus.yml").write_text(json.dumps(config))  # JSON is YAML

    def __enter__(self) -> Self:
        self._process = start(
            [
                self._binary,
                f"--config.file={self._folder / 'prometheus.yml'}",
                f"--storage.tsdb.path={self._folder / 'data'}",
                f"--web.listen-address=127.0.0.1:{self._port}",
            ],
            self._folder / "prometheus.log",
        )
        wait_until(f"Prometheus answers\n{tail(self._folder / 'prometheus.log')}", START_S, self._answers)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait(START_S)
        shutil.rmtree(self._folder / "data", ignore_errors=True)

    def query(self, expr: str) -> list[dict[str, Any]]:
        """The series that the expression has now. Raises AssertionError where Prometheus refuses it."""
        answer = self._get("/api/v1/query?" + urllib.parse.urlencode({"query": expr}))
        assert answer["status"] == "success", f"{expr}: {answer}"
        result: list[dict[str, Any]] = answer["data"]["result"]
        return result

    def firing(self) -> set[str]:
        """Names of the alerts that ring now."""
        return {
            alert["labels"]["alertname"] for alert in self._get("/api/v1/alerts")["data"]["alerts"] if alert["state"] == "firing"
        }

    def _get(self, path: str) -> dict[str, Any]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self._port}{path}", timeout=10) as answer:
                return dict(json.load(answer))
        except urllib.error.HTTPError as error:
            return dict(json.load(error))

    def _answers(self) -> bool:
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{self._port}/-/ready", timeout=1).status == 200
        except OSError:
            return False
