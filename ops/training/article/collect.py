"""The exam's pages as examples for the article gate: features, kind of page, fold."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from agents.clean.article_gate.features import features
from agents.clean.body import extract_body
from agents.clean.charset import decode
from agents.clean.metadata import read_declared, read_metadata
from ops.training.clean.data import FOLDS, domain_of

ARTICLES = ("aeb", "fundus", "wcxb")
UNSURE = "trafeval"
"""Pages with a text to extract, mostly articles, in more languages: they count less."""
OTHERS = "pagetypes"
REFUSED = frozenset({"product", "listing", "collection", "service"})
"""Forums and documentation are neither trained on nor counted."""
FETCHED = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Example:
    id: str
    set: str
    kind: str
    fold: int
    values: dict[str, float]


def examples(exam: Path, processes: int) -> list[Example]:
    """All pages that can be read."""
    work = list(_rows(exam))
    with ProcessPoolExecutor(processes) as pool:
        return [example for example in pool.map(_example, work, chunksize=16) if example]


def _rows(exam: Path) -> Iterator[tuple[Path, str, dict[str, Any]]]:
    for name in (*ARTICLES, UNSURE, OTHERS):
        folder = exam / "extraction" / name
        with (folder / "pages.jsonl").open() as lines:
            for line in lines:
                row = json.loads(line)
                kind = row.get("page_type", "article") if name == OTHERS else "article"
                if kind == "article" or kind in REFUSED:
                    yield folder, kind, {key: row[key] for key in ("id", "url", "html")} | {"set": name}


def _example(work: tuple[Path, str, dict[str, Any]]) -> Example | None:
    folder, kind, row = work
    html = decode(gzip.decompress((folder / row["html"]).read_bytes()), "text/html")
    url = str(row["url"]) if str(row["url"]).startswith("http") else "https://page.invalid/"
    declared = read_declared(html, url)
    body = extract_body(html, declared.hints)
    if not body.paragraphs:
        return None
    metadata = read_metadata(html, declared, body.outline, FETCHED)
    return Example(row["id"], row["set"], kind, fold_of(url), features(body, declared, metadata))


def fold_of(url: str) -> int:
    """The same as the body extractor's: a page's fold is its domain's."""
    return int(hashlib.sha1(domain_of(url).encode()).hexdigest(), 16) % FOLDS
