"""A stage whose transform does as the page says, for the tests of the pool; imported by pool processes."""

from __future__ import annotations

import ctypes
import itertools
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime

from agents.runtime.codec import decode_json, decode_raw_page
from agents.runtime.stage import Stage
from agents.settings import Settings
from agents.steps import step
from schemas import topics
from schemas.article import CleanArticle, Extractor
from schemas.base import Record
from schemas.event import TaggedArticle, TaggedEvents, Tagger
from schemas.identity import article_id
from schemas.page import RawPage
from schemas.rejection import RejectedPage, RejectionReason

NOW = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)


def article(page: RawPage, text: str) -> CleanArticle:
    return CleanArticle(
        article_id=article_id(page.url),
        page_id=page.page_id,
        url=page.url,
        canonical_url=page.url,
        title="Harbour reopens",
        language="en",
        text=text,
        truncated=False,
        paywalled=False,
        word_count=len(text.split()),
        fingerprint="0" * 16,
        fetched_at=page.fetched_at,
        cleaned_at=NOW,
        extractor=Extractor(name="test", version="1", path="body"),
    )


def obey(page: RawPage) -> Record:
    """The first word is the order, the second its argument; anything else comes back as the article's text."""
    assert page.html is not None
    order, _, argument = page.html.partition(" ")
    match order:
        case "sleep":
            time.sleep(float(argument.split()[0]))
        case "loop":
            for _ in itertools.count():
                pass
        case "allocate":
            bytearray(int(argument))
        case "exit":
            os._exit(int(argument))
        case "raise":
            raise ValueError(argument)
        case "recurse":
            return obey(page)
        case "segfault":
            ctypes.string_at(0)
        case "abort":
            os.abort()
        case "print":
            print("this must not reach the worker's standard output", flush=True)
        case "pid":
            return article(page, str(os.getpid()))
        case "reject":
            return RejectedPage(
                page_id=page.page_id,
                url=page.url,
                reason=RejectionReason.EMPTY,
                detail="as asked",
                fetched_at=page.fetched_at,
                rejected_at=NOW,
            )
        case "astray":
            return page
        case "grow":
            return article(page, "x" * int(argument))
    with step("obey"):
        return article(page, page.html)


def load(settings: Settings) -> Callable[[RawPage], Record]:
    return obey


def load_nothing(settings: Settings) -> Callable[[RawPage], Record]:
    raise FileNotFoundError("model.txt is missing: run `make models`")


def load_and_die(settings: Settings) -> Callable[[RawPage], Record]:
    os._exit(7)


def tag(read: CleanArticle) -> Record:
    if "untaggable" in read.text:
        raise ValueError("as asked")
    return TaggedEvents(
        article=TaggedArticle(article_id=read.article_id, url=read.url, title=read.title, language=read.language),
        tagger=Tagger(name="test", version="1", coded=True),
        tagged_at=NOW,
    )


ROUTES = {CleanArticle: topics.ARTICLES, RejectedPage: topics.REJECTED}
STAGE = Stage("clean", topics.RAW_PAGES, decode_raw_page, load, ROUTES)
UNLOADABLE = Stage("clean", topics.RAW_PAGES, decode_raw_page, load_nothing, ROUTES)
DYING = Stage("clean", topics.RAW_PAGES, decode_raw_page, load_and_die, ROUTES)


def _load_tag(settings: Settings) -> Callable[[CleanArticle], Record]:
    return tag


TAG = Stage("tag", topics.ARTICLES, decode_json(CleanArticle), _load_tag, {TaggedEvents: topics.EVENTS})
