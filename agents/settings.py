"""Every knob, in one typed model. Each is an environment variable: EVENTWIRE_ and the field's name in capitals."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import Field, SecretStr
from pydantic.functional_validators import BeforeValidator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

MIB = 1 << 20


def _split(value: object) -> object:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


Names = Annotated[list[str], NoDecode, BeforeValidator(_split)]
"""Comma-separated in the environment."""


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="EVENTWIRE_", extra="ignore")

    # Kafka
    brokers: str = Field("localhost:9092", description="bootstrap servers, host:port, comma-separated")
    kafka_security_protocol: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = "PLAINTEXT"
    kafka_sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] | None = None
    kafka_sasl_username: str | None = None
    kafka_sasl_password: SecretStr | None = None
    kafka_ssl_cafile: str | None = Field(None, description="path of the authorities' certificates, PEM")
    kafka_ssl_certfile: str | None = Field(None, description="path of the client's certificate, PEM")
    kafka_ssl_keyfile: str | None = Field(None, description="path of the client's key, PEM")
    group_prefix: str = Field("eventwire-", description="consumer group of a stage: prefix + stage")
    record_max_bytes: int = Field(16 * MIB, description="largest record on any topic but dead letters, bytes")

    # Limits of a page
    page_max_bytes: int = Field(10 * MIB, description="larger pages are rejected, bytes")
    page_max_depth: int = Field(2000, description="deeper pages are rejected, elements")
    page_min_words: int = Field(
        40, description="fewest words of an article; in scripts without spaces as many characters as that makes"
    )
    languages: Names = Field([], description="BCP 47, comma-separated; pages in others are rejected; empty: all are taken")

    # Processing
    pool_processes: int = Field(2, ge=1, description="processes that transform records, a worker")
    pool_memory_bytes: int = Field(1 << 30, description="memory that one record may cost a pool process, bytes")
    record_deadline_s: float = Field(5.0, gt=0, description="seconds a record may take before its process is ended")
    window: int = Field(0, ge=0, description="records in work at once; 0: four a pool process")
    open_span: int = Field(1000, ge=1, description="offsets of a partition between its oldest open record and its newest")
    commit_interval_s: float = Field(1.0, gt=0, description="seconds between commits")
    delivery_patience_s: float = Field(300.0, gt=0, description="seconds to wait in place for an output that can't be written")
    drain_s: float = Field(20.0, gt=0, description="seconds that a drain may take on SIGTERM")

    # Tagging
    recogniser: str = Field(
        "eventwire", description="what finds names: eventwire, spacy, or an entry point of eventwire.recognisers"
    )
    coder: str = Field("eventwire", description="what codes events: eventwire, or an entry point of eventwire.coders")
    spacy_pipeline: str = Field("en_core_web_sm", description="name of an installed spaCy pipeline or path of its folder")

    # Operation
    http_host: str = Field("127.0.0.1", description="where /metrics, /alive and /ready listen")
    http_port_clean: int = Field(9101, description="0: none")
    http_port_tag: int = Field(9102, description="0: none")
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["text", "json"] = "text"
    otlp_endpoint: str | None = Field(
        None, description="OpenTelemetry collector for traces, http://host:4318; none: no traces. Needs the extra `tracing`"
    )

    @property
    def window_size(self) -> int:
        return self.window or 4 * self.pool_processes


@cache
def settings() -> Settings:
    """Read once from the environment."""
    return Settings()
