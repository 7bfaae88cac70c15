"""A page in, an article or a rejection out: the steps in their order."""

from __future__ import annotations

from collections.abc import Callable

from agents.settings import Settings
from schemas.article import CleanArticle
from schemas.page import RawPage
from schemas.rejection import RejectedPage


def load(settings: Settings) -> Callable[[RawPage], CleanArticle | RejectedPage]:
    """What a pool process calls once."""
    raise NotImplementedError
