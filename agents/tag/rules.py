"""A rule of the lexicon: what a group of triggers tells, how far it can be trusted, and what must or must not stand near."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from agents.tag.word_sets import WordSet
from schemas.plover import EventType


class Strength(StrEnum):
    """How far the triggers of a group can be trusted in running news."""

    CORE = "core"
    STRONG = "strong"
    WEAK = "weak"
    EFFECT = "effect"
    """Died, injured: an event only where violence is told elsewhere."""
    OPERATOR = "operator"
    """Threatened, refused, promised: takes the events that it governs into its own."""


class Part:
    """Which part of speech a trigger is; strings and no enumeration, as the tags of words."""

    VERB: Final = "verb"
    NOUN: Final = "noun"
    FIXED: Final = "fixed"


@dataclass(frozen=True)
class Group:
    """One rule of the lexicon; a set of words is None where the rule asks for none."""

    type: EventType
    name: str
    strength: Strength
    mode: str | None
    near: WordSet | None
    not_near: WordSet | None
    after: WordSet | None
    object: WordSet | None
    subject: WordSet | None
    not_next: WordSet | None
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]
    yields: frozenset[str]
    """Modes that win over the group's own where their words stand near."""
    subject_is_recipient: bool
    """Active in form, passive in sense: came under fire."""
    takes_names: bool
    """Any name counts as what must stand near."""
    acts_on_names: bool
    """A name right after the verb, or before a passive one, counts as its object: "captured Darra"."""
    states: WordSet | None
    """Names of states: where a government may be what must stand near, one that acts counts as it: "Mali closed the crossing"."""
    not_sport: bool
    """Nothing of sport may stand near, so that the score of a match tells against it, too."""
    bit: int
    """A power of two of its own in its lexicon, or that of all rules that ask for nothing."""

    @property
    def rule(self) -> str:
        return f"{self.type}/{self.name}"
