"""Where the words of a text are a name of the gazetteer, toponym or not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from agents.tag.facts.gazetteer import Place, gazetteer
from agents.tag.facts.words import JOINERS, Word, word_set, words_of

LONGEST = 5
"""Words of a name: Democratic Republic of the Congo."""
_LINKS = word_set("of the de la del da do dos le les du des di and upon on sur al el en am an der den und under")
"""What may be written small inside a name."""


@lru_cache(maxsize=4)
def place_names(text: str) -> dict[tuple[int, int], tuple[Place, ...]]:
    """Words (first, last) that name places, with those places; begins and ends at a capital. Remembered for the last few texts."""
    words = words_of(text)
    spans: dict[tuple[int, int], str] = {}
    for i, word in enumerate(words):
        if not word.capital or not word.text[0].isalpha():
            continue
        key = word.key
        spans[i, i] = key
        for j in range(i + 1, min(i + LONGEST, len(words))):
            following = words[j]
            if following.gap not in JOINERS or not (following.capital or following.key in _LINKS):
                break
            key = f"{key} {following.key}"
            if following.capital:
                spans[i, j] = key
    _name_counties(words, spans)
    known = gazetteer().search(spans.values())
    return {span: known[key] for span, key in spans.items() if key in known}


def _name_counties(words: Sequence[Word], spans: dict[tuple[int, int], str]) -> None:
    """ "Barrow, Jackson and Madison counties": each of the list names a county."""
    for at, word in enumerate(words):
        if word.key not in ("counties", "parishes") or not at:
            continue
        last = at - 1
        while last >= 0 and words[last].capital:
            first = last
            while first and words[first].gap in JOINERS and words[first - 1].capital:
                first -= 1
            if (first, last) in spans:
                spans[first, last] += " county" if word.key == "counties" else " parish"
            if first and words[first].gap == ", " and words[first - 1].capital:
                last = first - 1
            elif first > 1 and words[first - 1].key == "and":
                last = first - 2
            else:
                break
