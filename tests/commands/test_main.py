import os
import subprocess
import sys

import pytest

COMMANDS = ("clean", "worker clean", "worker all", "publish -", "tail events", "topics check", "demo --once")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_setting_that_makes_no_sense_is_named_and_ends_every_command(command: str):
    environment = {**os.environ, "EVENTWIRE_BROKERS": "127.0.0.1:1", "EVENTWIRE_POOL_PROCESSES": "zero"}
    program = [sys.executable, "-c", "from agents.commands.main import main; main()", *command.split()]
    ended = subprocess.run(program, env=environment, input="", capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert "eventwire: EVENTWIRE_POOL_PROCESSES=zero: Input should be a valid integer" in ended.stderr
    assert "Traceback" not in ended.stderr
