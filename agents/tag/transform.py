"""An article in, its coded events out: the steps in their order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from agents.settings import Settings
from agents.steps import step
from agents.tag import slots
from agents.tag.facts.topics import topics_of
from agents.tag.mentions import actors_of, places_of
from agents.tag.slots import Coder, Recogniser
from schemas.article import ArticleToTag
from schemas.event import TaggedArticle, TaggedEvents, Tagger


def load(settings: Settings) -> Callable[[ArticleToTag], TaggedEvents]:
    """What a pool process calls once, so that no article waits for lexicon and models. Raises SlotError."""
    return partial(tag, slots.recogniser(settings), slots.coder(settings))


def tag(recognise: Recogniser, code: Coder, article: ArticleToTag) -> TaggedEvents:
    """The record of one article; in a language that the coder doesn't know it has no events, and says so."""
    recognised = recognise(article)
    with step("topics"):
        topics = topics_of(article.title, article.text, article.language)
    refusal = code.refuses(article.language)
    return TaggedEvents(
        article=TaggedArticle.model_validate(article, from_attributes=True),
        topics=topics,
        places=places_of(recognised.places),
        actors=actors_of(recognised.actors),
        events=[] if refusal else code(article, recognised),
        tagger=Tagger(name=code.name, version=_version(recognise, code), coded=refusal is None, reason=refusal),
        tagged_at=datetime.now(UTC),
    )


def _version(recognise: Recogniser, code: Coder) -> str:
    """The coder's, and whose names it read where those are not our own: "1+spacy"."""
    return code.version if recognise.name == slots.OWN else f"{code.version}+{recognise.name}"
