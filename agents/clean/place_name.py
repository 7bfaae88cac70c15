"""Whether a name beside a byline is a place's: what the story says of it tells."""

from __future__ import annotations

import re

from agents.clean.body.walk import Outline
from agents.clean.headline import SENTENCES

AT = (
    r"\b(?:in|at|from|near|of|to|around|outside|aus|bei|nach|à|de|près de|en|desde|cerca de|a|di|da|em|no|na|do|te|uit|bij"
    r"|i|från|fra|w|z)\s"
)
"""What stands before a place in a story; at its start stands a dateline."""


def is_place(name: str, outline: Outline, headline: int) -> bool:
    """Whether the story says that something is or happens there."""
    told = re.compile(rf"(?:^|{AT}){re.escape(name)}\b", re.I)
    return any(told.search(text) for text in outline.texts[headline + 1 :] if len(text) >= SENTENCES)
