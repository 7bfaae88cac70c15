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
    left, start = line - 1, 0  # line ends to pass, a stretch after another: what stands behind the place is not looked at
    while True:
        end = start + STRETCH
        while html[end - 1 : end] == "\r":  # it may be the first of the two signs of one line's end
            end += 1
        stretch = _with_one_line_end(html[start:end])
        passed = stretch.count("\n")
        if passed >= left or end >= len(html):
            break
        left -= passed
        start = end
    inner = 0
    for _ in range(left):
        inner = stretch.find("\n", inner) + 1
    return start + inner + column


def place_of(html: str, offset: int) -> Place:
    """`offset`: characters before the place; may lie beyond the page's end."""
    before = _with_one_line_end(html[: offset + 1])[:offset]
    return before.count("\n") + 1, offset - before.rfind("\n") - 1


def body_start(html: str) -> int:
    """Where the first body element begins, be it in a comment; 0 where none does."""
    return max(0, html.find("<body"))


def _with_one_line_end(html: str) -> str:
    """The page, as long as it was, with the one sign for a line's end as which the parser counts the three."""
    return html.replace("\r\n", " \n").replace("\r", "\n") if "\r" in html else html
