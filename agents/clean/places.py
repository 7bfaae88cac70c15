"""Places in a page's text: of the tree's elements as the parser gives them, by line, and as numbers of characters before them.

A few pages ask for one or two of them; the parser's cost nothing.
"""

from __future__ import annotations

Place = tuple[int, int]
"""Line, from 1, and characters of it before the place."""
STRETCH = 4096
"""Characters in which line ends are counted at once."""


def offset_of(html: str, place: Place) -> int:
    """Characters before the place."""
    line, column = place
    html = _with_one_line_end(html)
    left, start = line - 1, 0  # line ends to pass; a stretch after another is counted, which copies nothing
    while start < len(html) and (passed := html.count("\n", start, start + STRETCH)) < left:
        left -= passed
        start += STRETCH
    for _ in range(left):
        start = html.find("\n", start) + 1
    return start + column


def place_of(html: str, offset: int) -> Place:
    """`offset`: characters before the place; may lie beyond the page's end."""
    html = _with_one_line_end(html)
    return html.count("\n", 0, offset) + 1, offset - html.rfind("\n", 0, offset) - 1


def body_start(html: str) -> int:
    """Where the first body element begins, be it in a comment; 0 where none does."""
    return max(0, html.find("<body"))


def _with_one_line_end(html: str) -> str:
    """The page, as long as it was, with the one sign for a line's end as which the parser counts the three."""
    return html.replace("\r\n", " \n").replace("\r", "\n") if "\r" in html else html
