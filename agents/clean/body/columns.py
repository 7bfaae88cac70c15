"""What the first pass knows of each block: its text, its markup, its containers, its place, its neighbours.

Columns go by name; shares are 0 to 1. "Good" text is what running prose looks like without any model: more than 40 characters,
few of them in links, with sentence punctuation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from agents.clean.body.frame import Floats, Frame, Ints, running_sum
from agents.clean.body.hints import Hints
from agents.clean.body.names import ElementScores
from agents.clean.body.similar import resemblance
from agents.clean.body.walk import HIDDEN

Columns = dict[str, Floats]
Flags = NDArray[np.bool_]

_TAGS = (
    "p h1 h2 h3 h4 h5 h6 li ul ol blockquote figcaption figure div section article aside nav header footer main td th tr table"
    " dd dt dl pre body form center details summary"
)
TAGS = {tag: number for number, tag in enumerate(_TAGS.split(), 1)}
HEADINGS = [TAGS[f"h{level}"] for level in range(1, 7)]
INLINE_STARTS = {"a": 1, "strong": 2, "b": 2, "em": 3, "i": 3, "span": 4, "time": 5, "img": 6, "font": 7}
_ENCLOSING = ("article", "aside", "figure", "figcaption", "li", "table", "blockquote", "ul", "nav", "header", "footer", "form")
ENCLOSING = {tag: row for row, tag in enumerate(_ENCLOSING)}
ENDS = {".": 1, "!": 1, "?": 2, "。": 1, "”": 3, '"': 3, "»": 3, "“": 3, ":": 4, ")": 5, "…": 6, "'": 3, "’": 3}

_CLASSES = ("sentence", "comma", "upper", "digit", "foreign", "symbol", "quote", "space")
_MEMBERS = {
    "sentence": ".!?。।۔",
    "comma": ",、，،",
    "upper": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "digit": "0123456789",
    "symbol": "|@/©•»",
    "quote": '"“„«',
    "space": " ",
}


def _character_classes() -> Ints:
    """Of each code point of the basic plane, the index of its class; higher ones are foreign."""
    table = np.full(0x10000, _CLASSES.index("foreign"), np.int64)
    table[:128] = len(_CLASSES)  # of none
    for name, members in _MEMBERS.items():
        table[[ord(member) for member in members]] = _CLASSES.index(name)
    return table


_CLASS_OF = _character_classes()


def first_pass(
    frame: Frame, hints: Hints, names: ElementScores, words: Sequence[float], tokens: Sequence[Sequence[str]]
) -> Columns:
    """n values a column; `words`: n scores; `tokens`: of each block."""
    columns = _text(frame)
    columns |= resemblance(frame, hints, tokens)
    columns |= _markup(frame)
    columns |= _scores(frame, names, words)
    link, score = columns["link"], columns["words"]
    good = frame.length * ((link < 0.35) & (columns["sentences"] > 0) & (frame.length > 40))
    heading = np.isin(columns["tag"], HEADINGS)
    columns |= _containers(frame, good, link, score, heading)
    columns |= _landmarks(frame, good, columns, heading)
    columns |= _neighbours(frame, good, columns)
    return columns


def _text(frame: Frame) -> Columns:
    outline, length = frame.outline, frame.length
    joined = "\n".join(outline.texts) + "\n"
    points = np.frombuffer(joined.encode("utf-32-le", "replace"), np.uint32)
    stops = np.cumsum(length.astype(np.int64) + 1)
    classes = _CLASS_OF[np.minimum(points, 0xFFFF)]
    kinds = len(_CLASSES) + 1
    block = np.repeat(frame.index * kinds, length.astype(np.int64) + 1)
    counts = np.bincount(classes + block, minlength=kinds * frame.size).reshape(frame.size, kinds).T.astype(float)
    sentence, comma, upper, digit, foreign, symbol, quote, _ = counts[: len(_CLASSES)]
    capital = (points[1:] >= 65) & (points[1:] <= 90) & ((points[:-1] == 32) | (points[:-1] == 10))
    capital = np.append((points[:1] >= 65) & (points[:1] <= 90), capital)
    capitals = np.diff(running_sum(capital[None].astype(float))[0][stops], prepend=0.0)
    spaced = counts[_CLASSES.index("space")] + 1
    return {
        "length": length,
        "tokens": frame.words,
        "sentences": sentence,
        "commas": comma,
        "upper": upper / length,
        "digits": digit / length,
        "foreign": foreign / length,
        "symbols": symbol,
        "quotes": quote,
        "ending": np.array([ENDS.get(text[-1], 0) for text in outline.texts], float),
        "cut": np.array([text.endswith(("...", "…")) for text in outline.texts], float),
        "characters a word": length / spaced,
        "sentences a word": sentence / spaced,
        "capitals a word": capitals / spaced,
        "link": np.minimum(np.array(outline.linked) / length, 1),
        "links": np.array(outline.anchors, float),
        "bold": np.minimum(np.array(outline.bold) / length, 1),
        "breaks": np.minimum(np.array(outline.breaks, float), 3),
    }


def _markup(frame: Frame) -> Columns:
    outline = frame.outline
    tags = np.array([TAGS.get(tag, 0) for tag in outline.tags], float)
    inside = np.zeros((len(ENCLOSING) + 1, frame.size))
    for element, tag in enumerate(outline.tags):
        if tag in ENCLOSING:
            inside[ENCLOSING[tag], outline.first[element] : outline.end[element]] = 1
        if HIDDEN in outline.names[element]:
            inside[-1, outline.first[element] : outline.end[element]] = 1
    columns = dict(zip((*(f"in {tag}" for tag in ENCLOSING), "in hidden"), inside, strict=True))
    in_leaf = np.bincount(frame.up[0], minlength=len(tags))
    return columns | {
        "tag": tags[frame.up[0]],
        "parent's tag": tags[frame.up[1]],
        "grandparent's tag": tags[frame.up[2]],
        "depth": frame.depth[frame.up[0]].astype(float),
        "starts with": np.array([INLINE_STARTS.get(s.split(" ", 1)[0], 9) if s else 0 for s in outline.inline], float),
        "blocks in leaf": in_leaf[frame.up[0]].astype(float),
    }


def _scores(frame: Frame, names: ElementScores, words: Sequence[float]) -> Columns:
    own = np.array(names.own)[frame.up[0]] + np.array(names.inline)
    parent = np.array(names.parent)[frame.up[1]]
    path = np.array(names.path)[frame.up[0]]
    return {"own name": own, "parent's name": parent, "path's names": path, "names": own + parent + path, "words": np.array(words)}


def _containers(frame: Frame, good: Floats, link: Floats, score: Floats, heading: Flags) -> Columns:
    """Density and share of the leaf and its ancestors; and the same over blocks of one kind."""
    length = frame.length
    total, total_good = length.sum() + 1, good.sum() + 1
    sums = frame.sums(np.stack([length, length * link, good, (good > 0).astype(float), score, heading.astype(float)]))
    count = np.maximum(frame.end - frame.first, 1)
    columns: Columns = {}
    for level in range(4):
        at = frame.up[level]
        columns[f"length {level}"] = sums[0, at]
        columns[f"link {level}"] = sums[1, at] / (sums[0, at] + 1)
        columns[f"good share {level}"] = sums[2, at] / total_good
        columns[f"good density {level}"] = sums[2, at] / (sums[0, at] + 1)
        if level:
            columns[f"good blocks {level}"] = sums[3, at]
            columns[f"words {level}"] = sums[4, at] / count[at]
            columns[f"headings {level}"] = sums[5, at] / count[at]
    columns["place in parent"] = (frame.index - frame.first[frame.up[1]]) / count[frame.up[1]]
    for name, kind in (("alike", frame.alike), ("alike in", frame.alike_in)):
        number, chars, linked, prose, words = (np.bincount(kind, w) for w in (None, length, length * link, good, score))
        columns[f"{name}: number"] = number[kind].astype(float)
        columns[f"{name}: mean length"] = (chars / number)[kind]
        columns[f"{name}: share"] = chars[kind] / total
        columns[f"{name}: good share"] = prose[kind] / total_good
        columns[f"{name}: link"] = (linked / (chars + 1))[kind]
        columns[f"{name}: words"] = (words / number)[kind]
    _, siblings = np.unique(frame.up[1] * (frame.alike.max() + 1) + frame.alike, return_inverse=True)
    columns["siblings: number"] = np.bincount(siblings)[siblings].astype(float)
    columns["siblings: good share"] = np.bincount(siblings, good)[siblings] / total_good
    return columns


def _landmarks(frame: Frame, good: Floats, columns: Columns, heading: Flags) -> Columns:
    """Where the block lies as seen from the page's ends, its main container, its headline, the last heading."""
    index, length = frame.index, frame.length
    total, total_good = length.sum() + 1, good.sum() + 1
    before, good_before = running_sum(np.stack([length, good]))[:, :-1]
    sums = frame.sums(np.stack([length, good]))
    found: Columns = {
        "place": index.astype(float),
        "blocks": np.full(frame.size, frame.size, float),
        "total": np.full(frame.size, total),
        "total good": np.full(frame.size, total_good),
        "before": before / total,
        "good before": good_before / total_good,
    }
    densest = int((sums[1] - 0.7 * (sums[0] - sums[1])).argmax())
    longest = frame.outline.parents[frame.outline.leaf[int((good if total_good > 1 else length).argmax())]]
    most = np.flatnonzero(sums[1] >= 0.6 * total_good)
    main = int(most[frame.depth[most].argmax()]) if len(most) else 0
    for name, element in (("densest", densest), ("longest", longest), ("main", main)):
        found[f"to {name}"] = frame.distance(*frame.within(element))
    found["main: steps up"], found["main: steps down"] = (steps.astype(float) for steps in frame.steps(main))
    title = _title(columns, heading)
    found["from title"] = (index - title).astype(float) if title is not None else np.full(frame.size, -999.0)
    found["characters from title"] = before - before[title or 0]
    found["good from title"] = (good_before - good_before[title or 0]) / total_good
    if title is not None:
        found["title: steps up"], found["title: steps down"] = (
            steps.astype(float) for steps in frame.steps(frame.outline.leaf[title])
        )
    else:
        found["title: steps up"] = found["title: steps down"] = np.full(frame.size, -1.0)
    is_heading = heading | ((columns["bold"] > 0.9) & (length < 80))
    last = np.maximum.accumulate(np.where(is_heading, index, -1))
    under = last >= 0
    found["from heading"] = np.where(under, index - last, -1.0)
    for name, column in (("words", "words"), ("tag", "tag"), ("length", "length"), ("name", "own name")):
        found[f"heading: {name}"] = np.where(under, columns[column][last], 0.0)
    found["least words"] = np.minimum.accumulate(np.where(length < 60, columns["words"], 0.0))
    return found


