"""How to reach Kafka: the same settings, as aiokafka and as Faust want them."""

from __future__ import annotations

import ssl
from typing import Any

from faust.auth import SASLCredentials, SSLCredentials
from faust.types.auth import CredentialsT
from yarl import URL

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
    if (context := _ssl_context(settings)) is not None:
        arguments["ssl_context"] = context
    if settings.kafka_security_protocol.startswith("SASL"):
        mechanism, username, password = _sasl(settings)
        arguments |= {"sasl_mechanism": mechanism, "sasl_plain_username": username, "sasl_plain_password": password}
    return arguments


def faust_connection(settings: Settings) -> dict[str, Any]:
    """Arguments of a Faust app: `broker`, a list of URLs, and `broker_credentials`. Raises ConnectionSettingsError."""
    return {
        "broker": [URL(f"aiokafka://{server}") for server in bootstrap_servers(settings)],
        "broker_credentials": _credentials(settings),
    }


def _credentials(settings: Settings) -> CredentialsT | None:
    context = _ssl_context(settings)
    if settings.kafka_security_protocol.startswith("SASL"):
        mechanism, username, password = _sasl(settings)
        return SASLCredentials(username=username, password=password, mechanism=mechanism, ssl_context=context)
    return SSLCredentials(context) if context is not None else None


def _sasl(settings: Settings) -> tuple[str, str, str]:
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


def _ssl_context(settings: Settings) -> ssl.SSLContext | None:
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
