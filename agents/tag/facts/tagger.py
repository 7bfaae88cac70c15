"""Names of persons, organizations and places by a small sequence model.

A linear-chain conditional random field (Lafferty et al. 2001) over the capitalised stretches of a text alone: what is written
in lower case is
taken for no name, which leaves a fifth of the words to look at. `data/names.npz` holds its weights; `ops/training/names/`
trains it and
keeps its card.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from agents.tag.facts.gazetteer import ADJECTIVE, Place
from agents.tag.facts.place_names import LONGEST, place_names
from agents.tag.facts.words import JOINERS, Word, key_of, word_set, words_of

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
_LINKS = word_set("of the and for de la le von van bin al el del da di du dos der den ibn ul s in on y e d l")
_LEADS = word_set("al el de van von bin ul ibn abu da di")
"""Small words that a name may begin with: al-Assad, de Gaulle, van der Sar."""
TITLES = word_set(
    """
    mr mrs ms miss dr sir lord lady dame prof professor president premier chancellor king queen prince princess pope
    minister senator congressman
    congresswoman representative rep sen gov governor mayor judge justice general gen colonel col lieutenant lt captain
    capt major maj sergeant sgt
    corporal private admiral commander officer detective inspector sheriff chief secretary spokesman spokeswoman
    spokesperson director chairman
    chairwoman ceo coach imam sheikh ayatollah rabbi reverend rev father bishop archbishop cardinal saint emir sultan
    ambassador attorney lawyer
    analyst author actor actress singer brother sister son daughter wife husband uncle aunt mp mep vice deputy
    """
)
ORGANIZATION_WORDS = word_set(
    """
    inc corp corporation co company ltd llc plc group holdings bank university college school institute academy hospital
    church ministry department
    agency committee commission council court party union association federation foundation organization organisation
    society club team board bureau
    office authority administration service services police army navy force forces guard front movement brigade brigades
    battalion congress
    senate parliament assembly house center centre network news times post journal herald tribune daily press radio
    television magazine league
    alliance coalition trust fund museum airlines airways motors systems technologies software energy oil gas industries
    enterprises partners
    associates insurance restaurant hotel store shop theatre theater library orchestra band fc united international national
    """
)


class NameSpan(NamedTuple):
    """Words `first` to `last` (inclusive) as a name of `kind`: PER, ORG or LOC."""

    start: int
    end: int
    kind: str
    first: int
    last: int


class Tagged(NamedTuple):
    """What the model says of a text: the names, and for each word that was looked at the scores of the labels."""

    spans: tuple[NameSpan, ...]
    scores: dict[int, list[float]]


def segments_of(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Stretches (first, last) that may hold names: capitalised words, with small words between them."""
    i = 0
    while i < len(words):
        if not (_capital(words[i]) or _leads(words, i)) or _function_word(words, i):
            i += 1
            continue
        first = last = i
        j = i + 1
        while j < len(words) and j - last <= 2 and _joined(words[j].gap):
            if _capital(words[j]):
                last = j
            elif words[j].key not in _LINKS and not (words[j].text[0].isdigit() and words[j].gap != "."):
                break
            elif words[j].text[0].isdigit():
                last = j
            j += 1
        yield first, last
        i = last + 1


_FUNCTION_WORDS = word_set(
    """
    the a an he she it they we you i this that these those there here in on at by for from with without of to into after
    before during since until
    while when where why how what who which as if but and or nor so yet because although though however also not no his
    her its their our my your
    one two three some many most all both each every several such is are was were be been has have had do does did will
    would can could might
    must should now then today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january
    february march april june july
    august september october november december about according between under over among against despite more other meanwhile
    """
)
""" "May" is left out: it may be a name."""


def _function_word(words: Sequence[Word], i: int) -> bool:
    """A small word or a day that stands alone with its capital; before another capital it may belong to a name: The Hague."""
    word = words[i]
    if word.key not in _FUNCTION_WORDS or (len(word.text) > 1 and word.text.isupper()):
        return False
    return i + 1 >= len(words) or not _capital(words[i + 1]) or not _joined(words[i + 1].gap)


def _capital(word: Word) -> bool:
    return (
        word.text[0].isupper()
        or (len(word.text) > 1 and word.text[1].isupper() and word.text[0].isalpha())
        or word.text[:2] in ("iP", "eB")
    )


def _leads(words: Sequence[Word], i: int) -> bool:
    return (
        words[i].key in _LEADS
        and i + 1 < len(words)
        and words[i + 1].gap in ("-", " ")
        and _capital(words[i + 1])
        and words[i + 1].gap == "-"
    )


def _joined(gap: str) -> bool:
    return gap in JOINERS or gap in (" & ", "&", "/", "’", " '", " “", ' "')


