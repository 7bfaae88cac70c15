"""`eventwire deadletters`: looks at what could not be processed, and puts it back on the topic it came from."""

from __future__ import annotations

import asyncio
import re
import sys
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated

import typer
from rich.table import Table

from agents.commands.rows import KINDS, Selection
from agents.commands.tail import moment, until_moment
from agents.commands.terminal import FAILED, err, fail, kafka_errors, out, printable, say
from agents.runtime.message import Message
from agents.runtime.reader import Reader
from agents.runtime.replay import Replay
from agents.runtime.stage import DecodeError
from agents.settings import settings
from schemas import topics
from schemas.deadletter import DeadLetterInfo, DeadLetterReason

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Look at dead letters, and put them back.")

KIND = KINDS["deadletters"]
SHOWN_BYTES = 2000
"""Of a value, by `show`."""
ATTEMPTS = 3
"""Of a record, put back twice: what fails then is no accident."""

Stage = Annotated[str | None, typer.Option(help="Of this stage: clean, tag.", metavar="STAGE")]
Reason = Annotated[DeadLetterReason | None, typer.Option(help="With this reason.", case_sensitive=False, metavar="REASON")]
Site = Annotated[str | None, typer.Option(help="Pages of this host and its subdomains.", metavar="HOST")]
Since = Annotated[str | None, typer.Option(help="Died since: 2026-03-01, 2026-03-01T09:00Z, 24h.", metavar="TIME")]
Until = Annotated[str | None, typer.Option(help="Died until; a day counts to its end.", metavar="TIME")]
Limit = Annotated[int | None, typer.Option("-n", "--limit", min=1, help="So many at most.", metavar="N")]
Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="As `list` shows them: PARTITION:OFFSET. Without: all.")]


@dataclass(frozen=True, slots=True)
class _Letter:
    """`state`: waiting, or put back."""

    message: Message
    info: DeadLetterInfo
    url: str
    settled: bool

    @property
    def id(self) -> str:
        return f"{self.message.partition}:{self.message.offset}"

    @property
    def state(self) -> str:
        return "put back" if self.settled else "waiting"


@dataclass(frozen=True, slots=True)
class _Wanted:
    selection: Selection
    stage: str | None
    ids: frozenset[tuple[int, int]]


@app.command("list")
def list_(
    stage: Stage = None,
    reason: Reason = None,
    site: Site = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
) -> None:
    """Lists dead letters, and counts them by stage and reason.

    \b
    Examples:
      eventwire deadletters list
      eventwire deadletters list --reason timed-out --since 24h
      eventwire tail deadletters --from-beginning --once > deadletters.jsonl
    """
    wanted = _wanted(None, stage, reason, site, since, until)
    with kafka_errors():
        asyncio.run(_list(wanted, limit))


@app.command()
def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="As `list` shows it: PARTITION:OFFSET.")],
    value: Annotated[bool, typer.Option("--value", help="The original bytes alone, to standard output.")] = False,
) -> None:
    """Shows one dead letter: why it died, its headers, the beginning of its value.

    \b
    Examples:
      eventwire deadletters show 3:17
      eventwire deadletters show 3:17 --value > page.html
    """
    partition, offset = _id(id_)
    with kafka_errors():
        message = asyncio.run(_one(partition, offset))
    if message is None:
        raise fail(f"there is no dead letter {id_} on {topics.DEAD_LETTERS.name} (any more)")
    if value:
        sys.stdout.buffer.write(message.value or b"")
        sys.stdout.buffer.flush()
        return
    for name, content in (("key", message.key), *message.headers):
        text = "none" if content is None else printable(content.decode("utf-8", "replace"))
        out.print(f"{name}: {text}", soft_wrap=True)
    if message.value is None:
        out.print("value: null", soft_wrap=True)
        return
    out.print(f"value: {len(message.value):,} bytes", soft_wrap=True)
    out.print()
    for line in message.value[:SHOWN_BYTES].decode("utf-8", "replace").splitlines():
        out.print(printable(line), soft_wrap=True)
    if len(message.value) > SHOWN_BYTES:
        out.print(f"... the first {SHOWN_BYTES:,} bytes; --value writes all of them", soft_wrap=True)


@app.command()
def replay(
    ids: Ids = None,
    stage: Stage = None,
    reason: Reason = None,
    site: Site = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    max_attempts: Annotated[
        int, typer.Option(min=1, help="A record that was tried so often stays where it is.", metavar="N")
    ] = ATTEMPTS,
    again: Annotated[bool, typer.Option("--again", help="Also what was put back before.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be put back, and do nothing.")] = False,
) -> None:
    """Puts dead letters back on the topic they came from: first mend what they died of. Each is put back once, however often
    this is called; what dies again is a new dead letter, with one more attempt. One replay at a time.

    \b
    Examples:
      eventwire deadletters replay --reason timed-out --since 24h --dry-run
      eventwire deadletters replay --reason timed-out --since 24h
      eventwire deadletters replay 3:17 3:18
    """
    wanted = _wanted(ids, stage, reason, site, since, until)
    with kafka_errors():
        asyncio.run(_replay(wanted, limit, max_attempts, again, dry_run))


