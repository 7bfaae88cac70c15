"""Words of a text with their offsets, and the form in which names are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"([\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:&\w+)*)")
"""Chinese and Japanese put no space between words: there each character is one."""
_BOUNDARY = re.compile(r"[.!?…][\"'”’)\]]*\s|\n|^$")

_UNSPACED = "[\u3040-\u30ff\u3400-\u9fff]"
_SPACE_INSIDE = re.compile(f"(?<={_UNSPACED}) (?={_UNSPACED})")


def is_spaced(word: str) -> bool:
    """Whether a word is of a script that puts spaces between words."""
    return not "\u3040" <= word[0] <= "\u9fff"


JOINERS = frozenset({" ", "-", ". ", ".", "'", "’", "\u00a0", "–", "ʼ"})
"""What may stand between two words of one name: New York, Port-au-Prince, St. Louis, U.S., N'Djamena."""


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as one string."""
    return frozenset(words.split())


class Word:
    """One word; `gap` is what stands between it and the word before."""

    __slots__ = ("capital", "end", "gap", "key", "opens", "start", "text")

    def __init__(self, start: int, end: int, text: str, key: str, gap: str, capital: bool, opens: bool) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.key = key
        """Compared form: lower case, Latin letters without accents."""
        self.gap = gap
        self.capital = capital
        """Begins with a capital, or its script knows none."""
        self.opens = opens
        """First word of a sentence or line."""


def fold(text: str) -> str:
    """Lower case; Latin letters lose their accents, other scripts stay as they are."""
    if text.isascii():
        return text.lower()
    plain = []
    for char in text:
        base = unicodedata.normalize("NFD", char)[0]
        plain.append(base if base.isascii() else char)
    return "".join(plain).lower().replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d")


def key_of(name: str) -> str:
    """The key of a name as the words of a text give it: "Saint-Étienne" and "saint etienne" have one key."""
    if name.isascii() and name.isalnum():
        return name.lower()  # a single word, as most are
    return _SPACE_INSIDE.sub("", " ".join(_read(word)[0] for word in _WORD.findall(name)))


@lru_cache(maxsize=4)
def words_of(text: str) -> tuple[Word, ...]:
    """Words in order. Remembered for the last few texts: places, names and counts ask for the same ones."""
    words: list[Word] = []
    end = 0
    parts = _WORD.split(text)
    for gap, word in zip(parts[::2], parts[1::2], strict=False):
        start = end + len(gap)
        end = start + len(word)
        key, capital = _read(word) if len(word) <= REMEMBERED else _reading(word)
        opens = not words or (gap not in _WITHIN and _opens(gap, words[-1]))
        words.append(Word(start, end, word, key, gap, capital, opens))
    return tuple(words)


REMEMBERED = 100
"""Characters of a word beyond which it is not: a page could make it as long as it likes."""


def _reading(word: str) -> tuple[str, bool]:
    """The key of a word, and whether it counts as one with a capital."""
    first = word[0]
    return fold(word), first.isupper() or (first > "\x7f" and first.isalpha() and first.lower() == first.upper())


_read = lru_cache(maxsize=50_000)(_reading)


_ABBREVIATIONS = word_set(
    """
    mr mrs ms dr st sgt gen col lt capt maj sen rep gov prof rev hon jr sr co inc corp no vs u s jan feb aug sept oct nov
    dec
    """
)


_WITHIN = frozenset({" ", ", ", "-", "'", "’"})
"""What stands between most words, and ends no sentence."""


def _opens(gap: str, before: Word) -> bool:
    """A stop ends a sentence, except after an initial or an abbreviation."""
    if "\n" in gap:
        return True
    if not _BOUNDARY.search(gap):
        return False
    return not (gap.startswith(". ") and (len(before.text) == 1 or before.key in _ABBREVIATIONS))
