"""What the second pass adds: where the first pass found the article, as seen from each block that may belong to it."""

from __future__ import annotations

import numpy as np

from agents.clean.body.announced import Announced
from agents.clean.body.frame import LEVELS, Floats, Frame, Ints, running_sum
from agents.clean.body.table import Layout, Table

LAYOUT = Layout()

SURE, SURE_WORDS = 0.7, 8
"""A block of more words than that, at least so probable, marks where the article is."""
REACHES = np.array([3, 8, 20])
EDGES = np.concatenate((-REACHES, REACHES + 1))[:, None]
"""Where the blocks so near start and end, seen from a block."""
STEPS = (-4, -3, -2, -1, 1, 2, 3)
FARTHEST = 4
PLACES = np.array(STEPS)[:, None] + FARTHEST
"""Where the steps lead among the page's blocks and as many before and after it."""
NEARBY = (
    *("p", "p before", "p after", "mass before", "mass", "highest p", "doubt"),
    *(f"p {step:+d}" for step in STEPS),
    *(f"p within {reach}" for reach in REACHES),
)
HOLDERS = (*range(LEVELS), "alike", "alike in")
HELD = [f"p {what} {holder}" for what in ("share", "density") for holder in HOLDERS]
CONTAINER = (
    *("container's F1", "to container", "in container", "place in container"),
    *("container: steps up", "container: steps down"),
)
SURES = ("from first sure", "from last sure", "from sure", "to sure")
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
    both = np.array((probability * frame.words, frame.words))
    total = float(np.add.reduce(both[0])) + 1e-6
    running = running_sum(both)
    in_element = frame.sums(running)
    own = both.take(at, axis=1)[:, None]
    _nearby(table, frame, probability, at, running, own, total)
    held = np.empty((2, len(HOLDERS), len(at)))
    held[:, :LEVELS] = in_element.take(frame.up.take(at, axis=1), axis=1)
    held[:, LEVELS:] = _of_kinds(frame.kinds[:2], both, at)
    shares, densities = table.add(HELD).reshape(2, len(HOLDERS), len(at))
    shares[:] = held[0] / total
    held -= own
    densities[:] = held[0] / np.maximum(held[1], 1)
    _container(table, frame, in_element, total, at)
    _sure(table, frame, probability, at)
    _copies(table, frame, probability, at)
    _announced(table, frame, at)
    return table


def _nearby(table: Table, frame: Frame, probability: Floats, at: Ints, running: Floats, own: Floats, total: float) -> None:
    """What is before, after and right around the block."""
    mass_before = running[0].take(at)
    doubtful = np.add.reduce(frame.words.compress((probability > 0.2) & (probability < 0.8)))
    rows = table.add(NEARBY)
    rows[0] = probability.take(at)
    rows[1] = mass_before / total
    rows[2] = (running[0, -1] - running[0].take(at + 1)) / total
    rows[3] = mass_before
    rows[4], rows[5], rows[6] = total, np.maximum.reduce(probability), doubtful / total
    padded = np.empty(frame.size + 2 * FARTHEST)
    padded[:FARTHEST] = padded[-FARTHEST:] = OUTSIDE
    padded[FARTHEST:-FARTHEST] = probability
    rows[7:14] = padded.take(at + PLACES)
    edges = running.take(at + EDGES, axis=1, mode="clip")
    within = edges[:, 3:]
    within -= edges[:, :3]
    within -= own
    rows[14:] = within[0] / np.maximum(within[1], 1)


def _of_kinds(kinds: Ints, values: Floats, at: Ints) -> Floats:
    """2 x n values -> their sums over all blocks of each kind, 2 x 2 kinds x r."""
    size = kinds.size
    sums = np.bincount(np.concatenate((kinds, kinds + size)).ravel(), values.repeat(2, axis=0).ravel(), 2 * size)
    return np.asarray(sums.reshape(2, size).take(kinds.take(at, axis=1), axis=1), float)


def _container(table: Table, frame: Frame, in_element: Floats, total: float, at: Ints) -> None:
    """The element that would make the best body as a whole, by expected F1."""
    expected = 2 * in_element[0] / (in_element[1] + total)
    expected[0] *= 0.98  # the page as a whole only where it is clearly better
    best = int(expected.argmax())
    start, end = frame.within(best)
    up, down = frame.steps(best)
    to = frame.distance(start, end).take(at)
    rows = table.add(CONTAINER)
    rows[0] = expected[best]
    rows[1] = to
    rows[2] = to == 0
    rows[3] = (at - start) / max(1, end - start)
    rows[4], rows[5] = up.take(at), down.take(at)


def _sure(table: Table, frame: Frame, probability: Floats, at: Ints) -> None:
    size = frame.size
    sure = ((probability > SURE) & (frame.words > SURE_WORDS)).nonzero()[0]
    first, last = (int(sure[0]), int(sure[-1])) if len(sure) else (0, size)
    places = np.empty(len(sure) + 2, np.int64)
    places[0], places[1:-1], places[-1] = -FAR, sure, size + FAR
    rows = table.add(SURES)
    rows[0], rows[1], rows[2] = at - first, at - last, _since(places, at)
    rows[3] = np.minimum(places.take(places.searchsorted(at)) - at, FAR)


def _since(places: Ints, at: Ints) -> Ints:
    """Blocks since the last of the places, in order, at most FAR; the first place is before all blocks."""
    since: Ints = at - places.take(places.searchsorted(at, "right") - 1)
    return np.minimum(since, FAR)


def _copies(table: Table, frame: Frame, probability: Floats, at: Ints) -> None:
    """The highest probability of the same text elsewhere, and earlier."""
    rows = table.add(("copy's p", "earlier copy's p"))
    rows[:] = 0
    if not frame.repeated:
        return
    column = {block: place for place, block in enumerate(at.tolist())}
    elsewhere, earlier_one = rows
    known = probability.tolist()
    for same in frame.repeated:
        if column.keys().isdisjoint(same):
            continue
        own = [known[block] for block in same]
        second, best = sorted(own)[-2:]
        earlier = 0.0
        for block, p in zip(same, own, strict=True):
            if block in column:
                place = column[block]
                elsewhere[place], earlier_one[place] = second if p == best else best, earlier
            earlier = max(earlier, p)


def _announced(table: Table, frame: Frame, at: Ints) -> None:
    """How far above a line announced comments or other stories."""
    texts = frame.outline.texts
    lines = [block for block, what in frame.announced.items() if what in ENDINGS and len(texts[block]) < LINE]
    table.add(("from announced",))[0] = _since(np.array([-FAR, *lines]), at)
