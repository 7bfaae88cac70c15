"""The image's steps, without an engine: what ops/Dockerfile runs is run here, in folders of the test's own."""

from __future__ import annotations

import fnmatch
import json
import os
import re
import shutil
import subprocess
import sys
from base64 import b64encode
from pathlib import Path
from random import Random

import pytest

from ops.bench.fiction import article_texts
from tests.kafka.process import ROOT
from tests.kafka.stories import story
from tests.tools import missing

PAGES = ROOT / "agents" / "commands" / "samples"
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
    build, final = (dict(stage)["FROM"].split()[0] for stage in stages())
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim-[a-z]+", final)
    assert build == final.replace("-slim", ""), "compiled with another Python, or on another system, than it runs with"
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


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The environment that the first stage's steps make."""
    if shutil.which("cc") is None:
        missing("the image's build compiles; there is no C compiler (cc)")
    folder = tmp_path_factory.mktemp("image")
    source, home = folder / "src", folder / "eventwire"
    source.mkdir()
    environment = clean_environment()
    for word, rest in stages()[0]:
        if word == "ENV":
            environment |= dict(part.split("=", 1) for part in rest.split())
        elif word == "COPY":
            *names, target = rest.split()
            for name in names:
                if (ROOT / name).is_dir():
                    shutil.copytree(ROOT / name, source / target, ignore=shutil.ignore_patterns("__pycache__"))
                else:
                    (source / target).parent.mkdir(exist_ok=True)
                    shutil.copy(ROOT / name, source / target)
        elif word == "RUN":
            run = subprocess.run(
                rest.replace(HOME, str(home)), shell=True, cwd=source, env=environment, capture_output=True, text=True, check=False
            )
            assert run.returncode == 0, f"{rest}\n{run.stdout[-2000:]}{run.stderr[-2000:]}"
    assert not list(source.rglob("*.so")), "a library was left beside the sources"
    shutil.rmtree(source)  # the wheel must not need it
    return home


def clean_environment() -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return environment | {"PATH": f"{Path(sys.executable).resolve().parent}:{environment['PATH']}"}


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_steps_of_the_build_make_an_environment_that_works(home: Path, tmp_path: Path):
    assert not (home / "bin" / "pip").exists()
    page = json.dumps({"url": "https://harbour-post.example/1", "fetched_at": "2026-03-01T12:00:00Z", "html": story(1)})
    empty = tmp_path / "empty"
    empty.mkdir(mode=0o555)
    command, environment = home / "bin" / "eventwire", clean_environment()
    run = subprocess.run([command, "process"], input=page, cwd=empty, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["events"], "no event was coded"
    run = subprocess.run([command, "--version"], env=environment, capture_output=True, text=True, check=True)
    assert re.fullmatch(r"eventwire \S+ \(compiled\)\n", run.stdout)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_compiled_modules_answer_as_their_sources_do(home: Path):
    """The demo's pages, and articles of fiction that are put together anew."""
    pages: list[dict[str, object]] = [
        {
            "url": f"https://harbour-post.example/{file.stem}",
            "fetched_at": "2026-03-01T12:00:00Z",
            "body_base64": b64encode(file.read_bytes()).decode(),
        }
        for file in sorted(PAGES.rglob("*.html"))
    ]
    articles = [
        {"article_id": str(n), "url": f"https://harbour-post.example/{n}", "title": title, "text": text, "language": "en"}
        for n, (title, text) in enumerate(article_texts(Random(4), 60, 250))
    ]
    compiled, interpreted = home / "bin" / "eventwire", Path(sys.executable).with_name("eventwire")
    assert "pure Python" in subprocess.run([interpreted, "--version"], capture_output=True, text=True, check=True).stdout
    for name, records in (("process", pages), ("tag", articles)):
        answers = [_answers(program, name, records) for program in (interpreted, compiled)]
        assert len(answers[0]) > len(records) / 4
        assert any(answer["events"] for answer in answers[0])
        assert answers[1] == answers[0]


def _answers(program: Path, command: str, records: list[dict[str, object]]) -> list[dict[str, object]]:
    """What a command makes of the records, times aside."""
    lines = "\n".join(map(json.dumps, records))
    run = subprocess.run([program, command], input=lines, env=clean_environment(), capture_output=True, text=True, check=True)
    return [json.loads(line) | {"tagged_at": None} for line in run.stdout.splitlines()]
