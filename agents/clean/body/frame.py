"""An outline as arrays: what both passes of the filter count over."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

from agents.clean.body.announced import Announced, announcements
from agents.clean.body.walk import Outline

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

SPACELESS = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
"""Thai, Lao, kana and Chinese characters."""
THAI = 0x0E00
"""The first of them."""
SPACE = ord(" ")
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
    points: NDArray[np.uint32]
    """Code points of the texts, a line feed after each."""
    starts: Ints
    """n: where each text starts among them."""
    words: Floats
    """n: by spaces; in scripts without them two characters make one."""
    up: Ints
    """LEVELS x n: the leaf, its parent, and so on; the root's is the root."""
    parents: Ints
    first: Ints
    end: Ints
    depth: Ints
    """m."""
    leaf_depth: Ints
    """n."""
    alike: Ints
    """n: number of the kind of leaf, by tag and names."""
    alike_in: Ints
    """n: number of the kind of leaf's tag and its parent's tag and names."""
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


def running_sum(values: Floats) -> Floats:
    """k x n -> k x (n + 1), starting at 0."""
    sums = np.zeros((len(values), values.shape[1] + 1))
    np.cumsum(values, axis=1, out=sums[:, 1:])
    return sums


def numbered(keys: Iterable[object]) -> Ints:
    """Each key's number, equal keys the same: 0 the first, 1 the next that is another."""
    numbers: defaultdict[object, int] = defaultdict(count().__next__)
    return np.fromiter(map(numbers.__getitem__, keys), np.int64)


def frame(outline: Outline) -> Frame:
    """Of a page with one block or more."""
    texts, tags, names = outline.texts, outline.tags, outline.names
    points = np.frombuffer(("\n".join(texts) + "\n").encode("utf-32-le", "replace"), np.uint32)
    parents = np.fromiter(outline.parents, np.int64, len(tags))
    up = np.empty((LEVELS, len(texts)), np.int64)
    up[0] = outline.leaf
    for level in range(1, LEVELS):
        parents.take(up[level - 1], out=up[level])
    depths = [0]
    for parent in outline.parents[1:]:
        depths.append(depths[parent] + 1)
    depth = np.fromiter(depths, np.int64, len(tags))
    leaf, parent = outline.leaf, up[1].tolist()
    tag_of, names_of = tags.__getitem__, names.__getitem__
    length = np.fromiter(map(len, texts), np.int64, len(texts))
    starts = (length + 1).cumsum() - (length + 1)
    return Frame(
        outline=outline,
        size=len(texts),
        index=np.arange(len(texts)),
        length=length.astype(float),
        points=points,
        starts=starts,
        words=_words(texts, points, starts),
        up=up,
        parents=parents,
        first=np.fromiter(outline.first, np.int64, len(tags)),
        end=np.fromiter(outline.end, np.int64, len(tags)),
        depth=depth,
        leaf_depth=depth.take(up[0]),
        alike=numbered(zip(map(tag_of, leaf), map(names_of, leaf), strict=True)),
        announced=announcements(texts),
        repeated=_repeated(texts),
        alike_in=numbered(zip(map(tag_of, leaf), map(tag_of, parent), map(names_of, parent), strict=True)),
    )


def _repeated(texts: Sequence[str]) -> list[list[int]]:
    places: dict[str, list[int]] = {text: [] for text, count in Counter(texts).items() if count > 1}
    if places:
        for block, text in enumerate(texts):
            if text in places:
                places[text].append(block)
    return list(places.values())


def _words(texts: Sequence[str], points: NDArray[np.uint32], starts: Ints) -> Floats:
    spaced = np.add.reduceat(points == SPACE, starts, dtype=float) + 1
    if not SPACELESS.search(points[points >= THAI].tobytes().decode("utf-32-le")):
        return np.asarray(spaced)
    halves = np.array([len(SPACELESS.findall(text)) / 2 for text in texts])
    return np.asarray(spaced + halves)
