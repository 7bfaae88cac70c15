from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

OBEDIENT = """
from agents.app import STAGES
from agents.commands.main import main
STAGES.update(clean="tests.runtime.stages:STAGE", tag="tests.runtime.stages:TAG")
main()
"""
"""`eventwire` with stages that do as the page says."""

LIMITS = {"EVENTWIRE_RECORD_DEADLINE_S": "2", "EVENTWIRE_POOL_MEMORY_BYTES": str(512 << 20)}


def start(*arguments: str, program: str = OBEDIENT, **streams: Any) -> subprocess.Popen[bytes]:
    environment = {**os.environ, **LIMITS, "PYTHONPATH": str(ROOT)}
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    return subprocess.Popen([sys.executable, "-c", program, *arguments], env=environment, **streams)


def run(*arguments: str, lines: bytes) -> tuple[int, list[dict[str, Any]], str]:
    """Exit status, records on standard output, standard error."""
    process = start(*arguments)
    out, err = process.communicate(lines, timeout=60)
    return process.returncode, [json.loads(line) for line in out.splitlines()], err.decode()


def page(html: str) -> bytes:
    return json.dumps({"url": "https://wire.example/a", "fetched_at": "2031-05-06T00:00:00Z", "html": html}).encode() + b"\n"


def test_articles_come_out_in_the_order_of_the_pages():
    pages = [page(f"sleep .{9 - number}" if number < 4 else f"page {number}") for number in range(40)]
    status, articles, err = run("clean", "--jobs", "3", lines=b"".join(pages))
    assert status == 0
    assert [article["text"] for article in articles] == [json.loads(line)["html"] for line in pages]
    assert err == ""


def test_a_bad_line_is_told_of_and_the_others_go_on(tmp_path: Path):
    lines = (
        page("one")
        + b"\n  \n{\n"
        + page("loop")
        + page("reject")
        + b'{"url": "https://wire.example/b"}\n'
        + page("print")
        + page("two")[:-1]
    )
    rejected, failed = tmp_path / "rejected.jsonl", tmp_path / "failed.jsonl"
    status, articles, err = run("clean", "--jobs", "2", "--rejected", str(rejected), "--failed", str(failed), lines=lines)
    assert status == 0
    assert [article["text"] for article in articles] == ["one", "print", "two"]
    told = [line for line in err.splitlines() if line.startswith("line ")]
    assert [line.split(": ")[:3] for line in told] == [
        ["line 4", "clean", "undecodable"],
        ["line 5", "clean", "timed-out"],
        ["line 7", "clean", "invalid"],
    ]
    assert [json.loads(line)["reason"] for line in rejected.read_text().splitlines()] == ["empty"]
    assert [json.loads(line) for line in failed.read_text().splitlines()][1] == {
        "line": 5,
        "url": "https://wire.example/a",
        "stage": "clean",
        "reason": "timed-out",
        "message": "took longer than 2 s",
    }


def test_process_goes_through_both_stages_and_names_the_one_that_failed(tmp_path: Path):
    failed = tmp_path / "failed.jsonl"
    lines = page("one") + page("untaggable") + page("raise at once") + page("reject") + page("two")
    status, events, _ = run("process", "--failed", str(failed), lines=lines)
    assert status == 0
    assert [record["tagger"]["coded"] for record in events] == [True, True]
    failures = [json.loads(line) for line in failed.read_text().splitlines()]
    assert [(failure["line"], failure["stage"], failure["reason"]) for failure in failures] == [
        (2, "tag", "internal"),
        (3, "clean", "internal"),
    ]


def test_tag_takes_what_clean_gives():
    _, articles, _ = run("clean", lines=page("one"))
    status, events, _ = run("tag", lines=json.dumps(articles[0]).encode())
    assert status == 0
    assert events[0]["article"]["article_id"] == articles[0]["article_id"]


