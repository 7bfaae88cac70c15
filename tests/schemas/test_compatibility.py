from typing import Any

import orjson
import pytest

from schemas import compatibility, topics
from schemas.compatibility import breaks


def record(required: tuple[str, ...] = ("a",), **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": {"a": {"type": "string"}, **properties}}


KIND = {"$ref": "#/$defs/Kind"}


def with_kinds(*kinds: str) -> dict[str, Any]:
    return record(kind=KIND) | {"$defs": {"Kind": {"enum": list(kinds), "type": "string"}}}


NULLABLE = {"anyOf": [{"type": "string"}, {"type": "null"}]}
LIST = {"type": "array", "items": record()}

READ = [  # what consumers read: old, new, what breaks
    (record(b={"type": "integer"}), record(), "the record: field b is gone"),
    (record(b={"type": "integer"}), record(b={"type": "string"}), "b: may now be string"),
    (record(b={"type": "string"}), record(b=NULLABLE), "b: may now be null"),
    (record(), record(required=()), "the record: field a may now be missing"),
    (with_kinds("x"), with_kinds("x", "y"), "kind: may now be 'y'"),
    (record(b={"type": "integer", "maximum": 5}), record(b={"type": "integer", "maximum": 9}), "b: maximum was 5, is 9"),
    (record(b={"type": "integer", "minimum": 0}), record(b={"type": "integer"}), "b: minimum was 0, is None"),
    (record(b=LIST), record(b={"type": "array", "items": record(required=())}), "b[]: field a may now be missing"),
    (record(b={"type": "string", "pattern": "x"}), record(b={"type": "string", "pattern": "y"}), "b: pattern was x, is y"),
]
WRITTEN = [  # what crawlers write
    (record(), record(b={"type": "integer"}, required=("a", "b")), "the record: field b is now required"),
    (record(b=NULLABLE), record(b={"type": "string"}), "b: no longer takes null"),
    (with_kinds("x", "y"), with_kinds("x"), "kind: no longer takes 'y'"),
    (record(b={"type": "string"}), record(b={"type": "string", "maxLength": 9}), "b: maxLength was None, is 9"),
    (record(b={"type": "integer", "minimum": 0}), record(b={"type": "integer", "minimum": 1}), "b: minimum was 0, is 1"),
]
FINE = [
    (record(), record(b={"type": "integer"}), False),
    (record(), record(b={"type": "integer"}), True),
    (record(b=NULLABLE), record(b={"type": "string"}), False),
    (with_kinds("x", "y"), with_kinds("x"), False),
    (with_kinds("x"), with_kinds("x", "y"), True),
    (record(b={"type": "integer", "maximum": 5}), record(b={"type": "integer", "maximum": 4}), False),
    (record(b={"type": "string", "maxLength": 9}), record(b={"type": "string"}), True),
    (record(), record(required=()), True),
]


@pytest.mark.parametrize(("old", "new", "line"), READ)
def test_what_a_consumer_would_notice(old: dict, new: dict, line: str):
    assert breaks(old, new, written_by_others=False) == [line]


@pytest.mark.parametrize(("old", "new", "line"), WRITTEN)
def test_what_a_crawler_would_notice(old: dict, new: dict, line: str):
    assert breaks(old, new, written_by_others=True) == [line]


@pytest.mark.parametrize(("old", "new", "written"), FINE)
def test_what_nobody_notices(old: dict, new: dict, written: bool):
    assert breaks(old, new, written) == []


def test_nothing_has_broken_since_the_last_release():
    assert compatibility.broken_since_release() == []


def test_every_record_has_been_released():
    released = {path.stem for path in compatibility.RELEASED.glob("*.json")}
    assert released == {topic.record.schema_name for topic in topics.ALL if topic.record}


def test_a_break_is_found_in_the_real_schemas(tmp_path):
    name = topics.EVENTS.record.schema_name  # type: ignore[union-attr]
    released = orjson.loads((compatibility.RELEASED / f"{name}.json").read_bytes())
    released["$defs"]["Event"]["properties"]["gone"] = {"type": "string"}
    (tmp_path / f"{name}.json").write_bytes(orjson.dumps(released))
    assert compatibility.broken_since_release(tmp_path) == [f"{name}: events[]: field gone is gone"]
