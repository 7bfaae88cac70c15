"""How much blocks tell. Plain lists: an array takes longer to be asked for a few blocks than a list does to add them up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Words = Sequence[float]
"""Of each block of a page; by spaces, in scripts without them two characters make one."""


def words_in(words: Words, blocks: Iterable[int]) -> float:
    """The words of some blocks."""
    return sum(map(words.__getitem__, blocks))
