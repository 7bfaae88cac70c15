"""The few kinds of panels that the dashboards are made of, so that a dashboard's module is its questions and its queries alone.

Widths are in Grafana's columns, 24 a row; heights in its rows.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from grafana_foundation_sdk.builders import bargauge, common, dashboard, prometheus, stat, timeseries
from grafana_foundation_sdk.models import common as common_models
from grafana_foundation_sdk.models import dashboard as models

SOURCE = models.DataSourceRef(type_val="prometheus", uid="${datasource}")

RECORDS_A_SECOND = "reqps"
"""Grafana's unit "requests a second" reads `12 req/s`; records have none of their own."""
PER_SECOND, SECONDS, BYTES, SHARE, NUMBER = "cps", "s", "bytes", "percentunit", "short"

LATE_S = 900.0
"""Red from here on: what the alert on the oldest page says."""

Panel = timeseries.Panel | stat.Panel | bargauge.Panel


@dataclass(frozen=True, slots=True)
class Query:
    """PromQL, and how its series are called: `{{label}}` stands for a label's value."""

    expr: str
    legend: str = ""


def graph(
    title: str, description: str, unit: str, *queries: Query, width: int = 12, stacked: bool = False, top: float | None = None
) -> Panel:
    """Lines over time, with a table of their last and greatest values. `top`: the axis goes up to this at least."""
    legend = (
        common.VizLegendOptions()
        .display_mode(common_models.LegendDisplayMode.TABLE)
        .placement(common_models.LegendPlacement.BOTTOM)
        .show_legend(True)
        .calcs(["lastNotNull", "max"])
    )
    panel = (
        timeseries.Panel()
        .title(title)
        .description(description)
        .datasource(SOURCE)
        .unit(unit)
        .min(0)
        .span(width)
        .height(8)
        .fill_opacity(30 if stacked else 10)
        .show_points(common_models.VisibilityMode.NEVER)
        .tooltip(common.VizTooltipOptions().mode(common_models.TooltipDisplayMode.MULTI).sort(common_models.SortOrder.DESCENDING))
        .legend(legend)
    )
    if stacked:
        panel.stacking(common.StackingConfig().mode(common_models.StackingMode.NORMAL).group("A"))
    if top is not None:
        panel.axis_soft_max(top)
    for target in _targets(queries):
        panel.with_target(target)
    return panel


def number(
    title: str,
    description: str,
    unit: str,
    query: Query,
    warn: float | None = None,
    alarm: float | None = None,
    width: int = 4,
    low_is_bad: bool = False,
) -> Panel:
    """The last value, coloured: green, from `warn` on yellow, from `alarm` on red; the other way round where low is bad."""
    steps = [models.Threshold(value=None, color="red" if low_is_bad else "green")]
    if warn is not None:
        steps.append(models.Threshold(value=warn, color="yellow"))
    if alarm is not None:
        steps.append(models.Threshold(value=alarm, color="green" if low_is_bad else "red"))
    panel = (
        stat.Panel()
        .title(title)
        .description(description)
        .datasource(SOURCE)
        .unit(unit)
        .span(width)
        .height(5)
        .thresholds(dashboard.ThresholdsConfig().mode(models.ThresholdsMode.ABSOLUTE).steps(steps))
        .color_mode(common_models.BigValueColorMode.VALUE if warn is alarm is None else common_models.BigValueColorMode.BACKGROUND)
        .graph_mode(common_models.BigValueGraphMode.AREA)
        .reduce_options(common.ReduceDataOptions().calcs(["lastNotNull"]))
    )
    for target in _targets([query]):
        panel.with_target(target)
    return panel


def ranking(title: str, description: str, unit: str, query: Query, width: int = 8) -> Panel:
    """Bars, one a series, as of now."""
    panel = (
        bargauge.Panel()
        .title(title)
        .description(description)
        .datasource(SOURCE)
        .unit(unit)
        .min(0)
        .span(width)
        .height(10)
        .orientation(common_models.VizOrientation.HORIZONTAL)
        .display_mode(common_models.BarGaugeDisplayMode.BASIC)
        .reduce_options(common.ReduceDataOptions().calcs(["lastNotNull"]))
    )
    for target in _targets([query], instant=True):
        panel.with_target(target)
    return panel


def board(uid: str, title: str, description: str, rows: Iterable[tuple[str, Iterable[Panel]]]) -> models.Dashboard:
    """A dashboard: its data source and the workers (job) are variables; links lead to the others."""
    source = dashboard.DatasourceVariable("datasource").label("data source").type("prometheus")
    job = (
        dashboard.QueryVariable("job")
        .label("job")
        .description("the scrape jobs of the workers")
        .datasource(SOURCE)
        .query({"query": "label_values(eventwire_build_info, job)", "refId": "job"})
        .refresh(models.VariableRefresh.ON_TIME_RANGE_CHANGED)
        .multi(True)
        .include_all(True)
        .all_value(".+")
        .current(models.VariableOption(text="All", value="$__all", selected=True))
    )
    link = dashboard.DashboardLink("Eventwire").type(models.DashboardLinkType.DASHBOARDS).tags(["eventwire"]).keep_time(True)
    builder = (
        dashboard.Dashboard(title)
        .uid(uid)
        .description(description)
        .tags(["eventwire"])
        .timezone("utc")
        .refresh("30s")
        .time("now-3h", "now")
        .tooltip(models.DashboardCursorSync.CROSSHAIR)
        .with_variable(source)
        .with_variable(job)
        .link(link)
    )
    ids = itertools.count(1)
    for name, panels in rows:
        builder.with_row(dashboard.Row(name).id(next(ids)))
        for panel in panels:
            builder.with_panel(panel.id(next(ids)))
    return builder.build()


def _targets(queries: Iterable[Query], instant: bool = False) -> Iterable[prometheus.Dataquery]:
    for letter, query in zip("ABCDEFGH", queries, strict=False):
        target = prometheus.Dataquery().expr(query.expr).legend_format(query.legend or "__auto").ref_id(letter)
        yield target.instant() if instant else target.range()
