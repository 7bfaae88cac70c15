"""Gold articles, and how far the coder's records of them are an analyst's."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from schemas.plover import EventType
from tests.tag.coding import events
from tests.tag.gold.score import Figure

_LINE = re.compile(r"(?P<type>[A-Z]+)(?P<may>\??) (?P<told>[\d ]+)")


@dataclass(frozen=True)
class GoldTold:
    """One real event, and the sentences that tell of it."""

    type: EventType
    must: bool
    told: frozenset[int]


@dataclass(frozen=True)
class GoldArticle:
    title: str
    sentences: list[str]
    events: list[GoldTold]


def read() -> list[GoldArticle]:
    rows = tomllib.loads((Path(__file__).parent / "articles.toml").read_text(encoding="utf-8"))["article"]
    return [GoldArticle(row["title"], row["text"].strip().split("\n"), [_told(line) for line in row["events"]]) for row in rows]


def _told(line: str) -> GoldTold:
    found = _LINE.fullmatch(line)
    assert found, line
    return GoldTold(EventType(found["type"]), not found["may"], frozenset(map(int, found["told"].split())))


def measure(articles: Iterable[GoldArticle]) -> dict[str, Figure]:
    """`found`: events that must be coded and are; `precise`: spans, evidence or mention, that tell of a gold event of their
    record's type; `single`: events found that have one record alone."""
    figures: dict[str, Figure] = defaultdict(Figure)
    for article in articles:
        text = "\n".join(article.sentences)
        records = [
            (event.type, {text.count("\n", 0, span.start) for span in [event.evidence, *event.mentions]})
            for event in events(text, article.title)
        ]
        for kind, told in records:
            gold = set().union(*(event.told for event in article.events if event.type is kind))
            for sentence in sorted(told):
                figures["precise"].add(sentence in gold, f"{kind}: {article.sentences[sentence]}")
        for event in article.events:
            telling = [told for kind, told in records if kind is event.type and told & event.told]
            if event.must:
                figures["found"].add(bool(telling), f"{event.type} {sorted(event.told)}: {article.sentences[min(event.told)]}")
                if telling:
                    figures["single"].add(
                        len(telling) == 1, f"{event.type} in {len(telling)} records: {article.sentences[min(event.told)]}"
                    )
    return figures
