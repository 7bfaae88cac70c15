"""When a page was published, and changed: null rather than a guess.

Candidates in the order of what they are worth: what the page declares for machines, first the article's own JSON-LD. A moment
after the fetch is impossible; the clock plays no part, so that the same page gives the same article for ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from agents.clean.jsonld import Node, text_of
from agents.clean.markup import Markup
from agents.clean.moments import Moment, parse_moment

PUBLISHED_METAS = (
    "article:published_time", "og:article:published_time", "datepublished", "article:published", "parsely-pub-date",
    "sailthru.date", "og:published_time", "date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dcterms.created", "dc.date.created", "dc.date.published", "publishdate", "publish-date", "publish_date", "pubdate",
    "pub_date", "published_time", "publication_date", "publicationdate", "article.published", "published-date",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "vf:publish_date", "citation_publication_date",
    "citation_online_date", "citation_date", "article_date_original", "originalpublicationdate", "article:date",
    "rnews:datepublished", "og:pubdate", "ptime", "timestamp", "displaydate", "last-updated-first", "datecreated", "created",
    "article.created", "bt:pubdate", "iso-8601-publish-date", "release_date", "mediator_published_time",
    "shareaholic:article_published_time",
)  # fmt: skip
"""Names under which sites declare the time of publication (Open Graph, Dublin Core, schema.org, and analytics vendors)."""

MODIFIED_METAS = (
    "article:modified_time", "og:updated_time", "datemodified", "article:modified", "dcterms.modified", "dc.date.modified",
    "lastmod", "last-modified", "modified_time", "article.updated", "revised", "cxenseparse:recs:modifiedtime",
)  # fmt: skip

AHEAD = timedelta(hours=26)
"""How far a page's clock may be ahead of the fetch by its zone alone (UTC+14, UTC-12)."""


def published(markup: Markup, article: Node | None, fetched_at: datetime) -> Moment | None:
    """The time of publication that the page declares, if any."""
    return first_credible(_declared(markup, article), fetched_at)


def modified(markup: Markup, article: Node | None, fetched_at: datetime, after: Moment | None) -> Moment | None:
    """The time of the last change that the page declares, if it isn't before that of publication."""
    declared = [text_of(article.get("dateModified"))] if article else []
    declared += [markup.meta(name) for name in MODIFIED_METAS]
    found = first_credible(map(parse_moment, declared), fetched_at)
    if found is None or (after is not None and found.when < after.when):
        return None
    return found


def first_credible(candidates: Iterable[Moment | None], fetched_at: datetime) -> Moment | None:
    """The first moment that isn't after the fetch. Another of the same day wins where it is more exact."""
    best: Moment | None = None
    for candidate in candidates:
        moment = credible(candidate, fetched_at) if candidate else None
        if moment is None:
            continue
        if best is None:
            best = moment
        elif best.precision == "day" and moment.precision in ("second", "minute") and moment.when.date() == best.when.date():
            return moment
    return best


def credible(moment: Moment, fetched_at: datetime) -> Moment | None:
    """The moment, or as much of it as can be true: a site's clock may be a zone ahead, its calendar day is then still said."""
    if moment.when <= fetched_at:
        return moment
    day = moment.to_day()
    return day if moment.when - fetched_at <= AHEAD and day.when <= fetched_at else None


def _declared(markup: Markup, article: Node | None) -> Iterable[Moment | None]:
    if article:
        for name in ("datePublished", "dateCreated", "uploadDate"):
            yield parse_moment(text_of(article.get(name)))
    for name in PUBLISHED_METAS:
        for value in markup.all_metas(name):
            yield parse_moment(value)
    for time in markup.times:
        if (
            any(hint in time.hints for hint in ("pubdate", "datepublished", "published", "entry-date"))
            and "updated" not in time.hints.split()
        ):
            yield parse_moment(time.datetime)
