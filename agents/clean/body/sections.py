"""Parts of a page that are never the story itself, where the page says so: undisplayed, set aside, comments, related stories."""

from __future__ import annotations

import re
from enum import IntEnum

from agents.clean.body.elements import HIDDEN
from agents.clean.body.nesting import path_to
from agents.clean.body.walk import Outline


class Section(IntEnum):
    """What a block stands in, as bits: several at once."""

    STORY = 0
    UNDISPLAYED = 1
    ASIDE = 2
    COMMENTS = 4
    RELATED = 8


FOREIGN = (Section.UNDISPLAYED, Section.ASIDE, Section.COMMENTS, Section.RELATED)
ASIDE = frozenset(("aside", "figcaption", "dialog", "footer"))
PAGE = frozenset(("html", "body"))
"""Their names tell what the page has somewhere (`has-comments`)."""
HINTS = ("comment", "isqu", "talk", "relat", "recom", "more", "also", "caption", "box", "info", "widget", "imgtop", "bild")
"""One of these is in any name that the patterns below match, in lower case: to ask takes a tenth of the time."""
COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|disqus\w*|talkback)(?:$|[\s_-])"
    r"|comments?[_-]?(?:list|area|body|section|thread|wrapper|content)",
    re.IGNORECASE,
)
RELATED = re.compile(
    r"(?:^|[\s_-])(?:related|recommended|recommendations|read-?more|more-?stories|more-?news|also-?like)",
    re.IGNORECASE,
)
PICTURE = re.compile(
    r"(?:^|[\s_-])(?:captions?|img-?top|pic(?:ture)?-?box|(?:image|img|photo|picture|media)[_-]*(?:box|widget|info)|bild-?(?:box|text|info"
    r"|unterschrift|legende))(?:$|[\s_-])",
    re.IGNORECASE,
)
"""What is shown with a picture."""


def sections(outline: Outline, blocks: list[int]) -> dict[int, int]:
    """Of each of the blocks the sections, by its leaf and all that is around it."""
    tags, names, leaf, parents = outline.tags, outline.names, outline.leaf, outline.parents
    around = {0}
    for block in blocks:
        element = leaf[block]
        while element not in around:
            around.add(element)
            element = parents[element]
    own = _told_by({(tags[element], names[element]) for element in around})
    if not own:
        return dict.fromkeys(blocks, Section.STORY)
    known: dict[int, int] = {0: Section.STORY}  # by element
    found: dict[int, int] = {}
    for block in blocks:
        outer, *path = path_to(outline, block, known)
        within = known[outer]
        for inner in path:
            known[inner] = within = within | own.get((tags[inner], names[inner]), Section.STORY)
        found[block] = within
    return found


def _told_by(kinds: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Of elements' tags and names those that tell of another section, and of which; none on most pages."""
    named = "\n".join([names for tag, names in kinds if tag not in PAGE])
    if HIDDEN not in named and not any(map(named.lower().__contains__, HINTS)) and ASIDE.isdisjoint([tag for tag, _ in kinds]):
        return {}
    return {kind: section for kind in kinds if (section := _own(*kind))}


def _own(tag: str, names: str) -> int:
    found: int = Section.ASIDE if tag in ASIDE else Section.STORY
    if names and tag not in PAGE:
        if HIDDEN in names:
            found |= Section.UNDISPLAYED
        if any(map(names.lower().__contains__, HINTS)):
            if COMMENTS.search(names):
                found |= Section.COMMENTS
            if RELATED.search(names):
                found |= Section.RELATED
            if PICTURE.search(names):
                found |= Section.ASIDE
    return found
