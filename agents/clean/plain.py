"""Plain text: what no reader needs taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff\xad]")
"""Control characters, zero-width spaces, soft hyphens, lone surrogates."""
INLINE_TAG = re.compile(r"<[^<>]{0,2000}>")


def clean_text(text: str) -> str:
    """Character references resolved (also where they were escaped twice), white space collapsed."""
    return clean_value(unescape(text) if "&" in text else text)


def clean_value(text: str) -> str:
    """The same of what a parser has resolved the character references of: only those that were escaped twice are left."""
    return _one_line(unescape(text) if "&" in text else text)


def clean_lines(lines: Iterable[str]) -> list[str]:
    """Lines that are not empty."""
    return [cleaned for line in lines if (cleaned := _one_line(line))]


def _one_line(text: str) -> str:
    """A printable text, as most are, holds no control character and no white space but spaces: to ask is ten times as fast as to
    look."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return " ".join(CONTROL.sub("", text).split())
