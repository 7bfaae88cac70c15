"""How the Kafka commands speak to people: colour and tables on a terminal, plain lines in a pipe, one clear line on failure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console

FAILED = 1
WRONG_USAGE = 2

out = Console(highlight=False, markup=False, emoji=False)
err = Console(stderr=True, highlight=False, markup=False, emoji=False)


def say(line: str) -> None:
    """A line on standard error, unwrapped."""
    err.print(line, soft_wrap=True)


def fail(line: str) -> typer.Exit:
    """Says why the command could not run; to be raised."""
    say(f"eventwire: {line}")
    return typer.Exit(FAILED)


@contextmanager
def kafka_errors() -> Iterator[None]:
    """What goes wrong with Kafka ends the command with one line and status 1."""
    from agents.runtime.connection import ConnectionSettingsError  # here, because `eventwire schema` should not wait for Faust
    from agents.runtime.reach import KafkaTrouble

    try:
        yield
    except (KafkaTrouble, ConnectionSettingsError) as error:
        raise fail(str(error)) from None


def printable(text: str) -> str:
    """Text of a stranger's page, safe to print: control characters and invisible direction marks become blanks."""
    return "".join(" " if _is_unsafe(character) else character for character in text)


def _is_unsafe(character: str) -> bool:
    # Escape sequences could repaint the terminal, bidirectional overrides could disguise what is written.
    return unicodedata.category(character) == "Cc" or character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
