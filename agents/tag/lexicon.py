"""The lexicon: what words may tell of an event, read from the data files of `lexicon/`, one a PLOVER type.

A file holds groups of triggers. A group is a rule: its verbs, nouns and fixed expressions, how far they can be trusted, the mode,
and which words must or must not stand near. Files are written for analysts: lists are words with commas between, `@force` stands
for the class of `classes.toml`, `@name` (of an object) for any name, `_` for up to four words of any kind.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from agents.tag import nouns
from agents.tag.demands import ASKS_FOR_NOTHING, Demands, asks_for_something
from agents.tag.facts.countries import countries
from agents.tag.inflect import Form, Irregular, noun_forms, verb_forms
from agents.tag.pattern import Openings, Pattern
from agents.tag.rules import Group, Part, Strength
from agents.tag.word_sets import WordSet, word_set
from agents.tag.words import words
from schemas.plover import MODES, EventType

_FIELDS = words(
    "name strength mode mode_yields_to verbs nouns fixed near not_near after object subject subject_is not_next examples "
    "not_examples"
)
"""What a group of a file may say."""
FOLDER = Path(__file__).parent / "lexicon"
_STATE = "government"
"""Where this may stand near, a state's name may, too."""


class LexiconError(ValueError):
    """A data file breaks a rule; the message names the file, the group and the remedy."""


