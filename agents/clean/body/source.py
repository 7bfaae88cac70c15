"""A page's source as the walk reads it: from the body on, and with what stands in shadow roots."""

from __future__ import annotations

import re

HEAD = re.compile(r"</head>(?:(\s*)(?=<body[\s>]))?")
"""Its end, and the space before a body that follows."""
SHADOW, SHADOW_MARK = "shadowrootmode", "data-eventwire-shadow"
"""The parser leaves the content of a declarative shadow root out, though it is shown; under another name it is a plain template."""


def as_read(html: str) -> str:
    """What the parser is given."""
    shown = _without_head(html)
    return shown.replace(SHADOW, SHADOW_MARK) if SHADOW in shown else shown


def _without_head(html: str) -> str:
    """From the body on, where it is plain where that is: the head is up to half of a page, and holds no text."""
    head = HEAD.search(html)
    if head is None or head[1] is None:
        return html
    if any(_is_open(html, start, end, head.start()) for start, end in (("<script", "</script"), ("<!--", "-->"))):
        return html  # the head's end stands in a script or a comment
    return html[head.end() :]


def _is_open(html: str, start: str, end: str, at: int) -> bool:
    """Whether what begins so stands open at a place of the page."""
    begun = html.rfind(start, 0, at)
    return begun >= 0 and html.find(end, begun, at) < 0
