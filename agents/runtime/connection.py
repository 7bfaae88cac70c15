"""How to reach Kafka, by the settings."""

from __future__ import annotations

import ssl
from typing import Any

from agents.settings import Settings

DEFAULT_PORT = 9092
"""Kafka's own."""


class ConnectionSettingsError(ValueError):
    """The settings of the connection don't fit together, or name a file that can't be read."""


def bootstrap_servers(settings: Settings) -> list[str]:
    """`host:port` of each. Raises ConnectionSettingsError where there is none."""
    servers = [part.strip() for part in settings.brokers.split(",") if part.strip()]
    if not servers:
        raise ConnectionSettingsError("EVENTWIRE_BROKERS names no broker; give host:port, comma-separated")
    return [server if _has_port(server) else f"{server}:{DEFAULT_PORT}" for server in servers]


def _has_port(server: str) -> bool:
    _, colon, port = server.rpartition(":")
    return bool(colon) and port.isdigit()


def connection(settings: Settings) -> dict[str, Any]:
    """Arguments of aiokafka's clients: bootstrap_servers, security_protocol, ssl_context, sasl_*.

    Raises ConnectionSettingsError.
    """
    arguments: dict[str, Any] = {
        "bootstrap_servers": bootstrap_servers(settings),
        "security_protocol": settings.kafka_security_protocol,
    }
    if (context := tls_context(settings)) is not None:
        arguments["ssl_context"] = context
    if settings.kafka_security_protocol.startswith("SASL"):
        mechanism, username, password = sasl(settings)
        arguments |= {"sasl_mechanism": mechanism, "sasl_plain_username": username, "sasl_plain_password": password}
    return arguments


def sasl(settings: Settings) -> tuple[str, str, str]:
    """Mechanism, user and password. Raises ConnectionSettingsError where one is missing."""
    wanted = {
        "EVENTWIRE_KAFKA_SASL_MECHANISM": settings.kafka_sasl_mechanism,
        "EVENTWIRE_KAFKA_SASL_USERNAME": settings.kafka_sasl_username,
        "EVENTWIRE_KAFKA_SASL_PASSWORD": settings.kafka_sasl_password and settings.kafka_sasl_password.get_secret_value(),
    }
    mechanism, username, password = wanted.values()
    if not (mechanism and username and password):
        missing = ", ".join(name for name, value in wanted.items() if not value)
        raise ConnectionSettingsError(f"EVENTWIRE_KAFKA_SECURITY_PROTOCOL={settings.kafka_security_protocol} asks for {missing}")
    return mechanism, username, password


def tls_context(settings: Settings) -> ssl.SSLContext | None:
    """None where the connection is not encrypted. Raises ConnectionSettingsError."""
    if "SSL" not in settings.kafka_security_protocol.replace("SASL", ""):
        return None
    try:
        context = ssl.create_default_context(cafile=settings.kafka_ssl_cafile)
        if settings.kafka_ssl_certfile:
            context.load_cert_chain(settings.kafka_ssl_certfile, settings.kafka_ssl_keyfile)
    except (OSError, ssl.SSLError) as error:
        raise ConnectionSettingsError(
            f"a file of EVENTWIRE_KAFKA_SSL_CAFILE, _CERTFILE or _KEYFILE can't be used: {error}"
        ) from None
    return context
