"""Stages that do as the page says, for the tests of the demo: `reject`, `die`, `untaggable`; anything else becomes an article."""

from __future__ import annotations

import os
from collections.abc import Callable

from agents.runtime.codec import decode_json, decode_raw_page
from agents.runtime.stage import Stage
from agents.settings import Settings
from schemas import topics
from schemas.article import CleanArticle
from schemas.base import Record
from schemas.event import TaggedEvents
from schemas.page import RawPage
from schemas.rejection import RejectedPage
from tests.embedded import article, event, rejected, tagged


def _clean(page: RawPage) -> Record:
    match page.body.decode():
        case "reject":
            return rejected(page.url).model_copy(update={"page_id": page.page_id})
        case "die":
            os._exit(7)
        case text:
            return article(page.url, title=text[:80]).model_copy(update={"page_id": page.page_id})


def _tag(read: CleanArticle) -> Record:
    if read.title == "untaggable":
        raise ValueError("as asked")
    done = tagged(event("Dockers struck.", "struck"), url=read.url, title=read.title)
    return done.model_copy(update={"article": done.article.model_copy(update={"page_id": read.page_id})})


def _load_clean(settings: Settings) -> Callable[[RawPage], Record]:
    return _clean


def _load_tag(settings: Settings) -> Callable[[CleanArticle], Record]:
    return _tag


def _load_nothing(settings: Settings) -> Callable[[RawPage], Record]:
    raise FileNotFoundError("model.txt is missing")


_ROUTES = {CleanArticle: topics.ARTICLES, RejectedPage: topics.REJECTED}
CLEAN = Stage("clean", topics.RAW_PAGES, decode_raw_page, _load_clean, _ROUTES)
BROKEN = Stage("clean", topics.RAW_PAGES, decode_raw_page, _load_nothing, _ROUTES)
TAG = Stage("tag", topics.ARTICLES, decode_json(CleanArticle), _load_tag, {TaggedEvents: topics.EVENTS})
