"""`eventwire tail`: what stands on a topic, for people, programs and spreadsheets."""

from __future__ import annotations

import asyncio
import csv
import re
import sys
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Annotated

import orjson
import typer

from agents.commands.render import show
from agents.commands.rows import KINDS, Kind, Row, Selection
from agents.commands.terminal import kafka_errors, out, say
from agents.commands.views import VIEWS
from agents.runtime.reader import Reader
from agents.runtime.stage import DecodeError
from agents.settings import settings
from schemas.deadletter import DeadLetterReason
from schemas.plover import EventType
from schemas.rejection import RejectionReason

INTERRUPTED = 130
"""128 + SIGINT, as a shell tells it."""
_AGO = re.compile(r"(\d+)([mhdw])")
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


class Topics(StrEnum):
    ARTICLES = "articles"
    EVENTS = "events"
    REJECTED = "rejected"
    DEADLETTERS = "deadletters"


class Format(StrEnum):
    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"
    POLECAT = "polecat"
    GDELT = "gdelt"


def _parse(text: str) -> datetime:
    if ago := _AGO.fullmatch(text):
        return datetime.now(UTC) - int(ago[1]) * _UNITS[ago[2]]
    parsed = datetime.fromisoformat(text)
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def moment(text: str | None) -> datetime | None:
    """A time as people write it on the command line. Raises typer.BadParameter."""
    try:
        return None if text is None else _parse(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date (2026-03-01), time (2026-03-01T09:00Z) or span (30m, 24h, 7d, 2w)") from None


def until_moment(text: str | None) -> datetime | None:
    """A day alone is meant to its end."""
    parsed = moment(text)
    try:
        date.fromisoformat(text or "")
    except ValueError:
        return parsed
    return parsed and parsed + timedelta(days=1)


def tail(
    topic: Annotated[Topics, typer.Argument(help="What to look at.")],
    from_beginning: Annotated[bool, typer.Option("--from-beginning", help="All that the topic holds, then what comes.")] = False,
    once: Annotated[bool, typer.Option("--once", help="End where the topic ends now.")] = False,
    limit: Annotated[int | None, typer.Option("-n", "--limit", min=1, help="End after so many records.", metavar="N")] = None,
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="Default: text on a terminal, jsonl (JSON Lines) in a pipe. Of events also polecat and gdelt (2.0): "
            "their columns, tab-separated.",
        ),
    ] = None,
    types: Annotated[
        list[EventType] | None,
        typer.Option("--type", help="Events of this type; may be repeated.", case_sensitive=False, metavar="TYPE"),
    ] = None,
    countries: Annotated[
        list[str] | None,
        typer.Option("--country", help="Events in this country, ISO alpha-2 (UA); may be repeated.", metavar="XX"),
    ] = None,
    site: Annotated[str | None, typer.Option(help="Pages of this host and its subdomains.", metavar="HOST")] = None,
    since: Annotated[
        str | None, typer.Option(help="Published (else fetched) since: 2026-03-01, 2026-03-01T09:00Z, 24h.", metavar="TIME")
    ] = None,
    until: Annotated[
        str | None, typer.Option(help="Published (else fetched) until; a day counts to its end.", metavar="TIME")
    ] = None,
    reason: Annotated[str | None, typer.Option(help="Rejections or dead letters with this reason.", metavar="REASON")] = None,
) -> None:
    """Follows a topic from now on. It joins no consumer group, so it disturbs nobody; Ctrl-C ends it.

    Articles without an event are left out of all but JSON Lines.

    \b
    Examples:
      eventwire tail events
      eventwire tail events --type ASSAULT --type PROTEST --country UA --since 24h
      eventwire tail events --from-beginning --once --format csv > events.csv
      eventwire tail events --from-beginning --once --format gdelt > 20260301.export.CSV
      eventwire tail articles --site harbour-post.example | jq -r .title
      eventwire tail rejected --from-beginning --once --reason not-an-article
      eventwire tail deadletters --from-beginning -n 10
    """
    kind = KINDS[topic.value]
    given = {"type": types, "country": countries, "reason": reason}
    if misplaced := [name for name, value in given.items() if value and name not in kind.filters]:
        raise typer.BadParameter(f"--{misplaced[0]} does not apply to {topic.value}")
    if format_ in VIEWS and topic is not Topics.EVENTS:
        raise typer.BadParameter(f"--format {format_} does not apply to {topic.value}: its columns are those of events")
    selection = Selection(
        types=frozenset(wanted.value for wanted in types) if types else None,
        countries=frozenset(map(_country, countries)) if countries else None,
        site=site.lower() if site else None,
        since=moment(since),
        until=until_moment(until),
        reason=_reason(topic, reason),
    )
    wanted_format = format_ or (Format.TEXT if out.is_terminal else Format.JSONL)
    try:
        with kafka_errors():
            asyncio.run(_tail(kind, selection, wanted_format, from_beginning, once, limit))
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None


def _country(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2}", text):
        raise typer.BadParameter(f"--country {text}: two letters are wanted, ISO 3166 alpha-2 (UA)")
    return text.upper()


def _reason(topic: Topics, text: str | None) -> str | None:
    known: list[str] = [*(DeadLetterReason if topic is Topics.DEADLETTERS else RejectionReason)]
    if text is not None and text not in known:
        raise typer.BadParameter(f"--reason {text}: there are {', '.join(known)}")
    return text


async def _tail(kind: Kind, selection: Selection, format_: Format, from_beginning: bool, once: bool, limit: int | None) -> None:
    write = _Writer(kind, format_)
    shown = 0
    async with Reader(settings(), [kind.topic.name], from_beginning) as reader:
        async for message in reader.until_end() if once else reader.follow():
            try:
                row = selection(kind.read(message))
            except (DecodeError, ValueError) as error:
                say(f"{message.topic} partition {message.partition} offset {message.offset} can't be read: {error}")
                continue
            if row is not None and write(row):
                shown += 1
                if shown == limit:
                    return


class _Writer:
    """Writes a row; false where the format has nothing to say of it."""

    def __init__(self, kind: Kind, format_: Format) -> None:
        self._format = format_
        if format_ is Format.CSV:
            self._csv = csv.writer(sys.stdout, lineterminator="\n")
            self._csv.writerow(kind.columns)
        elif (view := VIEWS.get(format_)) and view.header:
            sys.stdout.write(view.first_line + "\n")

    def __call__(self, row: Row) -> bool:
        if self._format is Format.JSONL:
            sys.stdout.buffer.write(orjson.dumps(row.json, option=orjson.OPT_APPEND_NEWLINE))
            sys.stdout.buffer.flush()
            return True
        if self._format is Format.CSV:
            cells = row.cells(row)
            self._csv.writerows(cells)
            sys.stdout.flush()
            return bool(cells)
        if self._format in VIEWS and row.tagged is not None:
            table = [*VIEWS[self._format].rows(row.tagged, row.events or ())]
            sys.stdout.writelines(line + "\n" for line in table)
            sys.stdout.flush()
            return bool(table)
        lines = row.lines(row)
        show(out, lines)
        return bool(lines)
