"""Plain text: what no reader needs taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff\xad]")
"""Control characters, zero-width spaces, soft hyphens, lone surrogates."""


def clean_text(text: str) -> str:
    """Character references resolved (also where they were escaped twice), white space collapsed."""
    if "&" in text:
        text = unescape(text)
        if "&" in text:
            text = unescape(text)
    return _one_line(text)


def clean_lines(lines: Iterable[str]) -> list[str]:
    """Lines that are not empty."""
    return [cleaned for line in lines if (cleaned := _one_line(line))]


def _one_line(text: str) -> str:
    """A printable text, as most are, holds no control character and no white space but spaces: to ask is ten times as fast as to
    look."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return " ".join(CONTROL.sub("", text).split())
