"""Captions that neither tag nor name tells: what stands beneath a picture, in a box with it or set unlike the story."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from agents.clean.body.amount import Words, words_in
from agents.clean.body.elements import CELLS, ENTRIES, HEADINGS
from agents.clean.body.nesting import Kind, blocks_of, kind_of
from agents.clean.body.walk import Outline

LENGTHS = range(15, 321)
"""Characters of a caption; less is an entry of a list with icons, a mark given, a film's length."""
BLOCKS = 4
"""Of a box with a picture: how long it is, or which of how many; what it shows, who made it."""
LINE = 60
"""Characters of the other lines of such a box; longer ones make a kind of paragraphs the story's."""
PLAIN = 0.1
"""Share of the kept words from which what is set in one way, beneath no picture, is the story's."""
MOST = 0.3
"""Share of the kept words that captions have at most: else the page is about its pictures."""
BROKEN = 120
"""Characters of a caption that but a line break parts from its picture."""
LIKE_STORY, LONGEST_LIKE_STORY, FEW = 0.3, 160, 3
"""Share of the kept words from which paragraphs of a kind are the story's; characters of a caption set as those, or with several
lines beside it, and such captions: some pages put each paragraph in a box with a picture."""
NO_CAPTION = HEADINGS | ENTRIES | {"blockquote", "address", "pre"}
IN_NO_CAPTION = CELLS | {"blockquote"}
LINES_APART = 2
"""Of a box beneath the picture."""
LINES = frozenset(("div", "span", "small", "center", "section", "figure"))
"""What a line beneath a picture, in no box with it, stands in; a paragraph of the story may stand there too."""
WORD = re.compile(r"[^\W\d_]")
CREDITED = re.compile(r"[.!?](?<=[^\W\d_]{4}.)[”»\"]? (?:[^\W\d_a-z][\w.'’-]*\.? ){0,2}[^\W\d_a-z][\w'’-]+(?: ?/ ?[\w ]{2,20})?$")
"""Beneath a picture, a name behind the last sentence is that of who made it. Begun by the sentence's end, which is rare."""


def captions(outline: Outline, kept: Sequence[int], words: Words) -> set[int]:
    """Their blocks. `words`: of each block of the page."""
    left = set(kept)
    shown = dict(_beneath(outline, left))
    boxes = {
        block: box for block, place in shown.items() if (box := _box(outline, block, *place, ends=block in (kept[0], kept[-1])))
    }
    if not boxes:
        return set()
    told, plain = defaultdict[tuple[str, str], float](float), defaultdict[Kind, float](float)
    for block in kept:
        kind = kind_of(outline, block)
        told[kind[:2]] += words[block]
        plain[kind] += words[block] * (block not in shown)
    total = words_in(words, kept)
    found, alike = list[range](), list[range]()
    for block, box in boxes.items():
        kind, text = kind_of(outline, block), outline.texts[block]
        if CREDITED.search(text) or _is_broken(outline, block, shown[block][1]):
            found.append(box)
        elif plain[kind] > PLAIN * total:
            continue
        elif kind[:2] != ("p", "") and told[kind[:2]] <= LIKE_STORY * total and len(box) <= LINES_APART:
            found.append(box)
        elif len(text) <= LONGEST_LIKE_STORY and block not in (kept[0], kept[-1]):
            alike.append(box)
    gone = {block for box in (found + alike if len(alike) <= FEW else found) for block in box}
    return gone if words_in(words, gone & left) <= MOST * total else set()


def _beneath(outline: Outline, kept: set[int]) -> Iterator[tuple[int, tuple[int, int]]]:
    """The kept blocks right beneath a picture, or beneath its length or number there; with the first block beneath it, and the
    element that holds it."""
    texts = outline.texts
    for first, element in outline.pictures:
        if first in kept or first + 1 in kept:
            block = first + (len(texts[first]) < LENGTHS.start and not WORD.search(texts[first]))
            if block in kept:
                yield block, (first, element)


def _box(outline: Outline, block: int, first: int, element: int, *, ends: bool) -> range:
    """The blocks of the element that holds a picture and the block beneath it, and no more than that and a few lines; or of that
    beneath the picture, where it is no paragraph's and the block neither opens nor ends the story; or a block that names who made
    the picture, or that a line break parts from it. `element`: that holds the picture; `first`: the block right beneath it."""
    leaf, picture = outline.leaf[block], element
    if len(outline.texts[block]) not in LENGTHS or outline.tags[leaf] in NO_CAPTION:
        return range(0)
    around = [leaf, outline.parents[leaf], outline.parents[outline.parents[leaf]]]
    if any(outline.tags[each] in IN_NO_CAPTION for each in around):
        return range(0)
    while not outline.first[element] <= block < outline.end[element]:
        element = outline.parents[element]
    box = blocks_of(outline, element)
    if _is_small(outline, box, block, first):
        return box
    if not ends and outline.tags[leaf] in LINES:
        while leaf != element and outline.parents[leaf] != element:
            leaf = outline.parents[leaf]
        box = blocks_of(outline, leaf)
        if leaf != element and len(box) <= LINES_APART and _is_small(outline, box, block, first):
            return box
    told = CREDITED.search(outline.texts[block]) or _is_broken(outline, block, picture)
    return range(block, block + 1) if told else range(0)


def _is_broken(outline: Outline, block: int, picture: int) -> bool:
    """Whether but a line break parts a block from the picture, and they are all that the paragraph holds."""
    leaf = outline.leaf[block]
    alone = leaf == picture and outline.end[leaf] - outline.first[leaf] == 1
    return alone and outline.breaks[block] > 0 and len(outline.texts[block]) <= BROKEN


def _is_small(outline: Outline, box: range, block: int, first: int) -> bool:
    """Whether a box begins beneath the picture, and holds but the block and short lines."""
    if box.start != first or len(box) > BLOCKS:
        return False
    others = [each for each in box if each != block]
    return all(len(outline.texts[each]) <= LINE and outline.tags[outline.leaf[each]] not in HEADINGS for each in others)
