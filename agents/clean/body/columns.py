"""What the first pass knows of each block: its text, its markup, its containers, its place, its neighbours.

Columns go by name; shares are 0 to 1. "Good" text is what running prose looks like without any model: more than 40 characters,
few of them in links, with sentence punctuation. Everything is counted at once for all blocks: look-ups, running sums, and
sums over containers as their differences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from agents.clean.body.frame import Floats, Frame, numbered, running_sum
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
INSIDE = [f"in {tag}" for tag in ENCLOSING]
IS_ENCLOSING = np.isin(np.arange(len(TAGS) + 1), [TAGS[tag] for tag in ENCLOSING])
"""By number."""
ENDS = {".": 1, "!": 1, "?": 2, "。": 1, "”": 3, '"': 3, "»": 3, "“": 3, ":": 4, ")": 5, "…": 6, "'": 3, "’": 3}

# names of columns that come by the handful
LENGTHS, LINKS, GOOD_SHARES, GOOD_DENSITIES = (
    [f"{what} {level}" for level in range(4)] for what in ("length", "link", "good share", "good density")
)
GOOD_BLOCKS, WORDS_OF, HEADINGS_OF = ([f"{what} {level}" for level in range(1, 4)] for what in ("good blocks", "words", "headings"))
ALIKE, ALIKE_IN = (
    [f"{kind}: {what}" for what in ("number", "mean length", "share", "good share", "link", "words")]
    for kind in ("alike", "alike in")
)
SHOWN = ("length", "link", "tag", "words", "path's names", "own name")
"""What each block is told of the one before and the one after."""
BEFORE, AFTER = ([f"{name} {step}" for name in SHOWN] for step in ("-1", "+1"))
REACH = 5
"""Blocks on either side that are summed up."""

_CLASSES = ("sentence", "comma", "symbol", "quote", "upper", "digit", "foreign", "other")
"""The first four are counted, the next three as a share of the text."""
_MEMBERS = {
    "sentence": ".!?。।۔",
    "comma": ",、，،",
    "upper": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "digit": "0123456789",
    "symbol": "|@/©•»",
    "quote": '"“„«',
}
KINDS = len(_CLASSES)
UPPER, DIGIT, FOREIGN, OTHER = (_CLASSES.index(name) for name in ("upper", "digit", "foreign", "other"))
FIRST = np.array([{UPPER: 1, DIGIT: 2, FOREIGN: 3}.get(kind, 0) for kind in range(KINDS)])
DOT, ELLIPSIS = ord("."), ord("…")
STEPS_BACK = np.arange(3)[:, None]
"""A block that ends with an ellipsis, or so many dots, breaks off."""


def _character_classes() -> NDArray[np.int8]:
    """Of each code point of the basic plane, the index of its class; higher ones are foreign."""
    table = np.full(0x10000, FOREIGN, np.int8)
    table[:128] = OTHER
    for name, members in _MEMBERS.items():
        table[[ord(member) for member in members]] = _CLASSES.index(name)
    return table


_CLASS_OF = _character_classes()
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
    sums = _containers(table, frame, running)
    _alike(table, frame, series[:4])
    _landmarks(table, frame, running, sums)
    _headings(table, frame, heading)
    _neighbours(table, frame, running)
    return table


def _text(table: Table, frame: Frame) -> None:
    outline, length = frame.outline, frame.length
    sizes = length.astype(np.int64) + 1
    last = frame.starts + (sizes - 2)
    classes = _CLASS_OF.take(frame.points, mode="clip")
    at = (classes != OTHER).nonzero()[0]
    kinds = classes.take(at) + (frame.index * KINDS).repeat(sizes).take(at)
    counted = np.bincount(kinds, minlength=KINDS * frame.size).reshape(frame.size, KINDS).T
    table.add(("length",), length)
    table.add(("sentences", "commas", "symbols", "quotes"), counted[:4])
    table.add(("upper", "digits", "foreign"), counted[4:7] / length)
    points = frame.points.take(np.maximum(last - STEPS_BACK, 0))  # a shorter block has a line feed before it
    point = np.minimum(points[0], len(_END_OF) - 1)
    table.add(("first",), FIRST.take(classes.take(frame.starts)))
    table.add(("ending",), _END_OF.take(point))
    table.add(("cut",), (point == ELLIPSIS) | (points == DOT).all(axis=0))
    marked = np.fromiter(chain(outline.linked, outline.bold), float, 2 * frame.size)
    table.add(("link", "bold"), np.minimum(marked.reshape(2, frame.size) / length, 1))
    table.add(("links",), np.fromiter(outline.anchors, float, frame.size))


def _markup(table: Table, frame: Frame) -> None:
    outline = frame.outline
    tags = outline.tags
    numbers = np.fromiter(map(TAGS.get, tags, repeat(0)), np.int64, len(tags))
    inside = dict(zip(ENCLOSING, table.blank(INSIDE), strict=True))
    for element in IS_ENCLOSING.take(numbers).nonzero()[0].tolist():
        inside[tags[element]][outline.first[element] : outline.end[element]] = 1
    leaf = frame.up[0]
    table.add(("tag", "parent's tag"), numbers.take(frame.up[:2]))
    table.add(("depth",), frame.leaf_depth)
    table.add(("starts with",), np.array([INLINE_STARTS.get(s.split(" ", 1)[0], 9) if s else 0 for s in outline.inline]))
    table.add(("blocks in leaf",), np.bincount(leaf).take(leaf))


def _scores(table: Table, frame: Frame, names: ElementScores, words: Sequence[float], good: Floats) -> None:
    leaf, size = frame.outline.leaf, frame.size
    own = np.fromiter(map(names.own.__getitem__, leaf), float, size) + np.fromiter(names.inline, float, size)
    parent = np.fromiter(map(names.parent.__getitem__, frame.up[1].tolist()), float, size)
    path = np.fromiter(map(names.path.__getitem__, leaf), float, size)
    both = own + parent + path
    table.add(("own name",), own)
    table.add(("parent's name",), parent)
    table.add(("path's names",), path)
    table.add(("names",), both)
    table.add(("words",), np.fromiter(words, float, size))
    weight = good / max(1.0, float(good.sum()))
    # how much the names of this page say at all: the trees trust them accordingly
    table.add(("named",), np.abs(both).sum() / size)
    table.add(("named in good",), np.abs(path) @ weight)
    table.add(("names to page",), both - both @ weight)
    table.add(("path to page",), path - path @ weight)


def _containers(table: Table, frame: Frame, running: Floats) -> Floats:
    """Density and share of the leaf and its ancestors; returns the sums of length and good text, 2 x m."""
    total_good = running[1, -1] + 1
    sums = frame.sums(running)
    at = frame.up[:4]
    of_length, of_good, of_link, *_ = held = sums.take(at, axis=1)
    above = of_length + 1
    table.add(LENGTHS, of_length)
    table.add(LINKS, of_link / above)
    table.add(GOOD_SHARES, of_good / total_good)
    table.add(GOOD_DENSITIES, of_good / above)
    held = held[:, 1:]
    first = frame.first.take(at[1])
    counted = np.maximum(frame.end - frame.first, 1).take(at[1:])
    table.add(GOOD_BLOCKS, held[4])
    table.add(WORDS_OF, held[3] / counted)
    table.add(HEADINGS_OF, held[5] / counted)
    table.add(("place in parent",), (frame.index - first) / counted[0])
    return sums[:2]


def _alike(table: Table, frame: Frame, series: Floats) -> None:
    """The same over blocks of one kind, on the page and among the parent's children; `series`: length, good, linked, words."""
    size = frame.size
    siblings = numbered(zip(frame.up[1].tolist(), frame.alike.tolist(), strict=True))
    kinds = np.concatenate((frame.alike, frame.alike_in + size, siblings + 2 * size))
    counted = np.empty((5, 3, size))
    counted[0] = 1
    counted[1:] = series[:, None]
    sums = np.bincount((kinds + np.arange(0, 15 * size, 3 * size)[:, None]).ravel(), counted.ravel(), 15 * size)
    number, chars, prose, linked, score = sums.reshape(5, 3 * size).take(kinds, axis=1).reshape(5, 3, size)
    total, total_good = series[0].sum() + 1, series[1].sum() + 1
    found = np.empty((6, 3, size))
    found[0] = number
    np.divide(chars, number, out=found[1])
    np.divide(chars, total, out=found[2])
    np.divide(prose, total_good, out=found[3])
    np.divide(linked, chars + 1, out=found[4])
    np.divide(score, number, out=found[5])
    table.add(ALIKE, found[:, 0])
    table.add(ALIKE_IN, found[:, 1])
    table.add(("siblings: good share",), found[3, 2])


