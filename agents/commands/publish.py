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
from agents.commands.terminal import err, fail, kafka_errors, say
from agents.runtime.publisher import Publisher, RawRecord, body_form, json_form
from agents.settings import settings
from schemas import topics

REPORT_EVERY_S = 10.0
"""Where there is no progress bar."""


class Form(StrEnum):
    """The two forms of a raw page on the wire."""

    JSON = "json"
    BODY = "body"


def publish(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH",
            help="HTML files and folders (also .gz), JSON Lines of RawPage (.jsonl, .jsonl.gz; - for standard input).",
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
        typer.Option(help="How pages are sent: the bytes with headers, or JSON. Default: body for files, json for JSON Lines."),
    ] = None,
) -> None:
    """Publishes pages to the raw topic. A bad file or line is named, and the others go on.

    \b
    Examples:
      eventwire publish pages/ --base-url https://harbour-post.example/
      eventwire publish page.html more.html.gz
      eventwire publish crawl.jsonl.gz --crawl 2026-03
      crawler | eventwire publish -
    """
    try:
        files = inputs.list_files(paths)
    except FileNotFoundError as error:
        raise fail(str(error)) from None
    if not files:
        raise fail(f"no HTML file and no JSON Lines in {', '.join(map(str, paths))}")
    with kafka_errors():
        asyncio.run(_run(_Publish(len(files)).run(files, base_url, crawl, form)))


async def _run(work: Coroutine[Any, Any, None]) -> None:
    """Ctrl-C ends the process by its signal: a thread may wait for a page for ever, and asyncio would wait for the thread."""
    try:
        await work
    except asyncio.CancelledError:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)


class _Publish:
    def __init__(self, files: int) -> None:
        self._bad = 0
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
        publisher = Publisher(settings(), topics.RAW_PAGES.name, on_too_large=self._too_large)
        try:
            async with publisher:
                with self._progress:
                    for number, file in enumerate(files):
                        items = inputs.read_pages([file], base_url, crawl)
                        # In a thread: a crawler may be slow to write the next page, and sending the last one needs the loop.
                        while (item := await asyncio.to_thread(next, items, None)) is not None:
                            if isinstance(item, inputs.Unreadable):
                                self._bad += 1
                                say(f"{item.where}: {item.reason}")
                            else:
                                await publisher.send(_record(item, form))
                            self._report(publisher, number)
                        self._report(publisher, number + 1)
        finally:
            self._summary(publisher)

    def _report(self, publisher: Publisher, files_done: int) -> None:
        self._progress.update(self._bar, completed=files_done, description=f"{publisher.delivered:,} pages")
        if not err.is_terminal and time.monotonic() - self._reported >= REPORT_EVERY_S:
            self._reported = time.monotonic()
            say(f"{publisher.delivered:,} pages so far")

    def _too_large(self, record: RawRecord) -> None:
        say(f"{record.where}: {record.size:,} bytes are more than topic {topics.RAW_PAGES.name} takes; not sent")

    def _summary(self, publisher: Publisher) -> None:
        seconds = max(time.monotonic() - self._started, 0.001)
        parts = [f"{publisher.delivered:,} pages to {topics.RAW_PAGES.name}, {publisher.delivered_bytes / 1e6:,.1f} MB"]
        parts.append(f"in {seconds:,.1f} s")
        if publisher.too_large:
            parts.append(f"{publisher.too_large} too large, not sent")
        if self._bad:
            parts.append(f"{self._bad} unreadable")
        say("; ".join([" ".join(parts[:2]), *parts[2:]]))


def _record(item: inputs.Found, form: Form | None) -> RawRecord:
    wanted = form or (Form.BODY if item.is_file else Form.JSON)
    return (body_form if wanted is Form.BODY else json_form)(item.page, item.where)
