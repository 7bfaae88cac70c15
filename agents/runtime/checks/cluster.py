"""The brokers: reachable by the addresses they give, topics as Eventwire needs them, copies in order, disks, permissions."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from agents.runtime.admin import EXISTENCE, admin_client, differences
from agents.runtime.checks.finding import Finding, fault, ok, warning
from agents.runtime.checks.log_dirs import log_dirs
from agents.runtime.checks.permissions import missing_permissions
from agents.settings import Settings
from schemas.topics import Topic

CONNECT_S = 3.0
FULL = 0.9
"""Of a disk: Kafka stops when it is full, and takes long to recover."""


async def look(settings: Settings, topics: Sequence[Topic], rights: Mapping[str, Sequence[str]]) -> AsyncIterator[Finding]:
    """`rights`: topic -> operations that the stages need. Raises AdminError where no broker can be reached."""
    async with admin_client(settings) as client:
        cluster = await client.describe_cluster()
        brokers = {broker["node_id"]: (broker["host"], broker["port"]) for broker in cluster["brokers"]}
        yield ok("brokers", f"{len(brokers)} at {settings.brokers}, controller {cluster['controller_id']}")
        for number, (host, port) in sorted(brokers.items()):
            if (trouble := await _unreachable(host, port)) is not None:
                remedy = "set advertised.listeners of that broker to what its clients can reach"
                yield fault(f"broker {number}", f"gives its address as {host}:{port}, which can't be reached: {trouble}", remedy)
            else:
                yield await _disk(client, number)
        described = {topic["topic"]: topic["partitions"] for topic in await client.describe_topics()}
    async for finding in _topics(settings, topics):
        yield finding
    for topic in topics:
        if topic.name in described:
            yield _copies(topic.name, described[topic.name], len(brokers))
    for finding in await asyncio.to_thread(_permissions, settings, {name: rights[name] for name in rights if name in described}):
        yield finding


async def _unreachable(host: str, port: int) -> str | None:
    try:
        async with asyncio.timeout(CONNECT_S):
            _, writer = await asyncio.open_connection(host, port)
    except TimeoutError:
        return f"no answer within {CONNECT_S:.0f} s"
    except OSError as error:
        return str(error)
    writer.close()
    return None


async def _disk(client: AIOKafkaAdminClient, broker: int) -> Finding:
    subject = f"broker {broker}"
    try:
        folders = await log_dirs(client, broker)
    except (KafkaError, NotImplementedError, TimeoutError) as error:
        return ok(subject, f"reachable; how full its disk is can't be told ({type(error).__name__})")
    told = []
    for folder in folders:
        share = 1 - folder.usable / folder.total if folder.total > 0 else 0.0
        told.append(f"{folder.path} {share:.0%} full")
        if share > FULL:
            remedy = "add disk, or lower retention.ms of the largest topic (`eventwire topics check` names what Eventwire wants)"
            return fault(subject, f"{folder.path} is {share:.0%} full, {folder.usable / 1e9:.1f} GB left", remedy)
    return ok(subject, "reachable; " + ", ".join(told))


async def _topics(settings: Settings, topics: Sequence[Topic]) -> AsyncIterator[Finding]:
    found = await differences(settings, topics)
    for difference in found:
        if difference.setting == EXISTENCE:
            yield fault(f"topic {difference.topic}", "is missing", "eventwire topics create")
        else:
            remedy = (
                f"kafka-configs.sh --alter --entity-type topics --entity-name {difference.topic} "
                f"--add-config {difference.setting}={difference.wanted}"
            )
            yield fault(
                f"topic {difference.topic}", f"{difference.setting} is {difference.found}, wanted: {difference.wanted}", remedy
            )
    if not found:
        yield ok("topics", f"all {len(topics)} are as they should be")


def _copies(name: str, partitions: Sequence[Mapping[str, Any]], brokers: int) -> Finding:
    subject = f"topic {name}"
    leaderless = [part["partition"] for part in partitions if part["leader"] < 0]
    if leaderless:
        return fault(subject, f"partitions without a leader: {_few(leaderless)}", "start the brokers that hold their copies")
    behind = [part["partition"] for part in partitions if len(part["isr"]) < len(part["replicas"])]
    if behind:
        return fault(subject, f"partitions with a copy missing: {_few(behind)}", "see why those brokers are down or behind")
    copies = min(len(part["replicas"]) for part in partitions)
    if copies == 1 and brokers > 1:
        remedy = "raise it with kafka-reassign-partitions.sh; new topics: eventwire topics create --replication 3"
        return warning(subject, f"{len(partitions)} partitions, a single copy of each though there are {brokers} brokers", remedy)
    return ok(subject, f"{len(partitions)} partitions, {copies} {'copy' if copies == 1 else 'copies'} of each")


def _few(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:10]))
    return shown + (f" and {len(numbers) - 10} more" if len(numbers) > 10 else "")


def _permissions(settings: Settings, rights: Mapping[str, Sequence[str]]) -> list[Finding]:
    missing = missing_permissions(settings, rights)
    if missing is None:
        return [ok("permissions", "can't be told here")]
    found = [
        fault(
            f"topic {topic}",
            f"this user may not {' or '.join(operation.lower() for operation in operations)}",
            f"kafka-acls.sh --add --allow-principal User:... --topic {topic} "
            + " ".join(f"--operation {one}" for one in operations),
        )
        for topic, operations in missing.items()
    ]
    return found or [ok("permissions", "this user may do what the stages need")]
