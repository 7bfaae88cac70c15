"""Further stories on a page: built as the first, where pages go on without end and show the next article beneath, or in a list that
names the page's own story among them."""

from __future__ import annotations

from collections.abc import Sequence

from agents.clean.body.elements import LISTS
from agents.clean.body.masthead import is_dateline
from agents.clean.body.nesting import alike, blocks_of, tag_of
from agents.clean.body.walk import Outline

HEADLINES = frozenset(("h1", "h2", "h3"))
LINE = 80
"""Characters of a byline."""
TITLES = range(15, 161)
"""Characters of a headline in an element that is no heading by its tag."""
SHORTEST = 300
"""Characters of a story."""
UP = 5
"""Elements around a headline that may be the story's box."""


def without_neighbours(outline: Outline, kept: Sequence[int], titled: Sequence[int]) -> list[int]:
    """The kept blocks but those in boxes beside the story's box, of the same tag and names, that have a headline of the same tag,
    or of the same tag and names where that is no heading's; `titled`: the blocks that repeat the title."""
    own = next((block for block in titled if tag_of(outline, block) in HEADLINES), None)
    if own is None:
        own = next((block for block in titled if outline.names[outline.leaf[block]]), None)
    if own is None or not kept:
        return list(kept)
    kept = _without_lists_of_stories(outline, kept, own)
    if not kept:
        return []
    tag = tag_of(outline, own)
    tags, leaf = outline.tags, outline.leaf
    repeats = frozenset(titled)
    others = [block for block in range(own + 1, kept[-1]) if tags[leaf[block]] == tag and block not in repeats]
    if tag not in HEADLINES:  # what a site calls its headlines, and nothing else
        names = outline.names[outline.leaf[own]]
        others = [block for block in others if outline.names[outline.leaf[block]] == names and len(outline.texts[block]) in TITLES]
    told = _next_told(outline, own, kept)
    kept = [block for block in kept if told is None or block < told]
    if not others or not kept:
        return list(kept)
    boxes = _ancestors(outline, own)
    gone: set[int] = set()
    if (next_story := _next_beneath(outline, own, others)) is not None:
        gone.update(range(next_story, outline.end[outline.parents[outline.leaf[own]]]))
    for other in others:
        around = _ancestors(outline, other)
        shared = next((element for element in around if element in boxes), 0)
        box, neighbour = _below(boxes, shared), _below(around, shared)
        if box and neighbour and alike(outline, box, neighbour):
            gone.update(blocks_of(outline, neighbour))
    return [block for block in kept if block not in gone]


def _next_told(outline: Outline, own: int, kept: Sequence[int]) -> int | None:
    """The first headline beneath the story, of its own rank or the first, with a line beneath it that tells when."""
    tags, leaf, tag = outline.tags, outline.leaf, tag_of(outline, own)
    if tag not in HEADLINES:
        return None
    wanted = {"h1", tag} if tag == "h1" or _is_told(outline, own) else {"h1"}
    headlines = [block for block in range(own + 1, kept[-1]) if tags[leaf[block]] in wanted]
    told = next((block for block in headlines if _is_told(outline, block)), None)
    return told if told is not None and _is_story(outline, kept, told) else None


def _is_told(outline: Outline, headline: int) -> bool:
    """Whether the line beneath a headline tells when, and perhaps by whom: there a story begins, no part of one."""
    return headline + 1 < len(outline.texts) and is_dateline(outline.texts[headline + 1])


def _is_story(outline: Outline, kept: Sequence[int], end: int) -> bool:
    """Whether the kept blocks before `end` are a story: a page may show its title above its headline."""
    return sum(len(outline.texts[block]) for block in kept if block < end) >= SHORTEST


def _next_beneath(outline: Outline, own: int, others: Sequence[int]) -> int | None:
    """The first headline in the story's own element that is set like the story's and has a line beneath it like that beneath the
    story's: a byline, a day. A subheading has the story's next paragraph there."""
    kinds = [_kind(outline, own), _kind(outline, own + 1)]
    if kinds[0] == kinds[1] or not kinds[1][1] or not _is_line(outline, own + 1):
        return None
    for other in others:
        beside = outline.parents[outline.leaf[other]] == outline.parents[outline.leaf[own]]
        if beside and [_kind(outline, other), _kind(outline, other + 1)] == kinds and _is_line(outline, other + 1):
            return other
    return None


def _kind(outline: Outline, block: int) -> tuple[str, str]:
    leaf = outline.leaf[block]
    return outline.tags[leaf], outline.names[leaf]


def _is_line(outline: Outline, block: int) -> bool:
    """Whether a block is a byline or the like rather than a paragraph."""
    return len(outline.texts[block]) <= LINE and outline.texts[block][-1] not in ".!?…。"


def _without_lists_of_stories(outline: Outline, kept: Sequence[int], own: int) -> list[int]:
    """Less all items of a list one of which is the story's headline, a link, with its first lines."""
    headline = outline.texts[own]
    gone: set[int] = set()
    seen: set[int] = set()
    for block in kept:
        element = outline.parents[outline.leaf[block]]
        if block not in gone and element not in seen and outline.tags[element] in LISTS:
            seen.add(element)
            items = blocks_of(outline, element)
            if any(outline.linked[item] >= len(headline) and outline.texts[item].startswith(headline) for item in items):
                gone.update(items)
    return [block for block in kept if block not in gone]


def _ancestors(outline: Outline, block: int) -> list[int]:
    """The nearest of them, inwards first, without the headline's own element."""
    element, found = outline.leaf[block], list[int]()
    while element and len(found) < UP:
        element = outline.parents[element]
        found.append(element)
    return found


def _below(path: Sequence[int], shared: int) -> int:
    """The element of the path right beneath the shared one; 0 where the headline itself stands there."""
    at = path.index(shared) if shared in path else 0
    return path[at - 1] if at else 0
