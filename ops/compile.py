"""The hook of a compiled build: the stages' inner loops through mypyc to machine code, from the very same sources.

    HATCH_BUILD_HOOK_ENABLE_CUSTOM=true python -m pip wheel --no-deps --no-build-isolation .

A wheel so made holds each module of COMPILED twice, as source and as a library, which Python prefers. It needs a C compiler,
Python's headers, and what `ops/lock/compile.in` names. Nothing is ever built beside the sources: an editable installation runs them
as they stand, so that no library older than its source is run.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = ("agents/tag/*.py", "agents/tag/facts/*.py")
"""Where Python's own loops take the time. What cleans pages is left out: it spends its time in numpy, in regular expressions and in
the parser, which are compiled already (1.1 times as fast, where tagging is 1.4 times), and reads what strangers declare, which
mypyc would hold to the letter of each annotation."""
INTERPRETED = {
    "agents/tag/agent.py": "declares the stage",
    "agents/tag/transform.py": "runs once an article",
    "agents/tag/slots.py": "a protocol that other packages fulfil",
    "agents/tag/spacy_names.py": "spaCy's objects",
    "agents/tag/content.py": "runs once an article",
    "agents/tag/explain.py": "runs on demand",
    "agents/tag/lexicon_check.py": "runs on demand",
    "agents/tag/circumstances.py": "has a cached property",
}
"""Of these, what stays as it is, and why."""


class CompiledBuild(BuildHookInterface[Any]):
    PLUGIN_NAME = "custom"
    scratch: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the libraries to a wheel, and its tag of the platform."""
        if version == "editable":
            return
        self.scratch = Path(tempfile.mkdtemp(prefix="eventwire-compiled-"))
        for library in compiled(Path(self.root), self.scratch):
            build_data["force_include"][str(library)] = str(library.relative_to(self.scratch))
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self.scratch:
            shutil.rmtree(self.scratch)


def modules(root: Path) -> list[str]:
    """Paths below the root of what is compiled. Raises SystemExit where the lists no longer fit the sources."""
    found = {str(path.relative_to(root)) for pattern in COMPILED for path in root.glob(pattern) if path.name != "__init__.py"}
    if gone := INTERPRETED.keys() - found:
        raise SystemExit(f"{Path(__file__).name}: INTERPRETED names what there is not: {', '.join(sorted(gone))}")
    chosen = sorted(found - INTERPRETED.keys())
    if cached := [path for path in chosen if "@cached_property" in (root / path).read_text()]:
        raise SystemExit(f"mypyc computes a cached property each time it is asked for: {', '.join(cached)}")
    return chosen


def compiled(root: Path, scratch: Path) -> list[Path]:
    """The libraries, built in a copy of the sources in the folder `scratch`. Raises CalledProcessError."""
    for package in ("agents", "schemas"):
        shutil.copytree(root / package, scratch / package, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    how = f"--config-file={root / 'pyproject.toml'}"  # mypy's part of it; setuptools must not find the file
    # in a process of its own: both read the working directory, and keep what they read
    subprocess.run([sys.executable, __file__, how, *modules(root)], cwd=scratch, check=True, stdout=sys.stderr)
    return sorted(path for path in scratch.rglob("*.so") if "build" not in path.relative_to(scratch).parts)


def _build_in_place(arguments: list[str]) -> None:
    """`arguments`: mypy's options, and the modules' paths."""
    from mypyc.build import mypycify
    from setuptools import setup

    extensions = mypycify(arguments, opt_level="2", debug_level="0")
    for extension in extensions:  # what another version of the compiler warns of must not end the build
        extension.extra_compile_args = [argument for argument in extension.extra_compile_args if argument != "-Werror"]
    setup(name="eventwire", packages=[], py_modules=[], ext_modules=extensions, script_args=["--quiet", "build_ext", "--inplace"])


if __name__ == "__main__":
    _build_in_place(sys.argv[1:])
