"""Pull quotes: what somebody says in the story, shown again in larger type, shortened or in other words, perhaps with whose it is.

What is shown again word for word is a copy (`copies`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from agents.clean.body.amount import Words, words_in
from agents.clean.body.characters import SPACELESS
from agents.clean.body.elements import CELLS, ENTRIES, HEADINGS
from agents.clean.body.nesting import around, blocks_of, kind_of, words_by_kind
from agents.clean.body.walk import Outline
from agents.clean.words import words_of

LENGTHS = range(12, 260)
"""Characters of a pull quote."""
PARAGRAPH, OF_STORY = 40, 0.15
"""Characters of a paragraph; share of the kept words from which what is set in one way is the story, and no pull quote."""
LINE = 60
"""Characters of the line that tells whose it is."""
BLOCKS = 3
"""Of its box."""
FEWEST = 5
"""Words, or pairs of characters."""
SAID = 0.75
"""Share of its words that one paragraph of the story has."""
MOST = 4
"""On a page."""
QUOTES = '“„«»"‘「『–—'
NO_QUOTE = HEADINGS | ENTRIES | CELLS | {"pre"}


def pull_quotes(outline: Outline, kept: Sequence[int], words: Words) -> set[int]:
    """The blocks of their boxes. `words`: of each block of the page."""
    texts = outline.texts
    tags, leaf, parents = outline.tags, outline.leaf, outline.parents
    asked = [
        block
        for block in kept[1:]
        if (texts[block][0] in QUOTES or "blockquote" in (tags[leaf[block]], tags[parents[leaf[block]]]))
        and len(texts[block]) in LENGTHS
        and tags[leaf[block]] not in NO_QUOTE
    ]
    usual = kind_of(outline, max(kept, key=words.__getitem__)) if asked else None
    asked = [block for block in asked if kind_of(outline, block) != usual]
    if not asked:
        return set()
    by_kind = words_by_kind(outline, kept, words)
    told = {block: by_kind[kind_of(outline, block)] for block in asked}
    least = OF_STORY * words_in(words, kept)
    asked = [block for block in asked if told[block] < least and (texts[block][0] in QUOTES or told[block] <= words[block])]
    paragraphs = {block: texts[block].lower() for block in kept if len(texts[block]) > PARAGRAPH} if asked else {}
    found = [_box(outline, block) for block in asked if _is_said(outline, block, paragraphs)]
    return {block for box in found for block in box} if len(found) <= MOST else set()


def _words(text: str) -> set[str]:
    words = set(words_of(text))
    if not text.isascii() and SPACELESS.search(text):
        words.update(first + second for first, second in pairwise(text))
    return words


def _is_said(outline: Outline, block: int, paragraphs: Mapping[int, str]) -> bool:
    """Whether another paragraph, each in lower case by block, has most of the words, and more beside them."""
    own = _words(outline.texts[block])
    if len(own) < FEWEST:
        return False
    longest = sorted(own, key=len)[-2:]
    for other, text in paragraphs.items():
        if other == block or not any(map(text.__contains__, longest)):
            continue
        words = _words(outline.texts[other])
        if len(words) > len(own) and len(own & words) >= SAID * len(own):
            return True
    return False


def _box(outline: Outline, block: int) -> range:
    """The blocks of the largest element that holds it and but short lines beside it."""
    box = range(block, block + 1)
    for element in around(outline, block, BLOCKS):
        blocks = blocks_of(outline, element)
        if any(len(outline.texts[each]) > LINE or outline.tags[outline.leaf[each]] in HEADINGS for each in blocks if each != block):
            break
        box = blocks
    return box
