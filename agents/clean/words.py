"""A text's words, and counting them, also in scripts that write none apart."""

from __future__ import annotations

import re

import numpy as np

from agents.clean.alphabet import ALPHANUMERIC, code_points

TWO_CHARACTERS = ((0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3134F))
"""Kana and Han: a word is some two characters long (Chinese 1.5 to 1.7, Japanese 2 to 2.5)."""
FOUR_CHARACTERS = ((0x0E00, 0x0EFF), (0x0F00, 0x0FFF), (0x1000, 0x109F), (0x1780, 0x17FF))
"""Thai and Lao, Tibetan, Burmese, Khmer: some four characters, marks counted."""

_APART, _SPACED, _DENSE, _LOOSE = range(4)
_KIND = np.where(ALPHANUMERIC, np.uint8(_SPACED), np.uint8(_APART))
_KIND[ord("_")] = _SPACED
for _first, _last in TWO_CHARACTERS:
    _KIND[_first : _last + 1] = _DENSE
for _first, _last in FOUR_CHARACTERS:
    _KIND[_first : _last + 1] = _LOOSE


WORD = re.compile(r"\w+")
SIGNS = "’“”–‘—…„•€"
"""The most frequent ones beyond Latin-1: they stand between words, and many texts hold no other character from there."""
BEYOND = "\u0180"
"""No text that begins so, or later, is in a Western script, unless with one of the signs."""


def _folded(code: int) -> int:
    character = chr(code)
    return ord(character.lower()) if WORD.match(character) else ord(" ")


_FOLDED = bytes(map(_folded, range(256)))
"""By code of Latin-1: the letter in lower case, and a space for what stands between words."""
_BETWEEN = bytes(code for code in range(256) if _FOLDED[code] in b" _")
"""What is no letter or digit."""
FEW = 200
"""Characters up to which a text's words are found faster than its characters are classified."""


def _folded_codes(text: str) -> bytes | None:
    """A text beyond ASCII in lower case, a byte a character, with spaces for what stands between words; None where it has letters
    beyond Latin-1. Many hold but quotes, dashes and accented letters."""
    if text < BEYOND or text[0] in SIGNS:
        for sign in SIGNS:
            text = text.replace(sign, " ")
        try:
            return text.encode("latin-1").translate(_FOLDED)
        except UnicodeEncodeError:
            pass  # of another script
    return None


def words_of(text: str) -> list[str]:
    """Its words, in lower case: of most texts, which are plain ASCII, in half of the pattern's time."""
    if text.isascii():
        return text.encode().translate(_FOLDED).decode().split()
    codes = _folded_codes(text)
    return WORD.findall(text.lower()) if codes is None else codes.decode("latin-1").split()


def letters_of(text: str) -> str:
    """Its letters and digits alone, in lower case."""
    if text.isascii():
        return text.encode().translate(_FOLDED, _BETWEEN).decode()
    return "".join(words_of(text)).replace("_", "")


def count_words(text: str) -> int:
    """Words; in scripts without spaces, as many as the characters make."""
    if len(text) <= FEW:
        codes = text.encode().translate(_FOLDED) if text.isascii() else _folded_codes(text)
        if codes is not None:
            return len(codes.split())
    kinds = _KIND.take(code_points(text), mode="clip")
    spaced = kinds == _SPACED
    words = np.count_nonzero(spaced[1:] > spaced[:-1]) + np.count_nonzero(spaced[:1])
    return int(words + np.count_nonzero(kinds == _DENSE) // 2 + np.count_nonzero(kinds == _LOOSE) // 4)
