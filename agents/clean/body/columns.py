"""What the first pass knows of each block: its text, its markup, its containers, its place, its neighbours.

Columns go by name; shares are 0 to 1. "Good" text is what running prose looks like without any model: more than 40 characters,
few of them in links, with sentence punctuation. Everything is counted at once for all blocks: look-ups, running sums, and
sums over containers as their differences.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from agents.clean.body.characters import SPACE
from agents.clean.body.frame import Floats, Frame, Ints, floats, integers, running_sum
from agents.clean.body.hints import Hints
from agents.clean.body.names import ElementScores
from agents.clean.body.similar import resemblance
from agents.clean.body.table import Layout, Table

LAYOUT = Layout()
Flags = NDArray[np.bool_]

_TAGS = (
    "p h1 h2 h3 h4 h5 h6 li ul ol blockquote figcaption figure div section article aside nav header footer main td th tr table"
    " dd dt dl pre body form center details summary"
)
TAGS = {tag: number for number, tag in enumerate(_TAGS.split(), 1)}
IS_HEADING = np.array([False, *(len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() for tag in TAGS)])
"""By number."""
HIGHEST = (TAGS["h1"], TAGS["h2"])
INLINE_STARTS = {"a": 1, "strong": 2, "b": 2, "em": 3, "i": 3, "span": 4, "time": 5, "img": 6, "font": 7}
ENCLOSING = ("article", "aside", "figure", "li", "table", "blockquote")
ENCLOSING_OF = np.array([ENCLOSING.index(tag) if tag in ENCLOSING else len(ENCLOSING) for tag in ("", *TAGS)])
"""By number."""
ENDS = {".": 1, "!": 1, "?": 2, "。": 1, "”": 3, '"': 3, "»": 3, "“": 3, ":": 4, ")": 5, "…": 6, "'": 3, "’": 3}

# names of columns, by the function that fills them in, in the order of its rows
TEXT = (
    *("length", "sentences", "commas", "symbols", "quotes", "upper", "digits", "foreign"),
    *("link", "bold", "links", "ending", "cut"),
)
MARKUP = (*(f"in {tag}" for tag in ENCLOSING), "tag", "parent's tag", "depth", "starts with", "blocks in leaf")
SCORES = (
    *("own name", "parent's name", "path's names", "names", "words"),
    *("named", "named in good", "names to page", "path to page"),
)
LENGTHS, LINKS, GOOD_SHARES, GOOD_DENSITIES = (
    [f"{what} {level}" for level in range(4)] for what in ("length", "link", "good share", "good density")
)
GOOD_BLOCKS, WORDS_OF, HEADINGS_OF = ([f"{what} {level}" for level in range(1, 4)] for what in ("good blocks", "words", "headings"))
CONTAINERS = (*LENGTHS, *LINKS, *GOOD_SHARES, *GOOD_DENSITIES, *GOOD_BLOCKS, *WORDS_OF, *HEADINGS_OF, "place in parent")
KINDS = [
    f"{kind}: {what}"
    for what in ("number", "mean length", "share", "good share", "link", "words")
    for kind in ("alike", "alike in")
]
ALIKE = (*KINDS, "siblings: good share")
LANDMARKS = (
    *("place", "before", "good before", "blocks", "total", "total good"),
    *("to main", "main: steps up", "main: steps down"),
    *("from title", "title: steps up", "title: steps down", "characters from title"),
)
HEADED = ("words", "tag", "length", "own name")
"""What each block is told of the heading above it."""
HEADING = ("from heading", *(f"heading: {name}" for name in ("words", "tag", "length", "name")), "least words")
SHOWN = ("length", "link", "tag", "words", "path's names", "own name")
"""What each block is told of the one before and the one after."""
NEIGHBOURS = (
    *(f"{name} {step}" for step in ("-1", "+1") for name in SHOWN),
    *("link within", "good within", "words within", "same start"),
)
REACH = 5
"""Blocks on either side that are summed up."""

NO_TITLE = np.array(((-999,), (-1,), (-1,)))
"""Stands for the steps from it."""
DOT, ELLIPSIS = ord("."), ord("…")
STEPS_BACK = np.arange(3)[:, None]
"""A block that ends with an ellipsis, or so many dots, breaks off."""


_END_OF = np.zeros(1 + max(map(ord, ENDS)) + 1, np.int8)
"""Of each code point; the last one stands for all that are higher."""
_END_OF[list(map(ord, ENDS))] = list(ENDS.values())


def first_pass(frame: Frame, hints: Hints, names: ElementScores, words: Sequence[float], tokens: Sequence[Sequence[str]]) -> Table:
    """`words`: n scores; `tokens`: of each block."""
    table = Table(frame.size, LAYOUT)
    _text(table, frame)
    resemblance(table, frame, hints, tokens)
    _markup(table, frame)
    link, length = table["link"], frame.length
    good = length * ((link < 0.35) & (table["sentences"] > 0) & (length > 40))
    _scores(table, frame, names, words, good)
    heading = IS_HEADING.take(table["tag"].astype(np.int64))
    series = np.empty((6, frame.size))
    series[0], series[1], series[2], series[3] = length, good, length * link, table["words"]
    series[4], series[5] = good > 0, heading
    running = running_sum(series)
    total, total_good = (running[:2, -1] + 1).tolist()
    sums = _containers(table, frame, running, total_good)
    _alike(table, frame, series[:4], total, total_good)
    _landmarks(table, frame, running, sums, total, total_good)
    _headings(table, frame, heading)
    _neighbours(table, frame, running)
    return table


def _text(table: Table, frame: Frame) -> None:
    outline, size, points, last = frame.outline, frame.size, frame.points, frame.last
    rows = table.add(TEXT)
    rows[0] = frame.length
    rows[1:8] = frame.characters[:SPACE]
    rows[8:11] = integers([*outline.linked, *outline.bold, *outline.anchors]).reshape(3, size)
    shares = rows[5:10]  # of upper case, digits, foreign letters, links, bold type
    np.divide(shares, rows[0], out=shares)
    np.minimum(shares, 1, out=shares)
    ending, cut = rows[-2:]
    ends = points.take(np.maximum(last - STEPS_BACK, 0))  # a shorter block has a line feed before it
    ending[:] = _END_OF.take(ends[0], mode="clip")
    dots = ends == DOT
    cut[:] = dots[0] & dots[1] & dots[2] | (ends[0] == ELLIPSIS)


def _markup(table: Table, frame: Frame) -> None:
    outline, up = frame.outline, frame.up
    tags = outline.tags
    numbers = integers(list(map(TAGS.get, tags, repeat(0))))
    rows = table.add(MARKUP)
    rows[:-5] = _inside(frame, numbers)
    rows[-5:-3] = numbers.take(up[:2])
    depth, starts_with, in_leaf = rows[-3:]
    depth[:] = frame.leaf_depth
    starts_with[:] = integers([INLINE_STARTS.get(start.split(" ", 1)[0], 9) if start else 0 for start in outline.inline])
    in_leaf[:] = np.bincount(up[0]).take(up[0])


def _inside(frame: Frame, numbers: Ints) -> Flags:
    """ENCLOSING x n: whether an element of that tag holds the block; `numbers`: m, of the elements' tags."""
    size = frame.size + 1
    at = ENCLOSING_OF.take(numbers) * size
    room = (len(ENCLOSING) + 1) * size
    edges = np.bincount(at + frame.first, minlength=room) - np.bincount(at + frame.end, minlength=room)
    return np.asarray(edges.cumsum().reshape(-1, size)[:-1, :-1] > 0)