def _landmarks(table: Table, frame: Frame, running: Floats, sums: Floats) -> None:
    """Where the block lies as seen from the page's ends, its main container, its headline."""
    index = frame.index
    total, total_good = running[:2, -1] + 1
    before, good_before = running[:2, :-1]
    table.add(("place",), index)
    table.add(("before",), before / total)
    table.add(("good before",), good_before / total_good)
    table.add(("blocks", "total", "total good"), np.array((frame.size, total, total_good))[:, None])
    most = np.flatnonzero(sums[1] >= 0.6 * total_good)
    main = int(most[frame.depth[most].argmax()]) if len(most) else 0
    table.add(("to main",), frame.distance(*frame.within(main)))
    table.add(("main: steps up", "main: steps down"), frame.steps(main))
    title = _title(table)
    if title is None:
        table.add(("from title",), -999.0)
        table.add(("title: steps up", "title: steps down"), -1.0)
    else:
        table.add(("from title",), index - title)
        table.add(("title: steps up", "title: steps down"), frame.steps(frame.outline.leaf[title]))
    table.add(("characters from title",), before - before[title or 0])


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
    length, words = frame.length, table["words"]
    is_heading = heading | ((table["bold"] > 0.9) & (length < 80))
    last = np.maximum.accumulate(np.where(is_heading, frame.index, -1))
    under = last >= 0
    table.add(("from heading",), np.where(under, frame.index - last, -1.0))
    shown = table.take(("words", "tag", "length", "own name")).take(last, axis=1)
    table.add(("heading: words", "heading: tag", "heading: length", "heading: name"), np.where(under, shown, 0.0))
    table.add(("least words",), np.minimum.accumulate(np.where(length < 60, words, 0.0)))


def _neighbours(table: Table, frame: Frame, running: Floats) -> None:
    size, index = frame.size, frame.index
    padded = np.zeros((len(SHOWN), size + 2), np.float32)
    padded[:, 1:-1] = table.take(SHOWN)
    table.add(BEFORE, padded[:, :-2])
    table.add(AFTER, padded[:, 2:])
    of_four = running[:4]
    within = of_four.take(np.minimum(index + REACH + 1, size), axis=1) - of_four.take(np.maximum(index - REACH, 0), axis=1)
    table.add(("link within",), within[2] / (within[0] + 1))
    table.add(("good within", "words within"), within[1::2])
    starts = [text[:30] for text in frame.outline.texts]
    counted = Counter(starts)
    table.add(("same start",), np.fromiter(map(counted.__getitem__, starts), float, size) if len(counted) < size else 1)
