"""The ledger: what was published against what came out.

Every readable page, known by its `page_id`, ends as exactly one of article, rejection, dead letter; a record that can't be read
ends as a dead letter known by its coordinates. Copies are allowed where they equal the first, times and source coordinates aside.
"""

from __future__ import annotations

import itertools
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from types import TracebackType
from typing import Self

import orjson
from confluent_kafka import KafkaError, Message, Producer

from schemas.deadletter import DeadLetterInfo, original_headers
from schemas.topics import ARTICLES, DEAD_LETTERS, RAW_PAGES, REJECTED
from tests.faults.pages import Page
from tests.kafka.broker import MESSAGE_BYTES
from tests.kafka.process import wait_until
from tests.kafka.topics import Reader

DELIVERY_S = 120.0
SHOWN = 20
"""Most lines of a table of failures."""

PASSING = ("cleaned_at", "rejected_at", "tagged_at", "source")
"""Fields in which a copy may differ."""

OUTCOMES = {ARTICLES.name: "article", REJECTED.name: "rejected", DEAD_LETTERS.name: "dead letter"}

Place = tuple[int, int]
"""Partition and offset on the raw topic."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One record of an output topic, equal to its copies. `content` is what a copy must share."""

    kind: str
    content: bytes
    reason: str
    place: Place = field(compare=False)
    info: DeadLetterInfo | None = field(compare=False)
    message: Message = field(compare=False, repr=False)


@dataclass(slots=True)
class Figures:
    """What a closed ledger says, for the summary of the run."""

    drill: str
    pages: int
    articles: int
    rejected: int
    dead: int
    redelivered: int
    seconds: float
    note: str = ""

    def __str__(self) -> str:
        return (
            f"{self.drill}: {self.pages} records = {self.articles} articles + {self.rejected} rejected + {self.dead} dead letters, "
            f"0 lost, {self.redelivered} redelivered, {self.seconds:.0f} s{'; ' if self.note else ''}{self.note}"
        )


