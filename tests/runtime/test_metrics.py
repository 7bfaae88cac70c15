from __future__ import annotations

import re

from prometheus_client.parser import text_string_to_metric_families

from agents.runtime.metrics import DEAD_LETTER, Metrics


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
        assert re.fullmatch(r"eventwire_[a-z_]+", family.name)
        assert family.documentation.endswith(".") or family.name == "eventwire_build_info"
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
    metrics.lag({("pages", 0): 5, ("pages", 1): 7})
    metrics.lag({("pages", 1): 3})
    assert read(metrics)["eventwire_lag_records"] == {("1", "pages"): 3.0}


def test_two_stages_in_one_process_do_not_mix() -> None:
    one, other = Metrics("clean"), Metrics("tag")
    one.consumed.inc()
    assert read(one)["eventwire_records_consumed_total"] == {(): 1.0}
    assert read(other)["eventwire_records_consumed_total"] == {(): 0.0}
