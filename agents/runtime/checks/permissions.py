"""What this user may do with topics, as the broker tells it (KIP-430); aiokafka doesn't ask, librdkafka does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from confluent_kafka import KafkaException, TopicCollection
from confluent_kafka.admin import AdminClient

from agents.runtime.connection import bootstrap_servers, sasl
from agents.settings import Settings

ANSWER_S = 10.0
_CRITICAL = 2
"""Syslog's level: what goes wrong is told by the exception."""


def missing_permissions(settings: Settings, rights: Mapping[str, Sequence[str]]) -> dict[str, list[str]] | None:
    """Topic -> the operations of `rights` that this user lacks; None where the broker doesn't tell."""
    if not rights:
        return {}
    try:
        client = AdminClient(_configuration(settings))
        asked = client.describe_topics(TopicCollection(list(rights)), include_authorized_operations=True, request_timeout=ANSWER_S)
        may = {name: {one.name for one in future.result(ANSWER_S).authorized_operations or ()} for name, future in asked.items()}
    except (KafkaException, TimeoutError):
        return None
    if not any(may.values()):
        return None  # a broker without an authorizer tells all, an old one nothing
    lacking = {name: [one for one in wanted if one not in may[name]] for name, wanted in rights.items()}
    return {name: operations for name, operations in lacking.items() if operations}


def _configuration(settings: Settings) -> dict[str, Any]:
    """Of librdkafka. Raises ConnectionSettingsError."""
    wanted: dict[str, Any] = {
        "bootstrap.servers": ",".join(bootstrap_servers(settings)),
        "security.protocol": settings.kafka_security_protocol,
        "ssl.ca.location": settings.kafka_ssl_cafile,
        "ssl.certificate.location": settings.kafka_ssl_certfile,
        "ssl.key.location": settings.kafka_ssl_keyfile,
        "log_level": _CRITICAL,
    }
    if settings.kafka_security_protocol.startswith("SASL"):
        names = ("sasl.mechanism", "sasl.username", "sasl.password")
        wanted |= dict(zip(names, sasl(settings), strict=True))
    return {name: value for name, value in wanted.items() if value is not None}
