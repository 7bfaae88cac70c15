from typer.testing import CliRunner

from agents.commands.main import app

run = CliRunner()


def test_explain_shows_the_event_and_the_reasons() -> None:
    result = run.invoke(app, ["explain", "The general threatened to arrest the mayor."])
    assert result.exit_code == 0
    assert "THREATEN/arrest" in result.stdout
    assert "suppressed: content of 'threatened to'" in result.stdout


def test_lexicon_check_passes() -> None:
    result = run.invoke(app, ["lexicon", "check"])
    assert result.exit_code == 0
    assert "0 faults" in result.stdout
