"""Programs that check what is not Python: fetched once into the user's cache, or named as missing."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from pathlib import Path

import pytest

REQUIRE_TOOLS = "EVENTWIRE_REQUIRE_TOOLS"
"""Set to 1 where a check must not be skipped for want of its program: in CI."""

ASYNCAPI_PARSER = "3.6.3"
KUSTOMIZE = "v5.7.1"
COMPOSE_SCHEMA = "v2.9.1"


def missing(reason: str) -> None:
    """Skips the test, or fails it where its program is insisted on."""
    if os.environ.get(REQUIRE_TOOLS) == "1":
        pytest.fail(f"{reason} ({REQUIRE_TOOLS}=1 insists on it)", pytrace=False)
    pytest.skip(reason)


def asyncapi_parser() -> Path:
    """The folder in which node finds @asyncapi/parser."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        missing("the AsyncAPI document is checked by @asyncapi/parser, which needs node and npm")
    folder = cache() / f"asyncapi-parser-{ASYNCAPI_PARSER}"
    package = f"@asyncapi/parser@{ASYNCAPI_PARSER}"
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", "{folder}", package]
    return _fetched(folder, command, "npm could not fetch @asyncapi/parser")


def compose_schema() -> Path:
    """The JSON Schema of the Compose Specification, as Docker's own library carries it (through Go's module proxy)."""
    if shutil.which("go") is None:
        missing("docker-compose.yml is checked by the specification's schema, which Go fetches; there is no `go`")
    module = f"github.com/compose-spec/compose-go/v2@{COMPOSE_SCHEMA}"
    command = ["env", "GOMODCACHE={folder}", "GOFLAGS=-modcacherw", "go", "mod", "download", module]
    folder = _fetched(cache() / f"compose-spec-{COMPOSE_SCHEMA}", command, "Go could not fetch the Compose Specification")
    return folder / module / "schema" / "compose-spec.json"


def kustomize() -> Path:
    """The program, built from its source (through Go's module proxy)."""
    found = shutil.which("kustomize")
    return Path(found) if found else _built("kustomize", f"sigs.k8s.io/kustomize/kustomize/v5@{KUSTOMIZE}")


def _built(name: str, module: str) -> Path:
    if shutil.which("go") is None:
        missing(f"no {name} on the path, and no Go to build it with")
    folder = cache() / f"{name}-{module.rpartition('@')[2]}"
    return _fetched(folder, ["env", "GOBIN={folder}", "go", "install", module], f"Go could not build {name}") / name


def cache() -> Path:
    """Where what is fetched is kept: a folder of the user's."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "eventwire"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _fetched(folder: Path, command: list[str], failure: str) -> Path:
    """`folder`, which `command` has filled; {folder} in it is where."""
    with folder.with_suffix(".lock").open("w") as lock:  # two test runs at once fetch it one after the other
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = folder.with_suffix(".part")
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            filled = [part.format(folder=unfinished) for part in command]
            run = subprocess.run(filled, capture_output=True, text=True, check=False, timeout=900, cwd=unfinished)
            if run.returncode != 0:
                missing(f"{failure}: {(run.stdout + run.stderr).strip()[-300:]}")
            unfinished.rename(folder)
    return folder
