"""Whether a name beside a byline is a place's: what the story says of it tells."""

from __future__ import annotations

import re

from agents.clean.body.walk import Outline
from agents.clean.headline import SENTENCES

AT = re.compile(
    r"\b(?:in|at|from|near|of|to|around|outside|aus|bei|nach|à|de|près de|en|desde|cerca de|a|di|da|em|no|na|do|te|uit|bij"
    r"|i|från|fra|w|z)\s\Z"
)
"""What stands before a place in a story, in lower case; at its start stands a dateline."""
LONGEST = len("cerca de ")
BOUNDARY = re.compile(r"\b")


def is_place(name: str, outline: Outline, headline: int) -> bool:
    """Whether the story says that something is or happens there."""
    told = (text.lower() for text in outline.texts[headline + 1 :] if len(text) >= SENTENCES)
    return any(_tells_of(text, name.lower()) for text in told)


def _tells_of(text: str, name: str) -> bool:
    """Both in lower case."""
    start = text.find(name)
    while start >= 0:
        is_whole = BOUNDARY.match(text, start + len(name))
        if is_whole and (start == 0 or AT.search(text, max(0, start - LONGEST), start)):
            return True
        start = text.find(name, start + 1)
    return False
