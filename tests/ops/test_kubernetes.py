"""The manifests: built by kustomize, valid under Kubernetes' own schemas, and in line with what a worker needs."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest
import yaml

from agents.settings import Settings
from schemas import topics
from tests.kafka.process import ROOT
from tests.tools import kustomize

FOLDER = ROOT / "ops" / "kubernetes"
KUBERNETES = "1.34"
FOREIGN = {"ScaledObject", "TriggerAuthentication", "PodMonitor"}
"""Of KEDA and the Prometheus operator: Kubernetes has no schema for them."""

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module", params=["base", "overlays/production"])
def manifests(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    run = subprocess.run([kustomize(), "build", FOLDER / request.param], capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 0, run.stderr
    return list(yaml.safe_load_all(run.stdout))


def of(manifests: list[dict[str, Any]], kind: str) -> dict[str, dict[str, Any]]:
    return {one["metadata"]["name"]: one for one in manifests if one["kind"] == kind}


def test_they_are_valid(manifests: list[dict[str, Any]]):
    import kubernetes_validate

    for manifest in manifests:
        if manifest["kind"] not in FOREIGN:
            kubernetes_validate.validate(manifest, KUBERNETES, strict=True)


def test_there_are_never_more_workers_than_partitions(manifests: list[dict[str, Any]]):
    arguments = of(manifests, "Job")["topics"]["spec"]["template"]["spec"]["containers"][0]["args"]
    partitions = int(arguments[arguments.index("--partitions") + 1])
    scaled = of(manifests, "ScaledObject")
    assert set(scaled) == set(of(manifests, "Deployment")) == {"clean", "tag"}
    for name, one in scaled.items():
        assert one["spec"]["maxReplicaCount"] <= partitions
        assert one["spec"]["scaleTargetRef"] == {"name": name}


def test_they_scale_by_the_lag_of_the_group_that_works(manifests: list[dict[str, Any]]):
    settings = Settings()
    sources = {"clean": topics.RAW_PAGES.name, "tag": topics.ARTICLES.name}
    brokers = of(manifests, "ConfigMap")["eventwire"]["data"]["EVENTWIRE_BROKERS"]
    for name, one in of(manifests, "ScaledObject").items():
        told = one["spec"]["triggers"][0]["metadata"]
        assert (told["consumerGroup"], told["topic"]) == (settings.group_prefix + name, sources[name])
        assert told["bootstrapServers"] == brokers


def test_a_worker_is_asked_where_it_listens_and_has_time_to_drain(manifests: list[dict[str, Any]]):
    settings = Settings()
    for name, one in of(manifests, "Deployment").items():
        pod = one["spec"]["template"]["spec"]
        [worker] = pod["containers"]
        assert worker["args"] == ["worker", name]
        assert worker["ports"][0]["containerPort"] == getattr(settings, f"http_port_{name}")
        probes = {probe: worker[probe]["httpGet"] for probe in ("startupProbe", "livenessProbe", "readinessProbe")}
        assert {probe: asked["path"] for probe, asked in probes.items()} == {
            "startupProbe": "/alive",
            "livenessProbe": "/alive",
            "readinessProbe": "/ready",
        }
        assert {asked["port"] for asked in probes.values()} == {worker["ports"][0]["name"]}
        assert pod["terminationGracePeriodSeconds"] > settings.drain_s + 40


def test_memory_holds_the_pool(manifests: list[dict[str, Any]]):
    processes = int(of(manifests, "ConfigMap")["eventwire"]["data"]["EVENTWIRE_POOL_PROCESSES"])
    for one in of(manifests, "Deployment").values():
        limit = one["spec"]["template"]["spec"]["containers"][0]["resources"]["limits"]["memory"]
        assert int(limit.removesuffix("Mi")) << 20 > processes * Settings().pool_memory_bytes + (300 << 20)


def test_settings_are_eventwires(manifests: list[dict[str, Any]]):
    known = {f"EVENTWIRE_{name.upper()}" for name in Settings.model_fields}
    assert set(of(manifests, "ConfigMap")["eventwire"]["data"]) <= known
    for one in of(manifests, "Deployment").values():
        assert {entry["name"] for entry in one["spec"]["template"]["spec"]["containers"][0].get("env", [])} <= known


def test_every_stage_survives_a_drained_node(manifests: list[dict[str, Any]]):
    deployments = of(manifests, "Deployment")
    for name, budget in of(manifests, "PodDisruptionBudget").items():
        labels = deployments[name]["spec"]["template"]["metadata"]["labels"]
        assert budget["spec"]["selector"]["matchLabels"].items() <= labels.items()
    assert set(of(manifests, "PodDisruptionBudget")) == set(deployments)
