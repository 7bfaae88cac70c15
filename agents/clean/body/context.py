"""What the second pass adds: where the first pass found the article, as seen from each block."""

from __future__ import annotations

import numpy as np

from agents.clean.body.frame import LEVELS, Floats, Frame, running_sum

SURE, SURE_WORDS = 0.7, 8
"""A block of more words than that, at least so probable, marks where the article is."""
REACHES = (3, 8, 20)
NEIGHBOURS = 4
OUTSIDE = -0.1
"""Stands for the probability of blocks before the first and after the last."""


def second_pass(frame: Frame, probability: Floats) -> dict[str, Floats]:
    """n values a column, from the n probabilities of the first pass; each block's own is left out of the densities around it."""
    size, index, words = frame.size, frame.index, frame.words
    mass = probability * words
    total = mass.sum() + 1e-6
    running = running_sum(np.stack([mass, words]))
    before, after = running[0, :-1], running[0, -1] - running[0, 1:]
    columns = {
        "p": probability,
        "p before": before / total,
        "p after": after / total,
        "mass before": before,
        "mass after": after,
        "mass": np.full(size, total),
        "highest p": np.full(size, probability.max()),
        "doubt": np.full(size, ((probability > 0.2) & (probability < 0.8)) @ words / total),
    }
    padded = np.concatenate([np.full(NEIGHBOURS, OUTSIDE), probability, np.full(NEIGHBOURS, OUTSIDE)])
    for step in range(-NEIGHBOURS, NEIGHBOURS + 1):
        if step:
            columns[f"p {step:+d}"] = padded[NEIGHBOURS + step : NEIGHBOURS + step + size]
    for reach in REACHES:
        around = running[:, np.minimum(index + reach + 1, size)] - running[:, np.maximum(index - reach, 0)]
        columns[f"p within {reach}"] = (around[0] - mass) / np.maximum(around[1] - words, 1)
    in_element = frame.sums(np.stack([mass, words]))
    for level in range(LEVELS):
        at = frame.up[level]
        columns[f"p density {level}"] = (in_element[0, at] - mass) / np.maximum(in_element[1, at] - words, 1)
        columns[f"p share {level}"] = in_element[0, at] / total
    for name, kind in (("alike", frame.alike), ("alike in", frame.alike_in)):
        of_kind, words_of_kind = np.bincount(kind, mass)[kind], np.bincount(kind, words)[kind]
        columns[f"p density {name}"] = (of_kind - mass) / np.maximum(words_of_kind - words, 1)
        columns[f"p share {name}"] = of_kind / total
    return columns | _container(frame, in_element, total) | _sure(frame, probability) | _copies(frame, probability)


def _container(frame: Frame, in_element: Floats, total: float) -> dict[str, Floats]:
    """The element that would make the best body as a whole, by expected F1."""
    expected = 2 * in_element[0] / (in_element[1] + total)
    expected[0] *= 0.98  # the page as a whole only where it is clearly better
    best = int(expected.argmax())
    start, end = frame.within(best)
    up, down = frame.steps(best)
    return {
        "container's F1": np.full(frame.size, expected[best]),
        "to container": frame.distance(start, end),
        "in container": ((frame.index >= start) & (frame.index < end)).astype(float),
        "place in container": (frame.index - start) / max(1, end - start),
        "container: steps up": up.astype(float),
        "container: steps down": down.astype(float),
    }


def _sure(frame: Frame, probability: Floats) -> dict[str, Floats]:
    index = frame.index
    sure = (probability > SURE) & (frame.words > SURE_WORDS)
    where = np.flatnonzero(sure)
    first, last = (int(where[0]), int(where[-1])) if len(where) else (0, frame.size)
    ahead = np.minimum.accumulate(np.where(sure, index, frame.size + 100)[::-1])[::-1]
    return {
        "from first sure": (index - first).astype(float),
        "from last sure": (index - last).astype(float),
        "from sure": np.minimum(index - np.maximum.accumulate(np.where(sure, index, -100)), 40).astype(float),
        "to sure": np.minimum(ahead - index, 40).astype(float),
    }


def _copies(frame: Frame, probability: Floats) -> dict[str, Floats]:
    """The highest probability of the same text elsewhere, and earlier."""
    elsewhere, earlier = np.zeros(frame.size), np.zeros(frame.size)
    places: dict[str, list[int]] = {}
    for i, text in enumerate(frame.outline.texts):
        places.setdefault(text, []).append(i)
    if len(places) < frame.size:
        for same in places.values():
            if len(same) > 1:
                own = probability[same]
                best = int(own.argmax())
                second = np.delete(own, best).max()
                elsewhere[same] = own[best]
                elsewhere[same[best]] = second
                earlier[same[1:]] = np.maximum.accumulate(own)[:-1]
    return {"copy's p": elsewhere, "earlier copy's p": earlier}
