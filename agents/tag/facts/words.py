"""Words of a text with their offsets, and the form in which names are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

from agents.tag.memory import Memory

_WORD = re.compile(
    r"([a-zA-Z0-9_]+(?![\w&])"  # what the next rule would read, too, only slower, and most words are plain
    r"|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:&\w+)*"
    r"|[\u3040-\u30ff\u3400-\u9fff])"
)
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

    __slots__ = ("capital", "end", "gap", "key", "opens", "proper", "start", "text")

    def __init__(self, start: int, end: int, text: str, read: tuple[str, bool, bool], gap: str) -> None:
        """`read`: what is the same for all places where it stands."""
        self.start = start
        self.end = end
        self.text = text
        self.key, self.capital, self.proper = read
        """Compared form: lower case, Latin letters without accents. Begins with a capital, or its script knows none. Is written as
        a name may be: Moss, iPhone."""
        self.gap = gap
        self.opens = False
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
    return _SPACE_INSIDE.sub("", " ".join([_KNOWN[word][0] for word in _WORD.findall(name)]))


@lru_cache(maxsize=4)
def words_of(text: str) -> tuple[Word, ...]:
    """Words in order. Remembered for the last few texts: places, names and counts ask for the same ones."""
    parts = _WORD.split(text)
    gaps, written = parts[:-1:2], parts[1::2]
    ends = [*accumulate(map(len, parts))]
    words = (*map(Word, ends[::2], ends[1::2], written, map(_KNOWN.__getitem__, written), gaps),)
    for i in [i for i, gap in enumerate(gaps) if gap not in _WITHIN]:
        words[i].opens = not i or _opens(gaps[i], words[i - 1])
    if words:
        words[0].opens = True
    return words


REMEMBERED = 100
"""Characters of a word beyond which it is not: a page could make it as long as it likes."""
_MOST_WORDS = 50_000
"""Words that are remembered."""


def _read(word: str) -> tuple[str, bool, bool]:
    """The key of a word, whether it counts as one with a capital, and whether it is written as a name may be."""
    first = word[0]
    key = fold(word)
    if key == word and word.isascii():
        return key, False, False
    upper = first.isupper()
    capital = upper or (first > "\x7f" and first.isalpha() and first.lower() == first.upper())
    return key, capital, upper or (word[1:2].isupper() and first.isalpha()) or word.startswith(("iP", "eB"))


_KNOWN = Memory(_read, _MOST_WORDS, REMEMBERED)
BEGIN, END = Word(0, 0, "", ("^", False, False), ""), Word(0, 0, "", ("$", False, False), "$")
"""What stands before the first and behind the last word of a text."""


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
