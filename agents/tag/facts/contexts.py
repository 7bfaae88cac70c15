"""PLOVER's contexts of a passage, by the words that tell them."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from agents.tag.facts.keywords import Keywords
from schemas.plover import Context


@lru_cache(maxsize=1)
def context_words() -> Keywords:
    """data/contexts.tsv: the words of each context."""
    lines = (files(__package__) / "data" / "contexts.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return Keywords((Context(name).value, words.split(", ")) for name, words in rows)


def contexts_of(text: str) -> list[Context]:
    """Contexts of a clause or paragraph, the one with most of its words first."""
    found = context_words().find(text)
    return [Context(name) for name in sorted(found, key=lambda name: (-len(found[name]), -found[name].total(), name))]
