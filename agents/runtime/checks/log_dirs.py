"""How full the brokers' disks are: DescribeLogDirs, version 4 (KIP-827: with the volume's size), which aiokafka doesn't bring."""

from __future__ import annotations

from dataclasses import dataclass

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError, for_code
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.types import Boolean, CompactArray, CompactString, Int16, Int32, Int64, Schema, TaggedFields


@dataclass(frozen=True, slots=True)
class LogDir:
    """A folder of a broker, and the volume that it is on, in bytes; -1 where the broker doesn't tell."""

    broker: int
    path: str
    total: int
    usable: int


class _Answer(Response):  # type: ignore[misc]
    API_KEY = 35
    API_VERSION = 4
    SCHEMA = Schema(
        ("throttle_time_ms", Int32),
        ("error_code", Int16),
        (
            "results",
            CompactArray(
                ("error_code", Int16),
                ("log_dir", CompactString("utf-8")),
                (
                    "topics",
                    CompactArray(
                        ("name", CompactString("utf-8")),
                        (
                            "partitions",
                            CompactArray(
                                ("partition_index", Int32),
                                ("partition_size", Int64),
                                ("offset_lag", Int64),
                                ("is_future_key", Boolean),
                                ("tags", TaggedFields),
                            ),
                        ),
                        ("tags", TaggedFields),
                    ),
                ),
                ("total_bytes", Int64),
                ("usable_bytes", Int64),
                ("tags", TaggedFields),
            ),
        ),
        ("tags", TaggedFields),
    )


class _Question(RequestStruct):  # type: ignore[misc]
    FLEXIBLE_VERSION = True
    API_KEY = 35
    API_VERSION = 4
    RESPONSE_TYPE = _Answer
    SCHEMA = Schema(
        (
            "topics",
            CompactArray(("topic", CompactString("utf-8")), ("partitions", CompactArray(Int32)), ("tags", TaggedFields)),
        ),
        ("tags", TaggedFields),
    )


class _DescribeLogDirs(Request[_Question]):  # type: ignore[misc]
    API_KEY = 35

    def build(self, request_struct_class: type[_Question]) -> _Question:
        return request_struct_class([], {})  # no topics: the folders alone


async def log_dirs(client: AIOKafkaAdminClient, broker: int) -> list[LogDir]:
    """The folders of one broker. Raises KafkaError, also where the broker is older than Kafka 3.3 or doesn't allow it."""
    answer = await client._send_request_to_node(broker, _DescribeLogDirs())
    if answer.error_code:
        raise for_code(answer.error_code)
    found = []
    for code, path, _, total, usable, _ in answer.results:
        if code:
            raise KafkaError(f"{path}: {for_code(code).description}")
        found.append(LogDir(broker, path, total, usable))
    return found
