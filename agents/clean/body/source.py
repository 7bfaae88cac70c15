"""A page's source as the walk reads it: from the body on."""

from __future__ import annotations

import re

HEAD = re.compile(r"</head>(?:(\s*)(?=<body[\s>]))?")
"""Its end, and the space before a body that follows."""


def as_read(html: str) -> str:
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
