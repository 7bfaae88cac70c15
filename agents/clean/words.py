"""Counting words, also in scripts that write none apart."""

from __future__ import annotations

import re

WORD = re.compile(r"\w+")
TWO_CHARACTERS = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
"""Kana and Han: a word is some two characters long (Chinese 1.5 to 1.7, Japanese 2 to 2.5)."""
FOUR_CHARACTERS = re.compile(r"[\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\u0f00-\u0fff]")
"""Thai, Lao, Burmese, Khmer, Tibetan: some four characters, marks counted."""


def count_words(text: str) -> int:
    """Words; in scripts without spaces, as many as the characters make."""
    dense = len(TWO_CHARACTERS.findall(text))
    loose = len(FOUR_CHARACTERS.findall(text))
    if dense or loose:
        text = FOUR_CHARACTERS.sub(" ", TWO_CHARACTERS.sub(" ", text))
    return len(WORD.findall(text)) + dense // 2 + loose // 4
