"""The ledger: every page ends as exactly one of article, rejection, dead letter; every article as coded events or a dead letter.

It is kept from the topics alone, so it holds whoever published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson

from agents.runtime.codec import decode_raw_page
from agents.runtime.embedded import held_bytes
from agents.runtime.message import Message
from agents.runtime.stage import DecodeError
from schemas import topics
from schemas.deadletter import DeadLetterInfo, original_headers

Identity = str
"""A page_id, or the coordinates of a record that could not be read."""


@dataclass(frozen=True, slots=True)
class Missing:
    """An input without its outcome, or with more than one."""

    name: str
    problem: str


class Ledger:
    """Takes the records of all topics, in any order; a copy counts once."""

    def __init__(self) -> None:
        self._name: dict[Identity, str] = {}
        """Of every raw record: its URL, or its coordinates."""
        self._open: dict[Identity, int] = {}
        """Bytes of the raw records that are not settled."""
        self._page_outcomes: dict[Identity, set[str]] = defaultdict(set)
        self._article_outcomes: dict[Identity, set[str]] = defaultdict(set)
        self.raw_records = 0
        self.raw_bytes = 0
        """That the raw records seen take on the embedded broker."""
        self.open_bytes = 0
        """Of those not yet settled."""

    def take(self, message: Message) -> None:
        """Raises ValueError where a record of a topic that Eventwire writes can't be read."""
        if message.topic == topics.RAW_PAGES.name:
            self._take_raw(message)
        elif message.topic == topics.DEAD_LETTERS.name:
            self._take_dead_letter(message)
        elif message.topic == topics.ARTICLES.name:
            self._settle(self._page_outcomes, _fields(message)["page_id"], "article")
        elif message.topic == topics.REJECTED.name:
            self._settle(self._page_outcomes, _fields(message)["page_id"], "rejected")
        elif message.topic == topics.EVENTS.name:
            self._settle(self._article_outcomes, _identity_of_tagged(message), "tagged")

    def _take_raw(self, message: Message) -> None:
        identity, name = _identity_of_raw(message)
        self._name[identity] = name
        self.raw_records += 1
        size = held_bytes(message.value or b"")
        self.raw_bytes += size
        if not self.is_settled(identity):
            self._open[identity] = self._open.get(identity, 0) + size
            self.open_bytes += size

    def _take_dead_letter(self, message: Message) -> None:
        info = DeadLetterInfo.from_headers(message.headers)
        original = Message(
            message.value,
            message.key,
            tuple(original_headers(message.headers)),
            message.timestamp,
            info.topic,
            info.partition,
            info.offset,
        )
        if info.topic == topics.RAW_PAGES.name:
            self._settle(self._page_outcomes, _identity_of_raw(original)[0], "dead letter")
        else:
            self._settle(self._article_outcomes, _identity_of_article(original), "dead letter")

    def _settle(self, outcomes: dict[Identity, set[str]], identity: Identity, outcome: str) -> None:
        outcomes[identity].add(outcome)
        if self.is_settled(identity):
            self.open_bytes -= self._open.pop(identity, 0)

    def is_settled(self, identity: Identity) -> bool:
        """Whether all that a page becomes is there."""
        outcomes = self._page_outcomes.get(identity, set())
        return bool(outcomes) and ("article" not in outcomes or bool(self._article_outcomes.get(identity)))

    @property
    def inputs(self) -> int:
        return len(self._name)

    @property
    def settled(self) -> int:
        return len(self._name) - len(self._open)

    def page_outcomes(self, outcome: str) -> int:
        """Pages that ended as `article`, `rejected` or `dead letter`."""
        return sum(outcome in outcomes for outcomes in self._page_outcomes.values())

    def article_outcomes(self, outcome: str) -> int:
        """Articles that ended as `tagged` or `dead letter`."""
        return sum(outcome in outcomes for outcomes in self._article_outcomes.values())

    def problems(self) -> list[Missing]:
        """Why the ledger does not close; empty where it does."""
        articles = {identity: self._name.get(identity, identity) for identity in self._page_outcomes if self._is_article(identity)}
        return [
            *_problems("page", self._name, self._page_outcomes),
            *_problems("article", articles, self._article_outcomes),
        ]

    def _is_article(self, identity: Identity) -> bool:
        return "article" in self._page_outcomes[identity]


def _problems(what: str, inputs: dict[Identity, str], outcomes: dict[Identity, set[str]]) -> Iterable[Missing]:
    for identity, name in inputs.items():
        found = sorted(outcomes.get(identity, set()))
        if not found:
            yield Missing(name, f"the {what} has no outcome")
        elif len(found) > 1:
            yield Missing(name, f"the {what} ended as {' and as '.join(found)}")
    for identity in outcomes.keys() - inputs.keys():
        yield Missing(identity, f"an outcome of no {what}")


def _identity_of_raw(message: Message) -> tuple[Identity, str]:
    try:
        page = decode_raw_page(message)
    except DecodeError:
        where = _coordinates(message)
        key = (message.key or b"").decode("utf-8", "replace")
        return where, f"{key} ({where})" if key else where
    return page.page_id, page.url


def _identity_of_article(message: Message) -> Identity:
    try:
        return str(_fields(message)["page_id"])
    except (ValueError, KeyError, TypeError):
        return _coordinates(message)


def _identity_of_tagged(message: Message) -> Identity:
    article = _fields(message)["article"]
    return str(article.get("page_id") or article["article_id"])


def _coordinates(message: Message) -> str:
    return f"{message.topic} partition {message.partition} offset {message.offset}"


def _fields(message: Message) -> dict[str, Any]:
    fields = orjson.loads(message.value or b"")
    if not isinstance(fields, dict):
        raise ValueError(f"{_coordinates(message)} holds no record")
    return fields
