"""Stage 2: an article in; its coded events or a dead letter out."""

from __future__ import annotations

from agents.runtime.codec import decode_json
from agents.runtime.stage import Stage
from agents.tag.content import COUNTERS
from agents.tag.transform import load
from schemas import topics
from schemas.article import ArticleToTag
from schemas.event import TaggedEvents

STAGE = Stage(
    name="tag",
    source=topics.ARTICLES,
    decode=decode_json(ArticleToTag),
    load=load,
    routes={TaggedEvents: topics.EVENTS},
    fetched_at=lambda made: made.article.fetched_at,
    counters=COUNTERS,
)
