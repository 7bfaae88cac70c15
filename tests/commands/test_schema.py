import json
from pathlib import Path

import pytest

from schemas.event import TaggedEvents
from tests.commands.conftest import Eventwire


def test_it_lists_the_records_with_their_topics(eventwire: Eventwire):
    result = eventwire("schema")
    assert result.exit_code == 0
    assert "tagged-events.v1  news.events.tagged.v1: the coded events of each article" in result.stdout


@pytest.mark.parametrize("name", ["tagged-events.v1", "tagged-events.v1.json"])
def test_it_prints_the_schema_of_a_record(eventwire: Eventwire, name: str):
    assert json.loads(eventwire("schema", name).stdout) == TaggedEvents.json_schema()


def test_it_writes_them_all(eventwire: Eventwire, tmp_path: Path):
    result = eventwire("schema", "--all", "--out", tmp_path / "published")
    assert result.exit_code == 0
    assert json.loads((tmp_path / "published/tagged-events.v1.json").read_text()) == TaggedEvents.json_schema()


@pytest.mark.parametrize("arguments", [["nonsense"], ["--all"], ["--out", "x"], ["raw-page.v1", "--all", "--out", "x"]])
def test_wrong_usage_is_told(eventwire: Eventwire, arguments: list[str]):
    result = eventwire("schema", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("eventwire schema: ")