class Ledger:
    """Use as a context manager, on topics that start empty. `watch` raises where there is nothing left to wait for."""

    def __init__(self, address: str, drill: str, watch: Callable[[], None]) -> None:
        self.drill = drill
        self._watch = watch
        self.sent: dict[Place, Page] = {}
        self.outcomes: dict[str | Place, list[Outcome]] = defaultdict(list)
        self.started = time.monotonic()
        self._early: list[Message] = []
        """Dead letters of records whose delivery the producer has not told of yet."""
        self.nowhere = 0
        self._somewhere: list[Page] = []
        """Delivered, but the producer does not know where: a retry that the broker took for a copy."""
        self._address = address
        self._producer = Producer(
            {
                "bootstrap.servers": address,
                "enable.idempotence": True,
                # With several in flight a batch that a fresh partition's broker turns away at first may be lost (KAFKA-15591).
                "max.in.flight": 1,
                "compression.type": "zstd",
                "linger.ms": 20,
                "message.max.bytes": MESSAGE_BYTES,
                "queue.buffering.max.messages": 1000,
                "delivery.timeout.ms": int(DELIVERY_S * 1000),
                "reconnect.backoff.max.ms": 500,
                "log_level": 0,
            }
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._producer.purge()
        if "_reader" in self.__dict__:
            self._reader.__exit__()

    @cached_property
    def _reader(self) -> Reader:
        """Made when it is first needed: a drill may begin without an output topic."""
        return Reader(self._address, [ARTICLES, REJECTED, DEAD_LETTERS])

    def publish(self, pages: Iterable[Page], partition: int = -1) -> None:
        """Returns when all are delivered. `partition` -1: by the key."""
        for page in pages:
            self._produce(page, partition)
        missing = self._producer.flush(DELIVERY_S)
        assert not missing, f"{missing} records could not be published"

    def _produce(self, page: Page, partition: int) -> None:
        def delivered(error: KafkaError | None, message: Message) -> None:
            assert error is None, f"{page.name} could not be published: {error}"
            if message.offset() is None:
                self._somewhere.append(page)
            else:
                self.sent[message.partition(), message.offset()] = page

        while True:
            try:
                self._producer.produce(RAW_PAGES.name, page.value, page.key, partition, delivered, headers=list(page.headers))
            except BufferError:  # as many in flight as may be
                self._producer.poll(0.1)
            else:
                self._producer.poll(0)
                return

    def _find(self) -> None:
        """Looks up on the raw topic itself what was delivered to no known offset; what does not stand there was never published."""
        if not self._somewhere:
            return
        wanted = {(page.key, page.value): page for page in self._somewhere}
        with Reader(self._address, [RAW_PAGES]) as reader:
            for message in reader.rest():
                if (page := wanted.get((message.key(), message.value()))) is not None:
                    self.sent[message.partition(), message.offset()] = page
        self.nowhere = len(self._somewhere) - sum(page in self.sent.values() for page in self._somewhere)
        self._somewhere = []

    def read(self) -> int:
        """Takes in what came out since it was last asked; returns how many inputs have an outcome."""
        self._watch()
        self._take_all(self._reader.new())
        return self.settled

    def _take_all(self, messages: Iterable[Message]) -> None:
        early, self._early = self._early, []
        for message in itertools.chain(early, messages):
            self.take(message)

    def take(self, message: Message) -> None:
        """Notes a record of an output topic."""
        outcome = outcome_of(message)
        if outcome.info is None:
            identity = dict(message.headers() or ())["ce_id"].decode()
            self.outcomes[identity].append(outcome)
            return
        if outcome.info.topic != RAW_PAGES.name:  # a later stage's
            return
        place = outcome.info.partition, outcome.info.offset
        if place in self.sent:
            self.outcomes[self.sent[place].page_id or place].append(outcome)
        else:
            self._early.append(message)

    @property
    def settled(self) -> int:
        """Inputs that have an outcome."""
        return len(self.outcomes)

    @property
    def expected(self) -> dict[str | Place, Page]:
        """Input by identity; equal inputs count once."""
        return {page.page_id or place: page for place, page in self.sent.items()}

    def wait_for(self, settled: int, within: float) -> None:
        """Until so many inputs have an outcome."""
        wait_until(f"{settled} inputs have an outcome", within, lambda: self.read() >= settled, every=0)

    def only(self, page: Page) -> Outcome:
        """The outcome of a page, read or not; the first, where there are copies."""
        place = next(place for place, sent in self.sent.items() if sent is page)
        return self.outcomes[page.page_id or place][0]

    def close(self, within: float, note: str = "") -> Figures:
        """Waits until every input has its outcome, reads the output topics to their end, and checks what stands there.

        Raises AssertionError with a table that names what was lost, contradicted or invented.
        """
        self._find()
        if self.nowhere:
            note = f"{note}; {self.nowhere} told as delivered stand nowhere on {RAW_PAGES.name}"
        deadline = time.monotonic() + within
        goal = self.expected.keys()
        while not goal <= self.outcomes.keys() and time.monotonic() < deadline:
            self.read()
        self._take_all(self._reader.rest())
        self.check()
        kinds = Counter(outcomes[0].kind for outcomes in self.outcomes.values())
        counts = [kinds[kind] for kind in OUTCOMES.values()]
        return Figures(self.drill, len(goal), *counts, self.copies, time.monotonic() - self.started, note)

    @property
    def copies(self) -> int:
        """Outcomes beyond one for each record that was published."""
        return max(0, sum(map(len, self.outcomes.values())) - len(self.sent))

    def check(self) -> None:
        """Raises AssertionError where a record has not exactly one distinct outcome."""
        goal = self.expected
        places = {page.page_id or place: place for place, page in self.sent.items()}
        wrong = [
            f"  {places[identity]!s:>14}  {page.name:<30.30}  {_said(self.outcomes.get(identity, []))}"
            for identity, page in goal.items()
            if len(set(self.outcomes.get(identity, []))) != 1
        ]
        wrong += [
            f"  {'?':>14}  {'never published':<30}  {_said(found)}"
            for identity, found in self.outcomes.items()
            if identity not in goal
        ]
        wrong += [f"  {'?':>14}  {'never published':<30}  {_said([outcome_of(letter)])}" for letter in self._early]
        assert not wrong, "\n".join(
            [
                f"the ledger does not close: {len(wrong)} of {len(goal)} records have not exactly one distinct outcome",
                f"  {'partition, offset':>14}  {'what it was':<30}  outcomes",
                *wrong[:SHOWN],
                *([f"  ... and {len(wrong) - SHOWN} more"] if len(wrong) > SHOWN else []),
            ]
        )


def _said(outcomes: list[Outcome]) -> str:
    """`article`, or `article; dead letter crashed`, or `article, 2 versions`, or `LOST`."""
    versions = Counter(f"{outcome.kind} {outcome.reason}".strip() for outcome in set(outcomes))
    return "; ".join(name if number == 1 else f"{name}, {number} versions" for name, number in sorted(versions.items())) or "LOST"


def outcome_of(message: Message) -> Outcome:
    kind, headers = OUTCOMES[message.topic()], message.headers() or []
    if kind == "dead letter":
        info = DeadLetterInfo.from_headers(headers)
        content = repr((message.value(), message.key(), original_headers(headers), info.stage, info.reason)).encode()
        return Outcome(kind, content, info.reason, (message.partition(), message.offset()), info, message)
    fields = orjson.loads(message.value())
    assert dict(headers)["ce_id"].decode() == fields["page_id"], f"ce_id is not the page_id of {fields['url']}"
    for name in PASSING:
        fields.pop(name, None)
    content = orjson.dumps([message.key().decode(), fields], option=orjson.OPT_SORT_KEYS)
    return Outcome(kind, content, fields.get("reason", ""), (message.partition(), message.offset()), None, message)
