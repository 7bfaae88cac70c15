"""Stage 1: a raw page in; an article, a rejection or a dead letter out."""

from __future__ import annotations

from agents.clean.content import COUNTERS
from agents.clean.transform import load
from agents.runtime.codec import decode_raw_page
from agents.runtime.stage import Stage
from schemas import topics
from schemas.article import CleanArticle
from schemas.rejection import RejectedPage

STAGE = Stage(
    name="clean",
    source=topics.RAW_PAGES,
    decode=decode_raw_page,
    load=load,
    routes={CleanArticle: topics.ARTICLES, RejectedPage: topics.REJECTED},
    fetched_at=lambda made: made.fetched_at,
    counters=COUNTERS,
)
