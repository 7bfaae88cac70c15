"""`eventwire topics`: makes the topics, or says how the existing ones differ."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer
from rich.table import Table

from agents.commands.terminal import FAILED, kafka_errors, out
from agents.runtime import admin
from agents.settings import settings
from schemas import topics

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Make the topics, or check the existing ones.")


@app.command()
def create(
    partitions: Annotated[int, typer.Option(min=1, help="Of each topic: the most workers of a stage that can share the work.")] = 8,
    replication: Annotated[
        int, typer.Option(min=-1, help="Copies of each partition; -1: the broker's default.")
    ] = admin.BROKERS_DEFAULT,
) -> None:
    """Makes the topics that are missing, and leaves the others as they are.

    \b
    Examples:
      eventwire topics create
      EVENTWIRE_BROKERS=kafka1:9092,kafka2:9092 eventwire topics create --partitions 24 --replication 3
    """
    with kafka_errors():
        made = asyncio.run(admin.create_topics(settings(), topics.ALL, partitions, replication))
    for topic in topics.ALL:
        out.print(f"{topic.name}  {'made' if topic.name in made else 'exists'}", soft_wrap=True)


@app.command()
def check() -> None:
    """Says how the topics differ from what Eventwire needs; status 1 where they do.

    \b
    Example:
      eventwire topics check
    """
    with kafka_errors():
        found = asyncio.run(admin.differences(settings(), topics.ALL))
    if not found:
        out.print(f"all {len(topics.ALL)} topics are as they should be")
        return
    if out.is_terminal:
        table = Table("topic", "setting", "wanted", "found")
        for difference in found:
            table.add_row(difference.topic, difference.setting, difference.wanted, difference.found)
        out.print(table)
    else:
        for difference in found:
            out.print(f"{difference.topic}  {difference.setting}: {difference.found}, wanted: {difference.wanted}", soft_wrap=True)
    if any(difference.setting == admin.EXISTENCE for difference in found):
        out.print("`eventwire topics create` makes the missing ones", soft_wrap=True)
    if any(difference.setting != admin.EXISTENCE for difference in found):
        out.print(
            "change a setting with kafka-configs.sh --alter --entity-type topics --entity-name TOPIC --add-config SETTING=WANTED",
            soft_wrap=True,
        )
    raise typer.Exit(FAILED)
