"""When a page was published, and changed: null rather than a guess.

Sources in the order of what they are worth: what the page declares for machines, what it shows beside the headline, its
address, what it shows elsewhere, its scripts and title, a day that the fetch makes whole; a library's search last. A moment after
the fetch is impossible; the clock plays no part, so that the same page gives the same article for ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from agents.clean.body.walk import Outline
from agents.clean.dateline import Reading, find_dates, moment_in
from agents.clean.declared_date import days_of_lists, declared_changes, declared_moments, in_address
from agents.clean.jsonld import Node
from agents.clean.library_date import library_date
from agents.clean.markup import Markup
from agents.clean.moments import Moment, is_swapped, parse_moment
from agents.clean.shown_date import Shown, days_of_other_parts, lone_day, opening_date, recent_beside, shown_beside, shown_elsewhere
from agents.clean.titles import is_news
from schemas.article import Precision

AHEAD = timedelta(hours=26)
"""How far a page's clock may be ahead of the fetch by its zone alone (UTC+14, UTC-12)."""

ZONES_APART = timedelta(days=1)
NEW_EDITION = timedelta(days=7)
"""A story that is changed within a week of its publication is being written on."""
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
    times = _machine_times(markup, fetched_at)
    beside = shown_beside(outline, headline, reading, times, fetched_at.date())
    all_declared = [found for moment in declared_moments(html, markup, article) if (found := _credible(moment, fetched_at))]
    declared = _best(all_declared)
    changed = _best(found for moment in declared_changes(markup, article) if (found := _credible(moment, fetched_at)))
    shown = _credible(beside.published, fetched_at)
    elsewhere = Shown()
    if declared is not None:
        published: Moment | None = (
            _confirmed(all_declared, beside)
            or _edition(declared, markup, article, beside, fetched_at)
            or _earlier(declared, article, shown, beside)
        )
    else:
        published = shown or _credible(in_address(url, reading.language), fetched_at)
        if published is None and headline is not None:
            published = _credible(opening_date(outline, headline, reading), fetched_at)
        if published is None:
            elsewhere = shown_elsewhere(outline, headline, reading, times, fetched_at.date())
            published = _credible(elsewhere.published, fetched_at) or _best(
                found for moment in _in_scripts_and_title(html, markup, reading) if (found := _credible(moment, fetched_at))
            )
        if published is None and headline is not None:
            published = recent_beside(outline, headline, reading, fetched_at)
        if published is None:
            published = _edition(None, markup, article, beside, fetched_at)
        if published is None:
            changes = {moment.when.date() for moment in (changed, beside.modified, elsewhere.modified) if moment}
            published = _last_resort(html, outline, headline, markup, reading, changes, fetched_at)
    modified = changed or _credible(beside.modified or elsewhere.modified, fetched_at)
    if modified is not None and published is not None and modified.when < published.when:
        modified = None
    return Dates(published, modified)


def _machine_times(markup: Markup, fetched_at: datetime) -> dict[str, Moment]:
    """What the page's `<time>` elements show -> what they declare; left out where two that show the same declare otherwise."""
    found: dict[str, Moment] = {}
    clashing: set[str] = set()
    for time in markup.times:
        moment = _credible(parse_moment(time.datetime), fetched_at) if time.text and time.datetime else None
        if moment and moment.when.date() != found.setdefault(time.text, moment).when.date():
            clashing.add(time.text)
    return {shown: moment for shown, moment in found.items() if shown not in clashing and any(map(str.isdigit, shown))}


def _in_scripts_and_title(html: str, markup: Markup, reading: Reading) -> Iterator[Moment]:
    """A script may hold many articles: its date counts where it is the only one."""
    values = set(SCRIPT_DATE.findall(html))
    if len(values) == 1 and (moment := moment_in(values.pop(), reading)):
        yield moment
    for title in (markup.title, markup.meta("og:title")):
        yield from (found.moment for found in find_dates(title[:400], reading))


def _last_resort(
    html: str, outline: Outline, headline: int | None, markup: Markup, reading: Reading, changes: set[date], fetched_at: datetime
) -> Moment | None:
    """A day that nothing on the page calls that of publication, unless it is one of `changes`, or of another story."""
    for found in _of_no_name(html, outline, reading, fetched_at):
        day = _credible(found, fetched_at)
        if day and day.when.date() not in changes:
            others = days_of_lists(markup) | days_of_other_parts(outline, headline, reading, fetched_at.date())
            if day.when.date() not in others:
                return day
    return None


def _of_no_name(html: str, outline: Outline, reading: Reading, fetched_at: datetime) -> Iterator[Moment | None]:
    yield library_date(html, fetched_at)
    yield lone_day(outline, reading)


def _confirmed(declared: list[Moment], beside: Shown) -> Moment | None:
    """Where a page declares several days, further apart than zones are, the one that it shows."""
    days = {moment.when.date() for moment in declared}
    if max(days) - min(days) <= ZONES_APART:
        return None
    for shown in (beside.published, beside.modified):
        if shown is not None and shown.precision is not Precision.MONTH and shown.when.date() in days:
            return _best(moment for moment in declared if moment.when.date() == shown.when.date())
    return None


def _edition(declared: Moment | None, markup: Markup, article: Node | None, beside: Shown, fetched_at: datetime) -> Moment | None:
    """A guide that is rewritten for years declares the day of its first edition, and shows its readers the day of the one at hand:
    that is when the text as it stands was published. A news story stays one of its day, whatever was changed in it; so does what
    declares its day twice, against a day that it calls an update's."""
    if article is None or is_news(article):
        return None
    if beside.published is None and markup.meta("article:published_time"):
        return None
    shown = _credible(beside.published or beside.modified, fetched_at)
    if shown is None or declared is None:
        return shown
    if shown.precision is Precision.MONTH or is_swapped(shown, declared):
        return None
    return shown if shown.when.date() - declared.when.date() >= NEW_EDITION else None


def _earlier(declared: Moment, article: Node | None, shown: Moment | None, beside: Shown) -> Moment:
    """A page that shows an earlier day beside its headline than it declares was moved to another system later, which a
    news story at hand is not; one that shows the day before declares the time in another zone."""
    if shown is None or shown.precision is Precision.MONTH:
        return declared
    day, other = shown.when.date(), declared.when.date()
    is_its_own = (beside.near or beside.certain) if other - day <= ZONES_APART else (beside.near and not is_news(article))
    return shown if day < other and is_its_own and not is_swapped(shown, declared) else declared


def _best(candidates: Iterable[Moment]) -> Moment | None:
    """The first moment. Another of the same day wins where it is more exact."""
    best: Moment | None = None
    for moment in candidates:
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