@dataclass(frozen=True)
class TypeFile:
    """What a type's file says besides its groups: words and absorbed events that tell the mode."""

    type: EventType
    definition: str
    cues: tuple[tuple[str, WordSet], ...]
    cue_words: frozenset[str]
    """The words of all cues, of expressions the first."""
    content: tuple[tuple[str, frozenset[str]], ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Modality:
    """`modality.toml`: words that say how an event is told."""

    unreal: dict[str, list[tuple[tuple[str, ...], Form]]]
    words: dict[str, WordSet]


@dataclass(frozen=True)
class Lexicon:
    """Everything that the coder knows of words."""

    types: dict[EventType, TypeFile]
    figures: dict[str, list[tuple[str, ...]]]
    """Longest word -> figures of speech that it stands in: few sentences have it."""
    patterns: dict[str, Openings]
    """First word -> the patterns that begin with it."""
    demands: Demands
    classes: dict[str, WordSet]
    modality: Modality
    irregular: Irregular
    lemmas: int = field(compare=False)


def _split(text: str) -> list[str]:
    return [" ".join(item.split()).lower() for item in text.replace("\n", " ").split(",") if item.strip()]


def _read(name: str) -> dict[str, Any]:
    with (FOLDER / name).open("rb") as file:
        try:
            return tomllib.load(file)
        except tomllib.TOMLDecodeError as error:
            raise LexiconError(f"{name}: {error}; put texts between quotes and one [[trigger]] above each group") from error


class _Reader:
    """Reads the files; keeps the classes at hand."""

    def __init__(self) -> None:
        irregular = _read("irregular.toml")
        self.irregular = Irregular(
            {base: _split(forms) for base, forms in irregular["verbs"].items()},
            {base: _split(forms) for base, forms in irregular["also"].items()},
            irregular["nouns"],
        )
        self.classes = {name: _split(items) for name, items in _read("classes.toml").items()}
        self.figures: dict[str, list[tuple[str, ...]]] = {}
        roles = _read("roles.toml")
        people = [
            form for names in roles["sectors"].values() for noun in _split(names) for form, _ in noun_forms(noun, self.irregular)
        ]
        people += [form for noun in nouns.people() for form, _ in noun_forms(noun, self.irregular)]
        self.classes["person"] = people
        self.classes["actor"] = [
            *people,
            *(name for group in ("international", "governments") for names in roles[group].values() for name in _split(names)),
        ]
        names = [name.lower() for country in countries().values() for name in country.names]
        self.numbers, self.pattern_numbers = count(ASKS_FOR_NOTHING), count()
        self.states = word_set([*names, *(name for listed in roles["governments"].values() for name in _split(listed))])

    def words(self, text: str, where: str) -> WordSet:
        items: list[str] = []
        for item in _split(text):
            if not item.startswith("@"):
                items.append(item)
            elif item[1:] in self.classes:
                items.extend(self.classes[item[1:]])
            elif item not in ("@country", "@name"):
                raise LexiconError(f"{where}: no class {item}; classes stand in classes.toml")
        return word_set(items)

    def group(self, event_type: EventType, entry: dict[str, Any], file: str) -> Group:
        where = f"{file}, group {entry.get('name', '?')!r}"
        if unknown := entry.keys() - _FIELDS:
            raise LexiconError(f"{where}: no such field {min(unknown)!r}; fields are {', '.join(sorted(_FIELDS))}")
        mode = entry.get("mode")
        if mode is not None and mode not in MODES[event_type]:
            raise LexiconError(
                f"{where}: {event_type} has no mode {mode!r}; its modes are {', '.join(sorted(MODES[event_type])) or 'none'}"
            )
        sets = {
            name: self.words(entry[name], where) if entry.get(name) else None
            for name in ("near", "not_near", "after", "object", "subject", "not_next")
        }
        group = Group(
            event_type,
            entry["name"],
            Strength(entry["strength"]),
            mode,
            **sets,
            examples=tuple(entry.get("examples", ())),
            not_examples=tuple(entry.get("not_examples", ())),
            yields=frozenset(_split(entry.get("mode_yields_to", ""))),
            subject_is_recipient=entry.get("subject_is") == "recipient",
            takes_names="@actor" in entry.get("near", "") or "@country" in entry.get("near", ""),
            acts_on_names="@name" in entry.get("object", ""),
            states=self.states if any(_STATE in found.single for found in (sets["near"], sets["subject"]) if found) else None,
            not_sport="@sport" in entry.get("not_near", ""),
            bit=ASKS_FOR_NOTHING,
        )
        return replace(group, bit=1 << next(self.numbers)) if asks_for_something(group) else group

    def patterns(self, group: Group, entry: dict[str, Any]) -> Iterator[Pattern]:
        for lemma in _split(entry.get("verbs", "")):
            first, *rest = lemma.split()
            for form, kind in verb_forms(first, self.irregular):
                yield Pattern((form, *rest), group, Part.VERB, kind, lemma, next(self.pattern_numbers))
        for lemma in _split(entry.get("nouns", "")):
            for form, kind in noun_forms(lemma, self.irregular):
                yield Pattern(tuple(form.split()), group, Part.NOUN, kind, lemma, next(self.pattern_numbers))
        for lemma in _split(entry.get("fixed", "")):
            yield Pattern(tuple(lemma.split()), group, Part.FIXED, Form.FIXED, lemma, next(self.pattern_numbers))

    def modality(self) -> Modality:
        data = _read("modality.toml")
        unreal: dict[str, list[tuple[tuple[str, ...], Form]]] = {}
        for lemma in _split(data["unreal"]["verbs"]):
            first, *rest = lemma.split()
            for form, kind in verb_forms(first, self.irregular):
                unreal.setdefault(form, []).append(((form, *rest), kind))
        for lemma in _split(data["unreal"]["nouns"]):
            for form, kind in noun_forms(lemma, self.irregular):
                words = tuple(form.split())
                unreal.setdefault(words[0], []).append((words, kind))
        told = {name: word_set(_split(entry["words"])) for name, entry in data.items() if "words" in entry}
        for phrase in _split(data["figures"]["phrases"]):
            words = tuple(phrase.split())
            self.figures.setdefault(max(words, key=len), []).append(words)
        return Modality(unreal, told)


def _modes(data: dict[str, Any], event_type: EventType, file: str) -> Iterator[tuple[str, str]]:
    for mode, text in data.items():
        if mode not in MODES[event_type]:
            raise LexiconError(
                f"{file}: {event_type} has no mode {mode!r}; its modes are {', '.join(sorted(MODES[event_type])) or 'none'}"
            )
        yield mode, text


@cache
def load() -> Lexicon:
    """Reads all files once; raises LexiconError where one breaks a rule."""
    reader = _Reader()
    types: dict[EventType, TypeFile] = {}
    patterns: dict[str, Openings] = {}
    lemmas = set()
    for event_type in EventType:
        file = f"{event_type.value}.toml"
        data = _read(file)
        groups = []
        for entry in data["trigger"]:
            group = reader.group(event_type, entry, file)
            groups.append(group)
            for pattern in reader.patterns(group, entry):
                patterns.setdefault(pattern.words[0], Openings()).add(pattern)
                lemmas.add((pattern.lemma, event_type))
        cues = tuple((mode, reader.words(text, file)) for mode, text in _modes(data.get("modes", {}), event_type, file))
        content = tuple(
            (
                mode,
                frozenset(
                    name.upper() if "/" not in name else name.split("/")[0].upper() + "/" + name.split("/")[1]
                    for name in _split(text)
                ),
            )
            for mode, text in _modes(data.get("content", {}), event_type, file)
        )
        cue_words = frozenset().union(*(cue.single | cue.openings for _, cue in cues))
        types[event_type] = TypeFile(event_type, data["definition"], cues, cue_words, content, tuple(groups))
    classes = {name: word_set(items) for name, items in reader.classes.items()}
    modality = reader.modality()
    demands = Demands(group for file in types.values() for group in file.groups)
    return Lexicon(types, reader.figures, patterns, demands, classes, modality, reader.irregular, len(lemmas))


@cache
def role_names() -> frozenset[tuple[str, ...]]:
    """The nouns of the lexicon that name actors, in all their forms."""
    people = load().classes["person"]
    return frozenset(tuple(name.split()) for name in (*people.single, *people.several))


@cache
def arms() -> frozenset[str]:
    """What strikes in no figure of speech: shells, rockets, drones."""
    classes = load().classes
    return classes["weaponry"].single | classes["weapon"].single
