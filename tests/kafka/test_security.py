"""TLS and SASL: the whole wire and every command on a broker that asks for them, and one clear line where they are wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import orjson
import pytest

from schemas.topics import ALL, RAW_PAGES
from tests.kafka.broker import free_ports
from tests.kafka.process import ROOT, start, tail, wait_until
from tests.kafka.secure import PASSWORD, SCRAM, USER, SecureBroker
from tests.kafka.stories import story
from tests.kafka.topics import Topics

pytestmark = [pytest.mark.kafka, pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def secure(kafka_jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SecureBroker]:
    with SecureBroker(tmp_path_factory.mktemp("secure"), kafka_jars) as broker:
        yield broker


@pytest.fixture(autouse=True)
def nothing_left(secure: SecureBroker) -> Iterator[None]:
    yield
    Topics(secure.address).remove_all()


def by_password(broker: SecureBroker, mechanism: str = SCRAM, **other: str) -> dict[str, str]:
    return {
        "EVENTWIRE_BROKERS": f"127.0.0.1:{broker.secure}",
        "EVENTWIRE_KAFKA_SECURITY_PROTOCOL": "SASL_SSL",
        "EVENTWIRE_KAFKA_SASL_MECHANISM": mechanism,
        "EVENTWIRE_KAFKA_SASL_USERNAME": USER,
        "EVENTWIRE_KAFKA_SASL_PASSWORD": PASSWORD,
        "EVENTWIRE_KAFKA_SSL_CAFILE": str(broker.authority),
        **other,
    }


def by_certificate(broker: SecureBroker, **other: str) -> dict[str, str]:
    return {
        "EVENTWIRE_BROKERS": f"127.0.0.1:{broker.mutual}",
        "EVENTWIRE_KAFKA_SECURITY_PROTOCOL": "SSL",
        "EVENTWIRE_KAFKA_SSL_CAFILE": str(broker.authority),
        "EVENTWIRE_KAFKA_SSL_CERTFILE": str(broker.certificate),
        "EVENTWIRE_KAFKA_SSL_KEYFILE": str(broker.key),
        **other,
    }


WAYS = {
    "password": by_password,
    "certificates": by_certificate,
}


def run(environment: Mapping[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "agents.commands.main", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize("way", WAYS)
def test_pages_come_out_as_events(secure: SecureBroker, tmp_path: Path, way: str) -> None:
    clean, tag = free_ports(2)
    ports = {"EVENTWIRE_HTTP_PORT_CLEAN": str(clean), "EVENTWIRE_HTTP_PORT_TAG": str(tag), "EVENTWIRE_RECORD_DEADLINE_S": "60"}
    environment = WAYS[way](secure) | ports

    def eventwire(*arguments: str | Path) -> str:
        done = run(environment, *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    (tmp_path / "pages").mkdir()
    for number in range(4):
        (tmp_path / "pages" / f"{number}.html").write_text(story(number))
    eventwire("topics", "create", "--partitions", "2")
    eventwire("topics", "check")
    eventwire("publish", tmp_path / "pages", "--base-url", "https://harbour-post.example/")
    assert sum(Topics(secure.address).ends(RAW_PAGES).values()) == 4
    log = tmp_path / "workers.log"
    workers = start([sys.executable, "-m", "agents.commands.main", "worker", "all"], log, environment)
    try:

        def coded() -> int:
            assert workers.poll() is None, tail(log)
            lines = eventwire("tail", "events", "--from-beginning", "--once", "--format", "jsonl").splitlines()
            return len({orjson.loads(line)["article"]["url"] for line in lines}) == 4

        wait_until(f"every page is coded\n{tail(log)}", 150, coded, every=2)
        told = eventwire("doctor")
        assert "0 records behind" in told
        assert "fault" not in told
        assert eventwire("deadletters", "list") == ""
        workers.send_signal(signal.SIGTERM)
        assert workers.wait(60) == 0, tail(log)
    finally:
        workers.kill()
        workers.wait()


def test_a_plain_password_will_do(secure: SecureBroker) -> None:
    done = run(by_password(secure, "PLAIN"), "topics", "create", "--partitions", "1")
    assert done.returncode == 0, done.stderr
    assert Topics(secure.address).names() == {topic.name for topic in ALL}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"EVENTWIRE_KAFKA_SASL_PASSWORD": "wrong"}, "SASL"),
        ({"EVENTWIRE_KAFKA_SSL_CAFILE": "foreign"}, "certificate"),
        ({"EVENTWIRE_KAFKA_SECURITY_PROTOCOL": "PLAINTEXT"}, "can't reach Kafka"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(secure: SecureBroker, wrong: dict[str, str], told: str) -> None:
    wrong = {name: str(secure.foreign) if value == "foreign" else value for name, value in wrong.items()}
    done = run(by_password(secure, **wrong), "topics", "check")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "can't reach Kafka at" in done.stderr
    assert told.lower() in done.stderr.lower()


def test_without_a_certificate_of_its_own_a_client_is_refused(secure: SecureBroker) -> None:
    environment = by_certificate(secure)
    del environment["EVENTWIRE_KAFKA_SSL_CERTFILE"], environment["EVENTWIRE_KAFKA_SSL_KEYFILE"]
    done = run(environment, "topics", "check")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1), done.stderr
