"""From probabilities to the blocks of the body: the best choice by expected F1, less what is clear-cut.

Text that is not displayed is no part of a story that is; a block that repeats the title before the story is the headline; a passage
shown twice is read once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from agents.clean.body.choice import choose
from agents.clean.body.copies import copies
from agents.clean.body.frame import Floats, Frame

VISIBLE = 0.3
"""Share of the chosen characters that must be displayed for the rest to be dropped; otherwise the page displays them by script."""
HEADLINE = 0.8
"""Likeness to the title, as the share of common words in all words of both."""
OPENING = 3
"""Blocks at the start of the body in which a headline may stand."""


class Decision(NamedTuple):
    kept: list[int]
    """Blocks, in order."""
    expected_f1: float


def decide(page: Frame, columns: Mapping[str, Floats], probability: Floats) -> Decision:
    choice = choose(probability, page.words)
    kept = choice.keep.nonzero()[0].tolist()
    hidden = columns["in hidden"]
    displayed = [block for block in kept if not hidden[block]]
    if page.length[displayed].sum() >= VISIBLE * page.length[kept].sum():
        kept = displayed
    kept = [block for block in kept[:OPENING] if columns["title"][block] < HEADLINE] + kept[OPENING:]
    twice = copies([page.outline.texts[block] for block in kept], probability[kept].tolist())
    kept = [block for place, block in enumerate(kept) if place not in twice]
    return Decision(kept, choice.expected_f1 if kept else 0.0)
