"""Stage 1, page to article: what becomes of pages, why not, how long it takes, and what articles lack."""

from __future__ import annotations

from grafana_foundation_sdk.models.dashboard import Dashboard

from ops.grafana import panels
from ops.grafana.panels import Query, graph, ranking
from ops.grafana.stage import STAGE_LABELS, time_of_records, time_of_steps

W = STAGE_LABELS.format(stage="clean")


def dashboard() -> Dashboard:
    return panels.board(
        "eventwire-clean",
        "Eventwire: clean",
        "Stage 1, page to article: what becomes of pages, why not, how long it takes, and what articles lack.",
        [
            (
                "What becomes of pages",
                [
                    graph(
                        "Outcomes",
                        "Articles, rejected pages, dead letters.",
                        panels.RECORDS_A_SECOND,
                        Query(f"sum by (outcome) (rate(eventwire_outcomes_total{{{W}}}[$__rate_interval]))", "{{outcome}}"),
                        stacked=True,
                    ),
                    graph(
                        "Share of pages that are no articles",
                        "A jump means that a crawl changed, or a site did.",
                        panels.SHARE,
                        Query(
                            f'sum(rate(eventwire_outcomes_total{{{W},outcome="rejected-page.v1"}}[$__rate_interval])) '
                            f"/ sum(rate(eventwire_outcomes_total{{{W}}}[$__rate_interval]))",
                            "rejected",
                        ),
                        top=1,
                    ),
                    graph(
                        "Rejections by reason",
                        "blocked: robot checks, consent and login walls (tell the crawler's owner); not-an-article: lists, menus.",
                        panels.RECORDS_A_SECOND,
                        Query(
                            f'sum by (reason) (rate(eventwire_outcomes_total{{{W},outcome="rejected-page.v1"}}[$__rate_interval]))',
                            "{{reason}}",
                        ),
                        stacked=True,
                    ),
                    graph(
                        "Dead letters by reason",
                        "timed-out, crashed, out-of-memory: a page that costs too much; invalid, undecodable: a crawler's mistake.",
                        panels.RECORDS_A_SECOND,
                        Query(
                            f'sum by (reason) (rate(eventwire_outcomes_total{{{W},outcome="dead-letter"}}[$__rate_interval]))',
                            "{{reason}}",
                        ),
                    ),
                ],
            ),
            ("Time", [time_of_records("clean"), time_of_steps("clean")]),
            (
                "What articles are like",
                [
                    graph(
                        "Articles that lack something",
                        "Share of articles without title, authors, date or language. A jump: a site changed its layout.",
                        panels.SHARE,
                        Query(
                            f"sum by (field) (rate(eventwire_articles_lacking_total{{{W}}}[$__rate_interval])) "
                            f"/ on () group_left () sum(rate(eventwire_articles_total{{{W}}}[$__rate_interval]))",
                            "{{field}}",
                        ),
                        top=1,
                    ),
                    graph(
                        "Articles that break off",
                        "Share of articles whose body ends early. On open pages: the crawler got a part only.",
                        panels.SHARE,
                        Query(
                            f"sum by (access) (rate(eventwire_articles_truncated_total{{{W}}}[$__rate_interval])) "
                            f"/ on () group_left () sum(rate(eventwire_articles_total{{{W}}}[$__rate_interval]))",
                            "{{access}}",
                        ),
                    ),
                    ranking(
                        "Languages, last hour",
                        "Articles by language.",
                        panels.NUMBER,
                        Query(f"topk(15, sum by (language) (increase(eventwire_articles_total{{{W}}}[1h])))", "{{language}}"),
                        width=12,
                    ),
                    ranking(
                        "Sites with the largest share of rejections, last hour",
                        "Of the most frequent sites that had ten pages or more.",
                        panels.SHARE,
                        Query(
                            f'topk(15, sum by (site) (increase(eventwire_site_pages_total{{{W},outcome="rejected-page.v1"}}[1h])) '
                            f"/ (sum by (site) (increase(eventwire_site_pages_total{{{W}}}[1h])) >= 10))",
                            "{{site}}",
                        ),
                        width=12,
                    ),
                ],
            ),
        ],
    )
