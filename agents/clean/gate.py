"""What is decided before anything is parsed: is this an HTML page of a size and depth that can be read?

Every check is linear in the page's length and none raises.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from agents.clean.depth import deeper_than
from agents.clean.refusal import Refusal
from agents.settings import Settings
from schemas.page import RawPage
from schemas.rejection import RejectionReason

MAGIC = {
    b"%PDF-": "a PDF",
    b"\x89PNG": "a PNG image",
    b"GIF8": "a GIF image",
    b"\xff\xd8\xff": "a JPEG image",
    b"RIFF": "a RIFF file (WebP, WAV, AVI)",
    b"II*\x00": "a TIFF image",
    b"MM\x00*": "a TIFF image",
    b"\x00\x00\x01\x00": "an icon",
    b"PK\x03\x04": "a zip archive",
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\xd0\xcf\x11\xe0": "an Office document",
    b"{\\rtf": "an RTF document",
    b"%!PS": "PostScript",
    b"OggS": "Ogg",
    b"ID3": "MP3",
    b"fLaC": "FLAC",
    b"\x1aE\xdf\xa3": "Matroska",
    b"wOFF": "a font",
    b"wOF2": "a font",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
}
"""First bytes of what is no page (WHATWG MIME sniffing, and libmagic)."""

HTML_TYPES = frozenset({"", "text/html", "application/xhtml+xml"})
LOOKS_LIKE_HTML = re.compile(
    rb"\s{0,256}+(?:<!--(?>.{0,1024}?-->)\s{0,256}+)*+(?:<\?xml[^>]{0,256}>\s{0,256})?<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
FEED = re.compile(rb"<(?:rss|feed|urlset|sitemapindex|rdf:RDF|svg)\b")
TAG = re.compile(rb"<[a-zA-Z!]")
CONTENT = re.compile(rb"[^\0 \t\r\n\f]")
SNIFFED_BYTES = 4096
CONTROL = bytes(set(range(1, 32)) - {9, 10, 12, 13, 27})
"""Control characters that no text holds. NUL is counted apart: UTF-16 is full of it. ESC switches charsets in ISO-2022."""
MAX_CONTROL_SHARE = 0.02
"""Compressed or binary data has 10 % of them, a text none."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`max_bytes` of a page, `max_depth` in elements, `min_words` of an article; `languages` that are taken, all where empty."""

    max_bytes: int
    max_depth: int
    min_words: int
    languages: frozenset[str]

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        return cls(
            settings.page_max_bytes,
            settings.page_max_depth,
            settings.page_min_words,
            frozenset(language.lower() for language in settings.languages),
        )


def gate(page: RawPage, body: bytes, limits: Limits) -> Refusal | None:
    """`body`: the page's bytes. None where it may be parsed."""
    return (
        _status(page.status) or _size(body, limits) or _kind(page.content_type, body, page.html is not None) or _depth(body, limits)
    )


def _status(status: int | None) -> Refusal | None:
    if status is None or 200 <= status < 300:
        return None
    return Refusal(RejectionReason.HTTP_ERROR, f"HTTP status {status}")


def _size(body: bytes, limits: Limits) -> Refusal | None:
    if len(body) > limits.max_bytes:
        return Refusal(RejectionReason.TOO_LARGE, f"{len(body)} bytes, the limit is {limits.max_bytes}")
    if not CONTENT.search(body):
        return Refusal(RejectionReason.EMPTY, "the page has no content")
    return None


def _kind(content_type: str | None, body: bytes, is_text: bool) -> Refusal | None:
    head = body[:SNIFFED_BYTES]
    if head.startswith(tuple(MAGIC)):
        name = next(name for magic, name in MAGIC.items() if head.startswith(magic))
        return Refusal(RejectionReason.NOT_HTML, f"the content is {name}")
    if head[4:8] == b"ftyp":
        return Refusal(RejectionReason.NOT_HTML, "the content is a media file")
    head = head.removeprefix(b"\xef\xbb\xbf")
    wide = b"\0" in head[:64]
    if not is_text and not wide and len(head.translate(None, CONTROL)) < len(head) * (1 - MAX_CONTROL_SHARE):
        return Refusal(RejectionReason.NOT_HTML, "the content is binary")
    if LOOKS_LIKE_HTML.match(head.replace(b"\0", b"") if wide else head):
        return None
    media_type = (content_type or "").split(";")[0].strip().lower()
    if media_type not in HTML_TYPES:
        return Refusal(RejectionReason.NOT_HTML, f"the content type is {media_type}")
    if found := FEED.search(head[:1024]):
        return Refusal(RejectionReason.NOT_HTML, f"the content is XML of another kind: {found.group(0).decode()}")
    if not TAG.search(body.replace(b"\0", b"") if wide else body):
        return Refusal(RejectionReason.NOT_HTML, "the content has no markup")
    return None


def _depth(body: bytes, limits: Limits) -> Refusal | None:
    if deeper_than(body, limits.max_depth):
        return Refusal(RejectionReason.TOO_DEEP, f"elements are nested deeper than {limits.max_depth}")
    return None
