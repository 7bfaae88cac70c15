"""The worker of one stage: a Faust app that takes its records through the pool and loses none.

    python -m agents.runtime.worker agents.clean.agent:STAGE

Ends with status 0 after SIGTERM or SIGINT, 1 where it could not start, 70 (EX_SOFTWARE) where it can't go on and should be
started again.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import threading
from collections.abc import Awaitable, Coroutine
from contextlib import AsyncExitStack
from importlib import import_module
from time import monotonic, time
from typing import Any

from faust.types import TP

from agents.runtime import admin, log, tracing
from agents.runtime.connection import ConnectionSettingsError
from agents.runtime.consumer import OffsetSafeApp, OffsetSafeConsumer
from agents.runtime.delivery import Delivery
from agents.runtime.faust_app import add_agent, build_app
from agents.runtime.health import Health, HealthServer, PortTaken
from agents.runtime.lag import Lags, watch_lag
from agents.runtime.metrics import Metrics
from agents.runtime.pool import Pool, PoolBroken
from agents.runtime.processor import DELIVERING, Processor
from agents.runtime.stage import Stage
from agents.runtime.tracing import Traces, TracingUnavailable
from agents.runtime.window import Window
from agents.settings import Settings
from agents.settings import settings as read_settings
from schemas import topics

OK, COULD_NOT_START, FAILED = 0, 1, 70

BROKER_PATIENCE_S = 60.0
"""A broker that starts together with the worker is up by then."""
BROKER_PAUSE_S = 1.0
STOP_S = 15.0
"""For all that follows a drain: the last commit, leaving the group, the connections. Usually about a second."""
BEAT_S = 1.0

log_ = logging.getLogger("eventwire.worker")


class Failure(Exception):
    """The worker can't go on."""


class CouldNotStart(Exception):
    """The worker can't work with these settings."""


