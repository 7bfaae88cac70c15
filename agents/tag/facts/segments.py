"""The capitalised stretches of a text, in which its names are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agents.tag.facts.words import JOINERS, Word, word_set

_LINKS = word_set("of the and for de la le von van bin al el del da di du dos der den ibn ul s in on y e d l")
_LEADS = word_set("al el de van von bin ul ibn abu da di")
"""Small words that a name may begin with: al-Assad, de Gaulle, van der Sar."""


def segments_of(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Stretches (first, last) that may hold names: capitalised words, with small words between them."""
    last = -1
    for i in [i for i, word in enumerate(words) if (word.proper and word.text != word.key) or word.key in _LEADS]:
        if i <= last or not (words[i].proper or _leads(words, i)) or _function_word(words, i):
            continue
        first = last = i
        j = i + 1
        while j < len(words) and j - last <= 2 and words[j].gap in _JOINERS:
            word = words[j]
            if word.proper or (word.text[0].isdigit() and word.gap != "."):
                last = j
            elif word.key not in _LINKS:
                break
            j += 1
        yield first, last


_FUNCTION_WORDS = word_set(
    """
    the a an he she it they we you i this that these those there here in on at by for from with without of to into after
    before during since until
    while when where why how what who which as if but and or nor so yet because although though however also not no his
    her its their our my your
    one two three some many most all both each every several such is are was were be been has have had do does did will
    would can could might
    must should now then today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january
    february march april june july
    august september october november december about according between under over among against despite more other meanwhile
    """
)
""" "May" is left out: it may be a name."""


def _function_word(words: Sequence[Word], i: int) -> bool:
    """A small word or a day that stands alone with its capital; before another capital it may belong to a name: The Hague."""
    word = words[i]
    if word.key not in _FUNCTION_WORDS or (len(word.text) > 1 and word.text.isupper()):
        return False
    return i + 1 >= len(words) or not words[i + 1].proper or words[i + 1].gap not in _JOINERS


def _leads(words: Sequence[Word], i: int) -> bool:
    return words[i].key in _LEADS and i + 1 < len(words) and words[i + 1].gap == "-" and words[i + 1].proper


_JOINERS = JOINERS | {" & ", "&", "/", " '", " “", ' "'}
