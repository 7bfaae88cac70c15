from __future__ import annotations

import re

import pytest
from prometheus_client.parser import text_string_to_metric_families

from agents.content import ContentCounter
from agents.runtime import metrics as metrics_module
from agents.runtime.lag import Lag
from agents.runtime.metrics import Metrics
from agents.runtime.outcome import DEAD_LETTER


def read(metrics: Metrics) -> dict[str, dict[tuple[str, ...], float]]:
    """Sample name -> label values but the stage, in the order of their names -> value."""
    found: dict[str, dict[tuple[str, ...], float]] = {}
    for family in text_string_to_metric_families(metrics.exposition().decode()):
        for sample in family.samples:
            labels = tuple(value for name, value in sorted(sample.labels.items()) if name != "stage")
            found.setdefault(sample.name, {})[labels] = sample.value
    return found


def test_names_follow_the_conventions_of_prometheus() -> None:
    for family in text_string_to_metric_families(Metrics("clean").exposition().decode()):
        assert re.fullmatch(r"(eventwire|process)_[a-z_]+", family.name)
        assert family.documentation.endswith(".")
        if family.type == "histogram":
            assert family.name.endswith("_seconds")
        if family.type == "gauge":
            assert not family.name.endswith(("_total", "_count"))


def test_outcomes_are_told_by_reason() -> None:
    metrics = Metrics("clean")
    metrics.outcome("clean-article.v1", "")
    metrics.outcome(DEAD_LETTER, "timed-out")
    assert read(metrics)["eventwire_outcomes_total"] == {("clean-article.v1", ""): 1.0, ("dead-letter", "timed-out"): 1.0}


def test_lag_of_partitions_that_went_away_is_told_no_more() -> None:
    metrics = Metrics("clean")
    metrics.lag({("pages", 0): Lag(5), ("pages", 1): Lag(7)})
    metrics.lag({("pages", 1): Lag(3, oldest_s=12.0)})
    assert read(metrics)["eventwire_lag_records"] == {("1", "pages"): 3.0}
    assert read(metrics)["eventwire_oldest_unprocessed_age_seconds"] == {("1", "pages"): 12.0}


def test_lag_of_a_partition_that_nobody_told_of_stays_as_it_was() -> None:
    metrics = Metrics("clean")
    metrics.lag({("pages", 0): Lag(5), ("pages", 1): None})
    metrics.lag({("pages", 0): None, ("pages", 1): None})
    assert read(metrics)["eventwire_lag_records"] == {("0", "pages"): 5.0}


def test_a_scrape_while_lag_is_told_sees_each_partition(monkeypatch: pytest.MonkeyPatch) -> None:
    metrics = Metrics("clean")
    metrics.lag({("pages", 0): Lag(5), ("pages", 1): Lag(7)})
    seen: list[set[tuple[str, ...]]] = []

    class Watched(dict[tuple[str, int], Lag | None]):
        def items(self):  # type: ignore[no-untyped-def]
            for item in super().items():
                seen.append(set(read(metrics)["eventwire_lag_records"]))
                yield item

    metrics.lag(Watched({("pages", 0): Lag(1), ("pages", 1): Lag(2)}))
    assert seen[:2] == [{("0", "pages"), ("1", "pages")}] * 2


def test_outcomes_and_outputs_are_shown_from_the_start() -> None:
    metrics = Metrics("clean", outcomes=[("clean-article.v1", ""), (DEAD_LETTER, "timed-out")], outputs=["articles"])
    assert read(metrics)["eventwire_delivery_waiting"] == {("articles",): 0.0}
    assert read(metrics)["eventwire_outcomes_total"] == {("clean-article.v1", ""): 0.0, ("dead-letter", "timed-out"): 0.0}


def test_time_since_the_fetch_is_told_by_outcome_and_never_negative() -> None:
    metrics = Metrics("clean")
    metrics.fetch_latency("clean-article.v1", 3.0)
    metrics.fetch_latency("clean-article.v1", -0.5)  # a crawler's clock that is ahead
    assert read(metrics)["eventwire_fetch_latency_seconds_sum"] == {("clean-article.v1",): 3.0}


SITES = ContentCounter("site_pages_total", "Pages of a site.", ("site", "outcome"), read=lambda page: page, bounded="site")
KINDS = ContentCounter("kinds_total", "Kinds.", ("kind",), read=lambda page: page, known=(("one",), ("two",)))


def test_a_stage_counts_what_it_declares() -> None:
    metrics = Metrics("clean", [SITES, KINDS])
    metrics.content([(1, ("one",)), (0, ("delta.example", "article")), (1, ("one",))])
    assert read(metrics)["eventwire_kinds_total"] == {("one",): 2.0, ("two",): 0.0}
    assert read(metrics)["eventwire_site_pages_total"] == {("article", "delta.example"): 1.0}


def test_strangers_make_a_bounded_number_of_series(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics_module, "NAMED_VALUES", 2)
    metrics = Metrics("clean", [SITES])
    for site in ["a", "b", *"cccc"]:
        metrics.content([(0, (site, "article"))])
    assert read(metrics)["eventwire_site_pages_total"] == {("article", "b"): 1.0, ("article", "c"): 2.0, ("article", "other"): 2.0}


def test_each_family_is_documented_with_its_unit() -> None:
    units = {family.name: family.unit for family in Metrics("clean").families}
    assert units["eventwire_step_seconds"] == "seconds"
    assert units["eventwire_consumed_bytes_total"] == "bytes"
    assert units["eventwire_start_timestamp_seconds"] == "seconds since 1970"
    assert units["eventwire_commits_total"] == "count"
    assert units["eventwire_ready"] == "1"


def test_readiness_is_asked_at_each_scrape() -> None:
    metrics, answers = Metrics("clean"), [True, False]
    metrics.ready_when(lambda: answers.pop())
    assert [read(metrics)["eventwire_ready"][()] for _ in range(2)] == [0.0, 1.0]


def test_two_stages_in_one_process_do_not_mix() -> None:
    one, other = Metrics("clean"), Metrics("tag")
    one.consumed.inc()
    assert read(one)["eventwire_records_consumed_total"] == {(): 1.0}
    assert read(other)["eventwire_records_consumed_total"] == {(): 0.0}
