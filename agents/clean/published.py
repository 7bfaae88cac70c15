"""When a page was published, and changed: null rather than a guess.

Sources in the order of what they are worth: what the page declares for machines, what it shows beside the headline, its
address, what it shows elsewhere, its scripts and title; a library's search last. A moment after the fetch is impossible; the clock
plays no part, so that the same page gives the same article for ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from agents.clean.body.walk import Outline
from agents.clean.dateline import Reading, find_dates, moment_in
from agents.clean.jsonld import Node, text_of
from agents.clean.library_date import library_date
from agents.clean.markup import Markup
from agents.clean.moments import Moment, parse_moment
from agents.clean.shown_date import Shown, days_of_other_parts, shown_beside, shown_elsewhere
from schemas.article import Precision

PUBLISHED_METAS = (
    "article:published_time", "og:article:published_time", "datepublished", "article:published", "parsely-pub-date",
    "sailthru.date", "og:published_time", "date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
    "dc.date.created", "dc.date.published", "publishdate", "publish-date", "publish_date", "pubdate", "pub_date", "published_time",
    "publication_date", "publicationdate", "article.published", "published-date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "vf:publish_date", "citation_publication_date", "citation_online_date", "citation_date",
    "article_date_original", "originalpublicationdate", "article:date", "rnews:datepublished", "og:pubdate", "ptime", "timestamp",
    "displaydate", "datecreated", "created", "article.created", "bt:pubdate", "iso-8601-publish-date", "release_date",
    "mediator_published_time", "shareaholic:article_published_time",
)  # fmt: skip
"""Names under which sites declare the time of publication (Open Graph, Dublin Core, schema.org, and analytics vendors)."""

MODIFIED_METAS = (
    "article:modified_time", "og:updated_time", "datemodified", "article:modified", "dcterms.modified", "dc.date.modified",
    "lastmod", "last-modified", "modified_time", "article.updated", "revised", "cxenseparse:recs:modifiedtime",
)  # fmt: skip

AHEAD = timedelta(hours=26)
"""How far a page's clock may be ahead of the fetch by its zone alone (UTC+14, UTC-12)."""

ADDRESS_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-]?)([01]?\d)\2([0-3]?\d)(?!\d)")
SCRIPT_DATE = re.compile(
    r'"(?:datePublished|publishedAt|published_at|publishDate|publicationDate|firstPublished\w{0,10}|pubDate|publishedDate)\\?"'
    r'\s{0,3}:\s{0,3}\\?"([^"\\]{8,40})'
)
"""Data that a page's scripts draw it from."""


@dataclass(frozen=True, slots=True)
class Dates:
    """`published` keeps the page's own UTC offset; `modified` is never before it."""

    published: Moment | None
    modified: Moment | None


def read_dates(
    html: str, outline: Outline, headline: int | None, markup: Markup, article: Node | None, url: str, fetched_at: datetime
) -> Dates:
    """`headline`: the index of its block. Never raises."""
    reading = Reading.of(markup.language, markup.meta("og:locale"), urlsplit(url).hostname or "")
    beside = shown_beside(outline, headline, reading)
    declared = _best(_declared(markup, article), fetched_at)
    changed = _best(_declared_changes(markup, article), fetched_at)
    shown = _credible(beside.published, fetched_at)
    elsewhere = Shown()
    if declared is not None:
        published: Moment | None = _earlier(declared, shown, beside)
    else:
        published = shown or _credible(_in_address(url), fetched_at)
        if published is None:
            elsewhere = shown_elsewhere(outline, headline, reading)
            published = _credible(elsewhere.published, fetched_at) or _best(
                _in_scripts_and_title(html, markup, reading), fetched_at
            )
        if published is None:
            others = {moment.when.date() for moment in (changed, beside.modified, elsewhere.modified) if moment}
            published = _searched(html, fetched_at, others | days_of_other_parts(outline, reading))
    modified = changed or _credible(beside.modified or elsewhere.modified, fetched_at)
    if modified is not None and published is not None and modified.when < published.when:
        modified = None
    return Dates(published, modified)


def _declared(markup: Markup, article: Node | None) -> Iterator[Moment | None]:
    if article:
        for name in ("datePublished", "dateCreated", "uploadDate"):
            yield parse_moment(text_of(article.get(name)))
    for name in PUBLISHED_METAS:
        for value in markup.all_metas(name):
            yield parse_moment(value)
    for time in markup.times:
        hints = time.hints.split()
        if "updated" not in hints and any(word in time.hints for word in ("pubdate", "datepublished", "published", "entry-date")):
            yield parse_moment(time.datetime)


def _declared_changes(markup: Markup, article: Node | None) -> Iterator[Moment | None]:
    if article:
        yield parse_moment(text_of(article.get("dateModified")))
    for name in MODIFIED_METAS:
        yield parse_moment(markup.meta(name))


def _in_address(url: str) -> Moment | None:
    found = ADDRESS_DATE.search(urlsplit(url).path)
    return Moment.of_day(int(found.group(1)), int(found.group(3)), int(found.group(4))) if found else None


def _in_scripts_and_title(html: str, markup: Markup, reading: Reading) -> Iterator[Moment | None]:
    """A script may hold many articles: its date counts where it is the only one."""
    values = set(SCRIPT_DATE.findall(html))
    if len(values) == 1:
        yield moment_in(values.pop(), reading)
    for title in (markup.title, markup.meta("og:title")):
        yield from (found.moment for found in find_dates(title[:400], reading))


def _searched(html: str, fetched_at: datetime, others: set[date]) -> Moment | None:
    """What a library finds, unless it is the day of a change, or of another story. `others`: these days."""
    found = _credible(library_date(html, fetched_at), fetched_at)
    return found if found and found.when.date() not in others else None


def _earlier(declared: Moment, shown: Moment | None, beside: Shown) -> Moment:
    """A page that shows an earlier day of publication than it declares was moved to another system later."""
    if shown is None or not beside.certain or shown.precision is Precision.MONTH:
        return declared
    return shown if shown.when.date() < declared.when.date() else declared


def _best(candidates: Iterable[Moment | None], fetched_at: datetime) -> Moment | None:
    """The first credible moment. Another of the same day wins where it is more exact."""
    best: Moment | None = None
    for candidate in candidates:
        moment = _credible(candidate, fetched_at)
        if moment is None:
            continue
        if best is None or (best.precision is Precision.DAY and moment.when.date() == best.when.date()):
            best = moment
        if best.precision in (Precision.SECOND, Precision.MINUTE):
            break
    return best


def _credible(moment: Moment | None, fetched_at: datetime) -> Moment | None:
    """The moment, or as much of it as can be true: a site's clock may be a zone ahead, its calendar day is then still said."""
    if moment is None or moment.when <= fetched_at:
        return moment
    day = moment.to_day()
    return day if moment.when - fetched_at <= AHEAD and day.when <= fetched_at else None
