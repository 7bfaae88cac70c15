"""An article in, its coded events out: the steps in their order."""

from __future__ import annotations

from collections.abc import Callable

from agents.settings import Settings
from schemas.article import ArticleToTag
from schemas.event import TaggedEvents


def load(settings: Settings) -> Callable[[ArticleToTag], TaggedEvents]:
    """What a pool process calls once."""
    raise NotImplementedError
