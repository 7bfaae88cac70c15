"""Floors of the event coder, just under what was reached on the third of the records that nobody read while writing the lexicon.

The gate and the roles were trained on some of that third's documents, too; their own fixed fifths and what they reach out of fold
stand on their cards, `ops/training/tag/README.md` and `ops/training/roles/CARD.md`.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from agents.settings import Settings
from agents.tag.transform import load
from schemas.article import ArticleToTag

EXAM = Path(os.environ.get("EVENTWIRE_EXAM", Path(__file__).parents[3] / "shared" / "exam"))

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not EXAM.is_dir(), reason="the exam's records are not here")]

UNREAD_OF = 3
FLOORS = {
    "plover_gsr": {"type": 0.74, "dyad": 0.57, "actor": 0.80, "recipient": 0.73},
    "case2021_task2": {"type": 0.86},
    "wikievents": {"detect_f1": 0.79, "type_f1": 0.65},
    "rams": {"type": 0.71, "actor": 0.50, "recipient": 0.54, "place": 0.46},
}


@cache
def _score() -> Any:
    spec = importlib.util.spec_from_file_location("exam_score", EXAM / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    tag = load(Settings())

    def in_process(_: str, records: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], float]:
        return [json.loads(tag(ArticleToTag.model_validate(record)).to_json()) for record in records], 1.0

    module.run = in_process
    return module


def _unread(identity: str) -> bool:
    return int(hashlib.md5(identity.encode()).hexdigest(), 16) % UNREAD_OF == 0


@pytest.mark.parametrize("name", FLOORS)
def test_unread_records(name: str) -> None:
    with (EXAM / "tagging" / f"{name}.jsonl").open() as file:
        rows = [row for row in map(json.loads, file) if row["split"] == "dev" and _unread(str(row["id"]))]
    reached = _score().TAG[name](rows, SimpleNamespace(command="", limit=None))
    assert {key: reached[key] for key, floor in FLOORS[name].items() if reached[key] < floor} == {}


def test_the_seed_article() -> None:
    """Every event that the analyst found, once, and none of those that are none."""
    gold = json.loads((EXAM / "seed" / "gold.json").read_text())
    body = (EXAM / "seed" / "article.txt").read_text()[: gold["body_end"]]
    title, _, text = body.partition("\n")
    article = {
        "article_id": "seed",
        "url": "https://dailyledger.example/a",
        "title": title,
        "text": text.strip(),
        "language": "en",
        "published_at": "2024-04-27T06:12:44Z",
    }
    score = _score()
    in_process = score.run
    try:
        score.run = lambda command, records: ([article], 1.0) if command == "clean" else in_process(command, records)
        reached = score.score_seed(SimpleNamespace(command="clean", tag="tag", page=None))
    finally:
        score.run = in_process
    assert (reached["events_found"], reached["duplicates"], reached["facts"], reached["wrong_events"]) == ("8/8", 0, "6/6", 0)
