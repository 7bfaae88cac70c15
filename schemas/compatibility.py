"""Whether a schema may follow an older one under the same version: who wrote or read by the old one must not notice.

    python -m schemas.compatibility             # what has broken since the last release; status 1 where something has
    python -m schemas.compatibility --release   # takes today's schemas as released, where nothing has broken

A record that consumers read may gain fields, and must not lose or widen any. A record that crawlers write may gain fields that
can be left out, and must go on taking all that it took.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from schemas import export, topics

Json = dict[str, Any]

RELEASED = Path(__file__).parent / "released"
"""The schemas as they were first released, and have been added to since."""

_AT_LEAST = ("minimum", "exclusiveMinimum", "minLength", "minItems")
_AT_MOST = ("maximum", "exclusiveMaximum", "maxLength", "maxItems")


def breaks(old: Json, new: Json, written_by_others: bool) -> list[str]:
    """What of `new` somebody would notice who goes by `old`, each as one line; empty where nothing."""
    return list(_Comparison(old, new, written_by_others).compare(old, new, ""))


class _Comparison:
    def __init__(self, old: Json, new: Json, written_by_others: bool) -> None:
        self._old, self._new, self._input = old, new, written_by_others

    def compare(self, old: Json, new: Json, where: str) -> Iterator[str]:
        where = where or "the record"
        yield from self._kinds(old, new, where)
        old, new = _resolved(old, self._old), _resolved(new, self._new)
        yield from self._bounds(old, new, where)
        olds, news = old.get("properties", {}), new.get("properties", {})
        for name in olds.keys() - news.keys():
            yield f"{where}: field {name} is gone"
        for name in sorted(olds.keys() & news.keys()):
            yield from self.compare(olds[name], news[name], f"{where}.{name}".removeprefix("the record."))
        required, required_now = set(old.get("required", [])), set(new.get("required", []))
        if self._input:
            yield from (f"{where}: field {name} is now required" for name in sorted(required_now - required))
        else:
            yield from (f"{where}: field {name} may now be missing" for name in sorted((required - required_now) & news.keys()))
        for part in ("items", "additionalProperties"):
            if isinstance(old.get(part), dict) and isinstance(new.get(part), dict):
                yield from self.compare(old[part], new[part], f"{where}[]")

    def _kinds(self, old: Json, new: Json, where: str) -> Iterator[str]:
        olds, news = _alternatives(old, self._old), _alternatives(new, self._new)
        lost, gained = olds - news, news - olds
        if self._input and lost:
            yield f"{where}: no longer takes {', '.join(sorted(lost))}"
        if not self._input and gained:
            yield f"{where}: may now be {', '.join(sorted(gained))}"

    def _bounds(self, old: Json, new: Json, where: str) -> Iterator[str]:
        for name in (*_AT_LEAST, *_AT_MOST):
            before, now = old.get(name), new.get(name)
            if before != now and self._is_broken(name in _AT_LEAST, before, now):
                yield f"{where}: {name} was {before}, is {now}"
        if old.get("pattern") != new.get("pattern"):
            yield f"{where}: pattern was {old.get('pattern')}, is {new.get('pattern')}"

    def _is_broken(self, lower_bound: bool, before: float | None, now: float | None) -> bool:
        if before is None or now is None:
            return self._input == (before is None)
        return (now > before) == (lower_bound == self._input)


def _resolved(schema: Json, root: Json) -> Json:
    """Follows a reference; of a choice with null, the other one."""
    if "$ref" in schema:
        return _resolved(root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    choices = [choice for choice in schema.get("anyOf", []) if choice.get("type") != "null"]
    return _resolved(choices[0], root) if len(choices) == 1 else schema


def _alternatives(schema: Json, root: Json) -> set[str]:
    """The kinds of value that fit: names of types, and each value of an enumeration."""
    if "$ref" in schema:
        return _alternatives(root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if "anyOf" in schema:
        return {kind for choice in schema["anyOf"] for kind in _alternatives(choice, root)}
    if "enum" in schema or "const" in schema:
        return {repr(value) for value in schema.get("enum", [schema.get("const")])}
    kind = schema.get("type", "anything")
    return set(kind) if isinstance(kind, list) else {kind}


def broken_since_release(released: Path = RELEASED) -> list[str]:
    """Of all records, each line with the schema's name."""
    found = []
    for topic in topics.ALL:
        if topic.record is not None and (path := released / f"{topic.record.schema_name}.json").exists():
            written = topic.record.schema_mode == "validation"
            lines = breaks(orjson.loads(path.read_bytes()), topic.record.json_schema(), written)
            found += [f"{topic.record.schema_name}: {line}" for line in lines]
    return found


def main(arguments: list[str]) -> int:
    found = broken_since_release()
    for line in found:
        print(line)
    if found:
        print("a breaking change needs a new version of the record and of its topic", file=sys.stderr)
        return 1
    if arguments == ["--release"]:
        RELEASED.mkdir(exist_ok=True)
        for name, content in export.documents().items():
            if name != export.ASYNCAPI:
                (RELEASED / name).write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
