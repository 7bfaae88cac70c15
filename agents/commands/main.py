"""The command line. A command's module is imported when that command is called, so that `eventwire --help` starts at once.

A further command is one line in COMMANDS.
"""

from __future__ import annotations

import pkgutil
import sys
from importlib.metadata import version
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from agents.form import form

COMMANDS: dict[str, tuple[str, str]] = {
    "clean": ("agents.commands.filters:clean", "Pages in, articles out: JSON Lines, no Kafka needed."),
    "tag": ("agents.commands.filters:tag", "Articles in, coded events out: JSON Lines, no Kafka needed."),
    "process": ("agents.commands.filters:process", "Pages in, coded events out: JSON Lines, no Kafka needed."),
    "explain": ("agents.commands.explain:explain", "What fires in a text, what is suppressed, and why."),
    "worker": ("agents.commands.worker:worker", "Run a stage, or all of them, on your Kafka."),
    "topics": ("agents.commands.topics:app", "Make the topics on your Kafka, or check them."),
    "publish": ("agents.commands.publish:publish", "Pages on disk to Kafka."),
    "tail": ("agents.commands.tail:tail", "Follow articles, events, rejections or dead letters."),
    "deadletters": ("agents.commands.deadletters:app", "Look at dead letters, and put them back."),
    "doctor": ("agents.commands.doctor:doctor", "What is wrong around Eventwire, and what to do."),
    "schema": ("agents.commands.schema:schema", "JSON Schemas of the records."),
    "lexicon": ("agents.commands.lexicon:app", "Check the lexicon's files against its rules and examples."),
    "demo": ("agents.commands.demo:demo", "See it all at work: nothing needed, nothing kept."),
}
"""Name -> where its function (or, for a group, its typer.Typer) stands, for `pkgutil.resolve_name`; its line in the list."""

PROGRAM = "eventwire"


class Commands(TyperGroup):
    """Lists the commands by COMMANDS; loads one when it is called."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = {name: TyperCommand(name, help=summary) for name, (_, summary) in COMMANDS.items()}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name, command, rest = super().resolve_command(ctx, args)
        return name, command if name is None else load(name), rest


def load(name: str) -> Any:
    """The command as its module declares it."""
    target = pkgutil.resolve_name(COMMANDS[name][0])
    if isinstance(target, typer.Typer):
        return typer.main.get_command(target)
    single = typer.Typer(add_completion=False)
    single.command(name)(target)
    return typer.main.get_command(single)


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"{PROGRAM} {version(PROGRAM)} ({form()})")
        raise typer.Exit


app = typer.Typer(cls=Commands, no_args_is_help=True, pretty_exceptions_show_locals=False)


@app.callback()
def _program(
    show_version: bool = typer.Option(False, "--version", callback=_say_version, is_eager=True, help="Show the version and exit."),
) -> None:
    """Turns crawled web pages into a live wire of coded news events, with evidence."""


def _bad_settings(error: ValueError) -> list[str]:
    """A line for each variable of the environment that `error` complains of; none where it is another error."""
    from pydantic import ValidationError  # here, because the list of commands does without it

    from agents.settings import Settings

    if not isinstance(error, ValidationError) or error.title != Settings.__name__:
        return []
    prefix = Settings.model_config["env_prefix"]
    return [f"{prefix}{str(wrong['loc'][0]).upper()}={wrong['input']}: {wrong['msg']}" for wrong in error.errors(include_url=False)]


def main() -> None:
    """Runs the command that the arguments name. A setting that makes no sense ends any of them with status 1."""
    try:
        app(prog_name=PROGRAM)
    except ValueError as error:
        if not (lines := _bad_settings(error)):
            raise
        for line in lines:
            print(f"{PROGRAM}: {line}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
