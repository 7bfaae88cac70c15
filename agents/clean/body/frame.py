"""An outline as arrays: what both passes of the filter count over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from struct import pack

import numpy as np
from numpy.typing import NDArray

from agents.clean.body.announced import Announced, announcements
from agents.clean.body.characters import SPACE, UNSPACED, Points, counted, points_of
from agents.clean.body.walk import Outline

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

OPENING = 30
"""Characters."""
LEVELS = 6
"""The leaf and five ancestors."""


@dataclass(slots=True)
class Frame:
    """n blocks, m elements."""

    outline: Outline
    size: int
    """n."""
    index: Ints
    """n: 0, 1, 2..."""
    length: Floats
    """n: characters."""
    points: Points
    """Of the texts, a line feed between them."""
    last: Ints
    """n: where each text's last character is among them."""
    characters: Ints
    """Classes x n: how many of each the texts have."""
    words: Floats
    """n: by spaces; in scripts without them two characters make one."""
    up: Ints
    """LEVELS x n: the leaf, its parent, and so on; the root's is the root."""
    first: Ints
    end: Ints
    """m, m: the outline's."""
    leaf_depth: Ints
    """n."""
    kinds: Ints
    """3 x n: numbers of the kind of leaf by tag and names, below n; of that by its tag and its parent's tag and names, from n to
    2n; and of the first kind within one parent, from 2n to 3n."""
    openings: Ints
    """n: number of how the text starts."""
    announced: dict[int, Announced]
    """By block, of those that are but a line that announces something."""
    repeated: list[list[int]]
    """The blocks that say the same, where there are several."""

    def within(self, element: int) -> tuple[int, int]:
        return int(self.first[element]), int(self.end[element])

    def sums(self, running: Floats) -> Floats:
        """k x (n + 1) running sums -> k x m sums over each element's blocks."""
        return running.take(self.end, axis=1) - running.take(self.first, axis=1)

    def steps(self, element: int) -> tuple[Ints, Ints]:
        """n, n: from the nearest ancestor shared by the block's leaf and the element: steps to the element, and to the leaf."""
        outline = self.outline
        path = []
        while element:
            path.append(element)
            element = outline.parents[element]
        shared = np.zeros(self.size, np.int64)
        for depth, above in enumerate(reversed(path), 1):
            shared[outline.first[above] : outline.end[above]] = depth
        return len(path) - shared, self.leaf_depth - shared

    def distance(self, start: int, end: int) -> Ints:
        """n: blocks to the range: negative before it, 0 inside, positive after."""
        steps = self.index - start
        steps[start:end] = 0
        steps[end:] -= end - start - 1
        return steps


def integers(values: Sequence[int]) -> Ints:
    """As an array: numpy's own ways take half as long again for a number of a list."""
    return np.frombuffer(bytearray(pack(f"{len(values)}q", *values)), np.int64)


def floats(values: Sequence[float]) -> Floats:
    """The same of numbers with a fraction."""
    return np.frombuffer(bytearray(pack(f"{len(values)}d", *values)), np.float64)


def running_sum(values: Floats) -> Floats:
    """k x n -> k x (n + 1), starting at 0."""
    sums = np.empty((len(values), values.shape[1] + 1))
    sums[:, 0] = 0
    np.add.accumulate(values, axis=1, out=sums[:, 1:])
    return sums


def numbered(keys: Iterable[object], numbers: range) -> Iterable[int]:
    """A number for each of n keys, equal keys the same: of n numbers that of the first such key."""
    first: dict[object, int] = {}
    return map(first.setdefault, keys, numbers)


def frame(outline: Outline) -> Frame:
    """Of a page with one block or more."""
    texts, tags, names, leaf = outline.texts, outline.tags, outline.names, outline.leaf
    size = len(texts)
    points = points_of(texts)
    characters = counted(points, size)
    parents, first, end = integers(outline.parents), integers(outline.first), integers(outline.end)
    up = np.empty((LEVELS, size), np.int64)
    up[0] = integers(leaf)
    for level in range(1, LEVELS):
        parents.take(up[level - 1], out=up[level], mode="clip")  # which needs no buffer
    open_elements = (np.bincount(first, minlength=size + 1) - np.bincount(end, minlength=size + 1)).cumsum()
    tags_of, parent = list(map(tags.__getitem__, leaf)), up[1].tolist()
    alike = list(numbered(zip(tags_of, map(names.__getitem__, leaf), strict=True), range(size)))
    within = zip(tags_of, map(tags.__getitem__, parent), map(names.__getitem__, parent), strict=True)
    alike_in = numbered(within, range(size, 2 * size))
    siblings = numbered(zip(parent, alike, strict=True), range(2 * size, 3 * size))
    openings = list(numbered([text[:OPENING] for text in texts], range(size)))
    length = integers(list(map(len, texts)))
    last = (length + 1).cumsum() - 2
    return Frame(
        outline=outline,
        size=size,
        index=np.arange(size),
        length=length.astype(float),
        points=points,
        last=last,
        characters=characters,
        words=characters[SPACE] + 1 + characters[UNSPACED] / 2,
        up=up,
        first=first,
        end=end,
        leaf_depth=open_elements[:-1] - 1,
        kinds=integers([*alike, *alike_in, *siblings]).reshape(3, size),
        openings=integers(openings),
        announced=announcements(texts),
        repeated=_repeated(texts, openings),
    )


def _repeated(texts: Sequence[str], openings: Sequence[int]) -> list[list[int]]:
    places: dict[str, list[int]] = {}
    for block, first in enumerate(openings):
        if block != first:
            places.setdefault(texts[first], [first])
            places.setdefault(texts[block], []).append(block)
    return [blocks for blocks in places.values() if len(blocks) > 1]
