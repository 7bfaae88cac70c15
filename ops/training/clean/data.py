"""The exam's pages as training examples: outline, hints, gold, fold.

Folds go by registered domain over all sets, so that no site is on both sides; fold 0, a fifth, is held out: never trained on,
never read by hand.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import pickle
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import tldextract
from numpy.typing import NDArray

from agents.clean.body.hints import Hints
from agents.clean.body.walk import Outline, walk
from agents.clean.tree import parse_page

FOLDS = 5
HELD_OUT = 0
SETS = ("aeb", "fundus", "wcxb")
"""With the whole body as gold."""
WITHOUT_GOLD = ("trafeval", "htmldate")
"""With gold for something else; trafilatura's text stands in for it."""

_split = tldextract.TLDExtract(suffix_list_urls=())
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_META = re.compile(r"<meta\s[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
_TITLE = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_ARTICLE_BODY = re.compile(r'"articleBody"\s*:\s*"((?:[^"\\]|\\.)*)"')
_TAG = re.compile(r"<[^>]+>")


@dataclass
class Page:
    id: str
    set: str
    domain: str
    gold: dict[str, Any]
    html: str
    hints: Hints
    outline: Outline
    labels: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    """Of each block, the share of its tokens that stand in the gold text."""
    tokens: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    weight: float = 1.0
    variant: bool = False
    """Rewritten: its gold is its labels."""
    fold: int = -1
    """By domain, unless given."""

    def __post_init__(self) -> None:
        if self.fold < 0:
            self.fold = fold_of(self.domain)


def fold_of(domain: str) -> int:
    return int(hashlib.sha1(domain.encode()).hexdigest(), 16) % FOLDS


def domain_of(url: str) -> str:
    return _split(url).top_domain_under_public_suffix or url


def decoded(body: bytes) -> str:
    """The page's text: byte order mark, UTF-8 where it is valid, else what the page declares."""
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return body.decode("utf-16", "replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _META_CHARSET.search(body[:4096])
        name = declared.group(1).decode("latin-1").lower() if declared else "cp1252"
        name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030"}.get(name, name)
        try:
            return body.decode(name, "replace")
        except LookupError:
            return body.decode("cp1252", "replace")


def hints_of(html: str) -> Hints:
    """What a metadata reader would hand to the extractor, roughly."""
    meta: dict[str, str] = {}
    for tag in _META.findall(html):
        attributes = {m[0].lower(): m[1] or m[2] or m[3] for m in _ATTRIBUTE.findall(tag)}
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if key and attributes.get("content"):
            meta.setdefault(key.lower(), unescape(attributes["content"]))
    title = meta.get("og:title") or meta.get("twitter:title") or ""
    if not title and (found := _TITLE.search(html)):
        title = " ".join(unescape(found.group(1)).split())
    description = max((meta.get(k, "") for k in ("og:description", "description", "twitter:description")), key=len)
    article_body = ""
    if found := _ARTICLE_BODY.search(html):
        try:
            article_body = _TAG.sub(" ", unescape(orjson.loads(f'"{found.group(1)}"')))
        except orjson.JSONDecodeError:
            article_body = ""
    return Hints(title, description, article_body)


def read(exam: Path, name: str, folds: Collection[int] = range(FOLDS)) -> Iterator[Page]:
    """The set's pages of the folds, not labelled."""
    folder = exam / "extraction" / name
    with (folder / "pages.jsonl").open() as lines:
        for line in lines:
            row = json.loads(line)
            domain = domain_of(row["url"] or row["id"])
            if fold_of(domain) in folds:
                html = decoded(gzip.decompress((folder / row["html"]).read_bytes()))
                yield Page(row["id"], name, domain, row["gold"], html, hints_of(html), walk(parse_page(html)))


def cached(exam: Path, name: str, cache: Path) -> list[Page]:
    """The set's pages, walked once for each version of the walk."""
    walker = Path(walk.__code__.co_filename)
    sources = (
        walker,
        walker.with_name("elements.py"),
        walker.with_name("menus.py"),
        Path(__file__),
        Path(__file__).with_name("label.py"),
    )
    version = hashlib.sha1(b"".join(source.read_bytes() for source in sources)).hexdigest()[:10]
    file = cache / f"{name}.{version}.pickle"
    if not file.exists():
        import trafilatura

        from ops.training.clean.label import label

        pages = list(read(exam, name))
        for page in pages:
            text = page.gold.get("text") if name in SETS else trafilatura.extract(page.html, include_comments=False)
            page.labels, page.tokens = label(page.outline.texts, text or "")
            page.html = ""
        cache.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pickle.dumps(pages, protocol=pickle.HIGHEST_PROTOCOL))
    return pickle.loads(file.read_bytes())  # type: ignore[no-any-return]
