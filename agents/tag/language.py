"""The language that an article is in, as its BCP 47 tag says."""

from __future__ import annotations

READ_AS_ENGLISH = frozenset({"en", "und"})
"""Primary subtags; text of an unknown language is read as English."""


def primary(language: str) -> str:
    """`en` of `en-US`."""
    return language.split("-")[0].lower()


def is_english(language: str) -> bool:
    """Whether lexicon and name model know it."""
    return primary(language) in READ_AS_ENGLISH
