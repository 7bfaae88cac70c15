"""What a worker measures of itself: Prometheus metrics, base units, each with its stage.

The table for operators, ops/metrics.md, is made of the families that are declared here and of the stages' own counters.
"""

from __future__ import annotations

import platform
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from time import time
from typing import Self

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    Summary,
    disable_created_metrics,
    generate_latest,
)

from agents.content import ContentCounter, Labels
from agents.form import form
from agents.runtime.lag import Lags
from agents.runtime.outcome import Counted
from agents.runtime.pool_child import Ended
from agents.runtime.stage import Stage
from agents.runtime.top_values import TopValues
from schemas import topics

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

disable_created_metrics()  # type: ignore[no-untyped-call]  # a second series for each, that nobody asks for

RECORD_BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
"""Seconds: from a record that needs next to no work to well over the deadline."""
AGE_BUCKETS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 21600, 86400)
"""Seconds: from a stage that keeps up to one that is a day behind."""
FETCH_BUCKETS = (1, 2.5, 5, 10, 30, 60, 120, 300, 900, 1800, 3600, 7200, 21600, 86400, 604800)
"""Seconds: from a crawler that publishes at once to the raw topic's retention, seven days."""

NAMED_VALUES = 40
"""Sites, languages and countries with series of their own, each worker. With ten outcomes a site that is 400 series at most."""

STEPS_HELP = "Time of each step: wait (for the one before of its key, and for a process), those of the transform, deliver."

Outcomes = Iterable[tuple[str, str]]
"""(outcome, reason)."""


@dataclass(frozen=True, slots=True)
class Family:
    """A metric as it is documented; `labels` without `stage`, which all have."""

    name: str
    kind: str
    labels: Labels
    help: str

    @property
    def unit(self) -> str:
        name = self.name.removesuffix("_total")
        if name.endswith("_timestamp_seconds"):
            return "seconds since 1970"
        return next((unit for unit in ("seconds", "bytes") if name.endswith(f"_{unit}")), "1" if self.kind == "gauge" else "count")


class _Content:
    """A stage's own counter, with a bounded number of series."""

    def __init__(self, counter: Counter, stage: str, declared: ContentCounter) -> None:
        self._counter = counter
        self._stage = stage
        self._bounded = declared.labels.index(declared.bounded) if declared.bounded else None
        self._top = TopValues(NAMED_VALUES)
        self._series: defaultdict[str, set[Labels]] = defaultdict(set)
        for labels in declared.known:
            counter.labels(stage, *labels)

    def count(self, labels: Labels) -> None:
        if self._bounded is not None:
            value, lost = self._top.name(labels[self._bounded])
            for series in self._series.pop(lost, ()) if lost is not None else ():
                self._counter.remove(self._stage, *series)
            labels = (*labels[: self._bounded], value, *labels[self._bounded + 1 :])
            self._series[value].add(labels)
        self._counter.labels(self._stage, *labels).inc()