def test_a_line_of_twenty_megabytes_passes():
    status, articles, _ = run("clean", lines=page("x" * 20_000_000) + page("after"))
    assert status == 0
    assert [len(article["text"]) for article in articles] == [20_000_000, 5]


def test_no_lines_give_no_records():
    assert run("clean", lines=b"") == (0, [], "")


def test_a_stage_that_cannot_be_loaded_is_status_1_and_says_why():
    program = OBEDIENT.replace("stages:STAGE", "stages:UNLOADABLE")
    process = start("clean", program=program)
    out, err = process.communicate(page("one"), timeout=60)
    assert (process.returncode, out) == (1, b"")
    assert b"could not run: processes for tests.runtime.stages:UNLOADABLE can't be started" in err
    assert b"model.txt is missing" in err
    assert b"Traceback" not in err


def test_a_file_that_cannot_be_written_is_status_1():
    status, _, err = run("clean", "--failed", "/nowhere/failed.jsonl", lines=b"")
    assert (status, "/nowhere/failed.jsonl" in err) == (1, True)


@pytest.mark.parametrize("arguments", [["clean", "--jobs", "0"], ["clean", "--jbos", "2"], ["cleen"]])
def test_wrong_usage_is_status_2(arguments: list[str]):
    assert run(*arguments, lines=b"")[0] == 2


def test_a_reader_that_goes_away_ends_it_quietly():
    process = start("clean")
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdin.write(page("one"))
    process.stdin.flush()
    process.stdout.readline()
    process.stdout.close()
    process.stdin.write(page("two"))
    process.stdin.flush()
    assert process.wait(20) == -signal.SIGPIPE
    assert process.stderr.read() == b""
    process.stdin.close()
    process.stderr.close()


@pytest.mark.parametrize("reader_stalls", [False, True])
def test_interrupting_ends_it_cleanly(reader_stalls: bool):
    process = start("clean")
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdin.write(page("one") + page("grow 1000000" if reader_stalls else "loop"))
    process.stdin.flush()
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == -signal.SIGINT
    assert process.stderr.read() == b""
    for stream in (process.stdin, process.stdout, process.stderr):
        stream.close()


def test_records_come_out_while_the_input_stays_open():
    process = start("clean")
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(page("one"))
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["text"] == "one"
    process.communicate(timeout=20)
    assert process.returncode == 0


def test_progress_is_shown_on_a_terminal_with_bad_lines_above_it():
    ours, theirs = pty.openpty()
    process = start("clean", stderr=theirs)
    os.close(theirs)
    assert process.stdin is not None
    process.stdin.write(page("one") + b"{\n" + page("reject"))
    process.stdin.close()
    shown = b""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            shown += os.read(ours, 65536)
        except OSError:  # the terminal's other end is closed
            break
    os.close(ours)
    process.wait(20)
    assert process.stdout is not None
    process.stdout.close()
    assert b"3 lines" in shown
    assert b"1 rejected  1 failed" in shown
    assert b"line 2: clean: undecodable" in shown


def test_the_list_of_commands_loads_no_command_and_no_kafka():
    program = (
        "import sys\nfrom agents.commands.main import main\ntry:\n    main()\nfinally:\n    print(*sys.modules, file=sys.stderr)"
    )
    process = start("--help", program=program)
    out, err = process.communicate(timeout=20)
    loaded = set(err.decode().split())
    assert b"process" in out
    assert not loaded & {"agents.commands.filters", "agents.settings", "faust", "aiokafka", "confluent_kafka", "pydantic"}


@pytest.mark.parametrize("command", ["clean", "tag", "process"])
def test_help_has_examples(command: str):
    process = start(command, "--help")
    out, _ = process.communicate(timeout=20)
    assert process.returncode == 0
    assert f"    eventwire {command} " in out.decode()


def test_a_misspelt_command_is_guessed():
    assert "'clean'" in run("cleen", lines=b"")[2]
