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
    """One form of one trigger: its words, the first of which is never a gap."""

    words: tuple[str, ...]
    group: Group
    part: Part
    form: Form
    lemma: str


@dataclass(slots=True)
class Openings:
    """The patterns that begin with one word, so that only those whose next word stands in the text are looked at."""

    alone: list[tuple[int, Pattern]] = field(default_factory=list)
    """Each with its rule's bit."""
    by_second: dict[str, list[Pattern]] = field(default_factory=dict)
    by_third: dict[str, list[Pattern]] = field(default_factory=dict)
    """Of those with a gap behind the first word: the word behind the gap."""
    groups: int = 0
    """Bits of the rules that they belong to."""
    verbal: bool = False
    """Whether the word alone may be a verb's form."""

    def add(self, pattern: Pattern) -> None:
        self.groups |= pattern.group.bit
        rest = pattern.words[1:]
        if not rest:
            self.alone.append((pattern.group.bit, pattern))
            self.verbal = self.verbal or pattern.part is Part.VERB
            return
        table, word = (self.by_third, rest[1]) if rest[0] == GAP else (self.by_second, rest[0])
        table.setdefault(word, []).append(pattern)
