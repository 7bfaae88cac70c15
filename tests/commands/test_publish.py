import asyncio
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from agents.commands.inputs import list_files
from agents.commands.publish import _Publish
from agents.runtime.codec import decode_raw_page
from agents.settings import Settings, settings
from schemas import headers, topics
from schemas.page import RawPage
from tests.commands.conftest import Eventwire
from tests.embedded import on, page


def published(settings: Settings) -> list[RawPage]:
    messages = asyncio.run(on(settings, topics.RAW_PAGES.name))
    return sorted(map(decode_raw_page, messages), key=lambda found: found.url)


def forms(settings: Settings) -> set[str | None]:
    return {message.header(headers.CONTENT_TYPE) for message in asyncio.run(on(settings, topics.RAW_PAGES.name))}


def test_a_folder_goes_to_the_raw_topic_as_bytes_with_headers(eventwire: Eventwire, wire: Settings, tmp_path: Path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_bytes(b"<p>\xe4")
    result = eventwire("publish", tmp_path, "--base-url", "https://x.example", "--crawl", "daily")
    assert result.exit_code == 0, result.output
    assert [(found.url, found.body, found.crawl) for found in published(wire)] == [
        ("https://x.example/a.html", b"<p>\xe4", "daily"),
        ("https://x.example/b.html", b"<p>\xe4", "daily"),
    ]
    assert forms(wire) == {"text/html"}
    assert "2 pages to news.pages.raw.v1" in result.stderr
    assert result.stdout == ""


def test_json_lines_on_standard_input_go_as_json_and_a_bad_line_is_named(eventwire: Eventwire, wire: Settings):
    result = eventwire("publish", "-", stdin=b"no json\n" + page().to_json() + b"\n")
    assert result.exit_code == 0, result.output
    assert published(wire) == [page()]
    assert forms(wire) == {"application/json"}
    assert "-:1: no JSON" in result.stderr
    assert "1 unreadable" in result.stderr


def test_a_line_with_a_time_out_of_range_is_named(eventwire: Eventwire, wire: Settings):
    line = b'{"url": "https://x.example/", "fetched_at": "0001-01-01T00:00:00+14:00", "html": "<p>"}\n'
    result = eventwire("publish", "-", stdin=line + page().to_json() + b"\n")
    assert result.exit_code == 0, result.output
    assert published(wire) == [page()]
    assert "-:1: no RawPage: fetched_at: " in result.stderr


def test_a_page_is_sent_while_the_crawler_is_at_the_next_and_an_interrupt_ends_it(wire: Settings):
    program = [sys.executable, "-c", "from agents.commands.main import main; main()", "publish", "-"]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        try:
            process.stdin.write(page().to_json() + b"\n")
            process.stdin.flush()
            deadline = time.monotonic() + 20
            while not (sent := published(wire)) and time.monotonic() < deadline:
                pass  # each look asks the broker
            assert sent == [page()]
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == -signal.SIGINT
            assert process.stderr.read().startswith(b"1 pages to news.pages.raw.v1")
        finally:
            process.kill()


def test_the_form_can_be_chosen(eventwire: Eventwire, wire: Settings, tmp_path: Path):
    (tmp_path / "a.html").write_bytes(b"<p>")
    assert eventwire("publish", tmp_path, "--form", "json").exit_code == 0
    assert forms(wire) == {"application/json"}


def test_a_page_over_the_limit_is_named_and_counted(eventwire: Eventwire, wire: Settings, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("EVENTWIRE_RECORD_MAX_BYTES", "1000")
    (tmp_path / "large.html").write_bytes(b"a" * 2000)
    (tmp_path / "small.html").write_bytes(b"a")
    result = eventwire("publish", tmp_path)
    assert result.exit_code == 0, result.output
    assert len(published(wire)) == 1
    assert f"{tmp_path}/large.html: 2," in result.stderr
    assert "1 too large, not sent" in result.stderr


@pytest.mark.usefixtures("wire")
async def test_the_bar_is_full_at_the_end(tmp_path: Path):
    (tmp_path / "a.html").write_bytes(b"<p>")
    (tmp_path / "b.jsonl").write_bytes(b"")
    files = list_files([tmp_path])
    run = _Publish(len(files))
    settings.cache_clear()
    await run.run(files, None, None, None)
    assert [(bar.completed, bar.total) for bar in run._progress.tasks] == [(2, 2)]


def test_what_can_not_run_says_why(eventwire: Eventwire, tmp_path: Path):
    missing = eventwire("publish", tmp_path / "nothing")
    assert (missing.exit_code, "no file or folder" in missing.stderr) == (1, True)
    empty = eventwire("publish", tmp_path)
    assert (empty.exit_code, "no HTML file, no JSON Lines and no WARC" in empty.stderr) == (1, True)
    (tmp_path / "a.html").write_bytes(b"<p>")
    unreachable = eventwire("publish", tmp_path)
    assert (unreachable.exit_code, "EVENTWIRE_BROKERS" in unreachable.stderr) == (1, True)
