"""What a block's own words say: a linear score, in units of log odds.

"Read more", "Photo:", "Subscribe to our newsletter" are the same on every site. Short blocks are scored by all their words, the
first, the first two, the last, the whole and their number; long ones by how they start and their length. Numbers count as 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from zlib import crc32

from agents.clean.words import WORD, words_of

HEAD = 160
"""Characters of which the words are looked at."""
SHORT = 15
"""Words of a short block."""
SHORT_CHARACTERS = HEAD
"""And its length, for scripts without spaces."""
WHOLE = 4
"""Words of a block scored as a whole."""
LONGEST = 80
"""Words; longer blocks are alike."""
MEMO = 100_000
NAUGHT = repeat(0.0)
"""The weight of words that have none."""


def tokens(texts: Sequence[str]) -> list[list[str]]:
    """The words at the head of each text, in lower case."""
    return [words_of(text[:HEAD]) for text in texts]


def _hash(words: Sequence[str]) -> int:
    return crc32(" ".join(words).encode())


def phrase(words: Sequence[str]) -> str:
    """The name of a sequence of words among the weights: a hash."""
    return f"&{_hash(words):08x}"


def tens(text: str) -> int:
    """Tens of words of a long block."""
    return min(text.count(" "), LONGEST) // 10


def features(text: str, words: Sequence[str]) -> Iterator[str]:
    """Names of the weights that a block's score is the sum of."""
    words = [_plain(word) for word in words]
    size = len(words)
    if size == 0:
        yield "#0"
        yield f"!{text[:1]}"
        return
    if size > SHORT or len(text) > SHORT_CHARACTERS:
        yield f"~{words[0]}"
        yield f"#long{tens(text)}"
        if size > 1:
            yield "~" + phrase(words[:2])
        return
    yield from words
    yield f"#{size}"
    yield f"^{words[0]}"
    yield f"${words[-1]}"
    if size > 1:
        yield "^" + phrase(words[:2])
    if size <= WHOLE:
        yield "=" + phrase(words)


class WordScores:
    """Scores blocks; short lines are remembered, since the pages of a site repeat them.

    The same sums as over the weights of `features`, without making their names.
    """

    def __init__(self, weights: Mapping[str, float], bias: float) -> None:
        """`weights` by the names that `features` gives."""
        self._words = {name: weight for name, weight in weights.items() if WORD.match(name)}
        self._signs = {name[1:]: weight for name, weight in weights.items() if name[0] == "!"}
        self._bias = bias
        self._known: dict[str, float] = {}
        self._first, self._last, self._start = (_marked(weights, mark) for mark in "^$~")
        self._first_two, self._start_two, self._whole = (_phrases(weights, mark) for mark in ("^", "~", "="))
        self._size = [weights.get(f"#{size}", 0.0) for size in range(SHORT + 1)]
        self._long = [weights.get(f"#long{length}", 0.0) for length in range(LONGEST // 10 + 1)]

    def __call__(self, texts: Sequence[str], words: Sequence[Sequence[str]]) -> list[float]:
        known = self._known
        if len(known) > MEMO:
            known.clear()
        scores = []
        for text, own in zip(texts, words, strict=True):
            if len(text) > 40:
                scores.append(self._score(text, own))
                continue
            score = known.get(text)
            if score is None:
                score = known[text] = self._score(text, own)
            scores.append(score)
        return scores

    def _score(self, text: str, words: Sequence[str]) -> float:
        size = len(words)
        if size > SHORT or (size and len(text) > SHORT_CHARACTERS):
            first = _plain(words[0])
            score = self._start.get(first, 0.0) + self._long[tens(text)]
            if size > 1:
                score += self._start_two.get(crc32(f"{first} {_plain(words[1])}".encode()), 0.0)
            return self._bias + score
        if size == 0:
            return self._bias + (self._size[0] + self._signs.get(text[:1], 0.0))
        if not "".join(words).isalpha():  # soon told; there may be a number
            words = [_plain(word) for word in words]
        score = self._size[size] + self._first.get(words[0], 0.0) + self._last.get(words[-1], 0.0)
        score = sum(map(self._words.get, words, NAUGHT), score)
        if size > 1:
            start = crc32(f"{words[0]} {words[1]}".encode())
            score += self._first_two.get(start, 0.0)
            if size == 2:  # the whole is how it starts
                return self._bias + (score + self._whole.get(start, 0.0))
        if size <= WHOLE:
            score += self._whole.get(_hash(words), 0.0)
        return self._bias + score


def _plain(word: str) -> str:
    return "0" if word.isdigit() else word


def _marked(weights: Mapping[str, float], mark: str) -> dict[str, float]:
    """The weights of words at a place, by word."""
    return {name[1:]: weight for name, weight in weights.items() if name[0] == mark and name[1] != "&"}


def _phrases(weights: Mapping[str, float], mark: str) -> dict[int, float]:
    """The weights of phrases at a place, by hash."""
    return {int(name[2:], 16): weight for name, weight in weights.items() if name.startswith(f"{mark}&")}
