"""What the demo prints: each record as it comes, the ledger at the end, and where to look next."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from agents.commands.ledger import Ledger
from agents.commands.render import dead_letter_lines, rejected_lines, show, tagged_lines
from agents.runtime.message import Message
from schemas import topics
from schemas.article import CleanArticle
from schemas.deadletter import DeadLetterInfo
from schemas.event import TaggedEvents
from schemas.rejection import RejectedPage

NAMED = 10
"""Most pages that are named where the ledger does not close."""


class LiveView:
    """Prints an article with its events when these are there; a copy of a record is not printed again."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._articles: dict[str, CleanArticle] = {}
        """By page_id, until its events come."""
        self._early: dict[str, TaggedEvents] = {}
        """By page_id, until its article comes: topics are read side by side."""
        self._seen: set[tuple[str, str]] = set()
        self.events = 0

    def show(self, message: Message) -> None:
        """Raises ValueError where a record that Eventwire wrote can't be read."""
        value = message.value or b""
        if message.topic == topics.ARTICLES.name:
            self._take_article(CleanArticle.from_json(value))
        elif message.topic == topics.EVENTS.name:
            self._take_tagged(TaggedEvents.from_json(value))
        elif message.topic == topics.REJECTED.name:
            page = RejectedPage.from_json(value)
            if self._is_new(message.topic, page.page_id):
                show(self._console, [Text(), *rejected_lines(page)])
        elif message.topic == topics.DEAD_LETTERS.name:
            info = DeadLetterInfo.from_headers(message.headers)
            if self._is_new(message.topic, f"{info.topic} {info.partition} {info.offset}"):
                show(self._console, [Text(), *dead_letter_lines(message, info)])

    def _take_article(self, article: CleanArticle) -> None:
        if self._is_new(topics.ARTICLES.name, article.page_id):
            self._articles[article.page_id] = article
            if (tagged := self._early.pop(article.page_id, None)) is not None:
                self._take_tagged(tagged)

    def _take_tagged(self, tagged: TaggedEvents) -> None:
        identity = tagged.article.page_id or tagged.article.article_id
        article = self._articles.get(identity)
        if article is None and (topics.EVENTS.name, identity) not in self._seen:
            self._early[identity] = tagged
        elif self._is_new(topics.EVENTS.name, identity):
            self.events += len(tagged.events)
            show(self._console, [Text(), *tagged_lines(tagged, tagged.events, self._articles.pop(identity))])

    def _is_new(self, topic: str, identity: str) -> bool:
        new = (topic, identity) not in self._seen
        self._seen.add((topic, identity))
        return new


def show_ledger(console: Console, ledger: Ledger, events: int, not_sent: int) -> None:
    """Where every page went, and whether that is all of them."""
    articles, dead = ledger.page_outcomes("article"), ledger.page_outcomes("dead letter")
    tagged, dead_articles = ledger.article_outcomes("tagged"), ledger.article_outcomes("dead letter")
    rows = [
        ("pages", ledger.inputs, f"articles {articles} + rejected {ledger.page_outcomes('rejected')} + dead letters {dead}"),
        ("articles", articles, f"tagged {tagged} + dead letters {dead_articles}"),
    ]
    repeats = ledger.raw_records - ledger.inputs
    problems = ledger.problems()
    verdict = Text("DOES NOT CLOSE", style="bold red") if problems else Text("closes", style="bold green")
    lines = [Text(), Text.assemble(("The ledger ", "bold"), verdict)]
    lines += [Text(f"  {name:<8} {number:>6} = {sum_}") for name, number, sum_ in rows]
    lines.append(Text(f"  {'events':<8} {events:>6}"))
    if repeats:
        lines.append(Text(f"  {'copies':<8} {repeats:>6}   (the same URL and bytes again)"))
    if not_sent:
        lines.append(Text(f"  {'not sent':<8} {not_sent:>6}   (named above)"))
    lines += [Text(f"  {problem.name}: {problem.problem}", style="red") for problem in problems[:NAMED]]
    if len(problems) > NAMED:
        lines.append(Text(f"  and {len(problems) - NAMED} more", style="red"))
    show(console, lines)


def show_next_steps(console: Console, brokers: str | None) -> None:
    """Commands to try; `brokers`: the embedded broker, while it lives."""
    command = _own_name()
    if brokers is None:
        steps = [
            (f"{command} demo PATH...", "your own pages: HTML files, folders, JSON Lines"),
            (f'{command} explain "TEXT"', "why a sentence is coded as it is"),
            (f"{command} topics create", "on your Kafka (EVENTWIRE_BROKERS), then:"),
            (f"{command} worker all", "both stages"),
            (f"{command} publish PATH...", "pages in"),
            (f"{command} tail events", "events out"),
        ]
    else:
        there = f"EVENTWIRE_BROKERS={brokers} {command}"
        steps = [
            (f"{there} publish PATH...", "more pages, from another terminal"),
            (f"{there} tail events --from-beginning", "the events, in JSON Lines where it is a pipe"),
            (f"{there} tail rejected --from-beginning", "what is no article, and why"),
            ("Ctrl-C", "ends this broker and its workers"),
        ]
    width = max(len(step) for step, _ in steps)
    show(console, [Text(), Text("Where to look next", style="bold")])
    show(console, [Text(f"  {step:<{width}}  {what}") for step, what in steps])


def _own_name() -> str:
    """`eventwire` where the shell finds this very program by that name, else its path."""
    program = Path(sys.argv[0])
    found = shutil.which(program.name)
    if found is not None and Path(found).resolve() == program.resolve():
        return program.name
    return str(program) if program.name == "eventwire" else "eventwire"
