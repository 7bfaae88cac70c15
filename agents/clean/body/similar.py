"""How much a block is like the title, the description, JSON-LD's article body, or another block."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from agents.clean.body.frame import Frame
from agents.clean.body.hints import Hints
from agents.clean.body.table import Table, Values
from agents.clean.words import words_of

COLUMNS = ("title", "title's share", "article body", "description", "copies", "earlier copies")
ELSE = np.array((0, 0, 0, 0, 1, 0))[:, None]
"""Of blocks that are like nothing."""
SHORTEST_TITLE, LONGEST_TITLE = 13, 219
"""Characters of blocks that are compared with the title."""
HEAD = 50
"""Characters, normalised, by which running text is recognised."""
FEW = 3
"""Words by which most blocks are told apart."""
FIRST = 30
"""Words that a head may take."""
SHORTEST = 15


def resemblance(table: Table, frame: Frame, hints: Hints, tokens: Sequence[Sequence[str]]) -> None:
    """Adds shares of words for the title; 0 or 1, and -1 where the page has none, for the rest."""
    sizes = list(map(len, frame.outline.texts))
    likeness, share, in_body, in_description, _, _ = rows = table.add(COLUMNS)
    rows[:] = ELSE
    _compare(likeness, share, sizes, tokens, set(words_of(hints.title)))
    _mark(in_body, _standing_in(sizes, tokens, words_of(hints.article_body)))
    _mark(in_description, _like_description(sizes, tokens, words_of(hints.description)))
    if frame.repeated:
        blocks = list(chain.from_iterable(frame.repeated))
        copies = [len(same) for same in frame.repeated for _ in same]
        rows[-2:, blocks] = copies, list(chain.from_iterable(map(range, map(len, frame.repeated))))


def _mark(row: Values, blocks: list[int] | None) -> None:
    if blocks is None:
        row[:] = -1
    elif blocks:
        row[blocks] = 1


def _compare(likeness: Values, share: Values, sizes: Sequence[int], tokens: Sequence[Sequence[str]], title: set[str]) -> None:
    """Fills in how many words the blocks that have any of the title's share with it."""
    differs = title.isdisjoint
    for block, own in enumerate(tokens):
        if SHORTEST_TITLE <= sizes[block] <= LONGEST_TITLE and not differs(own):
            words = set(own)
            shared = len(words & title)
            likeness[block] = shared / (len(words) + len(title) - shared)
            share[block] = shared / len(words)


def _standing_in(sizes: Sequence[int], tokens: Sequence[Sequence[str]], words: Sequence[str]) -> list[int] | None:
    """The blocks whose head stands in JSON-LD's body; None where there is no body."""
    if not words:
        return None
    body, known = " ".join(words), set(words)  # most blocks are told apart by their first words
    found = []
    for block, own in enumerate(tokens):
        if sizes[block] > SHORTEST and own and own[0] in known:
            head = " ".join(own[:FIRST])[: HEAD + 10].rstrip()
            if known.issuperset(head.split(" ")[1:-1]) and head in body:
                found.append(block)
    return found


def _like_description(sizes: Sequence[int], tokens: Sequence[Sequence[str]], words: Sequence[str]) -> list[int] | None:
    """The blocks of which one head stands in the other; None where there is no description."""
    description, known = " ".join(words), set(words)
    if len(description) < 20:
        return None
    head = description[:HEAD]
    inner = max(head.split(" ")[1:-1], key=len, default="")  # whole in the block, where the block holds the head
    found = []
    for block, own in enumerate(tokens):
        if sizes[block] > 30 and own:
            may_begin = own[0] in known and " ".join(own[:FEW])[:HEAD] in description
            begins = may_begin and " ".join(own[:FIRST])[:HEAD] in description
            if begins or (sizes[block] >= len(head) and inner in own and head in " ".join(own)):
                found.append(block)
    return found
