"""Pages on disk: HTML files and folders (also .gz), JSON Lines of RawPage, and WARC."""

from __future__ import annotations

import gzip
import html
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO
from urllib.parse import quote

import orjson
from pydantic import ValidationError

from agents.commands import warc
from schemas.base import first_fault
from schemas.page import RawPage

STDIN = "-"
HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
LINES_SUFFIXES = (".jsonl", ".ndjson")
SNIFFED_BYTES = 1024
"""Where a file without a telling name must show that it is HTML (WHATWG MIME sniffing looks at 1,445)."""

_LOOKS_LIKE_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_LINK = re.compile(rb"<link\b[^>]{0,2000}>", re.IGNORECASE)
_CANONICAL = re.compile(rb"""\brel\s*=\s*["']?canonical\b""", re.IGNORECASE)
_HREF = re.compile(rb"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A page. `where`: its file, or its file and line; `is_file`: an HTML file, not a record of a crawler; `size` in bytes read."""

    page: RawPage
    where: str
    is_file: bool
    size: int
    number: int = 0
    """Of the page in its file, from 0; a line without a page counts."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    where: str
    reason: str
    number: int = 0


def list_files(paths: Iterable[Path]) -> list[tuple[Path, Path]]:
    """Every file that holds pages, with the folder that its URL counts from; in a folder those that are named or look like HTML,
    JSON Lines and WARC, sorted. Raises FileNotFoundError."""
    found: list[tuple[Path, Path]] = []
    for path in paths:
        if path.is_dir():
            inside = (file for file in sorted(path.rglob("*")) if file.is_file() and not file.name.startswith("."))
            found += [(file, path) for file in inside if _holds_pages(file)]
        elif str(path) == STDIN or path.exists():
            found.append((path, path.parent))
        else:
            raise FileNotFoundError(f"there is no file or folder {path}")
    return found


def read_pages(
    files: Iterable[tuple[Path, Path]], base_url: str | None = None, crawl: str | None = None
) -> Iterator[Found | Unreadable]:
    """The pages of `list_files`. A bad file or line is Unreadable, and the others go on."""
    for file, folder in files:
        if _is_lines(file):
            yield from _read_lines(file, crawl)
        elif _is_warc(file):
            yield from _read_warc(file, crawl)
        else:
            yield _read_html(file, folder, base_url, crawl)


def _is_lines(file: Path) -> bool:
    return str(file) == STDIN or file.name.lower().removesuffix(".gz").endswith(LINES_SUFFIXES)


def _is_warc(file: Path) -> bool:
    return file.name.lower().removesuffix(".gz").endswith(warc.SUFFIXES)


def _holds_pages(file: Path) -> bool:
    name = file.name.lower().removesuffix(".gz")
    if name.endswith(HTML_SUFFIXES + LINES_SUFFIXES + warc.SUFFIXES):
        return True
    if "." in name and file.suffix.lower() in (".json", ".txt", ".js", ".css", ".md", ".xml", ".svg", ".py"):
        return False
    try:
        with _open(file) as stream:
            return _LOOKS_LIKE_HTML.search(stream.read(SNIFFED_BYTES)) is not None
    except (OSError, EOFError, zlib.error):
        return False


def _open(file: Path) -> IO[bytes]:
    if str(file) == STDIN:
        return sys.stdin.buffer
    return gzip.open(file) if file.name.lower().endswith(".gz") else file.open("rb")  # type: ignore[return-value]


def _read_html(file: Path, folder: Path, base_url: str | None, crawl: str | None) -> Found | Unreadable:
    try:
        with _open(file) as stream:
            body = stream.read()
        fetched_at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        page = RawPage(url=_url(file, folder, base_url, body), fetched_at=fetched_at, body_base64=body, crawl=crawl)
    except (OSError, EOFError, zlib.error) as error:
        return Unreadable(str(file), f"can't be read: {error}")
    except ValidationError as error:
        return Unreadable(str(file), first_fault(error))
    return Found(page, str(file), True, len(body))


def _url(file: Path, folder: Path, base_url: str | None, body: bytes) -> str:
    if base_url is not None:
        path = file.relative_to(folder).as_posix().removesuffix(".gz")
        return base_url.rstrip("/") + "/" + quote(path)
    return _canonical_link(body) or file.absolute().as_uri()


def _canonical_link(body: bytes) -> str | None:
    for link in _LINK.finditer(body):
        if _CANONICAL.search(link[0]) and (href := _HREF.search(link[0])):
            url = html.unescape((href[1] or href[2] or href[3] or b"").decode("utf-8", "replace")).strip()
            if url.startswith(("http://", "https://")):
                return url
    return None


def _read_lines(file: Path, crawl: str | None) -> Iterator[Found | Unreadable]:
    number = 0
    try:
        with _open(file) as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield _read_line(line, f"{file}:{number}", number - 1, crawl)
    except (OSError, EOFError, zlib.error) as error:
        yield Unreadable(f"{file}:{number + 1}", f"can't be read from here on: {error}", number)


def _read_line(line: bytes, where: str, number: int, crawl: str | None) -> Found | Unreadable:
    try:
        page = RawPage.from_json(line)
    except orjson.JSONDecodeError as error:
        return Unreadable(where, f"no JSON: {error}", number)
    except ValidationError as error:
        return Unreadable(where, f"no RawPage: {first_fault(error)}", number)
    return Found(page if crawl is None else page.model_copy(update={"crawl": crawl}), where, False, len(line), number)


def _read_warc(file: Path, crawl: str | None) -> Iterator[Found | Unreadable]:
    try:
        with file.open("rb") as stream:  # compressed or not, the reader sees by itself
            for number, page in enumerate(warc.read_warc(stream, crawl)):
                where = f"{file}:{number + 1}"
                if isinstance(page, warc.Broken):
                    yield Unreadable(where, page.reason, number)
                elif page is not None:
                    yield Found(page, where, True, len(page.body), number)
    except OSError as error:
        yield Unreadable(str(file), f"can't be read: {error}")
