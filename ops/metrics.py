"""Writes the table of all metrics: `python -m ops.metrics [FILE]`, by default ops/metrics.md; a test fails when it is stale."""

from __future__ import annotations

import argparse
import pkgutil
from pathlib import Path

from agents.app import STAGES
from agents.runtime.metrics import Family, Metrics

TABLE = Path(__file__).with_name("metrics.md")

HEAD = """\
# Metrics

Each worker serves them on `/metrics` (Prometheus text format). All carry the label `stage`; besides, the usual `process_*` of the
worker itself. Written by `python -m ops.metrics` from what the code declares.

| name | type | unit | labels besides `stage` | stages | meaning |
|---|---|---|---|---|---|
"""

FOOT = """
Labels whose values strangers choose (`site`, `language`, `country`) have series for the most frequent values of each worker;
all others count as `other`. Time of a step: `wait` and `deliver` are the worker's, `read` and `write` (the record's JSON) and the
others run in the pool's processes; together they are what a record takes.
"""


def families() -> dict[Family, list[str]]:
    """Each metric, with the stages that have it."""
    found: dict[Family, list[str]] = {}
    for name, path in STAGES.items():
        for family in Metrics.of(pkgutil.resolve_name(path)).families:
            found.setdefault(family, []).append(name)
    return found


def table() -> str:
    rows = []
    for family, stages in families().items():
        where = "all" if len(stages) == len(STAGES) else ", ".join(stages)
        labels = ", ".join(f"`{label}`" for label in family.labels)
        rows.append(f"| `{family.name}` | {family.kind} | {family.unit} | {labels} | {where} | {family.help} |\n")
    return HEAD + "".join(rows) + FOOT


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=TABLE)
    parser.parse_args().file.write_text(table())
