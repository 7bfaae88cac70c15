"""docker-compose.yml: valid under the Compose Specification's schema, and what it says of Eventwire is so. No engine runs it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from agents.commands.main import COMMANDS
from agents.settings import Settings
from tests.kafka.install import VERSION
from tests.kafka.process import ROOT
from tests.tools import compose_schema

FILE = ROOT / "docker-compose.yml"
OURS = ("topics", "clean", "tag", "crawler")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load(FILE.read_text())


@pytest.fixture
def services(compose: dict[str, Any]) -> dict[str, Any]:
    return compose["services"]


@pytest.mark.timeout(300)
def test_it_is_valid_under_the_specification(compose: dict[str, Any]):
    schema = yaml.safe_load(compose_schema().read_text())
    assert [f"{'.'.join(map(str, error.path))}: {error.message}" for error in Draft7Validator(schema).iter_errors(compose)] == []


def test_nothing_is_published_beyond_loopback(services: dict[str, Any]):
    ports = [port for service in services.values() for port in service.get("ports", [])]
    assert len(ports) == 4
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_every_image_is_pinned_and_every_service_limited(services: dict[str, Any]):
    for name, service in services.items():
        assert re.search(r":(\$\{EVENTWIRE_VERSION:-)?v?\d+\.\d+\.\d+\}?$", service["image"]), name
        assert "mem_limit" in service, name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service["cap_drop"] == ["ALL"], name
    assert services["kafka"]["image"] == f"apache/kafka:{VERSION}"


def test_all_but_the_broker_are_read_only_and_nobody_is_root(services: dict[str, Any]):
    for name, service in services.items():
        if name != "kafka":  # its image writes its own configuration when it starts, as appuser
            assert service["read_only"] is True, name
            assert not service["user"].startswith(("0", "root")), name


def test_long_running_services_tell_whether_they_are_well(services: dict[str, Any]):
    assert {name for name, service in services.items() if "healthcheck" not in service} == {"topics", "crawler"}


def test_dependencies_and_mounted_files_exist(compose: dict[str, Any], services: dict[str, Any]):
    for name, service in services.items():
        assert set(service.get("depends_on", {})) <= set(services), name
        for volume in service.get("volumes", []):
            source = volume.partition(":")[0]
            assert (ROOT / source).exists() if source.startswith(".") else source in compose["volumes"], f"{name}: {volume}"


def test_the_commands_and_settings_are_eventwires(services: dict[str, Any]):
    known = {f"EVENTWIRE_{name.upper()}" for name in Settings.model_fields}
    for name in OURS:
        service = services[name]
        assert {variable for variable in service["environment"] if variable.startswith("EVENTWIRE_")} <= known
        if name != "crawler":
            assert service["command"][0] in COMMANDS, name


def test_health_checks_ask_where_the_workers_listen(services: dict[str, Any]):
    for stage in ("clean", "tag"):
        port = Settings.model_fields[f"http_port_{stage}"].default
        assert f"127.0.0.1:{port}/ready" in services[stage]["healthcheck"]["test"][-1]
        assert services[stage]["command"] == ["worker", stage]


def test_a_worker_has_time_to_drain_and_memory_for_its_pool(services: dict[str, Any]):
    settings = Settings()
    for stage in ("clean", "tag"):
        assert int(services[stage]["stop_grace_period"].removesuffix("s")) > settings.drain_s + 40
        processes = int(re.search(r":-(\d+)", services[stage]["environment"]["EVENTWIRE_POOL_PROCESSES"])[1])  # type: ignore[index]
        assert int(services[stage]["mem_limit"].removesuffix("g")) << 30 > processes * settings.pool_memory_bytes


def test_prometheus_scrapes_the_services_by_name(services: dict[str, Any]):
    scraped = yaml.safe_load((ROOT / "ops/prometheus/prometheus.yml").read_text())
    found = [one["names"][0] for job in scraped["scrape_configs"] for one in job.get("dns_sd_configs", [])]
    assert set(found) <= set(services)
    assert set(found) == {"clean", "tag"}


def test_the_home_dashboard_is_one_of_ours(services: dict[str, Any]):
    path = Path(services["grafana"]["environment"]["GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"])
    assert (ROOT / "ops/grafana/dashboards" / path.name).exists()
