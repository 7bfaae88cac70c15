"""Where the words of a text are a name of the gazetteer, toponym or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from agents.tag.facts.gazetteer import Place, gazetteer
from agents.tag.facts.word_index import where
from agents.tag.facts.words import JOINERS, Word, is_spaced, word_set, words_of

LONGEST = 5
"""Words of a name: Democratic Republic of the Congo."""
_LINKS = word_set(
    """
    of the de la del da do dos d le les du des di au aux los las and upon on sur al el ez es ash e i s en am an der den und under
    """
)
"""What may be written small inside a name: Deir ez-Zor, Mazar-i-Sharif, Cox's Bazar, Cote d'Ivoire."""
_APOSTROPHES = frozenset({"'", "’", "ʼ"})
"""What no capital need follow inside a name: Sana'a, Nuku'alofa."""


@lru_cache(maxsize=4)
def place_names(text: str) -> dict[tuple[int, int], tuple[Place, ...]]:
    """Words (first, last) that name places, with those places; begins and ends at a capital. Remembered for the last few texts."""
    words = words_of(text)
    spans: dict[tuple[int, int], str] = {}
    for i in [i for i, word in enumerate(words) if word.capital]:
        if not words[i].text[0].isalpha():
            continue
        key = words[i].key
        spans[i, i] = key
        for j in range(i + 1, min(i + LONGEST, len(words))):
            following = words[j]
            gap = following.gap
            if not (following.capital or following.key in _LINKS or gap in _APOSTROPHES):
                break
            if gap in JOINERS:
                key = f"{key} {following.key}"
            elif not gap and not is_spaced(following.text):
                key = f"{key}{following.key}"
            else:
                break
            if following.capital or (gap in _APOSTROPHES and following.key != "s"):
                spans[i, j] = key
    _name_counties(text, words, spans)
    before_regions = {i - 1 for i in where(text, _REGIONS) if words[i].gap == " "}
    regions = {span: f"{key} region" for span, key in spans.items() if span[1] in before_regions} if before_regions else {}
    known = gazetteer().search([*spans.values(), *regions.values()])
    found = {span: known[key] for span, key in spans.items() if key in known}
    found |= {span: known[key] for span, key in regions.items() if key in known}
    return found | _inflected(words, spans, known)


_REGIONS = word_set("state province region oblast governorate department prefecture division territory voivodeship")
"""Behind a name they make it a region's: "Sohag governorate"."""


_CYRILLIC = re.compile(r"[а-яёіїєґ]{4,}")
_ENDINGS = {
    **dict.fromkeys(("ой", "ою"), ("а",)), **dict.fromkeys(("ом", "ем"), ("",)), "ью": ("ь",), "ей": ("я", "а"), "ії": ("ія",),
    "ии": ("ия",), "ию": ("ия",), "ія": ("ія",), "е": ("а", "", "я"), "у": ("а", ""), "ю": ("я", "ь"), "а": ("",), "я": ("ь",),
    "ы": ("а",), "и": ("а", "ь", "я"), "і": ("", "а"),
}  # fmt: skip
"""Of Russian and Ukrainian nouns in their cases: Москве, Москвы and Москву are Москва, Киеве is Киев, России is Россия."""


def _inflected(
    words: Sequence[Word], spans: dict[tuple[int, int], str], known: dict[str, tuple[Place, ...]]
) -> dict[tuple[int, int], tuple[Place, ...]]:
    """Single Cyrillic words that are no name as they stand, by the nominative that they may come from."""
    forms: dict[tuple[int, int], list[str]] = {}
    for span, key in spans.items():
        if not key.isascii() and span[0] == span[1] and key not in known and _CYRILLIC.fullmatch(key):
            ending = next((key[-n:] for n in (2, 1) if key[-n:] in _ENDINGS), None)
            if ending:
                forms[span] = [key.removesuffix(ending) + nominative for nominative in _ENDINGS[ending]]
    found = gazetteer().search(form for some in forms.values() for form in some) if forms else {}
    return {span: found[form] for span, some in forms.items() if (form := next((form for form in some if form in found), None))}


_LISTED_BEFORE = frozenset({"counties", "parishes"})


def _name_counties(text: str, words: Sequence[Word], spans: dict[tuple[int, int], str]) -> None:
    """ "Barrow, Jackson and Madison counties": each of the list names a county."""
    for at in where(text, _LISTED_BEFORE):
        last = at - 1
        while last >= 0 and words[last].capital:
            first = last
            while first and words[first].gap in JOINERS and words[first - 1].capital:
                first -= 1
            if (first, last) in spans:
                spans[first, last] += " county" if words[at].key == "counties" else " parish"
            if first and words[first].gap == ", " and words[first - 1].capital:
                last = first - 1
            elif first > 1 and words[first - 1].key == "and":
                last = first - 2
            else:
                break
