"""The exam's pages, and made-up ones, as examples for the article gate: features, words, kind of page, fold.

Each twice: with the body that the extractor finds, which has learned from most of the articles and reads them too well, and with
the body that it finds where it has not seen a page of the site.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from agents.clean.article_gate.features import features
from agents.clean.article_gate.wording import Words, wording
from agents.clean.body import extract_body
from agents.clean.body.model import Model, read_model
from agents.clean.charset import decode
from agents.clean.metadata import read_declared, read_metadata
from agents.clean.tree import parse_page
from ops.training.article.lists import made
from ops.training.clean import data
from ops.training.clean.data import FOLDS, domain_of

ARTICLES = ("aeb", "fundus", "wcxb")
UNSURE = "trafeval"
"""Pages with a text to extract, mostly articles, in more languages: they count less."""
OTHERS = "pagetypes"
MADE = "made"
"""Lists of news and plain stories, made of the articles of the same fold."""
REFUSED = frozenset({"product", "listing", "collection", "service"})
"""Forums and documentation are neither trained on nor counted."""
FETCHED = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Example:
    id: str
    set: str
    kind: str
    domain: str
    fold: int
    unseen: bool
    """Whether the body is from a model that has not seen the site."""
    values: dict[str, float]
    words: Words


def examples(exam: Path, pages_cache: Path, bodies: Path, processes: int) -> list[Example]:
    """All pages that can be read; `pages_cache`: the body's training pages; `bodies`: its models by fold."""
    pages = [page for name in data.SETS for page in data.cached(exam, name, pages_cache) if page.outline.texts]
    work = [(*row, bodies) for row in _rows(exam)]
    with ProcessPoolExecutor(processes) as pool:
        found = [example for both in pool.map(_examples, work, chunksize=16) for example in both]
    for page in made(pages):
        kind = "article" if page.article else "list"
        found += _read(page.html, page.url, page.url, MADE, kind, domain_of(page.url), page.fold, bodies)
    return found


def _rows(exam: Path) -> Iterator[tuple[Path, str, dict[str, Any]]]:
    for name in (*ARTICLES, UNSURE, OTHERS):
        folder = exam / "extraction" / name
        with (folder / "pages.jsonl").open() as lines:
            for line in lines:
                row = json.loads(line)
                kind = row.get("page_type", "article") if name == OTHERS else "article"
                if kind == "article" or kind in REFUSED:
                    yield folder, kind, {key: row[key] for key in ("id", "url", "html")} | {"set": name}


def _examples(work: tuple[Path, str, dict[str, Any], Path]) -> list[Example]:
    folder, kind, row, bodies = work
    html = decode(gzip.decompress((folder / row["html"]).read_bytes()), "text/html")
    url = str(row["url"]) if str(row["url"]).startswith("http") else "https://page.invalid/"
    return _read(html, url, row["id"], row["set"], kind, domain_of(url), fold_of(url), bodies)


def _read(html: str, url: str, name: str, of: str, kind: str, domain: str, fold: int, bodies: Path) -> list[Example]:
    tree = parse_page(html)
    declared = read_declared(html, tree, url)
    found = []
    for model in (None, _model(bodies / str(fold))):
        body = extract_body(html, tree, declared.hints, model)
        if body.paragraphs:
            metadata = read_metadata(html, declared, body.outline, FETCHED)
            values, words = features(body, declared, metadata), wording(body, declared)
            found.append(Example(name, of, kind, domain, fold, model is not None, values, words))
    return found


@cache
def _model(folder: Path) -> Model:
    return read_model(folder)


def fold_of(url: str) -> int:
    """The same as the body extractor's: a page's fold is its domain's."""
    return int(hashlib.sha1(domain_of(url).encode()).hexdigest(), 16) % FOLDS
