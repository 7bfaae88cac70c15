"""What the second pass adds: where the first pass found the article, as seen from each block that may belong to it."""

from __future__ import annotations

from itertools import accumulate

import numpy as np

from agents.clean.body.announced import Announced, announced
from agents.clean.body.frame import LEVELS, Floats, Frame, Ints, running_sum
from agents.clean.body.table import Table

SURE, SURE_WORDS = 0.7, 8
"""A block of more words than that, at least so probable, marks where the article is."""
REACHES = np.array([3, 8, 20])
STEPS = np.array([-4, -3, -2, -1, 1, 2, 3, 4])
OUTSIDE = -0.1
"""Stands for the probability of blocks before the first and after the last."""
ENDINGS = (Announced.DISCUSSION, Announced.STORIES)
LINE = 60
"""Characters of a line that may announce something."""
FAR = 40
"""Blocks; what is farther is as far."""


def second_pass(frame: Frame, probability: Floats, at: Ints) -> Table:
    """Of the blocks `at`, from the probabilities of all after the first pass; each block's own is left out of the densities
    around it."""
    table = Table(len(at))
    size, words = frame.size, frame.words
    mass = probability * words
    total = float(mass.sum()) + 1e-6
    own = np.stack([mass, words])
    running = running_sum(own)
    before, after = running[0, at], running[0, -1] - running[0, at + 1]
    table.add(
        ("p", "p before", "p after", "mass before", "mass after"), (probability[at], before / total, after / total, before, after)
    )
    doubt = ((probability > 0.2) & (probability < 0.8)) @ words / total
    table.add(("mass", "highest p", "doubt"), np.array((total, probability.max(), doubt))[:, None])
    padded = np.full(size + 8, OUTSIDE)
    padded[4:-4] = probability
    table.add([f"p {step:+d}" for step in STEPS], padded[at + 4 + STEPS[:, None]])
    own = own[:, at]
    first, last = np.maximum(at - REACHES[:, None], 0), np.minimum(at + REACHES[:, None] + 1, size)
    around = running[:, last] - running[:, first] - own[:, None]
    table.add([f"p within {reach}" for reach in REACHES], around[0] / np.maximum(around[1], 1))
    in_element = running[:, frame.end] - running[:, frame.first]
    held = in_element[:, frame.up[:, at]]
    table.add([f"p share {level}" for level in range(LEVELS)], held[0] / total)
    held -= own[:, None]
    table.add([f"p density {level}" for level in range(LEVELS)], held[0] / np.maximum(held[1], 1))
    for name, kind in (("alike", frame.alike), ("alike in", frame.alike_in)):
        of_kind, words_of_kind = np.bincount(kind, mass)[kind[at]], np.bincount(kind, words)[kind[at]]
        table.add(
            (f"p share {name}", f"p density {name}"), (of_kind / total, (of_kind - own[0]) / np.maximum(words_of_kind - own[1], 1))
        )
    _container(table, frame, in_element, total, at)
    _sure(table, frame, probability, at)
    _copies(table, frame, probability, at)
    _announced(table, frame, at)
    return table


def _container(table: Table, frame: Frame, in_element: Floats, total: float, at: Ints) -> None:
    """The element that would make the best body as a whole, by expected F1."""
    expected = 2 * in_element[0] / (in_element[1] + total)
    expected[0] *= 0.98  # the page as a whole only where it is clearly better
    best = int(expected.argmax())
    start, end = frame.within(best)
    up, down = frame.steps(best)
    table.add(("container's F1",), expected[best])
    table.add(("to container", "in container"), (frame.distance(start, end)[at], (at >= start) & (at < end)))
    table.add(("place in container",), (at - start) / max(1, end - start))
    table.add(("container: steps up", "container: steps down"), (up[at], down[at]))


def _sure(table: Table, frame: Frame, probability: Floats, at: Ints) -> None:
    index = frame.index
    sure = (probability > SURE) & (frame.words > SURE_WORDS)
    where = np.flatnonzero(sure)
    first, last = (int(where[0]), int(where[-1])) if len(where) else (0, frame.size)
    behind = np.maximum.accumulate(np.where(sure, index, -100))[at]
    ahead = np.minimum.accumulate(np.where(sure, index, frame.size + 100)[::-1])[::-1][at]
    table.add(("from first sure", "from last sure"), (at - first, at - last))
    table.add(("from sure", "to sure"), (np.minimum(at - behind, FAR), np.minimum(ahead - at, FAR)))


def _copies(table: Table, frame: Frame, probability: Floats, at: Ints) -> None:
    """The highest probability of the same text elsewhere, and earlier."""
    elsewhere, earlier = np.zeros(frame.size), np.zeros(frame.size)
    texts = frame.outline.texts
    places: dict[str, list[int]] = {texts[block]: [] for block in at.tolist()}
    for i, text in enumerate(texts):
        if text in places:
            places[text].append(i)
    for same in places.values():
        if len(same) > 1:
            own = probability[same].tolist()
            second, best = sorted(own)[-2:]
            elsewhere[same] = best
            elsewhere[same[own.index(best)]] = second
            earlier[same[1:]] = list(accumulate(own, max))[:-1]
    table.add(("copy's p", "earlier copy's p"), (elsewhere[at], earlier[at]))


def _announced(table: Table, frame: Frame, at: Ints) -> None:
    """How far above a line announced comments or other stories."""
    first = max(0, int(at[0]) - FAR)
    lines = [first + i for i, text in enumerate(frame.outline.texts[first:]) if len(text) < LINE and announced(text) in ENDINGS]
    behind = np.full(frame.size, -FAR)
    behind[lines] = lines
    table.add(("from announced",), np.minimum(at - np.maximum.accumulate(behind)[at], FAR))