def _wanted(
    ids: list[str] | None,
    stage: str | None,
    reason: DeadLetterReason | None,
    site: str | None,
    since: str | None,
    until: str | None,
) -> _Wanted:
    selection = Selection(
        site=site.lower() if site else None,
        since=moment(since),
        until=until_moment(until),
        reason=reason.value if reason else None,
    )
    return _Wanted(selection, stage, frozenset(map(_id, ids or ())))


def _id(text: str) -> tuple[int, int]:
    if not (found := re.fullmatch(r"(\d{1,9}):(\d{1,18})", text)):
        raise typer.BadParameter(f"{text!r} is no PARTITION:OFFSET, as `eventwire deadletters list` shows them")
    return int(found[1]), int(found[2])


async def _letters(replays: Replay, wanted: _Wanted) -> AsyncIterator[_Letter]:
    """The dead letters that are wanted, in the order of their partition. What is none is named."""
    async with Reader(settings(), [topics.DEAD_LETTERS.name], from_beginning=True) as reader:
        async for message in reader.until_end():
            try:
                row = KIND.read(message)
                info = DeadLetterInfo.from_headers(message.headers)
            except (DecodeError, ValueError) as error:
                say(f"{message.topic} partition {message.partition} offset {message.offset}: {error}")
                continue
            settled = replays.is_settled(message, info)
            if wanted.ids and (message.partition, message.offset) not in wanted.ids:
                continue
            if wanted.selection(row) is not None and wanted.stage in (None, info.stage):
                yield _Letter(message, info, row.url, settled)


async def _list(wanted: _Wanted, limit: int | None) -> None:
    counts: Counter[tuple[str, str, str]] = Counter()
    table = Table("id", "died", "stage", "reason", "attempts", "state", "url")
    async with Replay(settings(), remembers=False) as replays:
        async for letter in _letters(replays, wanted):
            info = letter.info
            counts[info.stage, info.reason.value, letter.state] += 1
            if limit is None or counts.total() <= limit:
                cells = [
                    letter.id,
                    info.time,
                    info.stage,
                    info.reason.value,
                    str(info.attempts),
                    letter.state,
                    printable(letter.url),
                ]
                if out.is_terminal:
                    table.add_row(*cells)
                else:
                    out.print("  ".join(cells), soft_wrap=True)
    if table.row_count:
        out.print(table)
    for (stage, reason, state), number in sorted(counts.items()):
        say(f"{number:,}  {stage}  {reason}  {state}")
    if not counts:
        say("no dead letter")


async def _one(partition: int, offset: int) -> Message | None:
    async with Reader(settings(), [topics.DEAD_LETTERS.name]) as reader:
        return await reader.one(topics.DEAD_LETTERS.name, partition, offset)


async def _replay(wanted: _Wanted, limit: int | None, max_attempts: int, again: bool, dry_run: bool) -> None:
    before = tired = foreign = chosen = 0
    async with Replay(settings(), remembers=not dry_run) as replays:
        with err.status("reading dead letters") as status:
            async for letter in _letters(replays, wanted):
                if letter.settled and not again:
                    before += 1
                elif letter.info.attempts >= max_attempts:
                    tired += 1
                    say(f"{letter.id}: tried {letter.info.attempts} times; stays ({letter.info.reason}: {printable(letter.url)})")
                elif letter.info.topic not in SOURCES:
                    foreign += 1
                    say(f"{letter.id}: it came from topic {printable(letter.info.topic)}, which is none of Eventwire's; stays")
                elif limit is not None and chosen == limit:
                    break
                else:
                    chosen += 1
                    if dry_run:
                        out.print(f"{letter.id}  to {letter.info.topic}  {printable(letter.url)}", soft_wrap=True)
                    else:
                        await replays.put(letter.message, letter.info)
                        status.update(f"{replays.put_back:,} put back")
    parts = [f"{chosen:,} {'would be put back' if dry_run else 'put back'}"]
    parts += [f"{before:,} were put back before"] * bool(before)
    parts += [f"{tired:,} tried {max_attempts} times or more, stay (--max-attempts)"] * bool(tired)
    parts += [f"{foreign:,} from other topics, stay"] * bool(foreign)
    say("; ".join(parts))
    missed = len(wanted.ids) - chosen - before - tired - foreign
    if missed > 0 and limit is None:
        say(f"{missed} of the ids: no dead letter (any more), or left out by the filters")
        raise typer.Exit(FAILED)


SOURCES = frozenset({topics.RAW_PAGES.name, topics.ARTICLES.name})
"""The topics that stages read."""
