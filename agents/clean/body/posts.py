"""Posts of social networks that a story quotes: what is said, by whom and when is one thing, kept or dropped as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from agents.clean.body.nesting import blocks_of
from agents.clean.body.walk import Outline

POSTS = ("twitter-tweet", "twitter-video", "instagram-media", "bluesky-embed", "tiktok-embed", "mastodon-embed", "fb-post")
"""Names that the networks give to the quotation which their script replaces."""


def with_whole_posts(outline: Outline, kept: Sequence[int]) -> list[int]:
    """The kept blocks, and the rest of any post of which one is kept."""
    if "blockquote" not in outline.tags:
        return list(kept)
    found = set(kept)
    for element, tag in enumerate(outline.tags):
        if tag == "blockquote" and any(map(outline.names[element].__contains__, POSTS)):
            post = blocks_of(outline, element)
            if not found.isdisjoint(post):
                found.update(post)
    return sorted(found)
