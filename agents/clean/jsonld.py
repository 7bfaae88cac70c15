"""JSON-LD of a page: the nodes that describe the page itself, and their values.

Source: schema.org, JSON-LD 1.1. Pages break JSON in a few ways that are worth repairing; what stays broken is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import unescape
from typing import Any

import orjson

Node = dict[str, Any]

CONTAINERS = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed")
"""Properties whose value may be the page's own article. Not itemListElement, hasPart, mentions: those are other things."""
MAX_NODES = 2000
MAX_DEPTH = 6

WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*;?\s*$")
WRAPPERS = ("<!--", "<![CDATA[", "-->", "]]>")
"""One of these is in each."""
TRAILING_COMMA = re.compile(r",(\s{0,200}[\]}])")
MAX_REPAIRED = 200_000
"""Characters of a broken script that are worth a slow second look."""


def read(scripts: Iterable[str]) -> list[Node]:
    """All nodes, the outer ones first. Never raises."""
    nodes: list[Node] = []
    for script in scripts:
        for value in _parse(script):
            _collect(value, nodes, 0)
    return nodes[:MAX_NODES]


def _parse(script: str) -> list[Any]:
    script = script.strip()
    try:
        return [orjson.loads(script)]
    except ValueError:
        return _repaired(script[:MAX_REPAIRED])


def _repaired(script: str) -> list[Any]:
    """Comments around it, character references for quotes, control characters in strings, commas too many, several values."""
    if any(map(script.__contains__, WRAPPERS)):
        script = WRAPPING.sub("", WRAPPING.sub("", script))
    script = script.strip().rstrip(";")
    if script.startswith(("{&quot;", "[{&quot;", "{ &quot;")):
        script = unescape(script)
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    for text in (script, TRAILING_COMMA.sub(r"\1", script)):
        position = 0
        while position < len(text) and len(values) < 20:
            try:
                value, position = decoder.raw_decode(text, position)
            except (ValueError, RecursionError):
                break
            values.append(value)
            while position < len(text) and text[position] in " \t\r\n,;":
                position += 1
        if values:
            break
    return values


def _collect(value: Any, nodes: list[Node], depth: int) -> None:
    if depth > MAX_DEPTH or len(nodes) >= MAX_NODES:
        return
    if isinstance(value, list):
        for part in value[:MAX_NODES]:
            _collect(part, nodes, depth + 1)
    elif isinstance(value, dict):
        nodes.append(value)
        for name in CONTAINERS:
            if name in value:
                _collect(value[name], nodes, depth + 1)


def types(node: Node) -> set[str]:
    """The node's types, without a vocabulary's address."""
    found = node.get("@type")
    if isinstance(found, str):
        return {_without_address(found)}
    return {_without_address(name) for name in found if isinstance(name, str)} if isinstance(found, list) else set()


def _without_address(name: str) -> str:
    return name.rsplit("/", 1)[-1].rsplit(":", 1)[-1]


def text_of(value: Any) -> str:
    """A value as text: the first of a list, a node's name or value, a language map's first."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value") or value.get("headline") or value.get("url") or value.get("@id")
        else:
            break
    return value if isinstance(value, str) else ""


def list_of(value: Any) -> list[Any]:
    """A value that may stand alone or in a list."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def by_id(nodes: Iterable[Node]) -> dict[str, Node]:
    """Nodes that say more than their id, by it."""
    return {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node["@id"] and len(node) > 1}
