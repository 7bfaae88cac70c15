"""/metrics, /alive and /ready over HTTP, from a thread of their own: an event loop that hangs can't keep them from answering."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic
from typing import Self

import orjson

from agents.runtime.metrics import CONTENT_TYPE, Metrics

BEAT_LIMIT_S = 30.0
"""An event loop that was silent for longer hangs: nothing here may hold it for more than a fraction of a second."""
STUCK_LIMIT_S = 600.0
"""Lag and no record finished for so long: more than an output's patience (300 s) and a rebalance together. A consumer whose
coordinator died can stay like that for ever (faust-streaming 523, 602); a restart helps."""


TROUBLE_LIMIT_S = 60.0
"""Beside the time of a drain: in a rebalance the client drops what it fetched and pauses, and mends both at its end."""


class PortTaken(Exception):
    """Nothing can listen there."""


@dataclass
class Health:
    """What the worker tells of itself; written by the event loop, read by the threads that answer."""

    clock: Callable[[], float] = monotonic
    drain_s: float = 20.0
    joined: bool = False
    """The group took this worker in, be it with no partition."""
    pool_up: bool = False
    stopping: bool = False
    problem: str = ""
    """What the worker waits for before it can start."""
    lag: int = 0
    waiting: dict[str, str] = field(default_factory=dict)
    """Topic -> why it can't be written."""

    def __post_init__(self) -> None:
        self._beat = self._progress = self._troubled_since = self.clock()
        self._trouble = ""

    def beat(self) -> None:
        """The event loop turns."""
        self._beat = self.clock()

    def progress(self) -> None:
        """A record was finished, or partitions were assigned."""
        self._progress = self.clock()

    def lags(self, records: int) -> None:
        """How many records wait. Where none did, the time without progress begins anew."""
        if not self.lag:
            self.progress()
        self.lag = records

    def trouble(self, what: str) -> None:
        """What keeps records from being read at the moment, or nothing; to be told again and again."""
        if what != self._trouble:
            self._trouble, self._troubled_since = what, self.clock()

    def ills(self) -> list[str]:
        """Why the process should be restarted; empty where it is alive."""
        now = self.clock()
        found = []
        if now - self._beat > BEAT_LIMIT_S:
            found.append(f"the event loop has been silent for {now - self._beat:.0f} s")
        if self.lag > 0 and now - self._progress > STUCK_LIMIT_S and not self.waiting:
            found.append(f"{self.lag} records wait and none was finished for {now - self._progress:.0f} s")
        if self._trouble and now - self._troubled_since > TROUBLE_LIMIT_S + self.drain_s:
            found.append(f"{self._trouble}; after a restart it goes on")
        return found

    def obstacles(self) -> list[str]:
        """Why the stage does not work at the moment; empty where it is ready."""
        found = [] if self.joined else ["not in the consumer group yet, or it is rebalancing"]
        if not self.pool_up:
            found.append("the pool is not up")
        if self.problem:
            found.append(self.problem)
        if self.stopping:
            found.append("stopping")
        return found + [f"topic {topic} can't be written: {reason}" for topic, reason in dict(self.waiting).items()]


class HealthServer:
    """Serves while it is entered; port 0: does nothing. Raises PortTaken."""

    def __init__(self, host: str, port: int, health: Health, metrics: Metrics, setting: str) -> None:
        self._server: ThreadingHTTPServer | None = None
        if port:
            try:
                self._server = _Server((host, port), _handler(health, metrics))
            except OSError as error:
                raise PortTaken(
                    f"can't listen on {host}:{port}: {error.strerror}; set {setting} to a free port, or 0 for none"
                ) from None

    def __enter__(self) -> Self:
        if self._server is not None:
            threading.Thread(target=self._server.serve_forever, name="health", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True


def _handler(health: Health, metrics: Metrics) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = 10  # seconds; for a client that connects and says nothing

        def do_GET(self) -> None:
            match self.path.partition("?")[0]:
                case "/metrics":
                    self._answer(200, CONTENT_TYPE, metrics.exposition())
                case "/alive":
                    self._verdict("alive", health.ills())
                case "/ready":
                    self._verdict("ready", health.obstacles())
                case _:
                    self._answer(404, "text/plain; charset=utf-8", b"/metrics, /alive, /ready\n")

        def _verdict(self, name: str, reasons: list[str]) -> None:
            body = orjson.dumps({name: not reasons, "reasons": reasons}, option=orjson.OPT_APPEND_NEWLINE)
            self._answer(503 if reasons else 200, "application/json", body)

        def _answer(self, status: int, content_type: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """A scrape every few seconds is no news."""

    return Handler
