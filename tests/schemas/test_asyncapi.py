import json
import shutil
import subprocess
from pathlib import Path

import pytest

from schemas import asyncapi, export, headers, topics
from schemas.deadletter import DeadLetterInfo, DeadLetterReason
from tests.embedded import NOON, article
from tests.tools import asyncapi_parser

CHECK = """
import {Parser} from '@asyncapi/parser';
import fs from 'fs';
const {document, diagnostics} = await new Parser().parse(fs.readFileSync(process.argv[2], 'utf8'));
const channels = document ? document.channels().all().map(channel => channel.address()) : [];
console.log(JSON.stringify({channels, errors: diagnostics.filter(found => found.severity === 0)}));
"""


@pytest.mark.timeout(300)
def test_the_parser_of_the_specification_finds_no_fault(tmp_path: Path):
    folder = asyncapi_parser()
    script = tmp_path / "check.mjs"
    (tmp_path / "node_modules").symlink_to(folder / "node_modules")
    script.write_text(CHECK)
    node = shutil.which("node")
    assert node
    document = export.PUBLISHED / export.ASYNCAPI
    run = subprocess.run([node, script, document], capture_output=True, text=True, check=False, cwd=tmp_path, timeout=120)
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert found == {"channels": [topic.name for topic in topics.ALL], "errors": []}


def test_every_reference_leads_somewhere():
    document = asyncapi.document()

    def references(value: object) -> list[str]:
        if isinstance(value, dict):
            here = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
            return here + [found for part in value.values() for found in references(part)]
        return [found for part in value for found in references(part)] if isinstance(value, list) else []

    for reference in references(document):
        place = document
        for part in reference.removeprefix("#/").split("/"):
            place = place[part]
    assert len(references(document)) > 30


def test_it_names_the_headers_that_are_really_written():
    message = asyncapi.document()["components"]["messages"]["clean-article-v1"]["headers"]
    written = dict(headers.cloud_event(topics.ARTICLES, article(), "eventwire/clean", NOON))
    assert set(message["required"]) == set(written)
    fixed = {name: told["const"] for name, told in message["properties"].items() if "const" in told}
    assert fixed.items() <= {name: value.decode() for name, value in written.items()}.items()


def test_a_dead_letters_headers_are_those_that_are_written():
    info = DeadLetterInfo.now(NOON, "clean", DeadLetterReason.CRASHED, "E", "m", 1, "t", 0, 0, 5)
    told = asyncapi.document()["components"]["messages"]["dead-letter"]["headers"]
    assert {name for name, _ in info.headers()} <= set(told["properties"])
