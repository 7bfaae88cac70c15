"""A real Apache Kafka: one process, broker and controller in one (KRaft)."""

from __future__ import annotations

import base64
import random
import shutil
import socket
import subprocess
import uuid
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient

from tests.kafka.process import start, tail, wait_until

START_S = 60.0
"""It answers after three seconds on an idle machine."""
STOP_S = 60.0

PORTS = range(20_000, 32_000)
"""Below the ports that the kernel gives to outgoing connections (from 32,768): a client that tries to reach a stopped broker on
one of those can end up connected to itself, and the broker then finds its port taken."""

MESSAGE_BYTES = 32 << 20

PROPERTIES = """\
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:{controller}
listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}
advertised.listeners=PLAINTEXT://127.0.0.1:{port}
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs={data}
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
allow.everyone.if.no.acl.found=true
group.initial.rebalance.delay.ms=0
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=1000
message.max.bytes={message_bytes}
replica.fetch.max.bytes={message_bytes}
log.cleaner.dedupe.buffer.size=8388608
"""


def free_ports(number: int) -> list[int]:
    """Ports of 127.0.0.1 that nobody listens on, no two the same."""
    found: list[int] = []
    with ExitStack() as probes:
        while len(found) < number:
            port = random.choice(PORTS)
            probe = probes.enter_context(socket.socket())
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            found.append(port)
    return found


class Broker:
    """Keeps its data in `folder`, so that it can be stopped, killed and started again under the same address.

    Use as a context manager: it is started on entry and gone after exit.
    """

    more = ""
    """Further properties, in which {port}, {secure}, {mutual} and {folder} are filled in."""
    format_options: tuple[str, ...] = ()
    """Further arguments of the tool that formats the storage."""

    def __init__(self, folder: Path, jars: Path, heap: str = "512m") -> None:
        self.folder, self.jars, self.heap = folder, jars, heap
        self.log = folder / "broker.log"
        self.port = self.secure = self.mutual = 0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._format()
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.kill()
        shutil.rmtree(self.folder / "data", ignore_errors=True)

    def start(self) -> None:
        """Returns when the broker answers. Raises AssertionError where it doesn't."""
        assert self._process is None
        options = [f"-Xmx{self.heap}", "-XX:+UseSerialGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"]
        self._process = start(["java", *options, "-cp", self.jars / "*", "kafka.Kafka", self._properties], self.log)
        wait_until(f"the broker answers\n{tail(self.log)}", START_S, self._answers, every=0.1)

    def stop(self) -> None:
        """SIGTERM, and waits for the end."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(STOP_S)
            self._process = None

    def kill(self) -> None:
        """SIGKILL, and waits for the end."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(STOP_S)
            self._process = None

    @property
    def _properties(self) -> Path:
        return self.folder / "server.properties"

    def _format(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port, controller, self.secure, self.mutual = free_ports(4)
        text = PROPERTIES.format(port=self.port, controller=controller, data=self.folder / "data", message_bytes=MESSAGE_BYTES)
        more = self.more.format(port=self.port, controller=controller, secure=self.secure, mutual=self.mutual, folder=self.folder)
        self._properties.write_text(text + more)  # what stands later wins
        cluster = base64.urlsafe_b64encode(uuid.uuid4().bytes).rstrip(b"=").decode()
        tool = ["java", "-Xmx128m", "-cp", str(self.jars / "*"), "kafka.tools.StorageTool"]
        run = subprocess.run(
            [*tool, "format", f"--cluster-id={cluster}", "-c", self._properties, *self.format_options],  # it may begin with a dash
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, f"the broker's storage could not be formatted:\n{run.stdout}{run.stderr}"

    def _answers(self) -> bool:
        assert self._process is not None
        if self._process.poll() is not None:
            raise AssertionError(f"the broker ended with status {self._process.returncode}:\n{tail(self.log)}")
        try:
            return bool(AdminClient({"bootstrap.servers": self.address, "log_level": 0}).list_topics(timeout=1).brokers)
        except KafkaException:
            return False
