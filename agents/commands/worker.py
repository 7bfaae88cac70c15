"""`eventwire worker`: runs the worker of a stage, or one process for each."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from typing import Annotated, Literal

import typer

from agents.app import STAGES
from agents.settings import settings

SPARE_S = 40.0
"""For what follows a drain: the last commit, leaving the group, the producer's last word. By then a worker has ended itself."""

Which = Literal["clean", "tag", "all"]


def worker(
    stage: Annotated[Which, typer.Argument(help="The stage; all: one process a stage, supervised.")],
) -> None:
    """Takes records from the source topic of a stage, puts what becomes of them on its topics, and loses none.

    Runs until SIGTERM or Ctrl-C, then finishes what is in work (EVENTWIRE_DRAIN_S, 20 s at most). Any number of workers of a stage
    share its partitions. Metrics and health: /metrics, /alive and /ready on EVENTWIRE_HTTP_PORT_CLEAN (9101) and _TAG (9102).

    Exit status: 0 stopped in order, 1 could not start, 70 can't go on and should be started again.

    \b
    Examples:
      eventwire worker all
      EVENTWIRE_BROKERS=kafka1:9092,kafka2:9092 eventwire worker clean
      EVENTWIRE_POOL_PROCESSES=8 EVENTWIRE_LOG_FORMAT=json eventwire worker tag
    """
    status = _supervise() if stage == "all" else _run(stage)
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)  # a thread of a library may hang; what matters is done


def _run(name: str) -> int:
    from agents.runtime.worker import run_worker  # here, because `--help` should not wait for Faust

    return run_worker(STAGES[name], settings())


def _supervise() -> int:
    from agents.runtime.supervisor import Supervisor

    commands = {name: [sys.executable, "-m", "agents.runtime.worker", path] for name, path in STAGES.items()}
    return asyncio.run(Supervisor(commands, settings().drain_s + SPARE_S, prefix=sys.stderr.isatty()).run())
