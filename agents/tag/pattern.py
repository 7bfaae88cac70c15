"""The words of a trigger as they stand in a sentence, and how those that begin with one word are found."""

from __future__ import annotations

from dataclasses import dataclass, field

from agents.tag.inflect import Form
from agents.tag.rules import Group, Part

GAP = "_"
LONGEST_GAP = 4
"""Words that may stand for `_`: "take (the two nuns) hostage"."""


@dataclass(frozen=True)
class Pattern:
    """One form of one trigger: its words, the first of which is never a gap; `number`: its place in the lexicon."""

    words: tuple[str, ...]
    group: Group
    part: str
    form: Form
    lemma: str
    number: int = 0


@dataclass(slots=True)
class Openings:
    """The patterns that begin with the same words, by the word that follows these, so that only those are looked at whose words
    stand in the text."""

    alone: list[tuple[int, Pattern]] = field(default_factory=list)
    """Those that end here, each with its rule's bit."""
    bits: int = 0
    """Of the rules of these."""
    following: dict[str, Openings] = field(default_factory=dict)
    """Those that go on, by the next word."""
    gaps: dict[str, list[Pattern]] = field(default_factory=dict)
    """Those that go on with a gap, by the word behind it."""
    verbal: bool = False
    """Whether the words alone may be a verb's form."""

    def add(self, pattern: Pattern, at: int = 1) -> None:
        """`at`: words of the pattern that are the ones it begins with."""
        if at == len(pattern.words):
            self.alone.append((pattern.group.bit, pattern))
            self.bits |= pattern.group.bit
            self.verbal = self.verbal or pattern.part is Part.VERB
        elif pattern.words[at] == GAP:
            self.gaps.setdefault(pattern.words[at + 1], []).append(pattern)
        else:
            self.following.setdefault(pattern.words[at], Openings()).add(pattern, at + 1)
