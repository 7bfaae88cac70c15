"""The annotated texts that the name model is trained on: text, and spans (start, end, label) with label PER, ORG or LOC."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

Sentence = tuple[str, list[tuple[int, int, str]]]

_KINDS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG"}
_NO_SPACE_BEFORE = set(".,;:!?)]}%'’”") | {"'s", "’s", "n't", "'re", "'ve", "'ll", "'m", "'d", "-"}
_NO_SPACE_AFTER = set("([{$“‘#@-")


def held_out(record_id: str) -> bool:
    """One fixed fifth of the exam's records is never trained on."""
    return int(hashlib.md5(str(record_id).encode()).hexdigest(), 16) % 5 == 0


def spans_of(offsets: list[tuple[int, int]], tags: Iterable[str]) -> list[tuple[int, int, str]]:
    """Spans of IOB1 or IOB2 tags."""
    spans: list[list] = []
    inside = None
    for (start, end), tag in zip(offsets, tags, strict=True):
        kind = _KINDS.get(tag[2:])
        if kind is None:
            inside = None
        elif tag[0] == "I" and inside == kind:
            spans[-1][1] = end
        else:
            spans.append([start, end, kind])
            inside = kind
    return [(a, b, kind) for a, b, kind in spans]


def align(text: str, tokens: list[str]) -> list[tuple[int, int]]:
    offsets, at = [], 0
    for token in tokens:
        found = text.find(token, at)
        start = at if found < 0 else found
        offsets.append((start, start + len(token)))
        at = start + len(token)
    return offsets


def detokenized(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    text, offsets, glue = "", [], True
    for token in tokens:
        if text and not glue and token not in _NO_SPACE_BEFORE:
            text += " "
        offsets.append((len(text), len(text) + len(token)))
        text += token
        glue = token in _NO_SPACE_AFTER
    return text, offsets


def columns(path: Path) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in gzip.decompress(path.read_bytes()).decode().split("\n"):
        if line.strip():
            rows.append(line.split("\t") if "\t" in line else line.split())
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def uner(path: Path) -> Iterator[Sentence]:
    for rows in columns(path):
        text = next(("\t".join(row)[9:] for row in rows if row[0].startswith("# text = ")), "")
        tokens = [row for row in rows if not row[0].startswith("#")]
        yield text, spans_of(align(text, [row[1] for row in tokens]), [row[2] for row in tokens])


def conll(path: Path) -> Iterator[Sentence]:
    for rows in columns(path):
        rows = [row for row in rows if len(row) > 1]
        text, offsets = detokenized([row[0] for row in rows])
        yield text, spans_of(offsets, [row[-1] for row in rows])


def exam(path: Path, *, unseen: bool) -> Iterator[Sentence]:
    """Sentences of the exam's sets: the held-out fifth, or the rest."""
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        if held_out(row["id"]) == unseen:
            yield row["text"], spans_of(align(row["text"], row["tokens"]), row["tags"])
