"""From probabilities to the blocks of the body: the best choice by expected F1, less what is clear-cut.

What goes on right after the choice, built as before, is taken in; of a post quoted in part the rest comes along. What stands in a
section that is not the story goes, unless most of the choice stands there (a page may wrap everything in `comments-on`), and so
does what stands in another story's box, among cards of other stories, in a list of links, in a small box of its own (an advert, a
picture's caption, a pull quote, an author, an order for a newsletter), beneath a line that announces comments or other stories;
readers' remarks; what follows a newsroom's farewell; appeals to readers. A block that repeats the title before the story is the
headline, a byline or a date there stands with it; a subheading at the end, or a line that announces, heads something else; a
passage shown twice is read once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

import numpy as np

from agents.clean.body.amount import Words, words_in
from agents.clean.body.appeals import without_appeals
from agents.clean.body.cards import without_cards
from agents.clean.body.choice import choose
from agents.clean.body.copies import copies
from agents.clean.body.digest import without_other_stories
from agents.clean.body.elements import HEADINGS, OWN_LINES
from agents.clean.body.endings import without_announced, without_biography
from agents.clean.body.farewell import without_farewell
from agents.clean.body.frame import Floats, Frame
from agents.clean.body.going_on import with_what_goes_on
from agents.clean.body.links import without_lists_of_links
from agents.clean.body.masthead import without_masthead
from agents.clean.body.neighbours import without_neighbours
from agents.clean.body.posts import with_whole_posts
from agents.clean.body.sections import FOREIGN, sections
from agents.clean.body.table import Table
from agents.clean.body.walk import Outline

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
    titled: list[int] = is_title.nonzero()[0].tolist()
    chosen: list[int] = choice.keep.nonzero()[0].tolist()
    if not set(chosen).difference(titled):  # a headline alone is no body: what else there is may be one
        choice = choose(np.where(is_title, 0.0, probability), page.words)
        chosen = choice.keep.nonzero()[0].tolist()
    said = page.announced
    kept = with_what_goes_on(outline, chosen, said)
    stands_in = sections(outline, kept)
    present = reduce(or_, stands_in.values(), 0)
    for section in FOREIGN:
        if not present & section:
            continue
        outside = [block for block in kept if not stands_in[block] & section]
        if page.length[outside].sum() >= ELSEWHERE * page.length[kept].sum():
            kept = outside
    kept = with_whole_posts(outline, kept)
    words: list[float] = page.words.tolist()
    kept = without_neighbours(outline, kept, titled)
    told = without_announced(outline, without_cards(outline, kept, words), words, said)
    kept = without_other_stories(outline, told, words, outline.texts[titled[0]] if titled else "")
    kept = without_farewell(outline, without_lists_of_links(outline, kept))
    kept = without_appeals(outline, kept, words)
    if kept != told:
        kept = without_biography(outline, kept)  # it may have stood above other stories
    kept = _beneath_headline(outline, words, titled, kept)
    kept = without_masthead(outline, _without_headline(columns, words, titled, kept))
    for _ in range(LAST):
        if kept and _heads_nothing(page, kept[-1]):
            kept.pop()
    entries = [outline.tags[outline.leaf[block]] in OWN_LINES for block in kept]
    likely = list(map(probability.tolist().__getitem__, kept))
    if twice := copies([outline.texts[block] for block in kept], likely, entries):
        kept = [block for place, block in enumerate(kept) if place not in twice]
    return Decision(kept, choice.expected_f1 if kept else 0.0, chosen)


def _beneath_headline(outline: Outline, words: Words, titled: Sequence[int], kept: list[int]) -> list[int]:
    """Less what stands above the headline, which is a box or another story's card; where the headline is one of the first rank and
    has the story beneath it. `titled`: the blocks that repeat the title."""
    headline = next((block for block in titled if outline.tags[outline.leaf[block]] == "h1"), 0)
    if not kept or kept[0] >= headline:
        return kept
    beneath = [block for block in kept if block >= headline]
    told = words_in(words, beneath)
    return beneath if told >= STORY and told >= BENEATH * words_in(words, kept) else kept


def _without_headline(columns: Table, words: Words, titled: Sequence[int], kept: list[int]) -> list[int]:
    """Less what repeats the title, and the few words above it; and less what is all taken from it, where nothing else repeats it
    (the title names the site too). `titled`: the blocks that repeat it."""
    if not kept:
        return kept
    headlines = set(titled)
    if not titled or titled[0] >= kept[-1]:
        taken = (columns["title's share"] == 1) & (columns["title"] >= HEADLINE_AND_SITE)
        headlines.update(taken.nonzero()[0].tolist())
    opening = kept[:OPENING]
    above = next((block for block in range(opening[-1], opening[0], -1) if block in headlines), 0)
    if words_in(words, [block for block in opening if block < above]) <= ABOVE:
        opening = [block for block in opening if block >= above]
    return [block for block in opening if block not in headlines] + kept[OPENING:]


def _heads_nothing(page: Frame, last: int) -> bool:
    """Whether the last block is a subheading, or announces what was dropped; some sites set whole paragraphs in a heading's tag."""
    if last in page.announced:
        return True
    tag = page.outline.tags[page.outline.leaf[last]]
    return tag in HEADINGS and page.length[last] < SUBHEADING and page.outline.texts[last][-1] not in ".!?"
