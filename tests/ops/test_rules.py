"""The alerts: well-formed, tested one by one, each with a section of the runbook."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from ops.metrics import families
from tests.kafka.process import ROOT
from tests.ops.prometheus import RULES, run, shortened
from tests.ops.test_dashboards import metrics_in

TESTS = RULES.with_name("rules.test.yml")
ALERTS: dict[str, dict[str, Any]] = {
    rule["alert"]: rule for group in yaml.safe_load(RULES.read_text())["groups"] for rule in group["rules"] if "alert" in rule
}


def test_promtool_takes_rules_and_configuration() -> None:
    run("promtool", "check", "rules", RULES)
    for name in ("prometheus.yml", "local.yml"):
        run("promtool", "check", "config", RULES.with_name(name))


def test_the_alertmanager_takes_its_configuration() -> None:
    run("amtool", "check-config", ROOT / "ops" / "alertmanager" / "alertmanager.yml")


def test_each_alert_rings_when_it_should_and_keeps_still_when_it_should() -> None:
    run("promtool", "test", "rules", TESTS)


def test_no_alert_is_without_a_test_that_it_rings() -> None:
    cases = [case for test in yaml.safe_load(TESTS.read_text())["tests"] for case in test["alert_rule_test"]]
    assert {case["alertname"] for case in cases if case["exp_alerts"]} == set(ALERTS)


@pytest.mark.parametrize("name", ALERTS)
def test_an_alert_says_how_bad_it_is_what_happened_and_what_to_do(name: str) -> None:
    alert = ALERTS[name]
    assert alert["labels"]["severity"] in {"critical", "warning"}
    assert alert["annotations"]["summary"].endswith(".")
    assert alert["annotations"]["runbook_url"] == f"ops/runbook.md#{name.lower()}"
    assert re.search(rf"^### {name}$", (ROOT / "ops" / "runbook.md").read_text(), re.MULTILINE), "no section of the runbook"


@pytest.mark.parametrize("name", ALERTS)
def test_an_alert_asks_for_metrics_that_there_are(name: str) -> None:
    assert metrics_in(ALERTS[name]["expr"]) <= {family.name for family in families()}


def test_shortened_rules_keep_their_form() -> None:
    assert shortened("expr: rate(x[10m] offset 1h) > 2\nfor: 5m\n", 60) == "expr: rate(x[10s] offset 60s) > 2\nfor: 5s\n"