def load_stage(path: str) -> Stage:
    """`package.module:NAME`. Raises CouldNotStart."""
    module, _, name = path.partition(":")
    try:
        stage = getattr(import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise CouldNotStart(f"no stage {path!r}: {error}") from error
    if not isinstance(stage, Stage):
        raise CouldNotStart(f"no stage: {path!r} is a {type(stage).__name__}")
    return stage


def run_worker(stage_path: str, settings: Settings) -> int:
    """Runs until SIGTERM or SIGINT, or until it can't go on; returns the exit status."""
    try:
        stage = load_stage(stage_path)
        log.configure(settings, stage.name)
        worker = Worker(stage, stage_path, settings)
        try:
            return asyncio.run(worker.run())
        finally:
            worker.forget_the_exit()
    except (CouldNotStart, ConnectionSettingsError, TracingUnavailable) as error:
        print(f"eventwire worker: {error}", file=sys.stderr)
        return COULD_NOT_START
    except PortTaken as error:  # perhaps by a predecessor that drains: worth another start
        print(f"eventwire worker {stage.name}: {error}", file=sys.stderr)
        return FAILED
    except (Failure, PoolBroken) as error:
        print(f"eventwire worker {stage.name}: {error}", file=sys.stderr)
        return FAILED
    except Exception as error:
        log_.exception("a fault of Eventwire's own")
        print(
            f"eventwire worker {stage.name}: {type(error).__name__}: {error}; this is a fault of Eventwire's own", file=sys.stderr
        )
        return FAILED


class Worker:
    """Puts the parts together, in the order in which they need each other, and takes them down in the reverse: the app first, so
    that pool and producer live until its last record is settled and committed."""

    def __init__(self, stage: Stage, stage_path: str, settings: Settings) -> None:
        self.stage = stage
        self.stage_path = stage_path
        self.settings = settings
        self.metrics = Metrics.of(stage)
        self.health = Health(drain_s=settings.drain_s)
        self.metrics.ready_when(lambda: not self.health.obstacles())
        self._ending: asyncio.Future[str | None]
        """None: by a signal. Otherwise why the worker can't go on."""
        self._exit_anyway = threading.Timer(settings.drain_s + 2 * STOP_S, os._exit, (FAILED,))
        """For an end that hangs, in whatever library."""
        self._exit_anyway.daemon = True

    async def run(self) -> int:
        """Returns OK after a signal. Raises Failure, PoolBroken, PortTaken."""
        self._ending = asyncio.get_running_loop().create_future()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, self._end, None)
        setting = f"http_port_{self.stage.name}"
        port = getattr(self.settings, setting, 0)
        with HealthServer(self.settings.http_host, port, self.health, self.metrics, f"EVENTWIRE_{setting.upper()}"):
            async with AsyncExitStack() as stack:
                stack.push_async_callback(_cancelled, asyncio.create_task(self._beat()))
                if not await self._until_ending(self._broker_ready()):
                    return OK
                pool = Pool(
                    self.stage_path,
                    self.settings.pool_processes,
                    self.settings.record_deadline_s,
                    self.settings.pool_memory_bytes,
                    self.metrics.pool_replaced,
                )
                if not await self._until_ending(stack.enter_async_context(pool)):
                    return OK
                self.health.pool_up = True
                traces = await stack.enter_async_context(tracing.traces(self.stage, self.settings))
                delivery = await stack.enter_async_context(Delivery(self.settings, self.metrics.waiting))
                self.health.waiting = delivery.waiting
                window = Window(self.settings.window_size + DELIVERING, self.settings.open_span)
                await self._serve(stack, pool, delivery, window, traces)
        return OK

    async def _serve(self, stack: AsyncExitStack, pool: Pool, delivery: Delivery, window: Window, traces: Traces) -> None:
        app = build_app(self.stage, self.settings)
        consumer: OffsetSafeConsumer = app.consumer
        processor = Processor(
            self.stage, self.settings, window, pool, delivery, consumer, self.metrics, self.health, self._end, traces
        )
        stack.push_async_callback(processor.abandon)
        app.on_commit = self._committed
        app.on_assignment = self._assigned
        app.on_forget = window.forget
        app.on_drain_cut = self._drain_cut
        add_agent(app, self.stage, processor.take)
        background = [
            self._background("Faust", self._faust(app)),
            self._background("the watch on the lag", watch_lag(consumer.lags, self._lags)),
            self._background("the sampling of gauges", self._sample(pool, window, consumer)),
        ]
        reason = await self._ending
        log_.info("stopping: %s", reason or "draining what is in work")
        self.health.stopping = True
        if reason is not None:
            app.drain_s = 0.0  # nothing more can be finished
        try:
            await asyncio.wait_for(app.stop(), app.drain_s + STOP_S)
        except TimeoutError:
            log_.warning("the consumer did not stop within %.0f s; what it held will be read again", app.drain_s + STOP_S)
        for task in background:
            await _cancelled(task)
        if reason is not None:
            raise Failure(reason)
        log_.info("stopped")

    async def _faust(self, app: OffsetSafeApp) -> None:
        """Ends when Faust gave up. Raises Failure."""
        await app.start()
        await app._crashed.wait()
        raise Failure(f"Faust gave up: {app.crash_reason!r}")

    def _background(self, name: str, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Runs beside the rest; when it fails, the worker ends."""

        def ended(task: asyncio.Task[None]) -> None:
            if not task.cancelled() and (error := task.exception()) is not None:
                log_.error("%s failed", name, exc_info=None if isinstance(error, Failure) else error)
                self._end(str(error) if isinstance(error, Failure) else f"{name} failed: {error!r}")

        task = asyncio.create_task(work, name=name)
        task.add_done_callback(ended)
        return task

    def _end(self, reason: str | None) -> None:
        if not self._ending.done():
            self._ending.set_result(reason)
            self._exit_anyway.start()

    def forget_the_exit(self) -> None:
        """The end did not hang."""
        self._exit_anyway.cancel()

    async def _until_ending(self, work: Awaitable[Any]) -> bool:
        """Waits for `work`; false where the worker was told to end before. Raises what `work` raises."""
        task = asyncio.ensure_future(work)
        await asyncio.wait({task, self._ending}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
            return True
        await _cancelled(task)
        return False

    async def _broker_ready(self) -> None:
        """Returns when the broker answers and has the topics. Raises Failure."""
        deadline = monotonic() + BROKER_PATIENCE_S
        wanted = {topic.name for topic in (self.stage.source, *self.stage.outputs, topics.DEAD_LETTERS)}
        while True:
            try:
                missing = sorted(wanted - set(await admin.partition_counts(self.settings)))
            except admin.AdminError as error:
                problem = str(error)
            else:
                if not missing:
                    self.health.problem = ""
                    return
                problem = f"Kafka at {self.settings.brokers} has no topic {', '.join(missing)}; run `eventwire topics create`"
            if monotonic() > deadline:
                raise Failure(problem)
            self.health.problem = problem
            log_.warning("waiting: %s", problem)
            await asyncio.sleep(BROKER_PAUSE_S)

    async def _beat(self) -> None:
        while True:
            self.health.beat()
            if ills := self.health.ills():
                self._end("; ".join(ills))
            await asyncio.sleep(BEAT_S)

    async def _sample(self, pool: Pool, window: Window, consumer: OffsetSafeConsumer) -> None:
        """Keeps the gauges of what changes all the time. From the event loop: what they read is not for other threads."""
        self.metrics.window_size.set(self.settings.window_size + DELIVERING)
        self.metrics.pool_size.set(self.settings.pool_processes)
        while True:
            self.metrics.in_flight.set(window.in_flight)
            self.metrics.oldest_open.set(window.oldest_open_age_s)
            self.metrics.pool_busy.set(pool.busy)
            self.metrics.pool_memory.set(pool.memory_bytes())
            self.metrics.open_span.set(consumer.open_span())
            self.health.trouble(consumer.trouble())
            await asyncio.sleep(BEAT_S)

    def _committed(self, committed: bool) -> None:
        if committed:
            self.metrics.commits.inc()
            self.metrics.last_commit.set(time())
        else:
            self.metrics.commit_failures.inc()

    def _assigned(self, assigned: set[TP] | None) -> None:
        self.health.joined = assigned is not None
        self.health.progress()
        self.metrics.assigned.set(len(assigned or ()))
        if assigned is not None:
            log_.info(
                "reading %s",
                ", ".join(f"{tp.topic}/{tp.partition}" for tp in sorted(assigned)) or "no partition: there are fewer than workers",
            )

    def _drain_cut(self, unsettled: int) -> None:
        log_.warning("drain cut after %.0f s: %d records in work will be read again", self.settings.drain_s, unsettled)

    def _lags(self, lags: Lags) -> None:
        self.metrics.lag(lags)
        told = [lag.records for lag in lags.values() if lag is not None]
        if told or not lags:
            self.health.lags(sum(told))


async def _cancelled(task: asyncio.Future[Any]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: python -m agents.runtime.worker PACKAGE.MODULE:STAGE")
    status = run_worker(sys.argv[1], read_settings())
    logging.shutdown()
    sys.stderr.flush()
    os._exit(status)  # a thread of Faust's may hang; what matters is done


if __name__ == "__main__":
    main()
