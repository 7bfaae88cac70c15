"""`eventwire publish`: pages on disk to the raw topic."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Coroutine
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from agents.commands import inputs
from agents.commands.journal import Journal, identity, journal_path
from agents.commands.terminal import err, fail, kafka_errors, say
from agents.runtime.publisher import Publisher, RawRecord, body_form, json_form
from agents.settings import settings
from schemas import topics

REPORT_EVERY_S = 10.0
"""Where there is no progress bar."""
NOTE_EVERY_S = 1.0
"""What a killed run may have published without having noted it: it goes out again, as a copy with the same identity."""


class Form(StrEnum):
    """The two forms of a raw page on the wire."""

    JSON = "json"
    BODY = "body"


def publish(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH",
            help="HTML files and folders, WARC, JSON Lines of RawPage (.jsonl; - for standard input); also .gz.",
        ),
    ],
    base_url: Annotated[
        str | None,
        typer.Option(
            help="A file's URL is this and its path below PATH. Without it: the page's canonical link, else file://.", metavar="URL"
        ),
    ] = None,
    crawl: Annotated[str | None, typer.Option(help="Your name for this run; kept with each page.", metavar="NAME")] = None,
    form: Annotated[
        Form | None,
        typer.Option(
            help="How pages are sent: the bytes with headers, or JSON. Default: body for files and WARC, json for JSON Lines."
        ),
    ] = None,
    resume: Annotated[
        bool,
        typer.Option("--resume", help="Go on where the last run over the same PATHs was cut off: leave out what it published."),
    ] = False,
) -> None:
    """Publishes pages to the raw topic. A bad file, line or WARC record is named, and the others go on.

    \b
    Examples:
      eventwire publish pages/ --base-url https://harbour-post.example/
      eventwire publish page.html more.html.gz
      eventwire publish crawl.jsonl.gz --crawl 2026-03
      eventwire publish /data/warc/ --resume
      crawler | eventwire publish -
    """
    try:
        files = inputs.list_files(paths)
    except FileNotFoundError as error:
        raise fail(str(error)) from None
    if not files:
        raise fail(f"no HTML file, no JSON Lines and no WARC in {', '.join(map(str, paths))}")
    with kafka_errors():
        asyncio.run(_run(_Publish(len(files), _journal(paths, base_url, crawl, resume)).run(files, base_url, crawl, form)))


def _journal(paths: list[Path], base_url: str | None, crawl: str | None, resume: bool) -> Journal | None:
    """None where a run can't be taken up again: from standard input, or where there is no place to note how far it came."""
    if any(str(path) == inputs.STDIN for path in paths):
        if resume:
            raise typer.BadParameter("--resume: standard input can't be read again")
        return None
    about = sorted(str(path.absolute()) for path in paths), base_url, crawl, settings().brokers, topics.RAW_PAGES.name
    try:
        return Journal(journal_path(*about), resume)
    except OSError as error:
        if resume:
            raise fail(f"--resume: how far the last run came can't be read or noted: {error}") from None
        say(f"this run can't be resumed: {error}")
        return None


async def _run(work: Coroutine[Any, Any, None]) -> None:
    """Ctrl-C ends the process by its signal: a thread may wait for a page for ever, and asyncio would wait for the thread."""
    try:
        await work
    except asyncio.CancelledError:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)


class _Publish:
    def __init__(self, files: int, journal: Journal | None = None) -> None:
        self._bad = 0
        self._before = 0
        self._journal = journal
        self._noted = time.monotonic()
        self._places: dict[int, tuple[list[Any], int]] = {}
        """Of each record in flight, by id: its file and number."""
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TimeElapsedColumn(),
            console=err,
            disable=not err.is_terminal,
            transient=True,
        )
        self._bar = self._progress.add_task("publishing", total=files)
        self._started = self._reported = time.monotonic()

    async def run(self, files: list[tuple[Path, Path]], base_url: str | None, crawl: str | None, form: Form | None) -> None:
        publisher = Publisher(settings(), topics.RAW_PAGES.name, self._delivered, self._too_large)
        try:
            async with publisher:
                with self._progress:
                    for number, file in enumerate(files):
                        await self._send_file(publisher, file, base_url, crawl, form, number)
                        self._report(publisher, number + 1)
        finally:
            if self._journal is not None:
                self._journal.close()
            self._summary(publisher)

    async def _send_file(
        self,
        publisher: Publisher,
        file: tuple[Path, Path],
        base_url: str | None,
        crawl: str | None,
        form: Form | None,
        files_done: int,
    ) -> None:
        told = _identity(file[0]) if self._journal is not None else []
        items = inputs.read_pages([file], base_url, crawl)
        # In a thread: a crawler may be slow to write the next page, and sending the last one needs the loop.
        while (item := await asyncio.to_thread(next, items, None)) is not None:
            if self._journal is not None and self._journal.is_done(told, item.number):
                self._before += 1
            elif isinstance(item, inputs.Unreadable):
                self._bad += 1
                say(f"{item.where}: {item.reason}")
            else:
                record = _record(item, form)
                self._places[id(record)] = told, item.number
                await publisher.send(record)
            self._report(publisher, files_done)

    def _delivered(self, record: RawRecord, partition: int, offset: int) -> None:
        self._settle(record)

    def _settle(self, record: RawRecord) -> None:
        file, number = self._places.pop(id(record))
        if self._journal is not None:
            self._journal.settle(file, number)
            if time.monotonic() - self._noted >= NOTE_EVERY_S:
                self._noted = time.monotonic()
                self._journal.write()

    def _report(self, publisher: Publisher, files_done: int) -> None:
        self._progress.update(self._bar, completed=files_done, description=f"{publisher.delivered:,} pages")
        if not err.is_terminal and time.monotonic() - self._reported >= REPORT_EVERY_S:
            self._reported = time.monotonic()
            say(f"{publisher.delivered:,} pages so far")

    def _too_large(self, record: RawRecord) -> None:
        self._settle(record)
        say(f"{record.where}: {record.size:,} bytes are more than topic {topics.RAW_PAGES.name} takes; not sent")

    def _summary(self, publisher: Publisher) -> None:
        seconds = max(time.monotonic() - self._started, 0.001)
        parts = [f"{publisher.delivered:,} pages to {topics.RAW_PAGES.name}, {publisher.delivered_bytes / 1e6:,.1f} MB"]
        parts.append(f"in {seconds:,.1f} s")
        if self._before:
            parts.append(f"{self._before:,} published before")
        if publisher.too_large:
            parts.append(f"{publisher.too_large} too large, not sent")
        if self._bad:
            parts.append(f"{self._bad} unreadable")
        say("; ".join([" ".join(parts[:2]), *parts[2:]]))


def _identity(file: Path) -> list[Any]:
    try:
        return identity(file)
    except OSError:  # that it can't be read is told by who reads it
        return [str(file)]


def _record(item: inputs.Found, form: Form | None) -> RawRecord:
    wanted = form or (Form.BODY if item.is_file else Form.JSON)
    return (body_form if wanted is Form.BODY else json_form)(item.page, item.where)
