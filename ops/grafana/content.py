"""What the wire tells: events by type and country, the sites they come from, and the pages that gave none."""

from __future__ import annotations

from grafana_foundation_sdk.models.dashboard import Dashboard

from ops.grafana import panels
from ops.grafana.panels import Query, graph, ranking

W = 'job=~"$job"'


def dashboard() -> Dashboard:
    return panels.board(
        "eventwire-content",
        "Eventwire: content",
        "What the wire tells: events by type and country, the sites they come from, and the pages that gave none.",
        [
            (
                "Events",
                [
                    graph(
                        "Events by type",
                        "PLOVER's sixteen types.",
                        panels.PER_SECOND,
                        Query(f"sum by (type) (rate(eventwire_events_total{{{W}}}[$__rate_interval]))", "{{type}}"),
                        stacked=True,
                    ),
                    graph(
                        "Events by quad class",
                        "Cooperation and conflict, in words and in deeds.",
                        panels.PER_SECOND,
                        Query(f"sum by (quad_class) (rate(eventwire_events_total{{{W}}}[$__rate_interval]))", "{{quad_class}}"),
                        stacked=True,
                    ),
                    graph(
                        "Events by country",
                        "Where they happened, the ten most frequent; none: the text gives no place.",
                        panels.PER_SECOND,
                        Query(
                            f"topk(10, sum by (country) (rate(eventwire_events_by_country_total{{{W}}}[$__rate_interval])))",
                            "{{country}}",
                        ),
                        stacked=True,
                    ),
                    graph(
                        "Articles by language",
                        "The ten most frequent languages.",
                        panels.RECORDS_A_SECOND,
                        Query(
                            f"topk(10, sum by (language) (rate(eventwire_articles_total{{{W}}}[$__rate_interval])))", "{{language}}"
                        ),
                        stacked=True,
                    ),
                ],
            ),
            (
                "The last hour",
                [
                    ranking(
                        "Types",
                        "Events by type.",
                        panels.NUMBER,
                        Query(f"sort_desc(sum by (type) (increase(eventwire_events_total{{{W}}}[1h])))", "{{type}}"),
                    ),
                    ranking(
                        "Countries",
                        "Events by country, the fifteen most frequent.",
                        panels.NUMBER,
                        Query(
                            f"topk(15, sum by (country) (increase(eventwire_events_by_country_total{{{W}}}[1h])))", "{{country}}"
                        ),
                    ),
                    ranking(
                        "Sites",
                        "Pages by site, the fifteen most frequent.",
                        panels.NUMBER,
                        Query(f"topk(15, sum by (site) (increase(eventwire_site_pages_total{{{W}}}[1h])))", "{{site}}"),
                    ),
                    ranking(
                        "Sites by articles",
                        "Articles by site, the fifteen most frequent.",
                        panels.NUMBER,
                        Query(
                            f'topk(15, sum by (site) (increase(eventwire_site_pages_total{{{W},outcome="clean-article.v1"}}[1h])))',
                            "{{site}}",
                        ),
                    ),
                    ranking(
                        "Sites by rejections",
                        "Rejected pages by site and reason, the fifteen most frequent.",
                        panels.NUMBER,
                        Query(
                            "topk(15, sum by (site, reason) "
                            f'(increase(eventwire_site_pages_total{{{W},outcome="rejected-page.v1"}}[1h])))',
                            "{{site}}: {{reason}}",
                        ),
                    ),
                    ranking(
                        "Rejections",
                        "Rejected pages by reason.",
                        panels.NUMBER,
                        Query(
                            "sort_desc(sum by (reason) "
                            f'(increase(eventwire_outcomes_total{{{W},outcome="rejected-page.v1"}}[1h])))',
                            "{{reason}}",
                        ),
                    ),
                ],
            ),
        ],
    )
