"""The command line inside this process, with an embedded broker to talk to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from click.testing import Result
from typer.testing import CliRunner

from agents import settings as settings_module
from agents.settings import Settings
from tests.embedded import settings_of_a_broker

Eventwire = Callable[..., Result]


@pytest.fixture
def eventwire(monkeypatch: pytest.MonkeyPatch) -> Iterator[Eventwire]:
    """Runs a command; no broker answers."""
    from agents.commands.main import app

    monkeypatch.setenv("EVENTWIRE_BROKERS", "127.0.0.1:1")

    def run(*arguments: object, stdin: bytes = b"") -> Result:
        settings_module.settings.cache_clear()
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin, prog_name="eventwire")

    yield run
    settings_module.settings.cache_clear()


@pytest.fixture
def wire(eventwire: Eventwire, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """An embedded broker that the commands find."""
    with settings_of_a_broker() as settings:
        monkeypatch.setenv("EVENTWIRE_BROKERS", settings.brokers)
        yield settings
