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


_OF_MODE = {"cyber": Context.CYBER, "misinformation": Context.MISINFORMATION, "unconventional": Context.CBRN}
"""Modes that bring their context with them, whatever the words (PLOVER 0.8)."""


def contexts_of(text: str, mode: str | None = None) -> list[Context]:
    """Contexts of a clause or paragraph, the one with most of its words first; `mode`: that of the event it tells."""
    found = context_words().find(text)
    contexts = [Context(name) for name in sorted(found, key=lambda name: (-len(found[name]), -found[name].total(), name))]
    brought = _OF_MODE.get(mode or "")
    return contexts if brought is None or brought in contexts else [brought, *contexts]
