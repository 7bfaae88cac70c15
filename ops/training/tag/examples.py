"""Candidates of the exam's texts as examples for the gate, each with what says whether it is an event.

Attacks and the other kinds that WikiEvents annotates are judged by its annotations, and by those of RAMS, which has one event a
window: in the window's own sentence the candidates of its type are events, the rest is taken for none. Kinds that neither
annotates are judged by `judged.tsv`, our own reading; so are all kinds in general news and pages of the web.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from agents.tag import lexicon
from agents.tag.circumstances import Facts
from agents.tag.document import Document, read
from agents.tag.events import Coded, tellings_of
from agents.tag.facts.counts import find_counts
from agents.tag.facts.dates import find_dates
from agents.tag.facts.names import find_actors
from agents.tag.facts.places import find_places
from agents.tag.facts.villages import with_villages
from agents.tag.gate import Gate
from agents.tag.gate_features import Kind, Surroundings, features, surroundings
from agents.tag.merge import Candidate

ANNOTATED = frozenset(
    {
        "ACCUSE/charge",
        "ACCUSE/investigate",
        "ACCUSE/on trial",
        "ACCUSE/prosecute",
        "COERCE/arrest",
        "PROTEST/demo",
        "PROTEST/riot",
        "RETREAT/release",
        "RETREAT/resign",
        "SANCTION/convict",
        "THREATEN/None",
    }
)
"""Types with the mode of a rule, and rules where modes are too wide, that tell of what WikiEvents has a type for: charges,
inquiries, trials, arrests and sentences, demonstrations, releases, resignations, verdicts, threats. Of requests it annotates orders
alone, of help that of doctors: not enough to learn their rules by."""
NEWS = ("giveme5w1h", "geo_trnews", "geo_gwn", "geo_lgl", "incidents")
"""Sets of whole articles of news that nobody annotated with events."""
FOLDS = 5
_WHOLE_ARTICLE = ("late", "again", "report", "quoted", "addressed", "dense", "peopled")
"""Features that a window of five sentences can't tell."""


@dataclass(frozen=True)
class Article:
    """A text with all its tellings."""

    identity: str
    document: Document
    coded: Coded
    gold: list[tuple[int, int, str | None]]
    """Start and end of what is annotated, and its PLOVER type where it has one."""


Read = Sequence[tuple[str, Article]]
"""Texts of which our own reading is known, each with the name of its set."""


@dataclass(frozen=True)
class Example:
    """A candidate with its label; `source` is wikievents, rams, own (our reading of news), attacks (the same, of violence in whole
    articles) or web (of pages)."""

    source: str
    document: str
    label: bool
    features: dict[str, float]


def bucket(identity: str) -> int:
    """0 is the fixed fifth that is never seen."""
    return int(hashlib.md5(identity.encode()).hexdigest(), 16) % FOLDS


def tenth(identity: str) -> int:
    """For figures with a tenth of the documents left out."""
    return int(hashlib.md5(f"tenth {identity}".encode()).hexdigest(), 16) % 10


