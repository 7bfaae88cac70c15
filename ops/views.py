"""Writes what fills POLECAT's and GDELT's columns: `python -m ops.views [FILE]`, by default ops/views.md; a test fails when it is
stale."""

from __future__ import annotations

import argparse
from pathlib import Path

from agents.commands.views import VIEWS, View

TABLE = Path(__file__).with_name("views.md")

HEAD = """\
# Events in the columns of others

`eventwire tail events --format polecat` (a header, then a line an event) and `--format gdelt` (no header, as in GDELT's own
files) print tab-separated lines. What a record does not tell is left empty, never guessed. Ids come from `event_id`, so
that the same event of the same article has the same id in every run; each line is what one article says, and copies are
yours to count. Where a side has several parties, POLECAT's columns hold them all, parted by "; ", GDELT's the first.
Written by `python -m ops.views` from what the code declares; `.field` is a field of the event record.

POLECAT's intensity, types, modes and contexts are PLOVER's own. CAMEO codes are made from PLOVER's types and modes, the
words of the evidence and the contexts ([agents/tag/data/cameo.tsv](../agents/tag/data/cameo.tsv)); the Goldstein scale is
the one that GDELT publishes.
"""


def document() -> str:
    return "\n".join([HEAD, *(_table(view) for view in VIEWS.values())])


def _table(view: View) -> str:
    rows = [f"| {n} | {column.name} | {column.filled or 'empty'} |" for n, column in enumerate(view.columns, 1)]
    return "\n".join([f"## {view.name}", "", "| | column | what fills it |", "|---|---|---|", *rows, ""])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=TABLE)
    path = parser.parse_args().file
    path.write_text(document(), encoding="utf-8")
    print(path)
