"""From probabilities to the blocks of the body: the best choice by expected F1, less what is clear-cut.

What goes on right after the choice, built as before, is taken in; of a post quoted in part the rest comes along. What stands in a
section that is not the story goes, unless most of the choice stands there (a page may wrap everything in `comments-on`), and so
does what stands in another story's box, among cards of other stories, in a list of links, in a small box of its own (an advert, a
picture's caption, an author), beneath a line that announces comments or other stories; readers' remarks; what follows a
newsroom's farewell. A block that repeats the title before the story is the headline, a byline or a date there stands with it; a
subheading at the end, or a line that announces, heads something else; a passage shown twice is read once.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agents.clean.body.cards import without_cards
from agents.clean.body.choice import choose
from agents.clean.body.copies import copies
from agents.clean.body.digest import without_other_stories
from agents.clean.body.elements import HEADINGS, OWN_LINES
from agents.clean.body.endings import without_announced
from agents.clean.body.farewell import without_farewell
from agents.clean.body.frame import Floats, Frame
from agents.clean.body.going_on import with_what_goes_on
from agents.clean.body.links import without_lists_of_links
from agents.clean.body.masthead import without_masthead
from agents.clean.body.neighbours import without_neighbours
from agents.clean.body.posts import with_whole_posts
from agents.clean.body.sections import FOREIGN, sections
from agents.clean.body.table import Table

ELSEWHERE = 0.3
"""Share of the chosen characters that must stand outside of a foreign section for those inside to be dropped."""
HEADLINE = 0.8
"""Likeness to the title, as the share of common words in all words of both."""
HEADLINE_AND_SITE = 0.5
"""The same for a headline of which the title is but a part, at least half."""
ABOVE = 12
"""Words above the headline that are no part of the story: the site's name, a section, a date."""
STORY, BENEATH = 40.0, 0.3
"""Words of the story beneath its headline, and their share of all, for what is above to be something else."""
OPENING = 3
"""Blocks at the start of the body in which a headline may stand."""
SUBHEADING = 80
"""Characters."""
LAST = 2
"""Lines at the end of the body that may head what was dropped; a longer list of them is a list."""


class Decision(NamedTuple):
    kept: list[int]
    """Blocks, in order."""
    expected_f1: float
    chosen: list[int]
    """What the model alone would keep: before sections, headline, announced lines and copies were taken off."""


def decide(page: Frame, columns: Table, probability: Floats) -> Decision:
    outline = page.outline
    choice = choose(probability, page.words)
    is_title = columns["title"] >= HEADLINE
    if is_title[choice.keep].all():  # a headline alone is no body: what else there is may be one
        choice = choose(np.where(is_title, 0.0, probability), page.words)
    kept: list[int] = choice.keep.nonzero()[0].tolist()
    chosen = kept
    said = page.announced
    kept = with_what_goes_on(outline, kept, said)
    stands_in = sections(outline, kept)
    present = reduce(or_, stands_in.values(), 0)
    for section in FOREIGN:
        if not present & section:
            continue
        outside = [block for block in kept if not stands_in[block] & section]
        if page.length[outside].sum() >= ELSEWHERE * page.length[kept].sum():
            kept = outside
    kept = with_whole_posts(outline, kept)
    kept = without_neighbours(outline, kept, columns["title"].tolist())
    kept = without_announced(outline, without_cards(outline, kept, page.words), page.words, said)
    headline = next((outline.texts[block] for block in is_title.nonzero()[0].tolist()), "")
    kept = without_other_stories(outline, kept, page.words, headline)
    kept = without_farewell(outline, without_lists_of_links(outline, kept))
    kept = without_masthead(outline, _without_headline(page, columns, _beneath_headline(page, is_title, kept)))
    for _ in range(LAST):
        if kept and _heads_nothing(page, kept[-1]):
            kept.pop()
    entries = [outline.tags[outline.leaf[block]] in OWN_LINES for block in kept]
    twice = copies([outline.texts[block] for block in kept], probability[kept].tolist(), entries)
    kept = [block for place, block in enumerate(kept) if place not in twice]
    return Decision(kept, choice.expected_f1 if kept else 0.0, chosen)


def _beneath_headline(page: Frame, is_title: NDArray[np.bool_], kept: list[int]) -> list[int]:
    """Less what stands above the headline, which is a box or another story's card; where the headline is one of the first rank and
    has the story beneath it."""
    outline = page.outline
    headline = next((block for block in is_title.nonzero()[0].tolist() if outline.tags[outline.leaf[block]] == "h1"), 0)
    beneath = [block for block in kept if block >= headline]
    told, all_told = page.words[beneath].sum(), page.words[kept].sum()
    return beneath if told >= STORY and told >= BENEATH * all_told else kept


def _without_headline(page: Frame, columns: Table, kept: list[int]) -> list[int]:
    """Less what repeats the title, and the few words above it; and less what is all taken from it, where nothing else repeats it
    (the title names the site too)."""
    if not kept:
        return kept
    likeness, share = columns["title"], columns["title's share"]
    shown = likeness[: kept[-1]].max(initial=0) >= HEADLINE
    is_headline = (likeness >= HEADLINE) | ((share == 1) & (likeness >= HEADLINE_AND_SITE) & (not shown))
    opening = kept[:OPENING]
    above = next((block for block in range(opening[-1], opening[0], -1) if is_headline[block]), 0)
    if page.words[[block for block in opening if block < above]].sum() <= ABOVE:
        opening = [block for block in opening if block >= above]
    return [block for block in opening if not is_headline[block]] + kept[OPENING:]


def _heads_nothing(page: Frame, last: int) -> bool:
    """Whether the last block is a subheading, or announces what was dropped; some sites set whole paragraphs in a heading's tag."""
    if last in page.announced:
        return True
    tag = page.outline.tags[page.outline.leaf[last]]
    return tag in HEADINGS and page.length[last] < SUBHEADING and page.outline.texts[last][-1] not in ".!?"
