"""Triggers of the exam's records with the noun phrases of their sentence, and which of them gold calls actor and recipient."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Protocol

from agents.tag import lexicon, roles, where, where_features
from agents.tag.casting import choose
from agents.tag.chunks import looks_verbal
from agents.tag.circumstances import Facts
from agents.tag.coder import code
from agents.tag.document import Document, Sentence, read
from agents.tag.facts.names import find_actors
from agents.tag.facts.places import find_places
from agents.tag.facts.villages import with_villages
from agents.tag.inflect import Form
from agents.tag.lexicon import Lexicon
from agents.tag.parties import Phrase
from agents.tag.pattern import Pattern
from agents.tag.reading import read_verb
from agents.tag.referents import referents
from agents.tag.role_features import features_of, of_nobody, of_phrases
from agents.tag.rules import Part
from agents.tag.scene import Scene, scene_of
from agents.tag.triggers import Trigger
from agents.tag.words import Tag, words
from ops.training.tag.examples import page_rows, scorer
from schemas.plover import EventType

DOES = words("transporter spy inspector manufacturer executioner extraditer surrenderer yielder violator perpetrator impeder")
SUFFERS = words("observedentity inspectedentity deceased patient passengerartifact")
"""Roles of AIDA's and KAIROS's types that score.py, which knows those mapped to PLOVER alone, does not name."""

Offsets = tuple[int, int]
READ = Path(__file__).parent / "read.tsv"
PAGES = "pages"
"""The source of what was read there."""


@dataclass(frozen=True)
class Example:
    """One trigger: features of each candidate and, last, of none; which candidates are right, none where gold has none."""

    source: str
    document: str
    mapped: bool
    """Its type is one that PLOVER has."""
    found: bool
    """The lexicon knows it, so that the coder would meet it."""
    features: list[list[str]]
    right: tuple[list[bool], ...]
    """For each role (actor and recipient, or place), which candidates are right."""
    gold: tuple[bool, ...]
    """Whether gold has somebody in the role, or a place, be it among the candidates or not."""


def examples(exam: Path) -> tuple[list[Example], list[Example]]:
    """Of RAMS, WikiEvents, PLOVER's sentences, for the parties alone, and pages of the web. All records that are here."""
    score = scorer(exam)
    parties: list[Example] = []
    places: list[Example] = []
    for telling in (*_rams(exam, score), *_wikievents(exam, score), *_plover(exam, score), *_pages(exam)):
        scene = scene_of(telling.article.document, telling.trigger.sentence, telling.triggers, telling.article.facts)
        parties.append(_of_parties(telling, scene))
        if telling.places is not None:
            places.append(_of_places(telling, scene, telling.places))
    return parties, places


def _records(exam: Path, name: str) -> Iterator[dict]:
    with (exam / "tagging" / f"{name}.jsonl").open(encoding="utf-8") as file:
        yield from map(json.loads, file)