@lru_cache(maxsize=1)
def name_lists() -> tuple[frozenset[str], frozenset[str], frozenset[str], dict[str, str]]:
    """First names, surnames, words seen in lower case, and the keys of well-known organizations with their kind."""
    data = files(__package__) / "data"

    def words(name: str) -> frozenset[str]:
        lines = (data / name).read_text(encoding="utf-8").splitlines()
        return frozenset(" ".join(line for line in lines if not line.startswith("#")).split())

    organizations: dict[str, str] = {}
    for line in (data / "organizations.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            names, kind = line.split("\t")[:2]
            organizations |= {key_of(name): kind for name in names.split("|")}
    return words("first_names.txt"), words("surnames.txt"), words("common_words.txt"), organizations


_SHAPES = (
    (re.compile(r"[A-Z]$"), "A"),
    (re.compile(r"[A-Z]{2,}$"), "AA"),
    (re.compile(r"[A-Z][a-z]+$"), "Aa"),
    (re.compile(r"[A-Z][a-z]+[A-Z]\w*$"), "AaA"),
    (re.compile(r"\d+$"), "0"),
    (re.compile(r"\w*\d\w*$"), "A0"),
    (re.compile(r"[a-z]+$"), "a"),
)


@lru_cache(maxsize=20_000)
def _shape(text: str) -> str:
    return next((shape for pattern, shape in _SHAPES if pattern.match(text)), "u" if text[:1].isupper() else "x")


def _place_features(known: Mapping[tuple[int, int], tuple[Place, ...]], first: int, last: int) -> dict[int, list[str]]:
    """For the words of a segment: the kinds of place that the longest gazetteer names there are."""
    found: dict[int, list[str]] = {}
    i = first
    while i <= last:
        for j in range(min(i + LONGEST - 1, last), i - 1, -1):
            if places := known.get((i, j)):
                kind = _place_kind(places[0])
                for k in range(i, j + 1):
                    found[k] = [
                        f"g{'B' if k == i else 'I'}{kind}",
                        f"gl{min(j - i, 2)}{'=' if i == first and j == last else ''}{kind[:1]}",
                    ]
                i = j
                break
        i += 1
    return found


def _place_kind(place: Place) -> str:
    if place.how == ADJECTIVE:
        return "J"
    size = len(str(place.population))
    return {"PCLI": "C", "ADM1": "R", "CONT": "K"}.get(place.feature) or f"{'P' if place.how == 0 else 'p'}{max(size, 3)}"


Features = tuple[tuple[str, ...], list[str]]
"""Feature names of one word: those of the word itself, and those of where it stands."""


@lru_cache(maxsize=30_000)
def _of_word(text: str, key: str, opens: bool) -> tuple[str, ...]:
    first_names, surnames, common, _ = name_lists()
    shape = _shape(text)
    f = [
        "1",
        f"w={key}",
        f"s={shape}",
        f"e3={key[-3:]}",
        f"e2={key[-2:]}",
        f"b3={key[:3]}",
        f"c{int(key in common)}{int(opens)}{shape}",
    ]
    if opens:
        f += ["^", f"^{shape}"]
    f += ["fn"] if key in first_names else []
    f += ["sn"] if key in surnames else []
    f += ["t"] if key in TITLES else []
    f += ["ow"] if key in ORGANIZATION_WORDS else []
    return tuple(f)


def features_of(
    words: Sequence[Word], known_places: Mapping[tuple[int, int], tuple[Place, ...]], first: int, last: int
) -> list[Features]:
    """Feature names of each word of a segment; training and tagging share them."""
    first_names, surnames, _, _ = name_lists()
    places = _place_features(known_places, first, last)
    known = _organization_features(words, first, last)
    organization_inside = any(words[k].key in ORGANIZATION_WORDS for k in range(first, last + 1))
    everything = []
    for i in range(first, last + 1):
        word = words[i]
        key = word.key
        before = words[i - 1].key if i else "^"
        after = words[i + 1].key if i + 1 < len(words) else "$"
        before2 = words[i - 2].key if i > 1 else "^"
        after2 = words[i + 2].key if i + 2 < len(words) else "$"
        gap_after = words[i + 1].gap[:2] if i + 1 < len(words) else "$"
        f = [
            f"-1={before}", f"+1={after}", f"-2={before2}", f"+2={after2}", f"<{word.gap[:2]}", f">{gap_after}",
            f"at{min(i - first, 3)}", f"of{min(last - i, 3)}", f"n{min(last - first, 4)}{min(i - first, 3)}",
        ]  # fmt: skip
        if key in first_names:
            f.append(f"fn{min(i - first, 2)}{min(last - i, 2)}")
        if key in surnames:
            f.append(f"sn{min(i - first, 2)}")
        if before in TITLES:
            f.append("t-1")
        if organization_inside:
            f.append("oi")
        if i in known:
            f.append(known[i])
        if i in places:
            f += places[i]
        if i > first:
            f.append(f"-s{_shape(words[i - 1].text)}")
            if before in first_names:
                f.append("fn-1")
            if i - 1 in places:
                f.append("-" + places[i - 1][0])
        if i < last:
            f.append(f"+s{_shape(words[i + 1].text)}")
            if after in surnames:
                f.append("sn+1")
            if after in ORGANIZATION_WORDS:
                f.append("ow+1")
            if i + 1 in places:
                f.append("+" + places[i + 1][0])
        everything.append((_of_word(word.text, key, word.opens), f))
    return everything


def _organization_features(words: Sequence[Word], first: int, last: int) -> dict[int, str]:
    """For the words of a segment that are a well-known organization: its kind."""
    organizations = name_lists()[3]
    known: dict[int, str] = {}
    for i in range(first, last + 1):
        key = words[i].key
        for j in range(i, min(i + 7, last + 1)):
            key = key if j == i else f"{key} {words[j].key}"
            if kind := organizations.get(key):
                known |= {k: ("kB" if k == i else "kI") + kind[0] for k in range(i, j + 1)}
    return known


class Model:
    """Weights: of a feature for each label, of a label after another."""

    def __init__(self, features: Sequence[str], weights: npt.NDArray[np.float32], transitions: npt.NDArray[np.float32]) -> None:
        self._row = {feature: i for i, feature in enumerate(features)}
        self._rows_of_word: dict[tuple[str, ...], list[int]] = {}
        self._weights = np.vstack([weights, np.zeros(len(LABELS), dtype=np.float32)])
        self._into: list[list[float]] = transitions.T.tolist()

    def scores(self, features: Sequence[Features]) -> list[list[float]]:
        """Of each word the score of each label."""
        row, missing = self._row, len(self._row)
        indexes: list[int] = []
        starts = []
        for of_word, of_place in features:
            starts.append(len(indexes))
            rows = self._rows_of_word.get(of_word)
            if rows is None:
                rows = self._rows_of_word[of_word] = [row[feature] for feature in of_word if feature in row]
            indexes += rows
            indexes += [row.get(feature, missing) for feature in of_place]
        summed: list[list[float]] = np.add.reduceat(self._weights[indexes], starts, axis=0).tolist()
        return summed

    def best(self, scores: Sequence[Sequence[float]]) -> list[int]:
        """The best sequence of labels (Viterbi)."""
        alone = [row.index(max(row)) for row in scores]
        if len(alone) == 1 or not any(alone):
            return alone
        best, back = list(scores[0]), []
        for row in scores[1:]:
            pointers, following = [], []
            for score, into in zip(row, self._into, strict=True):
                totals = [a + b for a, b in zip(best, into, strict=True)]
                top = max(totals)
                pointers.append(totals.index(top))
                following.append(top + score)
            back.append(pointers)
            best = following
        path = [best.index(max(best))]
        for pointers in reversed(back):
            path.append(pointers[path[-1]])
        return path[::-1]


@lru_cache(maxsize=1)
def model() -> Model:
    with (files(__package__) / "data" / "names.npz").open("rb") as file, np.load(file) as arrays:
        features = arrays["features"].tobytes().decode().split("\n")
        return Model(features, arrays["weights"].astype(np.float32), arrays["transitions"].astype(np.float32))


@lru_cache(maxsize=4)
def tag_names(text: str) -> Tagged:
    """Names of a text in their order, none overlapping. Remembered for the last few texts: places and actors ask for the same."""
    words = words_of(text)
    segments = list(segments_of(words))
    if not segments:
        return Tagged((), {})
    known_places = place_names(text)
    features = [features_of(words, known_places, first, last) for first, last in segments]
    flat = model().scores([row for rows in features for row in rows])
    spans: list[NameSpan] = []
    scores: dict[int, list[float]] = {}
    at = 0
    for first, last in segments:
        here = flat[at : at + last - first + 1]
        at += last - first + 1
        scores |= dict(zip(range(first, last + 1), here, strict=True))
        spans += _spans(text, words, first, [LABELS[label] for label in model().best(here)])
    return Tagged(tuple(spans), scores)


def _spans(text: str, words: Sequence[Word], first: int, labels: Sequence[str]) -> Iterator[NameSpan]:
    start: int | None = None
    for i, label in enumerate([*labels, "O"]):
        if start is not None and (label[0] != "I" or label[2:] != labels[start][2:]):
            a, b = first + start, first + i - 1
            yield NameSpan(words[a].start, _end(text, words[b]), labels[start][2:], a, b)
            start = None
        if start is None and label != "O":
            start = i


_DOTTED = word_set("inc corp co ltd jr sr bros")


def _end(text: str, word: Word) -> int:
    """The stop of an abbreviation belongs to the name: Inc., Jr., U.S."""
    dotted = text[word.end : word.end + 1] == "." and (word.key in _DOTTED or (len(word.text) == 1 and word.gap == "."))
    return word.end + dotted
