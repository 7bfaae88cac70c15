"""Panels that each stage's dashboard has."""

from __future__ import annotations

from ops.grafana import panels
from ops.grafana.panels import Panel, Query, graph

STAGE_LABELS = 'job=~"$job",stage="{stage}"'


def time_of_records(stage: str) -> Panel:
    labels = STAGE_LABELS.format(stage=stage)
    return graph(
        "Time of a record",
        "From its admission to its outcome's delivery: the wait for a process, the transform, the broker's word.",
        panels.SECONDS,
        *(
            Query(
                f"histogram_quantile({quantile}, "
                f"sum by (le) (rate(eventwire_record_seconds_bucket{{{labels}}}[$__rate_interval])))",
                f"{quantile:.0%}",
            )
            for quantile in (0.5, 0.95, 0.99)
        ),
    )


def time_of_steps(stage: str) -> Panel:
    labels = STAGE_LABELS.format(stage=stage)
    return graph(
        "Mean time by step",
        "Where the time goes. wait grows: more pool processes or workers are needed. deliver grows: the broker is slow.",
        panels.SECONDS,
        Query(
            f"sum by (step) (rate(eventwire_step_seconds_sum{{{labels}}}[$__rate_interval])) "
            f"/ on () group_left () sum(rate(eventwire_record_seconds_count{{{labels}}}[$__rate_interval]))",
            "{{step}}",
        ),
        stacked=True,
    )