class _Reading:
    """A text, read as the tag stage reads it."""

    def __init__(self, text: str, known: Lexicon) -> None:
        self.known = known
        self.document: Document = read(text)
        named = find_places(text)
        places = with_villages(text, named)
        self.facts = Facts(places, [], [], find_actors(text, named), referred=referents(self.document, places))
        self.told = [code(sentence, known)[0] for sentence in self.document.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        return next((sentence for sentence in self.document.sentences if sentence.start <= offset < sentence.end), None)

    def trigger_at(self, sentence: Sentence, gold: Offsets, event_type: str | None) -> tuple[Trigger | None, bool]:
        """The lexicon's trigger at gold's; else one made of gold's words. And whether it is the lexicon's."""
        for event in self.told[sentence.index]:
            for trigger in (event.trigger, *event.joined):
                if sentence.start_of(trigger.first) < gold[1] and gold[0] < sentence.end_of(trigger.last):
                    return trigger, True
        inside = [i for i, start in enumerate(sentence.starts) if start < gold[1] and gold[0] < sentence.end_of(i)]
        return (_made(sentence, inside[0], inside[-1], EventType(event_type or "REQUEST")), False) if inside else (None, False)


@dataclass(frozen=True)
class _Telling:
    """A trigger of gold's, and whom and where gold gives it; `places` is None where gold has none at all."""

    source: str
    document: str
    mapped: bool
    article: _Reading
    trigger: Trigger
    found: bool
    actors: _Gold
    recipients: _Gold
    places: Sequence[Offsets] | None = None

    @property
    def triggers(self) -> list[Trigger]:
        told = self.article.told[self.trigger.sentence.index]
        return [*(other for event in told for other in (event.trigger, *event.joined)), self.trigger]


def _of_parties(telling: _Telling, scene: Scene) -> Example:
    trigger = telling.trigger
    said = roles.assign(trigger, scene.phrases, scene.taken)
    aspects = [*of_phrases(trigger, scene.view, said, scene.candidates), of_nobody(trigger, said)]
    features = [[name for aspect in some for name in features_of(aspect)] for some in aspects]
    right = tuple([gold(scene, phrase) for phrase in scene.candidates] for gold in (telling.actors, telling.recipients))
    gold = telling.actors.any, telling.recipients.any
    return Example(telling.source, telling.document, telling.mapped, telling.found, features, right, gold)


def _of_places(telling: _Telling, scene: Scene, spans: Sequence[Offsets]) -> Example:
    """Each mention of a place that gold names anywhere around is right."""
    sentence = telling.trigger.sentence
    parties = [
        [(sentence.start_of(phrase.first), sentence.end_of(phrase.last))] if phrase else []
        for phrase in choose(telling.trigger, scene)[:2]
    ]
    listed = where.candidates(telling.trigger, telling.article.document, telling.article.facts, *parties)
    hits = [hit for hit, _, _ in listed]
    meant = {hit.identity for hit in hits if hit and any(hit.start < end and start < hit.end for start, end in spans)}
    right = [hit is not None and hit.identity in meant for hit in hits[:-1]]
    features = [
        [name for aspect in (*usual.aspects, *aspects) for name in where_features.features_of(aspect)]
        for _, usual, aspects in listed
    ]
    return Example(telling.source, telling.document, telling.mapped, telling.found, features, (right,), (bool(spans),))


def _made(sentence: Sentence, first: int, last: int, event_type: EventType) -> Trigger:
    """A trigger that the lexicon doesn't know, read by its ending and the word before it."""
    tokens = sentence.tokens
    word = tokens[first].lower
    before = tokens[first - 1].tag if first else None
    group = replace(lexicon.load().types[event_type].groups[0], name="made", subject_is_recipient=False)
    form: Form | None = None
    if before not in (Tag.DETERMINER, Tag.POSSESSIVE):
        if word.endswith("ing"):
            form = Form.ING
        elif word.endswith("ed") or looks_verbal(tokens, first):
            form = Form.PAST_OR_PARTICIPLE
        elif before in (Tag.TO, Tag.MODAL, Tag.PRONOUN):
            form = Form.BASE
    if form is None:
        return Trigger(Pattern((word,), group, Part.NOUN, Form.SINGULAR, word), sentence, first, last, None)
    pattern = Pattern((word,), group, Part.VERB, form, word)
    return Trigger(pattern, sentence, first, last, read_verb(tokens, first, last, form, transitive=True))


class _Gold(Protocol):
    any: bool

    def __call__(self, scene: Scene, phrase: Phrase) -> bool: ...


class _Spans:
    """Whether a phrase is one of gold's: shares a word that is no article or the like with one of its spans."""

    def __init__(self, spans: Sequence[Offsets]) -> None:
        self.spans, self.any = spans, bool(spans)

    def __call__(self, scene: Scene, phrase: Phrase) -> bool:
        tokens = scene.sentence.tokens[phrase.first : phrase.last + 1]
        return any(
            token.start < end and start < token.end
            for start, end in self.spans
            for token in tokens
            if token.tag not in (Tag.DETERMINER, Tag.PREPOSITION, Tag.POSSESSIVE, Tag.CONJUNCTION)
        )


class _Names:
    """The same for PLOVER's sentences, whose parties have names and no offsets."""

    def __init__(self, names: Sequence[str], score: ModuleType) -> None:
        self.names, self.any, self.score = names, bool(names), score

    def __call__(self, scene: Scene, phrase: Phrase) -> bool:
        text = " ".join(token.text for token in scene.sentence.tokens[phrase.first : phrase.last + 1])
        return bool(self.names) and self.score.overlap(text, self.names)


def _rams(exam: Path, score: ModuleType) -> Iterator[_Telling]:
    known = lexicon.load()
    for row in _records(exam, "rams"):
        article = _Reading(row["text"], known)
        sentence = article.sentence_at(row["trigger"][0])
        if sentence is None:
            continue
        event_type = next((v for k, v in score.AIDA.items() if row["type"].startswith(k) and "stealrob" not in row["type"]), None)
        trigger, found = article.trigger_at(sentence, tuple(row["trigger"]), event_type)
        if trigger is None:
            continue

        def spans(*wanted: frozenset[str], row: dict = row) -> list[Offsets]:
            return [tuple(a["span"]) for a in row["arguments"] if any(a["role"] in names for names in wanted)]

        both, employee = spans(frozenset({"participant"})), spans(frozenset({"employee"}))
        actors, recipients = spans(DOES, score.DOER) + both, spans(SUFFERS, score.DONE_TO) + both
        if row["type"].startswith("personnel.endposition.quit"):
            actors += employee
        elif not recipients:
            recipients = employee
        places = spans(frozenset({"place"}))
        yield _Telling(
            "rams", row["id"], event_type is not None, article, trigger, found, _Spans(actors), _Spans(recipients), places
        )


def _wikievents(exam: Path, score: ModuleType) -> Iterator[_Telling]:
    known = lexicon.load()
    for row in _records(exam, "wikievents"):
        article = _Reading(row["text"], known)
        at, offsets = 0, []
        for token in row["tokens"]:
            start = row["text"].find(token, at)
            start = at if start < 0 else start
            at = start + len(token)
            offsets.append((start, at))
        entities = {e["id"]: (offsets[e["start"]][0], offsets[e["end"] - 1][1]) for e in row["entities"]}
        for event in row["events"]:
            gold = offsets[event["trigger"]["start"]][0], offsets[event["trigger"]["end"] - 1][1]
            sentence = article.sentence_at(gold[0])
            if sentence is None:
                continue
            event_type = score.KAIROS.get(".".join(event["type"].split(".")[:2]))
            trigger, found = article.trigger_at(sentence, gold, event_type)
            if trigger is None:
                continue
            named = [(a["role"].lower(), entities[a["entity_id"]]) for a in event["arguments"] if a["entity_id"] in entities]
            actors = [span for role, span in named if role in DOES | score.DOER or role == "participant"]
            recipients = [span for role, span in named if role in SUFFERS | score.DONE_TO or role == "participant"]
            places = [span for role, span in named if role == "place"]
            yield _Telling(
                "wikievents", row["id"], event_type is not None, article, trigger, found, _Spans(actors), _Spans(recipients), places
            )


def _pages(exam: Path) -> Iterator[_Telling]:
    known = lexicon.load()
    read_of: defaultdict[str, list[list[str]]] = defaultdict(list)
    for line in READ.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            _, identity, *fields = line.split("\t")
            read_of[identity].append(fields)
    for _, row in page_rows(exam):
        if row["id"] not in read_of:
            continue
        article = _Reading(row["gold"]["text"], known)
        for start, end, event_type, actors, recipients, place in read_of[row["id"]]:
            sentence = article.sentence_at(int(start))
            trigger, found = article.trigger_at(sentence, (int(start), int(end)), event_type) if sentence else (None, False)
            if trigger is not None:
                parties = _Spans(_offsets(actors)), _Spans(_offsets(recipients))
                yield _Telling(PAGES, row["id"], True, article, trigger, found, *parties, None if place == "?" else _offsets(place))


def _offsets(field: str) -> list[Offsets]:
    """Of a field of `read.tsv`: "12-15,20-31"; none of "-"."""
    return [] if field == "-" else [(int(start), int(end)) for start, end in (span.split("-") for span in field.split(","))]


def _plover(exam: Path, score: ModuleType) -> Iterator[_Telling]:
    known = lexicon.load()
    for row in _records(exam, "plover_gsr"):
        article = _Reading(row["text"], known)
        right = next((event for told in article.told for event in told if event.type.value == row["event"]), None)
        if right is not None:
            actors, recipients = _Names(score.names(row["source"]), score), _Names(score.names(row["target"]), score)
            yield _Telling("plover_gsr", row["id"], True, article, right.trigger, True, actors, recipients)
