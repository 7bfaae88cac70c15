"""`eventwire doctor`: what is wrong around Eventwire, and what to do."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pkgutil import resolve_name

import typer
from rich.text import Text

from agents.app import STAGES
from agents.commands.terminal import FAILED, err, out, printable
from agents.runtime.admin import partition_counts
from agents.runtime.checks import cluster, groups, machine
from agents.runtime.checks.finding import Finding, Level, fault
from agents.runtime.connection import ConnectionSettingsError
from agents.runtime.reach import KafkaTrouble
from agents.runtime.stage import Stage
from agents.settings import Settings, settings
from schemas import topics

STYLES = {Level.OK: "green", Level.WARNING: "yellow", Level.FAULT: "bold red"}
READ, WRITE = "READ", "WRITE"


def doctor() -> None:
    """Looks at this machine, the brokers, the topics, permissions, the stages' groups and lag, dead letters and clocks; says what
    is wrong, and what to do. It changes nothing.

    Exit status: 0 no fault (warnings included), 1 a fault was found.

    \b
    Examples:
      eventwire doctor
      EVENTWIRE_BROKERS=kafka1:9092 eventwire doctor
      eventwire doctor | grep -v ^ok
    """
    counts = asyncio.run(_examine(settings()))
    told = ", ".join(f"{counts[level]} {level.value}{'s' if counts[level] != 1 else ''}" for level in (Level.FAULT, Level.WARNING))
    err.print(told, soft_wrap=True)
    if counts[Level.FAULT]:
        raise typer.Exit(FAILED)


async def _examine(configured: Settings) -> Counter[Level]:
    counts: Counter[Level] = Counter()
    with err.status("looking"):
        async for finding in _findings(configured):
            counts[finding.level] += 1
            line = f"{finding.subject}: {printable(finding.told)}"
            out.print(Text.assemble((f"{finding.level.value:8}", STYLES[finding.level]), line), soft_wrap=True)
            if finding.remedy:
                out.print(Text(f"{'':8}-> {finding.remedy}"), soft_wrap=True)
    return counts


async def _findings(configured: Settings) -> AsyncIterator[Finding]:
    stages: list[Stage] = [resolve_name(path) for path in STAGES.values()]
    ports = {stage.name: getattr(configured, f"http_port_{stage.name}") for stage in stages}
    for finding in machine.look(configured, ports):
        yield finding
    try:
        async for finding in cluster.look(configured, topics.ALL, _rights(stages)):
            yield finding
        existing = await partition_counts(configured)
        sources = {stage.name: stage.source.name for stage in stages if stage.source.name in existing}
        async for finding in groups.look(configured, sources, datetime.now(UTC)):
            yield finding
    except ConnectionSettingsError as error:
        yield fault("settings", str(error), "set the EVENTWIRE_KAFKA_* variables that the message names")
    except KafkaTrouble as error:
        yield fault("brokers", str(error), "start the broker, or set EVENTWIRE_BROKERS and EVENTWIRE_KAFKA_*; then call this again")


def _rights(stages: list[Stage]) -> dict[str, list[str]]:
    """Topic -> what the stages do with it."""
    rights: dict[str, list[str]] = {topics.DEAD_LETTERS.name: [WRITE]}
    for stage in stages:
        for topic in stage.outputs:
            rights.setdefault(topic.name, []).append(WRITE)
        rights.setdefault(stage.source.name, []).append(READ)
    return rights
