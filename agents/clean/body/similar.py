"""How much a block is like the title, the description, JSON-LD's article body, or another block."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from agents.clean.body.frame import Frame
from agents.clean.body.hints import Hints
from agents.clean.body.table import Table
from agents.clean.words import words_of

TITLE_LENGTHS = range(13, 220)
"""Characters of blocks that are compared with the title."""
HEAD = 50
"""Characters, normalised, by which running text is recognised."""
FIRST = 30
"""Words that a head may take."""
SHORTEST = 15


def normalised(text: str) -> str:
    """Its words in lower case."""
    return " ".join(words_of(text))


def resemblance(table: Table, frame: Frame, hints: Hints, tokens: Sequence[Sequence[str]]) -> None:
    """Adds shares of words for the title; 0 or 1, and -1 where the page has none, for the rest."""
    texts = frame.outline.texts
    title, title_share = [0.0] * frame.size, [0.0] * frame.size
    wanted = set(words_of(hints.title))
    if wanted:
        differs = wanted.isdisjoint
        shortest, longest = TITLE_LENGTHS[0], TITLE_LENGTHS[-1]
        for i in [i for i, far in enumerate(map(differs, tokens)) if not far and shortest <= len(texts[i]) <= longest]:
            words = set(tokens[i])
            shared = len(words & wanted)
            title[i] = shared / (len(words) + len(wanted) - shared)
            title_share[i] = shared / len(words)
    table.add(("title",), np.fromiter(title, float, frame.size))
    table.add(("title's share",), np.fromiter(title_share, float, frame.size))
    table.add(("article body",), _stands_in(texts, tokens, normalised(hints.article_body)))
    table.add(("description",), _like_description(texts, tokens, normalised(hints.description)))
    table.add(("copies",), 1)
    table.add(("earlier copies",), 0)
    copies, earlier = table["copies"], table["earlier copies"]
    for same in frame.repeated:
        copies[same] = len(same)
        earlier[same] = range(len(same))


def _stands_in(texts: Sequence[str], tokens: Sequence[Sequence[str]], body: str) -> NDArray[np.bool_] | float:
    if not body:
        return -1.0
    known = set(body.split(" "))  # most blocks are told apart by their first word
    found = [False] * len(texts)
    for i, (text, own) in enumerate(zip(texts, tokens, strict=True)):
        if len(text) > SHORTEST and own and own[0] in known:
            found[i] = " ".join(own[:FIRST])[: HEAD + 10].rstrip() in body
    return np.array(found)


def _like_description(texts: Sequence[str], tokens: Sequence[Sequence[str]], description: str) -> NDArray[np.bool_] | float:
    if len(description) < 20:
        return -1.0
    known = set(description.split(" "))
    head = description[:HEAD]
    inner = max(head.split(" ")[1:-1], key=len, default="")  # whole in the block, where the block holds the head
    found = [False] * len(texts)
    for i, (text, own) in enumerate(zip(texts, tokens, strict=True)):
        if len(text) > 30 and own:
            begins = own[0] in known and " ".join(own[:FIRST])[:HEAD] in description
            found[i] = begins or (len(text) >= len(head) and inner in own and head in " ".join(own))
    return np.array(found)
