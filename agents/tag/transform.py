"""An article in, its coded events out: the steps in their order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from agents.settings import Settings
from agents.steps import step
from agents.tag import lexicon
from agents.tag.circumstances import Facts
from agents.tag.document import read
from agents.tag.events import candidates_of, events_of
from agents.tag.facts.counts import find_counts
from agents.tag.facts.dates import find_dates
from agents.tag.facts.names import find_actors
from agents.tag.facts.places import find_places
from agents.tag.facts.topics import topics_of
from agents.tag.mentions import actors_of, places_of
from schemas.article import ArticleToTag
from schemas.event import Event, TaggedArticle, TaggedEvents, Tagger

NAME = "eventwire-lexicon"
VERSION = "1"
"""Rises with each change of what the coder says."""
CODED_LANGUAGES = frozenset({"en", "und"})
"""Primary language subtags that the lexicon knows; text of an unknown language is read as English."""


def load(settings: Settings) -> Callable[[ArticleToTag], TaggedEvents]:
    """What a pool process calls once: reads the lexicon and the gazetteer, so that no article waits for them."""
    lexicon.load()
    find_places("Warming up in London.", url=None, language="en")
    return tag


def tag(article: ArticleToTag) -> TaggedEvents:
    """The record of one article; in a language that the lexicon doesn't know it has no events, and says so."""
    with step("places"):
        places = find_places(article.text, url=article.url, language=article.language)
    with step("names"):
        actors = find_actors(article.text, places)
    with step("topics"):
        topics = topics_of(article.title, article.text, article.language)
    coded = article.language.lower().split("-")[0] in CODED_LANGUAGES
    events: list[Event] = []
    if coded:
        with step("facts"):
            dates = find_dates(article.text, article.published_at, article.published_precision)
            published = article.published_at.date() if article.published_at else None
            facts = Facts(places, dates, find_counts(article.text), actors, published)
        with step("events"):
            document = read(article.text, article.title)
            events = events_of(document, article.article_id, candidates_of(document, facts, lexicon.load()).candidates)
    return TaggedEvents(
        article=TaggedArticle.model_validate(article, from_attributes=True),
        topics=topics,
        places=places_of(places),
        actors=actors_of(actors),
        events=events,
        tagger=Tagger(
            name=NAME, version=VERSION, coded=coded, reason=None if coded else f"no lexicon for the language {article.language!r}"
        ),
        tagged_at=datetime.now(UTC),
    )
