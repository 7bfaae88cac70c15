"""Stage 2, article to events: what becomes of articles, how many hold events, how long it takes."""

from __future__ import annotations

from grafana_foundation_sdk.models.dashboard import Dashboard

from ops.grafana import panels
from ops.grafana.panels import Query, graph
from ops.grafana.stage import STAGE_LABELS, time_of_records, time_of_steps

W = STAGE_LABELS.format(stage="tag")


def dashboard() -> Dashboard:
    return panels.board(
        "eventwire-tag",
        "Eventwire: tag",
        "Stage 2, article to events: what becomes of articles, how many hold events, how long it takes.",
        [
            (
                "What becomes of articles",
                [
                    graph(
                        "Outcomes",
                        "Records of events (one an article) and dead letters.",
                        panels.RECORDS_A_SECOND,
                        Query(f"sum by (outcome) (rate(eventwire_outcomes_total{{{W}}}[$__rate_interval]))", "{{outcome}}"),
                        stacked=True,
                    ),
                    graph(
                        "Dead letters by reason",
                        "timed-out, crashed, out-of-memory: an article that costs too much; internal: a fault of the coder.",
                        panels.RECORDS_A_SECOND,
                        Query(
                            f'sum by (reason) (rate(eventwire_outcomes_total{{{W},outcome="dead-letter"}}[$__rate_interval]))',
                            "{{reason}}",
                        ),
                    ),
                    graph(
                        "Share of articles without events",
                        "nothing-found: sport, weather, or a coder that went blind; language-not-coded: there is no lexicon.",
                        panels.SHARE,
                        Query(
                            f"sum by (reason) (rate(eventwire_articles_without_events_total{{{W}}}[$__rate_interval])) "
                            f"/ on () group_left () sum(rate(eventwire_record_seconds_count{{{W}}}[$__rate_interval]))",
                            "{{reason}}",
                        ),
                        top=1,
                    ),
                    graph(
                        "Events an article",
                        "Mean number of coded events of an article.",
                        panels.NUMBER,
                        Query(
                            f"sum(rate(eventwire_events_total{{{W}}}[$__rate_interval])) "
                            f'/ sum(rate(eventwire_outcomes_total{{{W},outcome="tagged-events.v1"}}[$__rate_interval]))',
                            "events",
                        ),
                    ),
                ],
            ),
            ("Time", [time_of_records("tag"), time_of_steps("tag")]),
        ],
    )
