"""The image's steps, without an engine: what ops/Dockerfile runs is run here, in folders of the test's own."""

from __future__ import annotations

import fnmatch
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kafka.process import ROOT
from tests.kafka.stories import story

DOCKERFILE = ROOT / "ops" / "Dockerfile"
HOME = "/opt/eventwire"


def instructions() -> list[tuple[str, str]]:
    """(word, rest) of each, with continued lines joined."""
    text = re.sub(r"\\\n\s*", "", DOCKERFILE.read_text())
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in lines]


def stages() -> list[list[tuple[str, str]]]:
    found: list[list[tuple[str, str]]] = []
    for word, rest in instructions():
        if word == "FROM":
            found.append([])
        found[-1].append((word, rest))
    return found


def test_the_base_is_pinned_and_the_last_stage_is_not_root():
    bases = {rest.split()[0] for word, rest in instructions() if word == "FROM"}
    assert len(bases) == 1
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim-[a-z]+", bases.pop())
    last = dict(stages()[-1])
    assert last["USER"] == "10001:10001"
    assert json.loads(last["ENTRYPOINT"]) == ["eventwire"]


def test_what_is_copied_is_let_through():
    """.dockerignore leaves out everything but what it names."""
    let_through = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    for word, rest in instructions():
        if word == "COPY" and "--from" not in rest:
            for source in rest.split()[:-1]:
                assert (ROOT / source).exists(), source
                assert any(fnmatch.fnmatch(source, pattern) for pattern in let_through), source


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_steps_of_the_build_make_an_environment_that_works(tmp_path: Path):
    source, home = tmp_path / "src", tmp_path / "eventwire"
    source.mkdir()
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment["PATH"] = f"{Path(sys.executable).resolve().parent}:{environment['PATH']}"
    for word, rest in stages()[0]:
        if word == "ENV":
            environment |= dict(part.split("=", 1) for part in rest.split())
        elif word == "COPY":
            *names, target = rest.split()
            for name in names:
                if (ROOT / name).is_dir():
                    shutil.copytree(ROOT / name, source / target, ignore=shutil.ignore_patterns("__pycache__"))
                else:
                    shutil.copy(ROOT / name, source / target)
        elif word == "RUN":
            run = subprocess.run(
                rest.replace(HOME, str(home)), shell=True, cwd=source, env=environment, capture_output=True, text=True, check=False
            )
            assert run.returncode == 0, f"{rest}\n{run.stdout[-2000:]}{run.stderr[-2000:]}"
    shutil.rmtree(source)  # the wheel must not need it
    assert not (home / "bin" / "pip").exists()
    page = json.dumps({"url": "https://harbour-post.example/1", "fetched_at": "2026-03-01T12:00:00Z", "html": story(1)})
    empty = tmp_path / "empty"
    empty.mkdir(mode=0o555)
    run = subprocess.run(
        [home / "bin" / "eventwire", "process"], input=page, cwd=empty, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["events"], "no event was coded"
    run = subprocess.run([home / "bin" / "eventwire", "--version"], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.startswith("eventwire ")