def _scores(table: Table, frame: Frame, names: ElementScores, words: Sequence[float], good: Floats) -> None:
    leaf, weights, size = frame.outline.leaf, names.weights, frame.size
    of_own = [weights[element][0] for element in leaf]
    of_parent = [weights[element][1] for element in frame.up[1].tolist()]
    of_path = map(names.path.__getitem__, leaf)
    scores = floats([*of_own, *of_parent, *of_path, *names.inline, *words]).reshape(5, size)
    own, parent, path, both, _ = scores
    own += both  # the inline element's
    np.add(own, parent, out=both)
    both += path
    weight = good / max(1.0, float(np.add.reduce(good)))
    rows = table.add(SCORES)
    rows[:5] = scores
    # how much the names of this page say at all: the trees trust them accordingly
    named, named_in_good, to_page, path_to_page = rows[5:]
    named[:] = np.add.reduce(np.abs(both)) / size
    named_in_good[:] = np.abs(path) @ weight
    to_page[:] = both - both @ weight
    path_to_page[:] = path - path @ weight


def _containers(table: Table, frame: Frame, running: Floats, total_good: float) -> Floats:
    """Density and share of the leaf and its ancestors; returns the sums of length and good text, 2 x m."""
    sums = frame.sums(running)
    at = frame.up[:4]
    of_length, of_good, of_link, of_words, good_blocks, headings = sums.take(at, axis=1)
    above = of_length + 1
    first = frame.first.take(at[1:])
    counted = frame.end.take(at[1:]) - first
    rows = table.add(CONTAINERS)
    rows[:4] = of_length
    rows[4:8] = of_link / above
    rows[8:12] = of_good / total_good
    rows[12:16] = of_good / above
    rows[16:19] = good_blocks[1:]
    rows[19:22] = of_words[1:] / counted
    rows[22:25] = headings[1:] / counted
    rows[25] = (frame.index - first[0]) / counted[0]
    return sums[:2]


