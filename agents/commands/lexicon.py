"""`eventwire lexicon check`: the lexicon's files against its rules and examples."""

from __future__ import annotations

import typer

from agents.commands.terminal import FAILED, out, say
from agents.tag.lexicon import LexiconError
from agents.tag.lexicon_check import check as check_lexicon

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback()
def lexicon() -> None:
    """The words that events are coded by, one file a PLOVER type."""


@app.command()
def check() -> None:
    """Reads the lexicon's files and codes their examples; says what is wrong and where.

    \b
    Examples:
      eventwire lexicon check
    """
    try:
        checked = check_lexicon()
    except LexiconError as error:
        say(f"eventwire lexicon: {error}")
        raise typer.Exit(FAILED) from None
    for fault in checked.faults:
        out.print(f"{fault.file}, group {fault.group!r}: {fault.text}", soft_wrap=True)
    out.print(
        f"{checked.lemmas} lemmas in {checked.groups} groups, {checked.examples} examples, {len(checked.faults)} faults",
        soft_wrap=True,
    )
    if checked.faults:
        raise typer.Exit(FAILED)
