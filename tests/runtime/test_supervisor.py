from __future__ import annotations

import asyncio
import io
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from agents.runtime import supervisor as supervisor_module
from agents.runtime.supervisor import FAILED, OK, Supervisor

WAITS = "import signal, sys; signal.signal(signal.SIGTERM, lambda *_: sys.exit(0)); print('up', flush=True); signal.pause()"
IGNORES = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True)\nwhile True: signal.pause()"


def supervise(output: io.StringIO, grace_s: float = 20.0, **programs: str) -> Supervisor:
    commands = {stage: [sys.executable, "-c", program] for stage, program in programs.items()}
    return Supervisor(commands, grace_s, prefix=True, output=output, pause_s=0.01)


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not condition():  # noqa: ASYNC110 - what is waited for happens in other processes
            await asyncio.sleep(0.01)


async def test_sigterm_is_passed_on_and_waited_for() -> None:
    output = io.StringIO()
    running = asyncio.create_task(supervise(output, clean=WAITS, tag=WAITS).run())
    await until(lambda: output.getvalue().count("up") == 2)
    os.kill(os.getpid(), signal.SIGTERM)
    assert await asyncio.wait_for(running, 60) == OK
    assert sorted(output.getvalue().splitlines()) == ["clean | up", "tag   | up"]


async def test_a_worker_that_ends_is_started_again(tmp_path: object) -> None:
    output = io.StringIO()
    mark = f"{tmp_path}/mark"
    program = f"import os, sys; mark = {mark!r}\nif not os.path.exists(mark): open(mark, 'w').close(); sys.exit(70)\n{WAITS}"
    running = asyncio.create_task(supervise(output, clean=program).run())
    await until(lambda: "up" in output.getvalue())
    os.kill(os.getpid(), signal.SIGTERM)
    assert await asyncio.wait_for(running, 60) == OK
    assert "worker clean ended with status 70; starting it again in 0.01 s" in output.getvalue()


async def test_a_stage_that_cannot_be_kept_up_ends_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor_module, "MOST_RESTARTS", 2)
    output = io.StringIO()
    assert await asyncio.wait_for(supervise(output, clean="raise SystemExit(70)", tag=WAITS).run(), 60) == FAILED
    assert output.getvalue().count("starting it again") == 2
    assert "worker clean ended with status 70 and can't be kept up" in output.getvalue()


async def test_a_stage_that_cannot_start_is_not_tried_again() -> None:
    output = io.StringIO()
    assert await asyncio.wait_for(supervise(output, clean="raise SystemExit(1)").run(), 60) == FAILED
    assert "starting it again" not in output.getvalue()


async def test_a_worker_that_does_not_end_is_killed() -> None:
    output = io.StringIO()
    running = asyncio.create_task(supervise(output, grace_s=0.1, clean=IGNORES).run())
    await until(lambda: "up" in output.getvalue())
    os.kill(os.getpid(), signal.SIGTERM)
    assert await asyncio.wait_for(running, 60) == FAILED
    assert "did not end within 0.1 s and is killed" in output.getvalue()


async def test_workers_drain_and_end_when_their_supervisor_is_killed(tmp_path: Path) -> None:
    pid_file, drained = tmp_path / "pid", tmp_path / "drained"
    worker = (
        "import os, pathlib, signal, sys\n"
        f"signal.signal(signal.SIGTERM, lambda *_: (pathlib.Path({str(drained)!r}).touch(), sys.exit(0)))\n"
        f"pathlib.Path({str(pid_file)!r}).write_text(str(os.getpid()) + '\\n')\n"
        "while True: signal.pause()"
    )
    program = (
        "import asyncio, sys; from agents.runtime.supervisor import Supervisor\n"
        f"asyncio.run(Supervisor({{'clean': [sys.executable, '-c', {worker!r}]}}, 20.0, prefix=False).run())"
    )
    supervisor = await asyncio.create_subprocess_exec(sys.executable, "-c", program)
    await until(lambda: pid_file.exists() and pid_file.read_text().endswith("\n"))
    supervisor.kill()
    await supervisor.wait()
    await until(drained.exists)
