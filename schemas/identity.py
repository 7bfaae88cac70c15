"""Ids that are the same after every redelivery, so that a copy can be told from a new record."""

from __future__ import annotations

import hashlib

ID_DIGITS = 32


def _digest(first: bytes, *others: bytes) -> str:
    """Of the parts with a NUL between them; a page is not copied for it."""
    digest = hashlib.sha256(first)
    for part in others:
        digest.update(b"\0")
        digest.update(part)
    return digest.hexdigest()[:ID_DIGITS]


def page_id(url: str, body: bytes) -> str:
    """Of one fetch of a page: 32 hex digits of SHA-256(url, NUL, body)."""
    return _digest(url.encode("utf-8", "surrogatepass"), body)


def article_id(canonical_url: str) -> str:
    """Of an article through all its versions: 32 hex digits of SHA-256(canonical URL)."""
    return _digest(canonical_url.encode("utf-8", "surrogatepass"))


def event_id(article: str, event_type: str, evidence_words: str, repeat: int = 0) -> str:
    """Of an event in an article.

    `evidence_words`: the evidence's words, lower case, joined by blanks; `repeat` counts earlier events of the article with
    the same type and words. An edit elsewhere in the article leaves the id as it is.
    """
    return _digest("\0".join((article, event_type, evidence_words, str(repeat))).encode("utf-8", "surrogatepass"))