def _alike(table: Table, frame: Frame, series: Floats, total: float, total_good: float) -> None:
    """The same over blocks of one kind, on the page and among the parent's children; `series`: length, good, linked, words."""
    size = frame.size
    kinds = frame.kinds
    counted = np.empty((5, 3, size))
    counted[0] = 1
    counted[1:] = series[:, None]
    sums = np.bincount((kinds + np.arange(0, 15 * size, 3 * size)[:, None, None]).ravel(), counted.ravel(), 15 * size)
    number, chars, prose, linked, score = sums.reshape(5, 3 * size).take(kinds, axis=1)
    rows = table.add(ALIKE)
    rows[:2] = number[:2]
    rows[2:4] = chars[:2] / number[:2]
    rows[4:6] = chars[:2] / total
    shares = prose / total_good
    rows[6:8] = shares[:2]
    rows[8:10] = linked[:2] / (chars[:2] + 1)
    rows[10:12] = score[:2] / number[:2]
    rows[12] = shares[2]


def _landmarks(table: Table, frame: Frame, running: Floats, sums: Floats, total: float, total_good: float) -> None:
    """Where the block lies as seen from the page's ends, its main container, its headline."""
    index = frame.index
    before, good_before = running[:2, :-1]
    rows = table.add(LANDMARKS)
    rows[0] = index
    rows[1] = before / total
    rows[2] = good_before / total_good
    rows[3], rows[4], rows[5] = frame.size, total, total_good
    most = (sums[1] >= 0.6 * total_good).nonzero()[0]  # each holds the next
    main = int(most[-1]) if len(most) else 0
    rows[6] = frame.distance(*frame.within(main))
    rows[7], rows[8] = frame.steps(main)
    title = _title(table)
    if title is None:
        rows[9:12] = NO_TITLE
    else:
        rows[9] = index - title
        rows[10], rows[11] = frame.steps(frame.outline.leaf[title])
    rows[12] = before - before[title or 0]


def _title(table: Table) -> int | None:
    """The block most like the title, headings of the first two levels first; else the page's first h1."""
    likeness, tag = table["title"], table["tag"]
    like = (likeness > 0.4).nonzero()[0].tolist()
    if like:
        return max(like, key=lambda block: float(likeness[block]) + 0.3 * (tag[block] in HIGHEST))
    first = (tag == TAGS["h1"]).nonzero()[0]
    return int(first[0]) if len(first) else None


def _headings(table: Table, frame: Frame, heading: Flags) -> None:
    """The last heading, or line in bold type, before the block; and the least newsworthy short line before it."""
    index, length, words = frame.index, frame.length, table["words"]
    is_heading = heading | ((table["bold"] > 0.9) & (length < 80))
    last = np.maximum.accumulate(np.where(is_heading, index, -1))
    first = int(last.searchsorted(0))
    rows = table.add(HEADING)
    rows[0] = index - last
    rows[1:5] = table.take(HEADED).take(last, axis=1)
    rows[0, :first], rows[1:5, :first] = -1, 0  # no heading stands before them
    rows[5] = np.minimum.accumulate(np.where(length < 60, words, 0))


def _neighbours(table: Table, frame: Frame, running: Floats) -> None:
    index = frame.index
    shown = table.take(SHOWN)
    rows = table.add(NEIGHBOURS)
    before, after = rows[:6], rows[6:12]
    before[:, 0] = after[:, -1] = 0
    before[:, 1:] = shown[:, :-1]
    after[:, :-1] = shown[:, 1:]
    of_four = running[:4]
    within = of_four.take(index + (REACH + 1), axis=1, mode="clip") - of_four.take(index - REACH, axis=1, mode="clip")
    rows[12] = within[2] / (within[0] + 1)
    rows[13:15] = within[1::2]
    rows[15] = np.bincount(frame.openings).take(frame.openings)
