"""The settings of a connection, as aiokafka and as Faust want them."""

from __future__ import annotations

import pkgutil
from pathlib import Path

import pytest
from faust.auth import SASLCredentials

from agents.runtime.connection import ConnectionSettingsError, bootstrap_servers, connection
from agents.runtime.faust_app import build_app
from agents.settings import Settings

SASL = {"kafka_security_protocol": "SASL_PLAINTEXT", "kafka_sasl_mechanism": "SCRAM-SHA-256", "kafka_sasl_username": "desk"}


def test_a_broker_without_a_port_gets_kafkas_own() -> None:
    assert bootstrap_servers(Settings(brokers="one, two:9093,")) == ["one:9092", "two:9093"]


def test_no_broker_at_all_is_named() -> None:
    with pytest.raises(ConnectionSettingsError, match="EVENTWIRE_BROKERS names no broker"):
        bootstrap_servers(Settings(brokers=" , "))


def test_user_and_password_reach_aiokafka_and_faust() -> None:
    settings = Settings(brokers="one", kafka_sasl_password="secret", **SASL)
    arguments = connection(settings)
    assert arguments["sasl_mechanism"] == "SCRAM-SHA-256"
    assert (arguments["sasl_plain_username"], arguments["sasl_plain_password"]) == ("desk", "secret")
    credentials = build_app(pkgutil.resolve_name("tests.runtime.stages:STAGE"), settings).conf.broker_credentials
    assert isinstance(credentials, SASLCredentials)
    assert (credentials.username, credentials.password) == ("desk", "secret")


def test_a_missing_password_is_named() -> None:
    with pytest.raises(ConnectionSettingsError, match="SASL_PLAINTEXT asks for EVENTWIRE_KAFKA_SASL_PASSWORD"):
        connection(Settings(brokers="one", **SASL))


def test_tls_has_a_context_and_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "ssl_context" in connection(Settings(brokers="one", kafka_security_protocol="SSL"))
    with pytest.raises(ConnectionSettingsError, match="EVENTWIRE_KAFKA_SSL_CAFILE"):
        connection(Settings(brokers="one", kafka_security_protocol="SSL", kafka_ssl_cafile=str(tmp_path / "none.pem")))


def test_the_settings_do_not_print_the_password() -> None:
    assert "secret" not in repr(Settings(brokers="one", kafka_sasl_password="secret"))
