from __future__ import annotations

import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import orjson
import pytest
from confluent_kafka import Producer

from agents.runtime.embedded import embedded_broker
from agents.runtime.message import Message
from agents.runtime.outcome import Failed, Produced
from agents.runtime.tracing import OpenTelemetry, Traces, TracingUnavailable, traces
from agents.settings import Settings
from schemas import topics
from schemas.deadletter import DeadLetterReason
from tests.faults.worker import Worker
from tests.kafka.process import wait_until
from tests.runtime.stages import STAGE
from tests.runtime.test_processor import ARTICLE, Scene

pytest.importorskip("opentelemetry.sdk", reason="OpenTelemetry is not installed: an optional extra")

from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

TRACE = "0af7651916cd43dd8448eb211c80319c"
CRAWLER = ("traceparent", f"00-{TRACE}-b7ad6b7169203331-01".encode())
PASSED_ON = Produced("articles", b"key", b"value", (("ce_id", b"1"), CRAWLER), "clean-article.v1", steps={"body": 0.2})


class Collector:
    """Two stages that export to memory."""

    def __init__(self) -> None:
        self._exporter = InMemorySpanExporter()
        provider = TracerProvider()
        provider.add_span_processor(SimpleSpanProcessor(self._exporter))
        self.clean, self.tag = (OpenTelemetry(stage, f"eventwire-{stage}", provider) for stage in ("clean", "tag"))

    @property
    def spans(self) -> list[ReadableSpan]:
        return list(self._exporter.get_finished_spans())


async def test_one_trace_shows_a_pages_way_through_both_stages() -> None:
    collector = Collector()
    clean, tag = Scene(PASSED_ON, traces=collector.clean), Scene(ARTICLE, traces=collector.tag)
    await clean.take((CRAWLER,))
    await tag.take(tuple(clean.sent[0].headers))
    first, second = collector.spans
    assert {f"{span.context.trace_id:032x}" for span in (first, second)} == {TRACE}
    assert first.parent is not None
    assert f"{first.parent.span_id:016x}" == "b7ad6b7169203331"
    assert second.parent is not None
    assert second.parent.span_id == first.context.span_id


async def test_a_page_without_a_trace_begins_one() -> None:
    collector = Collector()
    scene = Scene(ARTICLE, traces=collector.clean)
    await scene.take(())
    [span] = collector.spans
    assert span.parent is None
    assert dict(scene.sent[0].headers)["traceparent"].decode().split("-")[1] == f"{span.context.trace_id:032x}"


async def test_a_span_tells_where_its_record_stood_and_what_became_of_it() -> None:
    collector = Collector()
    await Scene(PASSED_ON, traces=collector.clean).take()
    [span] = collector.spans
    assert span.name == "clean pages"
    told = dict(span.attributes or {})
    assert (told["messaging.destination.name"], told["messaging.kafka.offset"]) == ("pages", 7)
    assert (told["eventwire.outcome"], told["eventwire.step.body_s"]) == ("clean-article.v1", 0.2)


async def test_a_dead_letter_is_an_error_and_keeps_its_own_headers() -> None:
    collector = Collector()
    scene = Scene(Failed(DeadLetterReason.CRASHED, "ProcessDied", "exit code 3"), traces=collector.clean)
    await scene.take((CRAWLER,))
    [span] = collector.spans
    assert span.status.description == "ProcessDied: exit code 3"
    assert (span.attributes or {})["eventwire.reason"] == "crashed"
    assert scene.sent[0].headers[0] == CRAWLER


async def test_without_a_collector_the_header_is_passed_on_as_it_came() -> None:
    scene = Scene(PASSED_ON)
    await scene.take((CRAWLER,))
    assert CRAWLER in scene.sent[0].headers
    assert type(traces(STAGE, Settings())) is Traces


async def test_a_collector_that_is_away_holds_nobody_up() -> None:
    async with traces(STAGE, Settings(otlp_endpoint="http://127.0.0.1:9")) as there:
        with there.record(Message(b"v")) as span:
            assert span.onward(())


def test_a_missing_extra_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    with pytest.raises(TracingUnavailable, match="install the extra `tracing`"):
        traces(STAGE, Settings(otlp_endpoint="http://localhost:4318"))


@pytest.mark.slow
def test_a_worker_sends_its_spans_to_the_collector(tmp_path: Path) -> None:
    received: list[bytes] = []

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1/traces"
            received.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    with (
        ThreadingHTTPServer(("127.0.0.1", 0), Receiver) as server,
        embedded_broker([topic.name for topic in topics.ALL]) as address,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = {"url": "https://wire.example/a", "fetched_at": "2031-05-06T00:00:00Z", "html": "The ferry sails."}
        producer = Producer({"bootstrap.servers": address})
        producer.produce(topics.RAW_PAGES.name, orjson.dumps(page), b"a", headers=[CRAWLER])
        assert producer.flush(60) == 0
        endpoint = f"http://127.0.0.1:{server.server_address[1]}"
        with Worker(address, tmp_path, "tests.runtime.stages:STAGE", pool_processes=1, otlp_endpoint=endpoint):
            wait_until("the page's span arrives", 60, lambda: any(bytes.fromhex(TRACE) in body for body in received))
        server.shutdown()
    assert any(b"clean-article.v1" in body for body in received)
