"""The lexicon against its own rules and examples: what an analyst sees after an edit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from agents.tag.explain import Finding, explain
from agents.tag.lexicon import Lexicon, load
from agents.tag.rules import Group
from schemas.event import Event


@dataclass(frozen=True)
class Fault:
    """What is wrong in a file, and in which group."""

    file: str
    group: str
    text: str


@dataclass(frozen=True)
class Checked:
    """What was looked at, and what is wrong with it."""

    groups: int
    lemmas: int
    examples: int
    faults: list[Fault]


def check() -> Checked:
    """Reads the files and codes every example; raises LexiconError where a file can't be read at all."""
    lexicon = load()
    groups = [group for file in lexicon.types.values() for group in file.groups]
    examples = sum(len(group.examples) + len(group.not_examples) for group in groups)
    return Checked(len(groups), lexicon.lemmas, examples, list(_faults(lexicon, groups)))


def _faults(lexicon: Lexicon, groups: list[Group]) -> Iterator[Fault]:
    for group in groups:
        file = f"{group.type.value}.toml"
        if not group.examples:
            yield Fault(file, group.name, "has no example; write one sentence that it must code")
        for text in group.examples:
            explanation = explain(text)
            if not any(_as_asked(event, group) for event in explanation.events):
                told = ", ".join(event.type.value for event in explanation.events) or "nothing"
                yield Fault(file, group.name, f"example {text!r} tells {told}: {_why(explanation.findings)}")
        for text in group.not_examples:
            if any(event.rule.startswith(group.rule) for event in explain(text).events):
                yield Fault(file, group.name, f"counter-example {text!r} is coded by it")


def _as_asked(event: Event, group: Group) -> bool:
    return event.type is group.type and (group.mode is None or event.mode == group.mode)


def _why(findings: list[Finding]) -> str:
    return "; ".join(f"{found.text!r} {found.reason or found.rule}" for found in findings) or "no word of the lexicon"
