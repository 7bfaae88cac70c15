from __future__ import annotations

import re

from ops.sizing import row, table
from tests.kafka.process import ROOT

RUNBOOK = (ROOT / "ops" / "runbook.md").read_text()


def anchors() -> set[str]:
    headings = re.findall(r"^#+ (.+)$", RUNBOOK, re.MULTILINE)
    return {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_table_of_sizes_is_the_computed_one() -> None:
    assert table() in RUNBOOK, "stale: put in what `python -m ops.sizing` prints"


def test_ten_times_the_pages_need_about_ten_times_the_cores() -> None:
    def cores(pages: int) -> int:
        return int(row(pages).split("|")[5])

    assert 8 < cores(100_000_000) / cores(10_000_000) < 11


def test_no_link_leads_nowhere() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", RUNBOOK):
        if target.startswith("#"):
            assert target[1:] in anchors(), target
        else:
            assert (ROOT / "ops" / target).exists(), target
