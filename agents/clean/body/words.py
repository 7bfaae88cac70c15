"""What a block's own words say: a linear score, in units of log odds.

"Read more", "Photo:", "Subscribe to our newsletter" are the same on every site. Short blocks are scored by all their words, the
first, the first two, the last, the whole and their number; long ones by how they start and their length. Numbers count as 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

WORD = re.compile(r"\w+")
HEAD = 400
"""Characters looked at."""
SHORT = 15
"""Words of a short block."""
SHORT_CHARACTERS = 160
"""And its length, for scripts without spaces."""
WHOLE = 4
"""Words of a block scored as a whole."""
MEMO = 100_000


def tokens(texts: Sequence[str]) -> list[list[str]]:
    """The words at the head of each text, in lower case."""
    return [WORD.findall(text[:HEAD].lower()) for text in texts]


def phrase(words: Sequence[str]) -> str:
    """The name of a sequence of words among the weights: a hash."""
    return f"&{crc32(' '.join(words).encode('utf-8', 'replace')):08x}"


def features(text: str, words: Sequence[str]) -> Iterator[str]:
    """Names of the weights that a block's score is the sum of."""
    words = ["0" if word.isdigit() else word for word in words]
    size = len(words)
    if size == 0:
        yield "#0"
        yield f"!{text[:1]}"
        return
    if size > SHORT or len(text) > SHORT_CHARACTERS:
        yield f"~{words[0]}"
        yield f"#long{min(size, 80) // 10}"
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
    """Scores blocks; short lines are remembered, since the pages of a site repeat them."""

    def __init__(self, weights: Mapping[str, float], bias: float) -> None:
        self._weights = weights
        self._bias = bias
        self._known: dict[str, float] = {}

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
        get = self._weights.get
        return self._bias + sum(get(feature, 0.0) for feature in features(text, words))
