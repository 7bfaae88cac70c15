"""Several stories in one element, one beneath the other, each under a line like a headline: the page's own is the first, and those
that share hardly a word with it are others. A story's own parts, under their subheadings, speak of the same people and things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from agents.clean.body.amount import Words, words_in
from agents.clean.body.cards import TITLE, is_bold, is_link
from agents.clean.body.characters import SPACELESS
from agents.clean.body.elements import HEADINGS
from agents.clean.body.nesting import kind_of, tag_of
from agents.clean.body.signed import weekdays
from agents.clean.body.walk import Outline
from agents.clean.words import words_of

STORY = 60.0
"""Words of the first story."""
HEADLINE = 25
"""Characters of another story's headline at least, those of scripts without spaces counted twice; a subheading has fewer."""
USUAL = 38
"""On average."""
FEWEST = 2
"""Other stories, by what their words share with the first; one might be a part about something else, and must share less, and tell
what its headline says."""
SHARED = 0.16
"""Share of the others' longer words that the first story has too, from which they are part of it. Of 124 stories of the web in
parts with such subheadings two share so few, no word with the headline and but one name; of two stories put together six in ten."""
SHARED_APART, FEWEST_WORDS_APART = 0.2, 8
"""The same of stories whose headlines link to them, or that are set otherwise; the latter of a single one too."""
PARAGRAPH, BRIEF = 60, 60.0
"""Characters of a paragraph; words under each of several headlines that are set otherwise."""
SHARED_ALONE = 0.12
"""The same of a single other story."""
FEWEST_SAID, TOLD_AGAIN, LEAD = 3, 0.5, 2
"""Words of its headline, the share of them that comes again, and the blocks beneath it in which they do."""
NAMES, NOUNS = 1, 4
"""Names that they share at most; in German, which writes all nouns so, more."""
FEW_OF_HEADLINE, FEW_OF_HEADLINE_APART = 5, 3
"""Words of the page's headline of which the others may have one: those that everybody uses."""
FEWEST_WORDS = 12
"""Longer words of the others, to tell by."""
LONG, LONGER = 5, 6
"""Letters of a headline's words that count, and of the others'."""
ASKED = "?？؟"
"""With which most of the lines of an interview or of a guide end."""
WORD = re.compile(r"[^\W\d_]+")
SIGN, SIGNED = re.compile("[\u0900-\u0dff]"), re.compile(r"(?:[^\W\d_]|[\u0900-\u0963\u0966-\u0dff])+")
"""Of India's scripts, where vowels are signs; and the words of a text that has some."""
STEM = 6
"""Letters that are compared: endings differ."""
NAME = re.compile(r"(?<=[\w,;)] )[^\W\d_a-z][^\W\d_]{3,}")
"""A word with a capital amid a sentence."""
GERMAN = re.compile(r"(?<!\w)(?:der|die|und|nicht)(?!\w)")
RUN = re.compile("[\u30a0-\u30ff\u4e00-\u9fff]{2,}")
"""In scripts without spaces, where two characters stand for a word."""


def without_other_stories(outline: Outline, kept: Sequence[int], words: Words, headline: str) -> list[int]:
    """The kept blocks up to the first of the other stories with which they end; `words`: of each block of the page; `headline`: the
    page's own."""
    if not headline:
        return list(kept)
    texts = outline.texts
    asked = [place for place in range(2, len(kept)) if len(texts[kept[place]]) <= TITLE or kept[place - 1] < kept[place] - 1]
    found = [(place, head) for place in asked if (head := _head(outline, kept, place)) is not None]
    for tag in dict.fromkeys(tag_of(outline, head) for _, head in found):
        # a bold link amid the story is none of them
        alike = [(place, head) for place, head in found if tag_of(outline, head) == tag]
        linked = [(place, head) for place, head in alike if tag in HEADINGS and is_link(outline, head)]
        if linked and linked == alike[-len(linked) :] and _are_others(outline, kept, words, headline, linked, linked=True):
            return list(kept[: linked[0][0]])
        if _are_others(outline, kept, words, headline, alike, linked=False):
            return list(kept[: alike[0][0]])
    return list(kept)


