"""The Faust app of a stage: its settings, and its one agent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from faust.auth import SASLCredentials, SSLCredentials
from faust.types import EventT, StreamT
from faust.types.auth import CredentialsT
from yarl import URL

from agents.runtime.connection import bootstrap_servers, sasl, tls_context
from agents.runtime.consumer import OffsetSafeApp
from agents.runtime.stage import Stage
from agents.settings import MIB, Settings


def build_app(stage: Stage, settings: Settings) -> OffsetSafeApp:
    """The Faust app of a stage, in a consumer group of its own. Raises ConnectionSettingsError."""
    app = OffsetSafeApp(
        f"{settings.group_prefix}{stage.name}",
        broker=[URL(f"aiokafka://{server}") for server in bootstrap_servers(settings)],
        broker_credentials=_credentials(settings),
        autodiscover=False,
        origin=None,
        key_serializer="raw",
        value_serializer="raw",
        consumer_auto_offset_reset="earliest",
        consumer_max_fetch_size=4 * MIB,  # of a partition at once; the default, 1 MiB, is less than many a page
        broker_commit_interval=settings.commit_interval_s,
        broker_max_poll_records=64,
        broker_session_timeout=10.0,
        broker_heartbeat_interval=1.0,
        broker_request_timeout=30.0,
        broker_rebalance_timeout=settings.drain_s + 10.0,  # a rebalance waits for the drain
        broker_max_poll_interval=600.0,  # an output may be waited for, and that is no reason to lose the partitions
        stream_buffer_maxsize=64,
        stream_wait_empty=True,
        stream_recovery_delay=0.0,
        topic_allow_declare=False,
        topic_disable_leader=True,
        web_enabled=False,
        worker_redirect_stdouts=False,
    )
    app.drain_s = settings.drain_s
    return app


def add_agent(app: OffsetSafeApp, stage: Stage, take: Callable[[EventT], Awaitable[None]]) -> None:
    """The agent of the stage: hands each event on and never raises."""

    async def agent(stream: StreamT) -> None:
        async for event in stream.noack().events():
            await take(event)

    app.agent(app.topic(stage.source.name, key_serializer="raw", value_serializer="raw"), name=stage.name, concurrency=1)(agent)


def _credentials(settings: Settings) -> CredentialsT | None:
    context = tls_context(settings)
    if settings.kafka_security_protocol.startswith("SASL"):
        mechanism, username, password = sasl(settings)
        return SASLCredentials(username=username, password=password, mechanism=mechanism, ssl_context=context)
    return SSLCredentials(context) if context is not None else None
