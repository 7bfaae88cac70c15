"""Writes the JSON Schemas of all records and the AsyncAPI document: `python -m schemas.export [DIRECTORY]`, by default into
`schemas/published/`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import orjson

from schemas import asyncapi, topics

ASYNCAPI = "asyncapi.json"
PUBLISHED = Path(__file__).parent / "published"


def documents() -> dict[str, bytes]:
    """File name -> content."""
    records = [topic.record for topic in topics.ALL if topic.record is not None]
    options = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    found = {f"{record.schema_name}.json": orjson.dumps(record.json_schema(), option=options) for record in records}
    return found | {ASYNCAPI: orjson.dumps(asyncapi.document(), option=options)}


def write(folder: Path = PUBLISHED) -> list[Path]:
    """Writes the documents and returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in documents().items():
        path = folder / name
        path.write_bytes(content)
        written.append(path)
    return written


if __name__ == "__main__":
    for path in write(Path(sys.argv[1]) if len(sys.argv) > 1 else PUBLISHED):
        print(path)
