"""Names of places, persons and organizations: by our own models, or described from the spans that another model found."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from agents.settings import Settings
from agents.steps import step
from agents.tag.facts.names import find_actors
from agents.tag.facts.names_abroad import names_abroad
from agents.tag.facts.places import find_places, locate
from agents.tag.facts.tagger import NameSpan, Tagged
from agents.tag.facts.words import words_of
from agents.tag.language import is_english
from agents.tag.slots import OWN, Recognised
from schemas.article import ArticleToTag


class NameKind(StrEnum):
    """As the models of names label them."""

    PERSON = "PER"
    ORGANIZATION = "ORG"
    PLACE = "LOC"
    """Adjectives of nationality included."""


class FoundName(NamedTuple):
    """A span of the article's text, in code points, end exclusive."""

    start: int
    end: int
    kind: NameKind


class OwnRecogniser:
    """The gazetteer, a classifier of toponyms and a conditional random field: no model to download."""

    name = OWN

    def __call__(self, article: ArticleToTag) -> Recognised:
        with step("places"):
            places = find_places(article.text, url=article.url, language=article.language)
        with step("names"):
            actors = find_actors(article.text, places, None if is_english(article.language) else names_abroad(article.text))
        return Recognised(places, actors)


def load(settings: Settings) -> OwnRecogniser:
    """Reads the gazetteer and the lists of names, so that no article waits for them."""
    text = "Ana Moss of the United Nations warmed up in London."
    find_actors(text, find_places(text))
    return OwnRecogniser()


def described(article: ArticleToTag, names: Sequence[FoundName]) -> Recognised:
    """Places resolved to GeoNames (without those that it doesn't know), actors with what the text and our lists say of them."""
    found = [(name.start, name.end) for name in names if name.kind is NameKind.PLACE]
    places = locate(article.text, found, article.url)
    return Recognised(places, find_actors(article.text, places, _tagged(article.text, names)))


def _tagged(text: str, names: Sequence[FoundName]) -> Tagged:
    """As our own model would have said it: names by the words that lie in their spans."""
    words = words_of(text)
    spans = []
    for name in sorted(names):
        inside = [i for i, word in enumerate(words) if name.start <= word.start and word.end <= name.end]
        if inside:
            spans.append(NameSpan(name.start, name.end, name.kind.value, inside[0], inside[-1]))
    return Tagged(tuple(spans), {}, {i: span for span in spans for i in range(span.first, span.last + 1)})
