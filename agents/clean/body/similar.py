"""How much a block is like the title, the description, JSON-LD's article body, or another block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from agents.clean.body.frame import Floats, Frame
from agents.clean.body.hints import Hints
from agents.clean.body.table import Table
from agents.clean.body.words import WORD

TITLE_LENGTHS = range(13, 220)
"""Characters of blocks that are compared with the title."""
HEAD = 50
"""Characters, normalised, by which running text is recognised."""
FIRST = 30
"""Words that a head may take."""
SHORTEST = 15


def normalised(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))


def resemblance(table: Table, frame: Frame, hints: Hints, tokens: Sequence[Sequence[str]]) -> None:
    """Adds shares of words for the title; 0 or 1, and -1 where the page has none, for the rest."""
    texts = frame.outline.texts
    title, title_share = np.zeros(frame.size), np.zeros(frame.size)
    wanted = set(WORD.findall(hints.title.lower()))
    if wanted:
        fitting = (frame.length >= TITLE_LENGTHS.start) & (frame.length < TITLE_LENGTHS.stop)
        for i in np.flatnonzero(fitting).tolist():
            words = set(tokens[i])
            if not wanted.isdisjoint(words):
                shared = len(words & wanted)
                title[i] = shared / (len(words) + len(wanted) - shared)
                title_share[i] = shared / len(words)
    table.add(("title", "title's share"), (title, title_share))
    table.add(("article body",), _stands_in(texts, tokens, normalised(hints.article_body)))
    table.add(("description",), _like_description(texts, tokens, normalised(hints.description)))
    counts = Counter(texts)
    if len(counts) == frame.size:
        table.add(("copies", "earlier copies"), [[1], [0]])
        return
    seen: Counter[str] = Counter()
    earlier = np.zeros(frame.size)
    for i, text in enumerate(texts):
        earlier[i] = seen[text]
        seen[text] += 1
    table.add(("copies", "earlier copies"), ([counts[text] for text in texts], earlier))


def _stands_in(texts: Sequence[str], tokens: Sequence[Sequence[str]], body: str) -> Floats:
    if not body:
        return np.full(len(texts), -1.0)
    known = set(body.split(" "))  # most blocks are told apart by their first word
    found = np.zeros(len(texts))
    for i, own in enumerate(tokens):
        if own and own[0] in known and len(texts[i]) > SHORTEST:
            found[i] = " ".join(own[:FIRST])[: HEAD + 10].rstrip() in body
    return found


def _like_description(texts: Sequence[str], tokens: Sequence[Sequence[str]], description: str) -> Floats:
    if len(description) < 20:
        return np.full(len(texts), -1.0)
    known = set(description.split(" "))
    head = description[:HEAD]
    inner = max(head.split(" ")[1:-1], key=len, default="")  # whole in the block, where the block holds the head
    found = np.zeros(len(texts))
    for i, own in enumerate(tokens):
        if own and len(texts[i]) > 30:
            begins = own[0] in known and " ".join(own[:FIRST])[:HEAD] in description
            found[i] = begins or (inner in own and head in " ".join(own))
    return found
