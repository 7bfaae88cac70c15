"""PLOVER's contexts of a passage, by the words that tell them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from agents.tag.facts.keywords import Keywords
from schemas.plover import Context


def words_of_contexts() -> Iterator[tuple[str, list[str]]]:
    """data/contexts.tsv: each context with its words."""
    lines = (files(__package__) / "data" / "contexts.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return ((Context(name).value, words.split(", ")) for name, words in rows)


@lru_cache(maxsize=1)
def _keywords() -> Keywords:
    return Keywords(words_of_contexts())


_BY_NAME = {context.value: context for context in Context}
_OF_MODE = {"cyber": Context.CYBER, "misinformation": Context.MISINFORMATION, "unconventional": Context.CBRN}
"""Modes that bring their context with them, whatever the words (PLOVER 0.8)."""


def contexts_of(text: str, mode: str | None = None) -> list[Context]:
    """Contexts of a clause or paragraph, the one with most of its words first; `mode`: that of the event it tells."""
    contexts = _told_in(text)
    brought = _OF_MODE.get(mode or "")
    return [*contexts] if brought is None or brought in contexts else [brought, *contexts]


@lru_cache(maxsize=32)
def _told_in(text: str) -> tuple[Context, ...]:
    """Remembered for the last few texts: one sentence is the evidence of several events."""
    found = _keywords().find(text)
    return tuple([_BY_NAME[name] for name in sorted(found, key=lambda name: (-len(found[name]), -sum(found[name].values()), name))])
