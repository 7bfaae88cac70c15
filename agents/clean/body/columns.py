"""What the first pass knows of each block: its text, its markup, its containers, its place, its neighbours.

Columns go by name; shares are 0 to 1. "Good" text is what running prose looks like without any model: more than 40 characters,
few of them in links, with sentence punctuation. Everything is counted at once for all blocks: look-ups, running sums, and
sums over containers as their differences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from agents.clean.body.frame import Floats, Frame, running_sum
from agents.clean.body.hints import Hints
from agents.clean.body.names import ElementScores
from agents.clean.body.similar import resemblance
from agents.clean.body.table import Table

Flags = NDArray[np.bool_]

_TAGS = (
    "p h1 h2 h3 h4 h5 h6 li ul ol blockquote figcaption figure div section article aside nav header footer main td th tr table"
    " dd dt dl pre body form center details summary"
)
TAGS = {tag: number for number, tag in enumerate(_TAGS.split(), 1)}
IS_HEADING = np.array([False, *(len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() for tag in TAGS)])
"""By number."""
INLINE_STARTS = {"a": 1, "strong": 2, "b": 2, "em": 3, "i": 3, "span": 4, "time": 5, "img": 6, "font": 7}
ENCLOSING = {tag: row for row, tag in enumerate(("article", "aside", "figure", "li", "table", "blockquote"))}
ENDS = {".": 1, "!": 1, "?": 2, "。": 1, "”": 3, '"': 3, "»": 3, "“": 3, ":": 4, ")": 5, "…": 6, "'": 3, "’": 3}

_CLASSES = ("sentence", "comma", "upper", "digit", "foreign", "symbol", "quote", "space", "other")
_MEMBERS = {
    "sentence": ".!?。।۔",
    "comma": ",、，،",
    "upper": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "digit": "0123456789",
    "symbol": "|@/©•»",
    "quote": '"“„«',
    "space": " ",
}
KINDS = len(_CLASSES)
UPPER, DIGIT, FOREIGN, SPACE = (_CLASSES.index(name) for name in ("upper", "digit", "foreign", "space"))


def _character_classes() -> NDArray[np.int8]:
    """Of each code point of the basic plane, the index of its class; higher ones are foreign."""
    table = np.full(0x10000, FOREIGN, np.int8)
    table[:128] = _CLASSES.index("other")
    for name, members in _MEMBERS.items():
        table[[ord(member) for member in members]] = _CLASSES.index(name)
    return table


_CLASS_OF = _character_classes()


def first_pass(frame: Frame, hints: Hints, names: ElementScores, words: Sequence[float], tokens: Sequence[Sequence[str]]) -> Table:
    """`words`: n scores; `tokens`: of each block."""
    table = Table(frame.size)
    _text(table, frame)
    resemblance(table, frame, hints, tokens)
    _markup(table, frame)
    link, length = table["link"], frame.length
    good = length * ((link < 0.35) & (table["sentences"] > 0) & (length > 40))
    _scores(table, frame, names, words, good)
    heading = IS_HEADING[table["tag"].astype(np.int64)]
    sums = _containers(table, frame, good, heading)
    _alike(table, frame, good)
    _landmarks(table, frame, good, sums)
    _headings(table, frame, heading)
    _neighbours(table, frame, good)
    return table


def _text(table: Table, frame: Frame) -> None:
    outline, length = frame.outline, frame.length
    points = np.frombuffer(("\n".join(outline.texts) + "\n").encode("utf-32-le", "replace"), np.uint32)
    sizes = length.astype(np.int64) + 1
    ends = np.cumsum(sizes)
    classes = _CLASS_OF.take(points, mode="clip")
    counted = np.bincount(classes + np.repeat(frame.index * KINDS, sizes), minlength=KINDS * frame.size)
    sentence, comma, upper, digit, foreign, symbol, quote, space, _ = counted.reshape(frame.size, KINDS).T
    starts = ends - sizes
    begins = np.flatnonzero((classes[1:] == UPPER) & (classes[:-1] == SPACE)) + 1
    first = classes[starts]
    capitals = np.bincount(np.searchsorted(ends, begins, "right"), minlength=frame.size) + (first == UPPER)
    spaced = space + 1
    table.add(("length", "sentences", "commas", "symbols", "quotes"), (length, sentence, comma, symbol, quote))
    table.add(("upper", "digits", "foreign"), np.stack((upper, digit, foreign)) / length)
    table.add(("sentences a word", "capitals a word"), np.stack((sentence, capitals)) / spaced)
    table.add(("first",), (first == UPPER) + 2 * (first == DIGIT) + 3 * (first == FOREIGN))
    table.add(("ending",), [ENDS.get(text[-1], 0) for text in outline.texts])
    table.add(("cut",), [text.endswith(("...", "…")) for text in outline.texts])
    table.add(("link", "bold"), np.minimum(np.array((outline.linked, outline.bold)) / length, 1))
    table.add(("links",), outline.anchors)


def _markup(table: Table, frame: Frame) -> None:
    outline = frame.outline
    tags = outline.tags
    inside = np.zeros((len(ENCLOSING), frame.size), np.float32)
    for element, tag in enumerate(tags):
        if tag in ENCLOSING:
            inside[ENCLOSING[tag], outline.first[element] : outline.end[element]] = 1
    table.add([f"in {tag}" for tag in ENCLOSING], inside)
    for name, elements in (("tag", outline.leaf), ("parent's tag", frame.up[1].tolist())):
        table.add((name,), [TAGS.get(tags[element], 0) for element in elements])
    table.add(("depth",), frame.depth[frame.up[0]])
    table.add(("starts with",), [INLINE_STARTS.get(s.split(" ", 1)[0], 9) if s else 0 for s in outline.inline])
    table.add(("blocks in leaf",), np.bincount(frame.up[0])[frame.up[0]])


def _scores(table: Table, frame: Frame, names: ElementScores, words: Sequence[float], good: Floats) -> None:
    leaf = frame.outline.leaf
    own = np.array([names.own[element] for element in leaf]) + names.inline
    parent = np.array([names.parent[element] for element in frame.up[1].tolist()])
    path = np.array([names.path[element] for element in leaf])
    both = own + parent + path
    table.add(("own name", "parent's name", "path's names", "names", "words"), (own, parent, path, both, words))
    weight = good / max(1.0, float(good.sum()))
    # how much the names of this page say at all: the trees trust them accordingly
    table.add(("named", "named in good"), np.array((np.abs(both).mean(), np.abs(path) @ weight))[:, None])
    table.add(("names to page", "path to page"), (both - both @ weight, path - path @ weight))


def _containers(table: Table, frame: Frame, good: Floats, heading: Flags) -> Floats:
    """Density and share of the leaf and its ancestors; returns the sums of length and good text, 2 x m."""
    length, link, words = frame.length, table["link"], table["words"]
    total_good = good.sum() + 1
    sums = frame.sums(np.stack([length, good, length * link, good > 0, words, heading]))
    count = np.maximum(frame.end - frame.first, 1)
    at = frame.up[:4]
    of_length, of_good, of_link = sums[0][at], sums[1][at], sums[2][at]
    table.add([f"length {level}" for level in range(4)], of_length)
    table.add([f"link {level}" for level in range(4)], of_link / (of_length + 1))
    table.add([f"good share {level}" for level in range(4)], of_good / total_good)
    table.add([f"good density {level}" for level in range(4)], of_good / (of_length + 1))
    at = frame.up[1:4]
    counted = count[at]
    table.add([f"good blocks {level}" for level in range(1, 4)], sums[3][at])
    table.add([f"words {level}" for level in range(1, 4)], sums[4][at] / counted)
    table.add([f"headings {level}" for level in range(1, 4)], sums[5][at] / counted)
    table.add(("place in parent",), (frame.index - frame.first[frame.up[1]]) / counted[0])
    return sums[:2]


def _alike(table: Table, frame: Frame, good: Floats) -> None:
    """The same over blocks of one kind, on the page and among the parent's children."""
    length, link, words = frame.length, table["link"], table["words"]
    total, total_good = length.sum() + 1, good.sum() + 1
    for name, kind in (("alike", frame.alike), ("alike in", frame.alike_in)):
        number = np.bincount(kind)
        chars, linked, prose, score = (np.bincount(kind, w) for w in (length, length * link, good, words))
        found = np.stack([number, chars / number, chars / total, prose / total_good, linked / (chars + 1), score / number])
        table.add([f"{name}: {what}" for what in ("number", "mean length", "share", "good share", "link", "words")], found[:, kind])
    _, siblings = np.unique(frame.up[1] * (frame.alike.max() + 1) + frame.alike, return_inverse=True)
    table.add(("siblings: number",), np.bincount(siblings)[siblings])
    table.add(("siblings: good share",), (np.bincount(siblings, good) / total_good)[siblings])


