"""A Kafka broker inside this process, for the demo and for tests of logic: librdkafka's mock cluster.

    with embedded_broker([topic.name for topic in topics.ALL]) as address:
        ...                                        # "127.0.0.1:40077"

It forgets: nothing is kept on disk, a partition holds its last 5 MB or 100,000 records, and everything is gone when the body
ends. So whoever publishes bounds what has not been consumed yet, by PARTITION_BYTES. No evidence of durability.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import cramjam
from confluent_kafka import KafkaException, Producer

from agents.runtime.reach import KafkaTrouble

PARTITIONS = 4
"""Of a topic, made on first use (librdkafka, rdkafka_mock.c: defaults.partition_cnt)."""
PARTITION_BYTES = 5 * 1024 * 1024
"""A partition drops its oldest batches beyond this, as they stand on the wire, and a larger batch at once (rdkafka_mock.c)."""
BATCH_BYTES = 64 * 1024
"""Room for what a batch adds to its largest record: keys, headers, its own."""
REQUEST_BYTES = 64 * 1024 * 1024
"""Largest request that it takes: `message.max.bytes` of the client it lives in bounds what its connections read."""


def held_bytes(value: bytes) -> int:
    """What a record of that value takes of a partition, compressed as Eventwire's producers do."""
    return len(cramjam.zstd.compress(value))


def holds(value: bytes) -> bool:
    """Whether a partition has room for a record of that value."""
    return held_bytes(value) <= PARTITION_BYTES - BATCH_BYTES


_TOUCH_S = 10.0
_CRITICAL = 2
"""Syslog's level: the mock says on standard error that it started, with a lower urgency."""


class EmbeddedBrokerError(KafkaTrouble):
    """The embedded broker did not start."""


@contextmanager
def embedded_broker(topics: Iterable[str]) -> Iterator[str]:
    """Its address, `host:port`, with `topics` made. Raises EmbeddedBrokerError."""
    try:
        holder = Producer(
            {
                "bootstrap.servers": "replaced-by-the-mock-cluster",
                "test.mock.num.brokers": 1,
                "message.max.bytes": REQUEST_BYTES,
                "log_level": _CRITICAL,
            }
        )
        for topic in topics:  # a consumer that waits for a topic doesn't make it
            holder.list_topics(topic, timeout=_TOUCH_S)
        broker = next(iter(holder.list_topics(timeout=_TOUCH_S).brokers.values()))
    except (KafkaException, StopIteration) as error:
        raise EmbeddedBrokerError(f"the embedded broker did not start: {error}") from None
    yield f"{broker.host}:{broker.port}"
    del holder  # it lives as long as its client
