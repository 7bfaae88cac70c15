"""What a worker measures of itself: Prometheus metrics, base units, each with its stage."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from importlib.metadata import version

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics, generate_latest

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

disable_created_metrics()  # type: ignore[no-untyped-call]  # a second series for each, that nobody asks for

RECORD_BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
"""Seconds: from a record that needs next to no work to well over the deadline."""
AGE_BUCKETS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 21600, 86400)
"""Seconds: from a stage that keeps up to one that is a day behind."""

DEAD_LETTER = "dead-letter"
"""The `outcome` label of a dead letter; otherwise it is the record's schema name."""


class Metrics:
    """One stage's metrics in a registry of their own, so that a process or a test may have several."""

    def __init__(self, stage: str) -> None:
        self.registry = CollectorRegistry(auto_describe=True)
        self._stage = stage

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
        self._steps = Histogram(
            "eventwire_step_seconds", "Time of each step.", ("stage", "step"), registry=self.registry, buckets=RECORD_BUCKETS
        )
        self.record_seconds = self._histogram(
            "record_seconds", "Time from a record's admission to its outcome's delivery.", RECORD_BUCKETS
        )
        self.record_age = self._histogram(
            "record_age_seconds", "Time from a record's timestamp in Kafka to its outcome's delivery.", AGE_BUCKETS
        )
        self.commits = self._counter("commits_total", "Commits of offsets that the broker took.")
        self.commit_failures = self._counter(
            "commit_failures_total", "Commits of offsets that failed; the next one makes up for it."
        )
        self.last_commit = self._gauge("last_commit_timestamp_seconds", "When offsets were last committed.")
        self.assigned = self._gauge("partitions_assigned", "Partitions that this worker reads.")
        self.in_flight = self._gauge("records_in_flight", "Records in work.")
        self.window_size = self._gauge("window_size", "Records that may be in work at once.")
        self.open_span = self._gauge(
            "open_span_offsets", "Offsets from a partition's oldest open record to its newest fetched one."
        )
        self.oldest_open = self._gauge("oldest_open_record_age_seconds", "How long the oldest record in work has been so.")
        self.pool_busy = self._gauge("pool_processes_busy", "Pool processes that hold a record.")
        self.pool_size = self._gauge("pool_processes", "Pool processes that there should be.")
        self._lag = Gauge(
            "eventwire_lag_records",
            "Records of a partition from the committed position to its end, by the broker's word.",
            ("stage", "topic", "partition"),
            registry=self.registry,
        )
        self._waiting = Gauge(
            "eventwire_delivery_waiting",
            "1 while a topic can't be written and the stage waits for it.",
            ("stage", "topic"),
            registry=self.registry,
        )
        self._pool_restarts = self._counter_of("pool_restarts_total", "Pool processes that were replaced.", "reason")
        build = Gauge(
            "eventwire_build_info", "1; the labels tell what runs.", ("stage", "version", "python"), registry=self.registry
        )
        build.labels(stage, version("eventwire"), platform.python_version()).set(1)

    def produced(self, topic: str, size: int) -> None:
        self._produced.labels(self._stage, topic).inc()
        self._produced_bytes.labels(self._stage, topic).inc(size)

    def outcome(self, outcome: str, reason: str) -> None:
        self._outcomes.labels(self._stage, outcome, reason).inc()

    def step(self, step: str, seconds: float) -> None:
        self._steps.labels(self._stage, step).observe(seconds)

    def waiting(self, topic: str, waits: bool) -> None:
        self._waiting.labels(self._stage, topic).set(waits)

    def pool_restarts(self, reason: str, number: int) -> None:
        self._pool_restarts.labels(self._stage, reason).inc(number)

    def lag(self, lags: Mapping[tuple[str, int], int]) -> None:
        """Replaces what was told before: a partition that another worker reads is that one's to tell of."""
        self._lag.clear()
        for (topic, partition), records in lags.items():
            self._lag.labels(self._stage, topic, str(partition)).set(records)

    def exposition(self) -> bytes:
        return generate_latest(self.registry)

    def _counter(self, name: str, help_text: str) -> Counter:
        return Counter(f"eventwire_{name}", help_text, ("stage",), registry=self.registry).labels(self._stage)

    def _counter_of(self, name: str, help_text: str, *labels: str) -> Counter:
        return Counter(f"eventwire_{name}", help_text, ("stage", *labels), registry=self.registry)

    def _gauge(self, name: str, help_text: str) -> Gauge:
        return Gauge(f"eventwire_{name}", help_text, ("stage",), registry=self.registry).labels(self._stage)

    def _histogram(self, name: str, help_text: str, buckets: tuple[float, ...]) -> Histogram:
        return Histogram(f"eventwire_{name}", help_text, ("stage",), registry=self.registry, buckets=buckets).labels(self._stage)
