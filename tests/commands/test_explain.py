import typer
from typer.testing import CliRunner

from agents.commands.explain import explain
from agents.commands.lexicon import app as lexicon

run = CliRunner()


def test_explain_shows_the_event_and_the_reasons() -> None:
    app = typer.Typer()
    app.command()(explain)
    result = run.invoke(app, ["The general threatened to arrest the mayor."])
    assert result.exit_code == 0
    assert "THREATEN/arrest" in result.stdout
    assert "suppressed: content of 'threatened to'" in result.stdout


def test_lexicon_check_passes() -> None:
    result = run.invoke(lexicon, ["check"])
    assert result.exit_code == 0
    assert "0 faults" in result.stdout
