"""Records as text that is readable at a glance. All of it is strangers' text: `printable` makes it safe."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from agents.commands.terminal import printable
from agents.runtime.message import Message
from schemas.article import CleanArticle, Precision
from schemas.base import Span
from schemas.deadletter import DeadLetterInfo
from schemas.event import Count, CountKind, Event, EventDate, Party, TaggedArticle, TaggedEvents
from schemas.plover import QuadClass
from schemas.rejection import RejectedPage

QUAD_STYLE = {
    QuadClass.MATERIAL_CONFLICT: "bold red",
    QuadClass.VERBAL_CONFLICT: "bold yellow",
    QuadClass.MATERIAL_COOPERATION: "bold green",
    QuadClass.VERBAL_COOPERATION: "bold cyan",
}
EVENT_INDENT = 2
EVIDENCE_INDENT = 6
MOST_PARTIES = 3
"""Named on an event's line; the record has them all."""


def show(console: Console, lines: Sequence[Text]) -> None:
    """On a terminal wrapped with its indent kept, in a pipe one line each."""
    for line in lines:
        plain = line.plain
        indent = len(plain) - len(plain.lstrip(" "))
        if console.is_terminal and indent:
            console.print(Padding(line[indent:], (0, 0, 0, indent)))
        else:
            console.print(line, soft_wrap=not console.is_terminal)


def article_lines(article: CleanArticle) -> list[Text]:
    """Headline; site, date, language, length."""
    facts = [
        *_source(article.url, article.site_name, article.published_at, article.published_precision, article.language),
        f"{article.word_count} words",
        *(["cut off"] if article.truncated else []),
        *(["paywalled"] if article.paywalled else []),
    ]
    return [_headline(article.title), _facts(facts)]


def tagged_lines(tagged: TaggedEvents, events: Sequence[Event], article: CleanArticle | None = None) -> list[Text]:
    """The article and its events, each with the evidence under it. `article`: where it is known, for what `tagged` leaves out."""
    lines = article_lines(article) if article is not None else _tagged_article_lines(tagged.article)
    if not tagged.tagger.coded:
        lines.append(Text(f"  not coded: {printable(tagged.tagger.reason or 'no reason given')}", style="dim"))
    elif not events:
        lines.append(Text("  no event", style="dim"))
    for event in events:
        lines += event_lines(event)
    return lines


def event_lines(event: Event) -> list[Text]:
    """What, who to whom, where, when, how many; the evidence with its trigger marked."""
    return [_event_line(event), _evidence_line(event.evidence, event.trigger)]


def rejected_lines(page: RejectedPage) -> list[Text]:
    line = Text.assemble(("rejected ", "magenta"), (page.reason.value, "bold magenta"), "  ", printable(page.url))
    return [line, Text(" " * EVENT_INDENT + printable(page.detail), style="dim")]


def dead_letter_lines(message: Message, info: DeadLetterInfo) -> list[Text]:
    key = printable((message.key or b"").decode("utf-8", "replace")) or "no key"
    line = Text.assemble(("dead letter ", "red"), (f"{info.stage}: {info.reason.value}", "bold red"), "  ", key)
    where = f"{info.topic} partition {info.partition} offset {info.offset}"
    return [line, Text(" " * EVENT_INDENT + f"{printable(info.message)} ({where})", style="dim")]


def _tagged_article_lines(article: TaggedArticle) -> list[Text]:
    return [
        _headline(article.title),
        _facts(_source(article.url, article.site_name, article.published_at, None, article.language)),
    ]


def _headline(title: str) -> Text:
    return Text(printable(title) or "(no headline)", style="bold")


def _facts(facts: Sequence[str]) -> Text:
    return Text(" " * EVENT_INDENT + " · ".join(facts), style="dim")


def _source(
    url: str, site_name: str | None, published_at: datetime | None, precision: Precision | None, language: str
) -> list[str]:
    site = printable(site_name or urlsplit(url).hostname or url)
    return [site, _moment(published_at, precision) if published_at else "no date", language]


def _moment(moment: datetime, precision: Precision | None) -> str:
    if precision is Precision.MONTH:
        return f"{moment:%Y-%m}"
    midnight = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    if precision is Precision.DAY or (precision is None and midnight):
        return f"{moment:%Y-%m-%d}"
    return f"{moment:%Y-%m-%d %H:%M}"


def _event_line(event: Event) -> Text:
    name = f"{event.type.value}/{event.mode}" if event.mode else event.type.value
    line = Text(" " * EVENT_INDENT)
    line.append(name, style=QUAD_STYLE[event.quad_class])
    parts = [
        _parties(event),
        printable(f"{event.place.name}, {event.place.country}" if event.place and event.place.country else ""),
        _date(event.date) if event.date else "",
        ", ".join(_count(kind, count) for kind, count in event.counts.items()),
        ", ".join(auxiliary.value for auxiliary in event.auxiliary),
    ]
    for part in parts:
        if part:
            line.append("  ")
            line.append(part)
    return line


def _parties(event: Event) -> str:
    actors, recipients = _names(event.actors), _names(event.recipients)
    return f"{actors or '?'} -> {recipients}" if recipients else actors


def _names(parties: Sequence[Party]) -> str:
    names = [printable(party.name) for party in parties[:MOST_PARTIES]]
    return ", ".join(names) + (", ..." if len(parties) > MOST_PARTIES else "")


def _date(date: EventDate) -> str:
    if date.precision.value in ("month", "year") and date.start[:1] != "-":
        return date.start[:7] if date.precision.value == "month" else date.start[:4]
    return date.start if date.start == date.end else f"{date.start}..{date.end}"


def _count(kind: CountKind, count: Count) -> str:
    about = "about " if count.approximate else ""
    return f"{about}{count.value:,} {kind.value}"


def _evidence_line(evidence: Span, trigger: Span) -> Text:
    quoted = printable(evidence.text)
    line = Text(" " * EVIDENCE_INDENT + '"', style="dim")
    start, end = trigger.start - evidence.start, trigger.end - evidence.start
    if 0 <= start < end <= len(quoted):
        line.append(quoted[:start], style="not dim italic")
        line.append(quoted[start:end], style="not dim bold underline")
        line.append(quoted[end:], style="not dim italic")
    else:
        line.append(quoted, style="not dim italic")
    line.append('"')
    return line
