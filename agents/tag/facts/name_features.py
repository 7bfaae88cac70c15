"""What the name model looks at: the capitalised stretches of a text, and the features of their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from agents.tag.facts.gazetteer import ADJECTIVE, Place
from agents.tag.facts.place_names import LONGEST
from agents.tag.facts.words import JOINERS, REMEMBERED, Word, key_of, word_set

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


def segments_of(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Stretches (first, last) that may hold names: capitalised words, with small words between them."""
    i = 0
    while i < len(words):
        word = words[i]
        if word.text.islower() and word.key not in _LEADS:
            i += 1
            continue
        if not (_capital(word) or _leads(words, i)) or _function_word(words, i):
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
    shape = _shape(text[:REMEMBERED])
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
    everything: list[Features] = []
    before2 = words[first - 2].key if first > 1 else "^"
    before = words[first - 1].key if first else "^"
    word, key = words[first], words[first].key
    for i in range(first, last + 1):
        following = words[i + 1] if i + 1 < len(words) else None
        after, gap_after = (following.key, following.gap[:2]) if following is not None else ("$", "$")
        after2 = words[i + 2].key if i + 2 < len(words) else "$"
        at, of = min(i - first, 3), min(last - i, 3)
        f = [
            f"-1={before}", f"+1={after}", f"-2={before2}", f"+2={after2}", f"<{word.gap[:2]}", f">{gap_after}",
            f"at{at}", f"of{of}", f"n{min(last - first, 4)}{at}",
        ]  # fmt: skip
        if key in first_names:
            f.append(f"fn{min(at, 2)}{min(of, 2)}")
        if key in surnames:
            f.append(f"sn{min(at, 2)}")
        if before in TITLES:
            f.append("t-1")
        if organization_inside:
            f.append("oi")
        if i in known:
            f.append(known[i])
        if i in places:
            f += places[i]
        if i > first:
            f.append(f"-s{_shape(words[i - 1].text[:REMEMBERED])}")
            if before in first_names:
                f.append("fn-1")
            if i - 1 in places:
                f.append("-" + places[i - 1][0])
        if i < last and following is not None:
            f.append(f"+s{_shape(following.text[:REMEMBERED])}")
            if after in surnames:
                f.append("sn+1")
            if after in ORGANIZATION_WORDS:
                f.append("ow+1")
            if i + 1 in places:
                f.append("+" + places[i + 1][0])
        of_word = _of_word if len(word.text) <= REMEMBERED else _of_word.__wrapped__
        everything.append((of_word(word.text, key, word.opens), f))
        if following is not None:
            before2, before, word, key = before, key, following, after
    return everything


def _organization_features(words: Sequence[Word], first: int, last: int) -> dict[int, str]:
    """For the words of a segment that are a well-known organization: its kind."""
    organizations = name_lists()[3]
    known: dict[int, str] = {}
    for i in range(first, last + 1):
        key = words[i].key
        for j in range(i, min(i + 7, last + 1)):
            if j > i:
                key = f"{key} {words[j].key}"
            if kind := organizations.get(key):
                known |= {k: ("kB" if k == i else "kI") + kind[0] for k in range(i, j + 1)}
    return known
