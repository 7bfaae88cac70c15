"""Floors for metadata, on domains that nobody looked at: md5 of the site, modulo 5, is 0."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from agents.clean.body.walk import walk
from agents.clean.canonical import site_of
from agents.clean.charset import decode
from agents.clean.metadata import Metadata, read_declared, read_metadata
from agents.clean.tree import parse_page

EXAM = Path(os.environ.get("EVENTWIRE_EXAM", Path(__file__).parents[3] / "shared" / "exam")) / "extraction"
FETCHED_AT = datetime(2026, 11, 1, tzinfo=UTC)
WORD = re.compile(r"\w+")
DAY = re.compile(r"\d{4}-\d\d-\d\d")

pytestmark = pytest.mark.skipif(not EXAM.exists(), reason="the exam's data is not here")


def held_out(url: str) -> bool:
    host = re.sub(r"^\w+://", "", url).split("/")[0]
    return int(hashlib.md5(site_of(host).encode()).hexdigest(), 16) % 5 == 0


def pages(name: str) -> list[tuple[dict[str, Any], Metadata]]:
    found = []
    with (EXAM / name / "pages.jsonl").open() as lines:
        for row in map(json.loads, lines):
            url = str(row["url"])
            if url.startswith("http") and held_out(url):
                html = decode(gzip.decompress((EXAM / name / row["html"]).read_bytes()), "text/html")
                tree = parse_page(html)
                found.append((row["gold"], read_metadata(html, read_declared(html, tree, url), walk(tree), FETCHED_AT)))
    return found


def same(one: str, other: str) -> bool:
    return WORD.findall(one.lower()) == WORD.findall(other.lower())


def names(authors: list[str]) -> set[str]:
    return {" ".join(WORD.findall(author.lower())) for author in authors}


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("name", "exact", "wrong", "titles", "authors"),
    [("fundus", 0.99, 0.0, 0.90, 0.81), ("wcxb", 0.90, 0.035, 0.87, 0.79), ("htmldate", 0.925, 0.04, 0.0, 0.0)],
)
def test_metadata_stays_above_its_floors(name: str, exact: float, wrong: float, titles: float, authors: float) -> None:
    found = pages(name)
    dated = [
        (date.fromisoformat(str(gold["date"])[:10]), said.published) for gold, said in found if DAY.match(str(gold.get("date")))
    ]
    days = [(gold, said.when.date() if said else None) for gold, said in dated]
    assert sum(gold == said for gold, said in days) / len(days) >= exact
    assert sum(said is not None and abs((said - gold).days) > 1 for gold, said in days) / len(days) <= wrong
    if titles:
        titled = [(gold["title"], said.title) for gold, said in found if gold.get("title")]
        assert sum(same(gold, said) for gold, said in titled) / len(titled) >= titles
        written = [(gold.get("authors") or [gold.get("author") or ""], said.authors) for gold, said in found]
        named = [(gold, said) for gold, said in written if gold != [""]]
        assert sum(names(gold) == names(said) for gold, said in named) / len(named) >= authors
