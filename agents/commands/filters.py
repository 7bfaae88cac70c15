"""`eventwire clean`, `tag` and `process`: JSON Lines on standard input and output, like any Unix filter."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that work side by side, for each stage.")]
RejectedFile = Annotated[
    Path | None, typer.Option("--rejected", metavar="FILE", help="Takes the pages that are no articles: RejectedPage, one a line.")
]
FailedFile = Annotated[
    Path | None,
    typer.Option("--failed", metavar="FILE", help="Takes the lines that failed: {line, url, stage, reason, message}, one a line."),
]


def clean(jobs: Jobs = 1, rejected: RejectedFile = None, failed: FailedFile = None) -> None:
    """Pages in, articles out: RawPage to CleanArticle, one JSON record a line, in the order of the input.

    A line that can't be read or processed is told of on standard error, with its number and reason; the others go on.

    Examples:

        eventwire clean < pages.jsonl > articles.jsonl

        zcat crawl.jsonl.gz | eventwire clean --jobs 4 --rejected rejected.jsonl --failed failed.jsonl > articles.jsonl
    """
    _run(["clean"], jobs, rejected, failed)


def tag(jobs: Jobs = 1, failed: FailedFile = None) -> None:
    """Articles in, coded events out: CleanArticle to TaggedEvents, one JSON record a line, in the order of the input.

    An article needs only article_id, url, title, text, published_at and language. A line that can't be read or processed is told
    of on standard error, with its number and reason; the others go on.

    Examples:

        eventwire tag < articles.jsonl > events.jsonl

        eventwire tag --jobs 4 < articles.jsonl | jq -c '.events[] | {type, evidence: .evidence.text}'
    """
    _run(["tag"], jobs, None, failed)


def process(jobs: Jobs = 1, rejected: RejectedFile = None, failed: FailedFile = None) -> None:
    """Pages in, coded events out: RawPage to TaggedEvents, one JSON record a line, in the order of the input.

    Both stages at once, each with its own processes. A line that can't be read or processed is told of on standard error, with its
    number and reason; the others go on.

    Examples:

        eventwire process --jobs 2 < pages.jsonl > events.jsonl

        eventwire process --rejected rejected.jsonl --failed failed.jsonl < pages.jsonl | jq -c '.events[]'
    """
    _run(["clean", "tag"], jobs, rejected, failed)


def _run(stages: list[str], jobs: int, rejected: Path | None, failed: Path | None) -> None:
    from agents.commands.filtering import run_filter  # the list of commands, and a command's help, do without it

    raise typer.Exit(run_filter(stages, jobs, rejected, failed))
