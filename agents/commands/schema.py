"""`eventwire schema`: the JSON Schemas of the records, and the AsyncAPI document."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from agents.commands.terminal import WRONG_USAGE, out, say
from schemas import export, topics


def schema(
    name: Annotated[
        str | None, typer.Argument(help="Of a record: clean-article.v1, or asyncapi. None: the list.", show_default=False)
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Write the schemas of all records into a folder.")] = False,
    folder: Annotated[Path | None, typer.Option("--out", help="The folder, with --all.", metavar="DIR")] = None,
) -> None:
    """Prints the JSON Schema (2020-12) of a record, the AsyncAPI 3 document of all topics, or the list of them.

    \b
    Examples:
      eventwire schema
      eventwire schema tagged-events.v1
      eventwire schema asyncapi
      eventwire schema --all --out schemas/
    """
    if everything != (folder is not None) or (everything and name is not None):
        raise _wrong("--all goes with --out DIR, and without a name")
    if folder is not None:
        for path in export.write(folder):
            out.print(str(path), soft_wrap=True)
        return
    documents = {file.removesuffix(".json"): content for file, content in export.documents().items()}
    if name is None:
        for topic in topics.ALL:
            if topic.record is not None:
                out.print(f"{topic.record.schema_name}  {topic.name}: {topic.description}", soft_wrap=True)
        out.print("asyncapi  all topics: AsyncAPI 3", soft_wrap=True)
    elif name.removesuffix(".json") in documents:
        typer.echo(documents[name.removesuffix(".json")], nl=False)
    else:
        raise _wrong(f"there is no schema {name}; there are {', '.join(documents)}")


def _wrong(line: str) -> typer.Exit:
    say(f"eventwire schema: {line}")
    return typer.Exit(WRONG_USAGE)