def scorer(exam: Path) -> ModuleType:
    """The exam's own scorer, for its table of types and its figures."""
    spec = importlib.util.spec_from_file_location("exam_score", exam / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{exam}: no score.py here; give the folder of the exam data")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(exam: Path, name: str) -> list[dict[str, Any]]:
    """The records of a set."""
    with (exam / "tagging" / f"{name}.jsonl").open() as file:
        return [row for row in map(json.loads, file) if row["split"] == "dev"]


def page_rows(exam: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records of the sets of pages of the web, each with the name of its set."""
    for name in ("fundus", "aeb", "wcxb"):
        with (exam / "extraction" / name / "pages.jsonl").open(encoding="utf-8") as file:
            for line in file:
                yield name, json.loads(line)


def wikievents(exam: Path, score: ModuleType) -> list[Article]:
    """Whole articles, annotated in full."""
    articles = []
    for row in rows(exam, "wikievents"):
        spans, position = [], 0
        for token in row["tokens"]:
            start = max(position, row["text"].find(token, position))
            spans.append((start, start + len(token)))
            position = start + len(token)
        gold = [
            (
                spans[event["trigger"]["start"]][0],
                spans[event["trigger"]["end"] - 1][1],
                score.KAIROS.get(".".join(event["type"].split(".")[:2])),
            )
            for event in row["events"]
        ]
        articles.append(_article(row, gold))
    return articles


def rams(exam: Path, score: ModuleType) -> list[Article]:
    """Windows of five sentences with one annotated event."""

    def kind(name: str) -> str | None:
        return next((kind for prefix, kind in score.AIDA.items() if name.startswith(prefix) and "stealrob" not in name), None)

    return [_article(row, [(*row["trigger"], kind(row["type"]))]) for row in rows(exam, "rams")]


def _article(row: dict[str, Any], gold: list[tuple[int, int, str | None]]) -> Article:
    text = row["text"]
    document = read(text)
    places = find_places(text)
    facts = Facts(with_villages(text, places), find_dates(text), find_counts(text), find_actors(text, places))
    return Article(str(row["id"]), document, tellings_of(document, facts, lexicon.load()), gold)


def general_news(exam: Path, judged: Path) -> Iterator[tuple[str, Article]]:
    """Whole articles of news on anything that were read, each with the name of its set."""
    known = judgements(judged).keys()
    for name in NEWS:
        for row in rows(exam, name):
            if (name, str(row["id"])) in known:
                yield name, _article(row, [])


def pages(exam: Path, judged: Path) -> Iterator[tuple[str, Article]]:
    """The texts of whole pages of the web that were read, news or not, each with the name of its set."""
    read = {identity for _, identity in judgements(judged)}
    for name, row in page_rows(exam):
        if row["id"] in read:
            yield name, _article({"id": row["id"], "text": row["gold"]["text"]}, [])


def examples(articles: list[Article], windows: list[Article], news: Read, web: Read, judged: Path) -> Iterator[Example]:
    """Of all sets; candidates that nobody judged are left out."""
    judge = Gate(0.0, {}, {}, ANNOTATED)
    own = judgements(judged)
    for source, article in (*news, *web):
        around = surroundings(article.coded.candidates, article.document.sentences)
        for candidate in article.coded.candidates:
            label = judgement(candidate, own[source, article.identity])
            kind = judge.kind(candidate, around)
            if label is None or (source in NEWS and kind is Kind.ANNOTATED):
                continue
            known = _known(candidate, kind, around, source)
            if source not in NEWS:
                yield Example("web", article.identity, label, known)
            elif kind is Kind.OTHER:
                yield Example("own", article.identity, label, known)
            else:
                yield Example("attacks", article.identity, label, _own_level(known, kind))
    for source, texts in (("wikievents", articles), ("rams", windows)):
        for article in texts:
            around = surroundings(article.coded.candidates, article.document.sentences)
            for candidate in article.coded.candidates:
                kind = judge.kind(candidate, around)
                label = judgement(candidate, own[source, article.identity])
                if label is not None and kind is not Kind.ANNOTATED:
                    yield Example("own", article.identity, label, _known(candidate, Kind.OTHER, around, source))
                if kind is Kind.OTHER:
                    continue
                known = _known(candidate, kind, around, source)
                if source == "wikievents":
                    yield Example(source, article.identity, _annotated(candidate, article), known)
                elif candidate.evidence.start <= article.gold[0][0] < candidate.evidence.end:
                    yield Example(source, article.identity, _annotated(candidate, article), _own_level(known, kind))


def _own_level(known: dict[str, float], kind: Kind) -> dict[str, float]:
    """A level for another measure than WikiEvents': RAMS has one event a window, and our own reading leaves out none."""
    return known | {kind: 0.0, f"{kind} window": 1.0}


def _known(candidate: Candidate, kind: Kind, around: Surroundings, source: str) -> dict[str, float]:
    known = dict(features(candidate, kind, around))
    if source == "rams":
        known = {name: value for name, value in known.items() if not name.endswith(_WHOLE_ARTICLE) and "matter=" not in name}
    return known


def _annotated(candidate: Candidate, article: Article) -> bool:
    evidence = candidate.evidence
    return any(evidence.start <= a and b <= evidence.end and kind == candidate.type for a, b, kind in article.gold)


class _Judgement(NamedTuple):
    start: int
    end: int
    type: str
    label: bool


def judgements(path: Path) -> defaultdict[tuple[str, str], list[_Judgement]]:
    """By set and document."""
    found: defaultdict[tuple[str, str], list[_Judgement]] = defaultdict(list)
    with path.open() as file:
        for line in file:
            if not line.startswith("#"):
                name, identity, start, end, kind, label = line.rstrip("\n").split("\t")
                found[name, identity].append(_Judgement(int(start), int(end), kind, label == "1"))
    return found


def judgement(candidate: Candidate, judged: list[_Judgement]) -> bool | None:
    """That of the same type on some of the candidate's words, however the rules cut the expression now; None where none is."""
    trigger = candidate.trigger
    return next(
        (j.label for j in judged if j.type == candidate.type.value and j.start < trigger.end and trigger.start < j.end), None
    )
