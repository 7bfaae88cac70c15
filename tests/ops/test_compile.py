"""What a compiled build compiles; that it answers as its sources do is for test_image."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from agents.form import AMONG_THE_COMPILED, form
from ops.compile import INTERPRETED, CompiledBuild, modules
from tests.kafka.process import ROOT


def test_the_lists_name_modules_that_there_are():
    compiled = modules(ROOT)
    assert compiled
    assert all((ROOT / module).is_file() for module in [*compiled, *INTERPRETED])
    assert AMONG_THE_COMPILED in [module.removesuffix(".py").replace("/", ".") for module in compiled]


def test_a_cached_property_is_not_compiled(tmp_path: Path):
    for path in [*modules(ROOT), *INTERPRETED]:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    assert modules(tmp_path) == modules(ROOT)
    (tmp_path / "agents" / "tag" / "further.py").write_text("class Slow:\n    @cached_property\n    def answer(self): ...\n")
    with pytest.raises(SystemExit, match=r"further\.py"):
        modules(tmp_path)


def test_an_editable_installation_runs_the_sources(tmp_path: Path):
    hook = CompiledBuild(str(ROOT), {}, SimpleNamespace(), SimpleNamespace(), str(tmp_path), "wheel")
    found: dict[str, object] = {}
    hook.initialize("editable", found)
    assert not found
    assert not [library for package in ("agents", "schemas") for library in (ROOT / package).rglob("*.so")]
    assert form() == "pure Python"
