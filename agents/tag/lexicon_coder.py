"""Eventwire's own coder: PLOVER events by the lexicon."""

from __future__ import annotations

from agents.settings import Settings
from agents.steps import step
from agents.tag import lexicon
from agents.tag.document import read
from agents.tag.events import candidates_of, events_of
from agents.tag.gate import SURROUNDED
from agents.tag.gathering import gather
from agents.tag.language import is_english
from agents.tag.slots import Recognised
from schemas.article import ArticleToTag
from schemas.event import Event

_WARMING_UP = ArticleToTag(
    article_id="warming-up",
    url="https://warming-up.example/",
    title="",
    text="\n".join(["Police arrested 14 students in Nairobi on Tuesday."] * SURROUNDED),
    language="en",
    published_at=None,
)
"""Long enough for every model to be asked."""


class LexiconCoder:
    name = "eventwire-lexicon"
    version = "11"
    """Rises with each change of what the coder says."""

    def refuses(self, language: str) -> str | None:
        return None if is_english(language) else f"no lexicon for the language {language!r}"

    def __call__(self, article: ArticleToTag, recognised: Recognised) -> list[Event]:
        with step("facts"):
            document = read(article.text, article.title)
            facts = gather(document, recognised.places, recognised.actors, article.published_at, article.published_precision)
        with step("events"):
            return events_of(document, article.article_id, candidates_of(document, facts, lexicon.load()).candidates, facts)


def load(settings: Settings) -> LexiconCoder:
    """Reads the lexicon and the models, so that no article waits for them, and a damaged one is found before the first."""
    coder = LexiconCoder()
    coder(_WARMING_UP, Recognised((), ()))
    return coder
