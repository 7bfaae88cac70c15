"""`eventwire demo`: the whole wire on a broker inside this process, the stages as child processes."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from agents.app import STAGES
from agents.commands import inputs
from agents.commands.children import ChildDied, Children
from agents.commands.ledger import Ledger
from agents.commands.live import LiveView, show_ledger, show_next_steps
from agents.commands.samples import sample_pages
from agents.commands.terminal import FAILED, fail, kafka_errors, out, say
from agents.runtime.embedded import PARTITION_BYTES, embedded_broker, held_bytes, holds
from agents.runtime.publisher import Publisher, RawRecord, body_form, json_form
from agents.runtime.reader import Reader
from agents.settings import Settings, settings
from schemas import topics

OPEN_BYTES = PARTITION_BYTES * 3 // 4
"""Published and not yet settled: even if all of it lands in one partition, nothing is dropped unread."""
PATIENCE_S = 60.0
"""Without any progress: the workers' start, some ten seconds, and a page at its deadline fit in many times."""

CHILD_ENVIRONMENT = {
    "EVENTWIRE_HTTP_PORT_CLEAN": "0",
    "EVENTWIRE_HTTP_PORT_TAG": "0",
    "EVENTWIRE_POOL_PROCESSES": "1",
    "EVENTWIRE_LOG_LEVEL": "warning",
}
"""No port that could be taken, one process a stage, little said."""


class Stalled(Exception):
    """Nothing more comes out."""


def demo(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            help="HTML files and folders (also .gz), JSON Lines of RawPage. None: the sample pages.",
            show_default=False,
        ),
    ] = None,
    once: Annotated[
        bool, typer.Option("--once", help="End when all is processed; status 1 where the ledger does not close.")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show what the workers log.")] = False,
) -> None:
    """Shows pages become articles become coded events, on a broker of its own: no Kafka, no Docker, nothing kept.

    \b
    Examples:
      eventwire demo --once              the sample pages, then end
      eventwire demo                     the same, and wait for more: Ctrl-C ends
      eventwire demo --once page.html    a page of yours, or a folder
    """
    try:
        files = inputs.list_files(paths or [])
    except FileNotFoundError as error:
        raise fail(str(error)) from None
    if paths and not files:
        raise fail(f"no HTML file and no JSON Lines in {', '.join(map(str, paths))}")
    run = _Demo(files, once, verbose)
    with kafka_errors():
        closes = asyncio.run(run.run())
    raise typer.Exit(0 if closes else FAILED)


class _Demo:
    def __init__(self, files: list[tuple[Path, Path]], once: bool, verbose: bool) -> None:
        self._files = files
        self._once = once
        self._verbose = verbose
        self._ledger = Ledger()
        self._view = LiveView(out)
        self._changed = asyncio.Event()
        self._sent_bytes = 0
        self._not_sent = 0
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=30),
            TimeElapsedColumn(),
            console=out,
            disable=not out.is_terminal,
            transient=True,
        )
        self._bar = self._progress.add_task("the workers start", total=None)

    async def run(self) -> bool:
        """Whether the ledger closes at the end."""
        with embedded_broker([topic.name for topic in topics.ALL]) as brokers:
            own = settings().model_copy(update={"brokers": brokers, "kafka_security_protocol": "PLAINTEXT"})
            say(f"embedded broker at {brokers}; starting a worker for each stage: {', '.join(STAGES)}")
            async with Children(STAGES, brokers, CHILD_ENVIRONMENT, self._verbose) as children:
                problem = await self._work(own, children)
            show_ledger(out, self._ledger, self._view.events, self._not_sent)
        if problem is not None:
            raise fail(problem)
        show_next_steps(out, None)
        return not self._ledger.problems()

    async def _work(self, own: Settings, children: Children) -> str | None:
        """Until all is done or Ctrl-C; what went wrong, if anything."""
        interrupted = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, interrupted.set)
        async with Reader(own, [topic.name for topic in topics.ALL], from_beginning=True) as reader:
            works = (self._read(reader), self._feed(own), children.watch(), interrupted.wait())
            tasks = [asyncio.create_task(work) for work in works]
            with self._progress:
                done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in pending:
                task.cancel()
            await asyncio.gather(*pending, return_exceptions=True)
        try:
            for task in done:
                task.result()
        except (ChildDied, Stalled) as error:
            return str(error)
        return None

    async def _read(self, reader: Reader) -> None:
        async for message in reader.follow():
            self._ledger.take(message)
            self._view.show(message)
            self._progress.update(
                self._bar,
                description=f"{self._ledger.settled} of {self._ledger.inputs} pages, {self._view.events} events",
                completed=self._ledger.settled,
            )
            self._changed.set()

    async def _feed(self, own: Settings) -> None:
        """Publishes, and waits for what comes of it; without `--once` it never returns."""
        async with Publisher(own, topics.RAW_PAGES.name, on_too_large=self._take_back) as publisher:
            for record in self._records():
                if not holds(record.value):
                    self._refuse(record)
                    continue
                size = held_bytes(record.value)
                await self._until(lambda: self._open_bytes() == 0 or self._open_bytes() + size <= OPEN_BYTES)  # noqa: B023
                self._sent_bytes += size
                await publisher.send(record)
                await asyncio.sleep(0)
        self._progress.update(self._bar, total=publisher.delivered)
        await self._until(lambda: self._ledger.raw_records >= publisher.delivered and self._ledger.open_bytes == 0)
        if not self._once:
            self._progress.stop()
            show_ledger(out, self._ledger, self._view.events, self._not_sent)
            show_next_steps(out, own.brokers)
            await asyncio.Event().wait()

    def _records(self) -> Iterator[RawRecord]:
        if not self._files:
            yield from sample_pages()
        for item in inputs.read_pages(self._files):
            if isinstance(item, inputs.Unreadable):
                self._not_sent += 1
                say(f"{item.where}: {item.reason}")
            else:
                yield (body_form if item.is_file else json_form)(item.page, item.where)

    def _take_back(self, record: RawRecord) -> None:
        self._sent_bytes -= held_bytes(record.value)
        self._refuse(record)

    def _refuse(self, record: RawRecord) -> None:
        self._not_sent += 1
        say(f"{record.where}: {record.size:,} bytes are more than the embedded broker holds; not sent")

    def _open_bytes(self) -> int:
        """Sent and not yet settled; what others publish meanwhile is not counted as sent."""
        return max(self._sent_bytes - self._ledger.raw_bytes, 0) + self._ledger.open_bytes

    async def _until(self, condition: Callable[[], bool]) -> None:
        while not condition():
            self._changed.clear()
            try:
                await asyncio.wait_for(self._changed.wait(), PATIENCE_S)
            except TimeoutError:
                raise Stalled(
                    f"nothing came out for {PATIENCE_S:.0f} seconds; run again with --verbose to see what the workers say"
                ) from None