def _landmarks(table: Table, frame: Frame, good: Floats, sums: Floats) -> None:
    """Where the block lies as seen from the page's ends, its main container, its headline."""
    index, length = frame.index, frame.length
    total, total_good = length.sum() + 1, good.sum() + 1
    before, good_before = running_sum(np.stack([length, good]))[:, :-1]
    table.add(("place", "before", "good before"), (index, before / total, good_before / total_good))
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
    score = np.where(likeness > 0.4, likeness + 0.3 * ((tag == TAGS["h1"]) | (tag == TAGS["h2"])), 0.0)
    if score.max() > 0:
        return int(score.argmax())
    first = np.flatnonzero(tag == TAGS["h1"])
    return int(first[0]) if len(first) else None


def _headings(table: Table, frame: Frame, heading: Flags) -> None:
    """The last heading, or line in bold type, before the block; and the least newsworthy short line before it."""
    length, words = frame.length, table["words"]
    is_heading = heading | ((table["bold"] > 0.9) & (length < 80))
    last = np.maximum.accumulate(np.where(is_heading, frame.index, -1))
    under = last >= 0
    table.add(("from heading",), np.where(under, frame.index - last, -1.0))
    shown = table.take(("words", "tag", "length", "own name"))
    table.add(("heading: words", "heading: tag", "heading: length", "heading: name"), np.where(under, shown[:, last], 0.0))
    table.add(("least words",), np.minimum.accumulate(np.where(length < 60, words, 0.0)))


def _neighbours(table: Table, frame: Frame, good: Floats) -> None:
    size, index = frame.size, frame.index
    shown = ("length", "link", "tag", "words", "path's names", "own name")
    padded = np.zeros((len(shown), size + 2), np.float32)
    padded[:, 1:-1] = table.take(shown)
    table.add([f"{name} -1" for name in shown], padded[:, :-2])
    table.add([f"{name} +1" for name in shown], padded[:, 2:])
    series = running_sum(np.stack([frame.length, frame.length * table["link"], table["words"], good]))
    for reach in (5, 12):
        around = series[:, np.minimum(index + reach + 1, size)] - series[:, np.maximum(index - reach, 0)]
        table.add((f"link within {reach}",), around[1] / (around[0] + 1))
        table.add((f"words within {reach}", f"good within {reach}"), around[2:])
    table.add(("from good",), np.minimum(index - np.maximum.accumulate(np.where(good > 0, index, -10_000)), 50))
    starts = [text[:30] for text in frame.outline.texts]
    counted = Counter(starts)
    table.add(("same start",), [counted[start] for start in starts] if len(counted) < size else 1)