def _are_others(
    outline: Outline, kept: Sequence[int], words: Words, headline: str, found: Sequence[tuple[int, int]], *, linked: bool
) -> bool:
    """Whether other stories begin under headlines: what is told there shares little with the story above. `found`: the places among
    the kept blocks and the headlines' blocks; `linked`: whether these are links, as parts of a story seldom have."""
    first, heads = found[0][0], [head for _, head in found]
    alone = len(heads) == 1
    if not alone and heads[-1] - heads[0] < FEWEST:
        return False
    asked = sum(any(map(outline.texts[head].__contains__, ASKED)) for head in heads)
    if asked if linked else 2 * asked > len(heads):
        return False
    if words_in(words, kept[:first]) < STORY or sum(_width(outline.texts[head]) for head in heads) < USUAL * len(heads):
        return False
    if alone and not _is_told_again(outline, heads[0], kept[first:]):
        return False
    brief = words_in(words, kept[first:]) <= BRIEF * len(heads)
    apart = linked or (brief and not alone and _are_apart(outline, kept, first))
    beneath = sorted({*kept[first:], *heads})
    own, others = ("\n".join(outline.texts[block] for block in part) for part in (kept[:first], beneath))
    named = _stems(_words(headline), LONG)
    if sum(map(others.lower().__contains__, named)) > len(named) // (FEW_OF_HEADLINE_APART if apart else FEW_OF_HEADLINE):
        return False
    told = _stems(_words(others), LONGER)
    shared = SHARED_ALONE if alone else SHARED_APART if apart else SHARED
    if len(told) < (FEWEST_WORDS_APART if apart or alone else FEWEST_WORDS) or len(
        told & _stems(_words(own), LONGER)
    ) > shared * len(told):
        return False
    names = {name.lower()[:STEM] for name in NAME.findall(others)} & {name.lower()[:STEM] for name in NAME.findall(own)}
    names -= _weekdays()
    return linked or len(names) <= (NOUNS if GERMAN.search(own) else NAMES)


@cache
def _weekdays() -> frozenset[str]:
    """Which day it was two stories may both tell."""
    return frozenset(day[:STEM] for day in weekdays())


def _are_apart(outline: Outline, kept: Sequence[int], first: int) -> bool:
    """Whether no paragraph from that place on is set as one above it."""
    above, beneath = (  # kinds
        {kind_of(outline, block) for block in part if len(outline.texts[block]) > PARAGRAPH}
        for part in (kept[:first], kept[first:])
    )
    return above.isdisjoint(beneath)


def _head(outline: Outline, kept: Sequence[int], place: int) -> int | None:
    """The block of another story's headline: the kept one, where more is beneath it, or the one right above that was left out."""
    block = kept[place]
    if place < len(kept) - 1 and _is_headline(outline, block):
        return block
    left_out = kept[place - 1] < block - 1 and _is_headline(outline, block - 1)
    return block - 1 if left_out else None


def _is_told_again(outline: Outline, head: int, kept: Sequence[int]) -> bool:
    """Whether the words of a headline come again beneath it, in the story's first lines."""
    said = _stems(_words(outline.texts[head]), LONG)
    beneath = _stems(_words("\n".join(outline.texts[block] for block in kept[: 1 + LEAD] if block != head)), LONG)
    return len(said) >= FEWEST_SAID and len(said & beneath) >= TOLD_AGAIN * len(said)


def _is_headline(outline: Outline, block: int) -> bool:
    """Whether a block is in bold type or a heading, and as long as a headline."""
    text = outline.texts[block]
    if len(text) > TITLE or text[-1] in ":.":
        return False
    if not (tag_of(outline, block) in HEADINGS or (outline.bold[block] and is_bold(outline, block))):
        return False
    return not text[0].isdigit() and _width(text) >= HEADLINE


class Said(NamedTuple):
    words: list[str]
    """In lower case."""
    pairs: set[str]
    """Of characters, in scripts without spaces."""


def _words(text: str) -> Said:
    if SIGN.search(text):
        words = SIGNED.findall(text.lower())
    else:
        distinct = set(words_of(text))
        words = [word for word in distinct if word.isalpha()]
        words += WORD.findall(" ".join(distinct.difference(words)))  # amid numbers
    runs = () if text.isascii() else RUN.findall(text)
    return Said(words, {"".join(pair) for run in runs for pair in pairwise(run)})


def _stems(text: Said, shortest: int) -> set[str]:
    """Of the words that have so many letters; and the pairs."""
    return {word[:STEM] for word in text.words if len(word) >= shortest} | text.pairs


def _width(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(SPACELESS.findall(text))
