"""Passages that a page shows twice: pull quotes, mobile and desktop versions, a standfirst repeated as the first paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

RUN = 4
"""Words of a run by which text is recognised."""
SHORTEST = 12
"""Words of a block that is looked at: articles do repeat short lines."""
SHARE = 0.9
"""Of a block's runs that stand in other kept blocks, for it to be a copy."""
PROBE = slice(4, 34)
"""Characters of a block that a page without copies holds only once."""
SIGNS = re.compile(r"[^\w\s]+")
"""What parts words beside white space: to blank it out and split takes a third of the time that finding the words takes."""


def copies(texts: Sequence[str], probability: Sequence[float]) -> set[int]:
    """Indices of the kept blocks whose text stands in others, the likeliest and longest of a set of copies excepted."""
    if not _suspected(texts):
        return set()
    runs: dict[int, set[tuple[str, ...]]] = {}
    for i, text in enumerate(texts):
        words = SIGNS.sub(" ", text.lower()).split()
        if len(words) >= SHORTEST:
            runs[i] = set(zip(*(words[at:] for at in range(RUN)), strict=False))
    seen: set[tuple[str, ...]] = set()
    found: set[int] = set()
    for i in sorted(runs, key=lambda i: (-round(probability[i] * 5), -len(runs[i]), i)):
        if not runs[i].isdisjoint(seen) and len(runs[i] & seen) > SHARE * len(runs[i]):
            found.add(i)
        else:
            seen |= runs[i]
    return found


def _suspected(texts: Sequence[str]) -> bool:
    joined = "\n".join(texts)
    if len(joined) * len(texts) > 4_000_000:  # here the probe would cost more than what it saves
        return True
    return any(len(text) > 25 and joined.count(text[PROBE]) > 1 for text in texts)
