"""What runs the stages: partitions, window, pool, commits, delivery, memory."""

from __future__ import annotations

from grafana_foundation_sdk.models.dashboard import Dashboard

from ops.grafana import panels
from ops.grafana.panels import Query, graph

W = 'job=~"$job"'


def dashboard() -> Dashboard:
    return panels.board(
        "eventwire-runtime",
        "Eventwire: runtime",
        "What runs the stages: partitions, window, pool, commits, delivery, memory. By worker.",
        [
            (
                "Partitions",
                [
                    graph(
                        "Lag by partition",
                        "The twenty furthest behind. One alone: a key that is too frequent, or a stuck record at its head.",
                        panels.NUMBER,
                        Query(f"topk(20, max by (stage, partition) (eventwire_lag_records{{{W}}}))", "{{stage}} {{partition}}"),
                    ),
                    graph(
                        "Oldest unprocessed record by partition",
                        "The twenty oldest, by the record's timestamp in Kafka.",
                        panels.SECONDS,
                        Query(
                            f"topk(20, max by (stage, partition) (eventwire_oldest_unprocessed_age_seconds{{{W}}}))",
                            "{{stage}} {{partition}}",
                        ),
                    ),
                    graph(
                        "Partitions by worker",
                        "Uneven after a rebalance is normal; 0 for long: there are more workers than partitions.",
                        panels.NUMBER,
                        Query(f"eventwire_partitions_assigned{{{W}}}", "{{stage}} {{instance}}"),
                    ),
                    graph(
                        "Ready",
                        "1: the worker does its work. It is 0 for seconds in a rebalance.",
                        panels.NUMBER,
                        Query(f"eventwire_ready{{{W}}}", "{{stage}} {{instance}}"),
                        top=1,
                    ),
                ],
            ),
            (
                "Window and pool",
                [
                    graph(
                        "Window in use",
                        "Records in work, of those that may be. Full with an idle pool: deliveries are slow.",
                        panels.SHARE,
                        Query(f"eventwire_records_in_flight{{{W}}} / eventwire_window_size{{{W}}}", "{{stage}} {{instance}}"),
                        top=1,
                    ),
                    graph(
                        "Pool in use",
                        "Share of the pool's processes that hold a record. 1 all the time, with lag: add processes or workers.",
                        panels.SHARE,
                        Query(f"eventwire_pool_processes_busy{{{W}}} / eventwire_pool_processes{{{W}}}", "{{stage}} {{instance}}"),
                        top=1,
                    ),
                    graph(
                        "Pool processes replaced",
                        "timed-out, crashed and out-of-memory cost a record each, recycled (after 10,000 records) none.",
                        panels.PER_SECOND,
                        Query(
                            f"sum by (stage, reason) (rate(eventwire_pool_restarts_total{{{W}}}[$__rate_interval]))",
                            "{{stage}} {{reason}}",
                        ),
                    ),
                    graph(
                        "Oldest record in work",
                        "Above the deadline (5 s) and the time of a delivery: something hangs.",
                        panels.SECONDS,
                        Query(f"eventwire_oldest_open_record_age_seconds{{{W}}}", "{{stage}} {{instance}}"),
                    ),
                    graph(
                        "Open span",
                        "Offsets from the oldest open record to the newest fetched: at most so much is read again after a crash.",
                        panels.NUMBER,
                        Query(f"eventwire_open_span_offsets{{{W}}}", "{{stage}} {{instance}}"),
                    ),
                    graph(
                        "Memory",
                        "Of the worker's own process, and of its pool's together. One record may cost a pool process 1 GiB more.",
                        panels.BYTES,
                        Query(f"process_resident_memory_bytes{{{W}}}", "worker {{instance}}"),
                        Query(f"eventwire_pool_resident_memory_bytes{{{W}}}", "pool of {{stage}} {{instance}}"),
                    ),
                ],
            ),
            (
                "Kafka",
                [
                    graph(
                        "Topics that can't be written",
                        "1 while a stage waits for one of its partitions. After five minutes the worker ends and starts anew.",
                        panels.NUMBER,
                        Query(f"max by (stage, topic) (eventwire_delivery_waiting{{{W}}})", "{{stage}}: {{topic}}"),
                        top=1,
                    ),
                    graph(
                        "Commits",
                        "About one a second and worker while records come; failures are made up for by the next one.",
                        panels.PER_SECOND,
                        Query(f"sum by (stage) (rate(eventwire_commits_total{{{W}}}[$__rate_interval]))", "{{stage}}"),
                        Query(
                            f"sum by (stage) (rate(eventwire_commit_failures_total{{{W}}}[$__rate_interval]))", "{{stage}} failed"
                        ),
                    ),
                    graph(
                        "Since the last commit",
                        "Grows while nothing comes; with lag it must not.",
                        panels.SECONDS,
                        Query(f"time() - (eventwire_last_commit_timestamp_seconds{{{W}}} > 0)", "{{stage}} {{instance}}"),
                    ),
                    graph(
                        "Time to deliver",
                        "Mean time until the broker confirms an outcome.",
                        panels.SECONDS,
                        Query(
                            f'sum by (stage) (rate(eventwire_step_seconds_sum{{{W},step="deliver"}}[$__rate_interval])) '
                            f'/ sum by (stage) (rate(eventwire_step_seconds_count{{{W},step="deliver"}}[$__rate_interval]))',
                            "{{stage}}",
                        ),
                    ),
                    graph(
                        "Processor time",
                        "Of the worker's own process (the pool's is not in it), in cores.",
                        panels.NUMBER,
                        Query(f"rate(process_cpu_seconds_total{{{W}}}[$__rate_interval])", "{{instance}}"),
                    ),
                    graph(
                        "Versions",
                        "How many workers run each version: two at a time only during an upgrade.",
                        panels.NUMBER,
                        Query(f"count by (stage, version) (eventwire_build_info{{{W}}})", "{{stage}} {{version}}"),
                    ),
                ],
            ),
        ],
    )
