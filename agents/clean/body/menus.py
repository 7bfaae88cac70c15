"""Menus, footers and lists of short links: no news, and half of the blocks that a page shows.

They are told by tag, or by what stands in them.
"""

from __future__ import annotations

from collections.abc import Sequence

FOOTERS = frozenset(("nav", "footer"))
"""Elements that hold no story."""
STORIES = frozenset(("article", "main"))
"""What stands at the foot of a story may tell who wrote it, and when."""
WHOLE = STORIES | {"html", "body", "#root"}
"""Elements that are no menu, whatever they hold."""
PROSE = 60
"""Characters of a text that is no menu's. Where most of a page's prose stands in navs and footers, one was never closed."""
FEWEST, LARGEST = 6, 400
"""Links that make a list a menu: one of tags or of authors has fewer. The other bounds the time that a page may take."""
LABEL = 45
"""Characters of a menu's entry at most; the title of a story is longer."""
LEADS = ":："
"""What ends a sentence that leads to a list of its own: the winners are:"""
LINKED = 0.9
"""Share of a menu's characters that are links."""

Entry = tuple[str, int, int, int, int, str | None, int]
"""A block: its text, its element, its characters in links, and more that is not asked for here."""


def is_list_of_links(blocks: Sequence[Entry], first: int) -> bool:
    """Whether the blocks from the first on, all in one element, are but short links that no line leads to."""
    if not FEWEST <= len(blocks) - first <= LARGEST or len(blocks[-1][0]) > LABEL:
        return False
    if first and blocks[first - 1][0][-1] in LEADS:
        return False
    length = linked = 0
    for block in blocks[first:]:
        text = block[0]
        if len(text) > LABEL or text[-1] in LEADS:
            return False
        length += len(text)
        linked += block[2]
    return linked >= LINKED * length
