"""Traces (OpenTelemetry, an optional extra): one span for each record in each stage, the next stage's span a child of it.

The trace travels in the records' `traceparent` header (W3C Trace Context), on every topic. A page whose crawler sent one goes on
in the crawler's trace, any other begins a trace of its own. Without a collector to send to, the header is passed on as it came.
Dead letters keep their original headers, so that a replay goes on in the same trace.

What share of traces is kept: OpenTelemetry's own variables, such as OTEL_TRACES_SAMPLER=parentbased_traceidratio and
OTEL_TRACES_SAMPLER_ARG=0.01.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from agents.runtime.message import Message
from agents.runtime.outcome import DEAD_LETTER, Failed, Outcome
from agents.runtime.stage import Stage
from agents.settings import Settings
from schemas.headers import TRACE_HEADERS

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span as OtelSpan

Headers = tuple[tuple[str, bytes], ...]

EXPORT_S = 3
"""For a batch of spans to reach the collector, retries included: less than what follows a drain may take, for the last batch."""


class TracingUnavailable(Exception):
    """A collector is set, and OpenTelemetry is not installed."""


class Span:
    """A record's way through a stage, where nobody records it."""

    def onward(self, headers: Headers) -> Headers:
        """The headers of what was made of the record, so that the next stage goes on in this trace."""
        return headers

    def tell(self, outcome: Outcome) -> None:
        """What became of it."""


class Traces:
    """No traces; as an async context manager, like those that there are."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing to send."""

    @contextmanager
    def record(self, message: Message) -> Iterator[Span]:
        yield Span()


class OpenTelemetry(Traces):
    """Spans that `provider` exports."""

    def __init__(self, stage: str, group: str, provider: TracerProvider) -> None:
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

        self._stage = stage
        self._group = group
        self._provider = provider
        self._tracer = provider.get_tracer("eventwire")
        self._propagator = TraceContextTextMapPropagator()

    async def __aexit__(self, *_: object) -> None:
        await asyncio.to_thread(self._provider.force_flush)

    @contextmanager
    def record(self, message: Message) -> Iterator[Span]:
        from opentelemetry.trace import SpanKind

        carrier = {name: value for name in TRACE_HEADERS if (value := message.header(name)) is not None}
        span = self._tracer.start_span(
            f"{self._stage} {message.topic}",
            context=self._propagator.extract(carrier),
            kind=SpanKind.CONSUMER,
            attributes={
                "messaging.system": "kafka",
                "messaging.operation.type": "process",
                "messaging.consumer.group.name": self._group,
                "messaging.destination.name": message.topic,
                "messaging.destination.partition.id": str(message.partition),
                "messaging.kafka.offset": message.offset,
            },
        )
        try:
            yield _Recorded(span)
        finally:
            span.end()


class _Recorded(Span):
    def __init__(self, span: OtelSpan) -> None:
        self._span = span

    def onward(self, headers: Headers) -> Headers:
        from opentelemetry.trace import set_span_in_context
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

        carrier: dict[str, str] = {}
        TraceContextTextMapPropagator().inject(carrier, set_span_in_context(self._span))
        others = tuple((name, value) for name, value in headers if name not in TRACE_HEADERS)
        return others + tuple((name, value.encode()) for name, value in carrier.items())

    def tell(self, outcome: Outcome) -> None:
        from opentelemetry.trace import StatusCode

        if isinstance(outcome, Failed):
            self._span.set_status(StatusCode.ERROR, f"{outcome.exception}: {outcome.message}")
            self._span.set_attributes({"eventwire.outcome": DEAD_LETTER, "eventwire.reason": outcome.reason})
        else:
            steps = {f"eventwire.step.{name}_s": seconds for name, seconds in outcome.steps.items()}
            self._span.set_attributes({"eventwire.outcome": outcome.kind, "eventwire.reason": outcome.reason, **steps})


def traces(stage: Stage, settings: Settings) -> Traces:
    """Traces to the collector that the settings name, or none. Raises TracingUnavailable."""
    if settings.otlp_endpoint is None:
        return Traces()
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        raise TracingUnavailable(
            f"EVENTWIRE_OTLP_ENDPOINT is set, and OpenTelemetry is not installed ({error}); "
            "install the extra `tracing` (opentelemetry-sdk and opentelemetry-exporter-otlp-proto-http) or unset it"
        ) from None
    provider = TracerProvider(resource=Resource.create({"service.name": f"eventwire-{stage.name}"}))
    exporter = OTLPSpanExporter(endpoint=f"{settings.otlp_endpoint.rstrip('/')}/v1/traces", timeout=EXPORT_S)
    provider.add_span_processor(BatchSpanProcessor(exporter))
    return OpenTelemetry(stage.name, f"{settings.group_prefix}{stage.name}", provider)