def _title(columns: Columns, heading: Flags) -> int | None:
    """The block most like the title, headings of the first two levels first; else the page's first h1."""
    likeness, tag = columns["title"], columns["tag"]
    score = np.where(likeness > 0.4, likeness + 0.3 * ((tag == TAGS["h1"]) | (tag == TAGS["h2"])), 0.0)
    if score.max() > 0:
        return int(score.argmax())
    first = np.flatnonzero(tag == TAGS["h1"])
    return int(first[0]) if len(first) else None


def _neighbours(frame: Frame, good: Floats, columns: Columns) -> Columns:
    size, index = frame.size, frame.index
    found: Columns = {}
    shown = ("length", "link", "tag", "words", "path's names", "ending", "own name")
    padded = np.zeros((len(shown), size + 2))
    padded[:, 1:-1] = [columns[name] for name in shown]
    for row, name in enumerate(shown):
        found[f"{name} -1"], found[f"{name} +1"] = padded[row, :-2], padded[row, 2:]
    series = running_sum(np.stack([frame.length, frame.length * columns["link"], columns["words"], good]))
    for reach in (5, 12):
        around = series[:, np.minimum(index + reach + 1, size)] - series[:, np.maximum(index - reach, 0)]
        found[f"link within {reach}"] = around[1] / (around[0] + 1)
        found[f"words within {reach}"] = around[2]
        found[f"good within {reach}"] = around[3]
    found["from good"] = np.minimum(index - np.maximum.accumulate(np.where(good > 0, index, -10_000)), 50).astype(float)
    ahead = np.minimum.accumulate(np.where(good > 0, index, 20_000)[::-1])[::-1]
    found["to good"] = np.minimum(ahead - index, 50).astype(float)
    starts = [text[:30] for text in frame.outline.texts]
    counted = Counter(starts)
    found["same start"] = np.array([counted[start] for start in starts], float)
    return found
