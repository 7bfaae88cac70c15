"""Fetches Apache Kafka from Maven Central, once, into the user's cache: 46 jars, 43 MB."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
from pathlib import Path

from tests.tools import cache

VERSION = "4.1.1"
OLDEST_JAVA = 17  # Kafka 4 runs on nothing older
POM = Path(__file__).parent / "pom.xml"
TRIES = 3
"""A download may fail for a moment."""


class KafkaMissing(Exception):
    """There is no broker to be had here; the message is the one plain reason."""


def _java_version() -> int:
    """The major version of the `java` on the path."""
    java = shutil.which("java")
    if java is None:
        raise KafkaMissing(f"no Apache Kafka: there is no `java` on the path (Java {OLDEST_JAVA} or later is needed)")
    text = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    first = text.partition('"')[2].partition('"')[0]
    return int(first.split(".")[0]) if first[:1].isdigit() else 0


def jars() -> Path:
    """The folder of the jars; they are fetched where they are not there yet. Raises KafkaMissing."""
    if (found := _java_version()) < OLDEST_JAVA:
        raise KafkaMissing(f"no Apache Kafka: it needs Java {OLDEST_JAVA} or later, and `java` is version {found}")
    folder = cache() / f"kafka-{VERSION}"
    with (cache() / "kafka.lock").open("w") as lock:  # two test runs at once fetch it one after the other
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            _fetch(folder)
    return folder


def _fetch(folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise KafkaMissing("no Apache Kafka: there is no `mvn` on the path to fetch it with (Maven 3 or later is needed)")
    unfinished = folder.with_suffix(".part")
    command = [maven, "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", f"-DoutputDirectory={unfinished}"]
    for _ in range(TRIES):
        shutil.rmtree(unfinished, ignore_errors=True)
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode == 0 and any(unfinished.glob(f"kafka_*-{VERSION}.jar")):
            unfinished.rename(folder)
            return
    raise KafkaMissing(f"no Apache Kafka: Maven could not fetch it: {(run.stdout + run.stderr).strip()[:300]}")
