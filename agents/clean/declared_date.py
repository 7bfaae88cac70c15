"""The dates that a page declares for machines: JSON-LD, meta elements, microdata, `<time>`; and those its address holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from urllib.parse import urlsplit

from agents.clean.dateline import month_number
from agents.clean.jsonld import Node, text_of
from agents.clean.markup import Markup, Time
from agents.clean.moments import Moment, parse_moment
from agents.clean.places import Place, offset_of, place_of

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
MOST_VALUES = 3
"""A name that is given more values than this stands in a list of other stories, or of comments."""
PUBLISHED_TIMES = ("pubdate", "datepublished", "published", "entry-date")
"""Hints of `<time>` elements (HTML's `pubdate`, schema.org, hAtom, WordPress)."""
NEAR_HEADING = (3000, 8000)
"""Characters of markup before and after the level-one heading in which a `<time>` is the story's, where there are several."""
MICRODATA = re.compile(r"<(?!meta\b|time\b)[a-z]+\b[^<>]{1,400}>", re.I)
MICRODATA_NAME = re.compile(r"itemprop\s*=\s*[\"']?datePublished|class\s*=\s*(?:[\"'][^\"']{0,200}\bpublished\b|published\b)", re.I)
MICRODATA_VALUE = re.compile(r"\b(?:content|title|datetime)\s*=\s*(?:\"([^\"]{4,60})\"|'([^']{4,60})')", re.I)
"""schema.org on any element, and hAtom's `<abbr class="published" title="…">`."""
NAMES_END = "ublished"
"""How both names end that microdata has for it."""
MOST_MICRODATA = 20

ADDRESS_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-]?)([01]?\d)\2([0-3]?\d)(?!\d)")
ADDRESS_MONTH = re.compile(r"/((?:19|20)\d\d)/([^\W\d_]{3,10})/([0-3]?\d)(?!\d)")
ADDRESS_DAY_FIRST = re.compile(r"(?<!\d)([0-3]\d)([-_.])([01]\d)\2((?:19|20)\d\d)(?!\d)")


def declared_moments(html: str, markup: Markup, article: Node | None) -> Iterator[Moment]:
    """Of publication, the best source first; what stands in the page's body only where its head says nothing."""
    found = list(_of_head(markup, article))
    yield from found or _of_times(html, markup) or _microdata(html)


def _of_head(markup: Markup, article: Node | None) -> Iterator[Moment]:
    if article:
        for name in ("datePublished", "dateCreated", "uploadDate"):
            yield from _read(text_of(article.get(name)))
    for name in PUBLISHED_METAS:
        if name in markup.metas:
            found = _of_meta(markup, name)
            if len(found) <= MOST_VALUES or len({moment.when.date() for moment in found}) <= MOST_VALUES:
                yield from found


def _of_meta(markup: Markup, name: str) -> list[Moment]:
    return [moment for value in markup.all_metas(name) for moment in _read(value)]


def days_of_lists(markup: Markup) -> set[date]:
    """Days of publication that a page declares for many things: teasers, comments."""
    days = {moment.when.date() for time in markup.times if _is_of_publication(time) for moment in _read(time.datetime)}
    for name in PUBLISHED_METAS:
        if name in markup.metas:
            days |= {moment.when.date() for moment in _of_meta(markup, name)}
    return days if len(days) > 1 else set()


def declared_changes(markup: Markup, article: Node | None) -> Iterator[Moment]:
    """Of the last change."""
    if article:
        yield from _read(text_of(article.get("dateModified")))
    for name in MODIFIED_METAS:
        if name in markup.metas:
            yield from _read(markup.meta(name))


def in_address(url: str, language: str) -> Moment | None:
    """`/2026/03/04/`, `/2026/march/04/`, `/29-10-2026`."""
    path = urlsplit(url).path
    if found := ADDRESS_DATE.search(path):
        return Moment.of_day(int(found.group(1)), int(found.group(3)), int(found.group(4)))
    if (named := ADDRESS_MONTH.search(path)) and (month := month_number(named.group(2), language)):
        return Moment.of_day(int(named.group(1)), month, int(named.group(3)))
    if (found := ADDRESS_DAY_FIRST.search(path)) and int(found.group(1)) > 12:
        return Moment.of_day(int(found.group(4)), int(found.group(3)), int(found.group(1)))
    return None


def _read(text: str) -> Iterator[Moment]:
    if moment := parse_moment(text):
        yield moment


def _of_times(html: str, markup: Markup) -> list[Moment]:
    """Of `<time>` elements that are named a date of publication. Comments and teasers name theirs so too: of several days, the
    one by the heading counts."""
    found = [(time.place, moment) for time in markup.times if _is_of_publication(time) for moment in _read(time.datetime)]
    if len({moment.when.date() for _, moment in found}) > 1:
        first, last = _near_heading(html, markup)
        found = [(place, moment) for place, moment in found if first <= place <= last][:1]
    return [moment for _, moment in found]


def _near_heading(html: str, markup: Markup) -> tuple[Place, Place]:
    """Between which places it is near the first heading; nowhere, where there is none."""
    if not markup.h1:
        return (1, 0), (0, 0)
    before, after = NEAR_HEADING
    heading = offset_of(html, markup.h1[0][1])
    return place_of(html, max(0, heading - before)), place_of(html, heading + after)


def _is_of_publication(time: Time) -> bool:
    return "updated" not in time.hints.split() and any(word in time.hints for word in PUBLISHED_TIMES)


def _microdata(html: str) -> list[Moment]:
    """The first moment that an element is named the publication by."""
    ends = _ends_of_names(html)
    for name in ("datePublished", "published"):
        places = (end - len(name) for end in ends if html.endswith(name, 0, end))
        for position in islice(places, MOST_MICRODATA):
            start = html.rfind("<", max(0, position - 400), position)
            tag = MICRODATA.match(html, start) if start >= 0 else None
            if tag and MICRODATA_NAME.search(tag[0]) and (value := MICRODATA_VALUE.search(tag[0])):
                return list(_read(value[1] or value[2]))
    return []


def _ends_of_names(html: str) -> list[int]:
    """Where either name may end: the page is looked through but once."""
    ends: list[int] = []
    position = html.find(NAMES_END)
    while position >= 0:
        ends.append(position + len(NAMES_END))
        position = html.find(NAMES_END, ends[-1])
    return ends
