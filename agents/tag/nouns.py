"""What kind of thing a common noun names: a person, an act, a time. `data/nouns.tsv` says it, made from WordNet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

INTANGIBLE = frozenset({"act", "time", "abstract", "message"})
"""Kinds of what does nothing itself, and to which nothing is done."""


@lru_cache(maxsize=20_000)
def kind_of(noun: str) -> str | None:
    """`person`, `group`, `location`, `object`, `act`, `message`, `time` or `abstract`; None of a noun that is not known.

    `noun`: in lower case, singular or plural.
    """
    kind = _kinds().get
    if (known := kind(noun)) is not None or noun[-1:] not in ("s", "n"):
        return known
    if noun.endswith("ies"):
        return kind(f"{noun[:-3]}y")
    if noun.endswith("men"):
        return kind(f"{noun[:-3]}man")
    return kind(noun[:-1]) or kind(noun[:-2]) if noun.endswith("s") else None


def people() -> Iterator[str]:
    """The singulars of nouns that name a person."""
    return (noun for noun, kind in _kinds().items() if kind == "person")


@cache
def _kinds() -> Mapping[str, str]:
    """Read once."""
    lines = (files("agents.tag") / "data" / "nouns.tsv").read_text("utf-8").splitlines()
    return {noun: kind for kind, nouns in (line.split("\t") for line in lines) for noun in nouns.split()}
