"""The words that say what a number counts."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from agents.tag.facts.words import word_set
from schemas.event import CountKind


def _read() -> dict[str, dict[str, CountKind]]:
    """data/counts.tsv: where the word stands -> word -> what it makes the number count."""
    tables: dict[str, dict[str, CountKind]] = {}
    with (files(__package__) / "data" / "counts.tsv").open(encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                kind, where, words = line.rstrip("\n").split("\t")
                tables.setdefault(where, {}).update(dict.fromkeys(words.split(), CountKind(kind)))
    return tables


_WORDS = _read()
PARTICIPLE, VERB, NOUN, BEFORE_OF = _WORDS["after"], _WORDS["before"], _WORDS["noun"], _WORDS["of"]
_ALSO = word_set("toll homes lives strike alive death hospital suffered sustained")
COUNTING = frozenset().union(*_WORDS.values(), _ALSO)
_BURNED = frozenset({"burned", "burnt"})
_BROUGHT = frozenset({"taken", "rushed", "brought", "airlifted", "flown"})
_SUFFERED = frozenset({"suffered", "sustained"})
_HARM = frozenset(
    {"injuries", "injury", "burns", "burn", "wounds", "wound", "cuts", "bruises", "fractures", "fracture", "concussion", "nose"}
)


def participle(words: Sequence[str], i: int) -> CountKind | None:
    """What the word at `i` makes of those before it, with the words around: "stabbed to death", "burned alive"."""
    word, before = words[i], words[i - 1] if i else ""
    if word in _BURNED and words[i + 1 : i + 2] == ["alive"]:
        return CountKind.DEAD
    if word == "death" and before == "to":
        return CountKind.DEAD
    if word == "hospital" and before == "to" and words[i - 2] in _BROUGHT:
        return CountKind.INJURED
    if word in _HARM and not _SUFFERED.isdisjoint(words[max(0, i - 3) : i]):
        return CountKind.INJURED
    return None if words[i + 1 : i + 3] == ["to", "death"] else PARTICIPLE.get(word)
