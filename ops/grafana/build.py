"""Writes the dashboards as JSON: `python -m ops.grafana.build [FOLDER]`, by default ops/grafana/dashboards; a test fails when
they are stale. Needs grafana-foundation-sdk (a development dependency); Grafana reads the JSON alone. The newest release of the SDK
writes the form of Grafana 10.1, which every later Grafana reads."""

from __future__ import annotations

import argparse
from pathlib import Path

from grafana_foundation_sdk.cog.encoder import JSONEncoder

from ops.grafana import clean, content, overview, runtime, tag

FOLDER = Path(__file__).with_name("dashboards")


def documents() -> dict[str, str]:
    """File name -> JSON."""
    boards = [module.dashboard() for module in (overview, clean, tag, runtime, content)]
    return {f"{board.uid}.json": JSONEncoder(sort_keys=True, indent=2).encode(board) + "\n" for board in boards}


def write(folder: Path) -> None:
    for name, text in documents().items():
        (folder / name).write_text(text)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    write(parser.parse_args().folder)
