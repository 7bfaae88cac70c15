"""What the second pass adds: where the first pass found the article, as seen from each block that may belong to it."""

from __future__ import annotations

from itertools import accumulate

import numpy as np

from agents.clean.body.announced import Announced
from agents.clean.body.frame import LEVELS, Floats, Frame, Ints, running_sum
from agents.clean.body.table import Layout, Table

LAYOUT = Layout()

SURE, SURE_WORDS = 0.7, 8
"""A block of more words than that, at least so probable, marks where the article is."""
REACHES = np.array([3, 8, 20])
STEPS = np.array([-4, -3, -2, -1, 1, 2, 3, 4])
SIDES = ("p", "p before", "p after", "mass before", "mass after")
AROUND = [f"p {step:+d}" for step in STEPS]
WITHIN = [f"p within {reach}" for reach in REACHES]
SHARES, DENSITIES = ([f"p {what} {level}" for level in range(LEVELS)] for what in ("share", "density"))
OF_KINDS = [(f"p share {kind}", f"p density {kind}") for kind in ("alike", "alike in")]
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
    table = Table(len(at), LAYOUT)
    size, words = frame.size, frame.words
    mass = probability * words
    total = float(mass.sum()) + 1e-6
    own = np.array((mass, words))
    running = running_sum(own)
    before, after = running[0].take(at), running[0, -1] - running[0].take(at + 1)
    for name, values in zip(SIDES, (probability.take(at), before / total, after / total, before, after), strict=True):
        table.add((name,), values)
    doubt = ((probability > 0.2) & (probability < 0.8)) @ words / total
    table.add(("mass", "highest p", "doubt"), np.array((total, probability.max(), doubt))[:, None])
    padded = np.full(size + 8, OUTSIDE)
    padded[4:-4] = probability
    table.add(AROUND, padded.take(at + 4 + STEPS[:, None]))
    own = own.take(at, axis=1)
    first, last = np.maximum(at - REACHES[:, None], 0), np.minimum(at + REACHES[:, None] + 1, size)
    around = running.take(last, axis=1) - running.take(first, axis=1) - own[:, None]
    table.add(WITHIN, around[0] / np.maximum(around[1], 1))
    in_element = frame.sums(running)
    held = in_element.take(frame.up.take(at, axis=1), axis=1)
    table.add(SHARES, held[0] / total)
    held -= own[:, None]
    table.add(DENSITIES, held[0] / np.maximum(held[1], 1))
    for names, kind in zip(OF_KINDS, (frame.alike, frame.alike_in), strict=True):
        mine = kind.take(at)
        of_kind, words_of_kind = np.bincount(kind, mass).take(mine), np.bincount(kind, words).take(mine)
        table.add(names[:1], of_kind / total)
        table.add(names[1:], (of_kind - own[0]) / np.maximum(words_of_kind - own[1], 1))
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
    table.add(("to container",), frame.distance(start, end).take(at))
    table.add(("in container",), (at >= start) & (at < end))
    table.add(("place in container",), (at - start) / max(1, end - start))
    table.add(("container: steps up",), up.take(at))
    table.add(("container: steps down",), down.take(at))


def _sure(table: Table, frame: Frame, probability: Floats, at: Ints) -> None:
    index = frame.index
    sure = (probability > SURE) & (frame.words > SURE_WORDS)
    where = np.flatnonzero(sure)
    first, last = (int(where[0]), int(where[-1])) if len(where) else (0, frame.size)
    behind = np.maximum.accumulate(np.where(sure, index, -100)).take(at)
    ahead = np.minimum.accumulate(np.where(sure, index, frame.size + 100)[::-1])[::-1].take(at)
    table.add(("from first sure",), at - first)
    table.add(("from last sure",), at - last)
    table.add(("from sure",), np.minimum(at - behind, FAR))
    table.add(("to sure",), np.minimum(ahead - at, FAR))


def _copies(table: Table, frame: Frame, probability: Floats, at: Ints) -> None:
    """The highest probability of the same text elsewhere, and earlier."""
    of_block = probability.tolist()
    elsewhere, earlier = [0.0] * frame.size, [0.0] * frame.size
    for same in frame.repeated:
        own = [of_block[block] for block in same]
        second, best = sorted(own)[-2:]
        for block in same:
            elsewhere[block] = best
        elsewhere[same[own.index(best)]] = second
        for block, highest in zip(same[1:], accumulate(own, max), strict=False):
            earlier[block] = highest
    table.add(("copy's p", "earlier copy's p"), np.array((elsewhere, earlier)).take(at, axis=1))


def _announced(table: Table, frame: Frame, at: Ints) -> None:
    """How far above a line announced comments or other stories."""
    first = max(0, int(at[0]) - FAR)
    lines = [block for block, what in frame.announced.items() if block >= first and what in ENDINGS and frame.length[block] < LINE]
    behind = np.full(frame.size, -FAR)
    behind[lines] = lines
    table.add(("from announced",), np.minimum(at - np.maximum.accumulate(behind).take(at), FAR))
