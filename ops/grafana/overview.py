"""Is it healthy, what comes in, what goes out, how late?"""

from __future__ import annotations

from grafana_foundation_sdk.models.dashboard import Dashboard

from ops.grafana import panels
from ops.grafana.panels import Query, graph, number

W = 'job=~"$job"'


def dashboard() -> Dashboard:
    return panels.board(
        "eventwire-overview",
        "Eventwire: overview",
        "Is it healthy, what comes in, what goes out, how late? Start here when something rings.",
        [
            (
                "Is it healthy?",
                [
                    number(
                        "Workers ready",
                        "Share of the workers that do their work. Below 1 for minutes: /ready of the worker tells why.",
                        panels.SHARE,
                        Query(f"avg(eventwire_ready{{{W}}})"),
                        warn=0.5,
                        alarm=1,
                        low_is_bad=True,
                    ),
                    number(
                        "Oldest unprocessed page",
                        "How long the oldest record waits that no stage has finished. Minutes are a backlog, hours an outage.",
                        panels.SECONDS,
                        Query(f"max(eventwire_oldest_unprocessed_age_seconds{{{W}}})"),
                        warn=120,
                        alarm=panels.LATE_S,
                    ),
                    number(
                        "Records behind",
                        "Records of all partitions of both source topics that are not finished.",
                        panels.NUMBER,
                        Query(f"sum(max by (stage, topic, partition) (eventwire_lag_records{{{W}}}))"),
                        warn=10_000,
                        alarm=100_000,
                    ),
                    number(
                        "Dead letters, last hour",
                        "Records that could not be read or processed. `eventwire deadletters list` shows them.",
                        panels.NUMBER,
                        Query(f'sum(increase(eventwire_outcomes_total{{{W},outcome="dead-letter"}}[1h]))'),
                        warn=1,
                        alarm=100,
                    ),
                    number(
                        "Topics that can't be written",
                        "Stages stand still for them, and end after five minutes. The runtime dashboard tells which.",
                        panels.NUMBER,
                        Query(f"sum(max by (topic) (eventwire_delivery_waiting{{{W}}}))"),
                        alarm=1,
                    ),
                    number(
                        "Worker starts, last hour",
                        "More than a deployment explains: a worker that can't go on and is started again and again.",
                        panels.NUMBER,
                        Query(f"sum(changes(eventwire_start_timestamp_seconds{{{W}}}[1h]))"),
                        warn=1,
                        alarm=6,
                    ),
                ],
            ),
            (
                "In and out",
                [
                    graph(
                        "Records taken",
                        "What each stage takes from its source topic: pages for clean, articles for tag.",
                        panels.RECORDS_A_SECOND,
                        Query(f"sum by (stage) (rate(eventwire_records_consumed_total{{{W}}}[$__rate_interval]))", "{{stage}}"),
                    ),
                    graph(
                        "Outcomes",
                        "What became of them. Rejections are normal; a dead letter is one that somebody should look at.",
                        panels.RECORDS_A_SECOND,
                        Query(
                            f"sum by (stage, outcome) (rate(eventwire_outcomes_total{{{W}}}[$__rate_interval]))",
                            "{{stage}}: {{outcome}}",
                        ),
                        stacked=True,
                    ),
                    graph(
                        "Events",
                        "Coded events a second, in all: what the consumers get.",
                        panels.PER_SECOND,
                        Query(f"sum(rate(eventwire_events_total{{{W}}}[$__rate_interval]))", "events"),
                    ),
                    graph(
                        "Bytes",
                        "Read from and written to Kafka, before compression.",
                        "Bps",
                        Query(f"sum by (stage) (rate(eventwire_consumed_bytes_total{{{W}}}[$__rate_interval]))", "{{stage}} in"),
                        Query(f"sum by (stage) (rate(eventwire_produced_bytes_total{{{W}}}[$__rate_interval]))", "{{stage}} out"),
                    ),
                ],
            ),
            (
                "How late?",
                [
                    graph(
                        "From fetch to article and to events",
                        "Time from a page's fetch, by the crawler's clock, until its article or its events stand on their topic.",
                        panels.SECONDS,
                        *(
                            Query(
                                f"histogram_quantile({quantile}, sum by (le, outcome) (rate("
                                f'eventwire_fetch_latency_seconds_bucket{{{W},outcome!="rejected-page.v1"}}[$__rate_interval])))',
                                f"{{{{outcome}}}} {quantile:.0%}",
                            )
                            for quantile in (0.5, 0.95)
                        ),
                    ),
                    graph(
                        "Oldest unprocessed record",
                        "By the record's timestamp in Kafka, the worst partition of each stage.",
                        panels.SECONDS,
                        Query(f"max by (stage) (eventwire_oldest_unprocessed_age_seconds{{{W}}})", "{{stage}}"),
                    ),
                    graph(
                        "Lag",
                        "Records from the committed position to the end of the source topic.",
                        panels.NUMBER,
                        Query(f"sum by (stage) (max by (stage, topic, partition) (eventwire_lag_records{{{W}}}))", "{{stage}}"),
                    ),
                    graph(
                        "In a stage",
                        "Time from a record's arrival in Kafka to its outcome's delivery.",
                        panels.SECONDS,
                        *(
                            Query(
                                f"histogram_quantile({quantile}, sum by (le, stage) (rate("
                                f"eventwire_record_age_seconds_bucket{{{W}}}[$__rate_interval])))",
                                f"{{{{stage}}}} {quantile:.0%}",
                            )
                            for quantile in (0.5, 0.99)
                        ),
                    ),
                ],
            ),
        ],
    )
