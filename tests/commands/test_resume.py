import asyncio
from pathlib import Path

import pytest

from agents.commands.journal import Journal, identity
from agents.settings import Settings
from schemas import topics
from tests.commands.conftest import Eventwire
from tests.commands.test_warc import PAGE, RESOURCE
from tests.embedded import on, page


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    folder = tmp_path / "crawl"
    folder.mkdir()
    (folder / "a.html").write_text("<p>a")
    (folder / "b.jsonl").write_bytes(b"\n".join(page(f"https://x.example/{number}").to_json() for number in range(4)))
    (folder / "c.warc").write_bytes(PAGE + RESOURCE)
    return folder


def sent(wire: Settings) -> list[str]:
    return sorted((message.key or b"").decode() for message in asyncio.run(on(wire, topics.RAW_PAGES.name)))


def test_a_second_run_leaves_out_what_the_first_published(eventwire: Eventwire, wire: Settings, crawl: Path):
    assert "7 pages to" in eventwire("publish", crawl).stderr
    result = eventwire("publish", crawl, "--resume")
    assert "0 pages to" in result.stderr
    assert "7 published before" in result.stderr
    assert len(sent(wire)) == 7


def test_a_run_that_was_cut_off_goes_on_where_it_was(eventwire: Eventwire, wire: Settings, crawl: Path, state: Path):
    eventwire("publish", crawl)
    [journal] = state.rglob("*.jsonl")
    lines = [line for line in journal.read_bytes().splitlines() if b"b.jsonl" not in line]
    half = Journal(journal, resumes=False)
    half.settle(identity(crawl / "b.jsonl"), 0)
    half.settle(identity(crawl / "b.jsonl"), 2)
    half.close()
    with journal.open("ab") as file:
        file.write(b"\n".join(lines) + b'\n["/cut/off", 1')
    result = eventwire("publish", crawl, "--resume")
    assert "2 pages to" in result.stderr
    assert "5 published before" in result.stderr


def test_a_file_that_changed_goes_out_anew(eventwire: Eventwire, wire: Settings, crawl: Path):
    eventwire("publish", crawl)
    (crawl / "a.html").write_text("<p>another")
    assert "1 pages to" in eventwire("publish", crawl, "--resume").stderr


def test_without_resume_everything_goes_out_again(eventwire: Eventwire, wire: Settings, crawl: Path):
    eventwire("publish", crawl)
    assert "7 pages to" in eventwire("publish", crawl).stderr


def test_a_bad_line_of_an_earlier_run_is_not_waited_for(eventwire: Eventwire, wire: Settings, tmp_path: Path):
    lines = tmp_path / "lines.jsonl"
    lines.write_bytes(b"no json\n" + page().to_json())
    assert "1 unreadable" in eventwire("publish", lines).stderr
    result = eventwire("publish", lines, "--resume")
    assert "1 unreadable" in result.stderr
    assert "1 published before" in result.stderr


def test_standard_input_can_not_be_resumed(eventwire: Eventwire, wire: Settings):
    assert eventwire("publish", "-", "--resume", stdin=b"").exit_code == 2


def test_without_a_place_for_its_notes_a_run_goes_on_and_a_resume_says_why_not(
    eventwire: Eventwire, wire: Settings, crawl: Path, state: Path
):
    state.write_text("a file where the folder should be")
    result = eventwire("publish", crawl)
    assert (result.exit_code, "this run can't be resumed" in result.stderr) == (0, True)
    assert eventwire("publish", crawl, "--resume").exit_code == 1