class Metrics:
    """One stage's metrics in a registry of their own, so that a process or a test may have several.

    `counters`: the stage's own. `outcomes` and `outputs` (topics) are shown as 0 from the start: the first dead letter is then seen
    as a rise, and not as a series that begins.
    """

    def __init__(
        self, stage: str, counters: Sequence[ContentCounter] = (), outcomes: Outcomes = (), outputs: Iterable[str] = ()
    ) -> None:
        self.registry = CollectorRegistry(auto_describe=True)
        self.families: list[Family] = []
        self._stage = stage
        ProcessCollector(registry=self.registry)

        self.consumed = self._counter("records_consumed_total", "Records taken from the source topic.")
        self.consumed_bytes = self._counter("consumed_bytes_total", "Bytes of their keys and values.")
        self._produced = self._counter_of("records_produced_total", "Records put on a topic, confirmed by the broker.", "topic")
        self._produced_bytes = self._counter_of("produced_bytes_total", "Bytes of their keys and values.", "topic")
        self._outcomes = self._counter_of(
            "outcomes_total",
            "What became of records: the schema name of what was made of them, or dead-letter; why, where it has a reason.",
            "outcome",
            "reason",
        )
        for outcome, reason in outcomes:
            self._outcomes.labels(stage, outcome, reason)
        self._content = [
            _Content(self._counter_of(declared.name, declared.help, *declared.labels), stage, declared) for declared in counters
        ]

        self._fetch_latency = self._histogram_of(
            "fetch_latency_seconds",
            "Time from a page's fetch, by the crawler's clock, to the delivery of what became of it.",
            FETCH_BUCKETS,
            "outcome",
        )
        self.record_age = self._histogram(
            "record_age_seconds", "Time from a record's timestamp in Kafka to its outcome's delivery.", AGE_BUCKETS
        )
        self.record_seconds = self._histogram(
            "record_seconds", "Time from a record's admission to its outcome's delivery.", RECORD_BUCKETS
        )
        name = self._documented("step_seconds", "summary", STEPS_HELP, ("step",))
        self._steps = Summary(name, STEPS_HELP, ("stage", "step"), registry=self.registry)
        self._step_of: dict[str, Summary] = {}

        self._lag = self._gauge_of(
            "lag_records",
            "Records of a partition from the committed position to its end, by the broker's word.",
            "topic",
            "partition",
        )
        self._oldest = self._gauge_of(
            "oldest_unprocessed_age_seconds",
            "Age of a partition's oldest unprocessed record, by its timestamp in Kafka; 0 where none waits.",
            "topic",
            "partition",
        )
        self._lagging: set[tuple[str, int]] = set()
        self.assigned = self._gauge("partitions_assigned", "Partitions that this worker reads.")
        self.commits = self._counter("commits_total", "Commits of offsets that the broker took.")
        self.commit_failures = self._counter(
            "commit_failures_total", "Commits of offsets that failed; the next one makes up for it."
        )
        self.last_commit = self._gauge("last_commit_timestamp_seconds", "When offsets were last committed.")

        self.in_flight = self._gauge("records_in_flight", "Records in work.")
        self.window_size = self._gauge("window_size", "Records that may be in work at once.")
        self.open_span = self._gauge(
            "open_span_offsets", "Offsets from a partition's oldest open record to its newest fetched one."
        )
        self.oldest_open = self._gauge("oldest_open_record_age_seconds", "How long the oldest record in work has been so.")
        self.pool_busy = self._gauge("pool_processes_busy", "Pool processes that hold a record.")
        self.pool_size = self._gauge("pool_processes", "Pool processes that there should be.")
        self.pool_memory = self._gauge("pool_resident_memory_bytes", "Main memory of the pool's processes together.")
        self._pool_restarts = self._counter_of("pool_restarts_total", "Pool processes that ended and were replaced.", "reason")
        for reason in Ended:
            self._pool_restarts.labels(stage, reason)
        self._waiting = self._gauge_of("delivery_waiting", "1 while a topic can't be written and the stage waits for it.", "topic")
        for topic in outputs:
            self._waiting.labels(stage, topic)
        self._ready = self._gauge("ready", "1 while the stage works, as /ready tells.")
        self._gauge("start_timestamp_seconds", "When this worker was started.").set(time())
        self._gauge_of("build_info", "Always 1; the labels tell what runs.", "version", "python", "form").labels(
            stage, version("eventwire"), platform.python_version(), form()
        ).set(1)

    @classmethod
    def of(cls, stage: Stage) -> Self:
        """With all that the stage declares."""
        outputs = [topic.name for topic in (*stage.outputs, topics.DEAD_LETTERS)]
        return cls(stage.name, stage.counters, stage.outcomes, outputs)

    def produced(self, topic: str, size: int) -> None:
        self._produced.labels(self._stage, topic).inc()
        self._produced_bytes.labels(self._stage, topic).inc(size)

    def outcome(self, outcome: str, reason: str) -> None:
        self._outcomes.labels(self._stage, outcome, reason).inc()

    def content(self, counted: Iterable[Counted]) -> None:
        for number, labels in counted:
            self._content[number].count(labels)

    def fetch_latency(self, outcome: str, seconds: float) -> None:
        self._fetch_latency.labels(self._stage, outcome).observe(max(0.0, seconds))

    def step(self, step: str, seconds: float) -> None:
        if step not in self._step_of:  # ten a record: to find a series by its labels costs more than to count
            self._step_of[step] = self._steps.labels(self._stage, step)
        self._step_of[step].observe(seconds)

    def waiting(self, topic: str, waits: bool) -> None:
        self._waiting.labels(self._stage, topic).set(waits)

    def pool_replaced(self, reason: str) -> None:
        self._pool_restarts.labels(self._stage, reason).inc()

    def ready_when(self, ready: Callable[[], bool]) -> None:
        """Asks `ready` at each scrape, from the scrape's thread."""
        self._ready.set_function(lambda: float(ready()))

    def lag(self, lags: Lags) -> None:
        """Replaces what was told before: a partition that another worker reads is that one's to tell of.

        No series of a partition that stays is away for a moment; where the broker did not answer, the last value stays.
        """
        for (topic, partition), lag in lags.items():
            if lag is not None:
                self._lag.labels(self._stage, topic, str(partition)).set(lag.records)
                self._oldest.labels(self._stage, topic, str(partition)).set(lag.oldest_s)
        for topic, partition in self._lagging - set(lags):
            self._lag.remove(self._stage, topic, str(partition))
            self._oldest.remove(self._stage, topic, str(partition))
        self._lagging = {tp for tp, lag in lags.items() if lag is not None or tp in self._lagging}

    def exposition(self) -> bytes:
        return generate_latest(self.registry)

    def _counter(self, name: str, help_text: str) -> Counter:
        return self._counter_of(name, help_text).labels(self._stage)

    def _counter_of(self, name: str, help_text: str, *labels: str) -> Counter:
        return Counter(self._documented(name, "counter", help_text, labels), help_text, ("stage", *labels), registry=self.registry)

    def _gauge(self, name: str, help_text: str) -> Gauge:
        return self._gauge_of(name, help_text).labels(self._stage)

    def _gauge_of(self, name: str, help_text: str, *labels: str) -> Gauge:
        return Gauge(self._documented(name, "gauge", help_text, labels), help_text, ("stage", *labels), registry=self.registry)

    def _histogram(self, name: str, help_text: str, buckets: tuple[float, ...]) -> Histogram:
        return self._histogram_of(name, help_text, buckets).labels(self._stage)

    def _histogram_of(self, name: str, help_text: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
        full = self._documented(name, "histogram", help_text, labels)
        return Histogram(full, help_text, ("stage", *labels), registry=self.registry, buckets=buckets)

    def _documented(self, name: str, kind: str, help_text: str, labels: Labels) -> str:
        family = Family(f"eventwire_{name}", kind, labels, help_text)
        self.families.append(family)
        return family.name
