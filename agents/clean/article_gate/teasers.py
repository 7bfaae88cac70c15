"""What a list of stories looks like, and what a page that tells one: titles over first lines, dates, the page's own title shown."""

from __future__ import annotations

import math
import re

from agents.clean.body.elements import HEADINGS
from agents.clean.body.walk import Outline
from agents.clean.words import words_of

SHORTEST, LONGEST = 15, 160
"""Characters of a story's title."""
TEXT = 50
"""Characters of a first line or a paragraph at least."""
LINKED, UNLINKED = 0.5, 0.4
"""Share of a linked title that is its link at least, beside a date or a section; and of a paragraph at most."""
BOLD = 0.8
SENTENCE_ENDS = ".!…。"
"""Of a paragraph in bold type, that is no title."""
DATED = re.compile(r"\d(?<!\d\d)(?:\d?[./-]\d{1,2}[./-](?:\d\d){1,2}|(?:(?<=1)9|(?<=2)0)\d\d|\d?:\d\d)(?!\d).*")
"""A day, a year or a time, and the rest of its line; begun by a digit, which is looked for ten times as fast as what stands before
it."""
LABEL = 40
"""Characters of a line that only dates something, at most."""
LONG = 4
"""Letters of a word of an address that counts."""


def teasers(outline: Outline, title: str, path: str) -> dict[str, float]:
    """Features by name; `title` is the page's own, `path` its address without the site."""
    wanted = set(words_of(title))
    linked_titles = under_link = under_title = paragraphs = 0
    labels: list[str] = []
    likeness = 0.0
    before = 0  # what the last block was: 1 a linked title, 2 another title
    tags = outline.tags
    for text, leaf, linked, bold in zip(outline.texts, outline.leaf, outline.linked, outline.bold, strict=True):
        size = len(text)
        if size < SHORTEST and tags[leaf] not in HEADINGS:  # a date may stand between a title and its first line
            labels.append(text)
            continue
        kind = 0
        heading = tags[leaf] in HEADINGS
        title_long = SHORTEST <= size <= LONGEST
        if title_long and linked >= LINKED * size:
            linked_titles += 1
            kind = 1
        elif title_long and (heading or (bold >= BOLD * size and text[-1] not in SENTENCE_ENDS)):
            kind = 2
        elif size >= TEXT and linked < UNLINKED * size:
            paragraphs += 1
            under_link += before == 1
            under_title += before == 2
        elif size <= LABEL:
            labels.append(text)
            kind = before
        if heading and wanted and kind != 1:
            words = set(words_of(text))
            likeness = max(likeness, len(words & wanted) / len(words | wanted))
        before = kind
    slug = {word for word in words_of(path.replace("_", " ")) if len(word) >= LONG and not word.isdigit()}
    return {
        "linked titles": math.log1p(linked_titles),
        "linked titles to paragraphs": math.log1p(linked_titles) - math.log1p(paragraphs),
        "paragraphs under links": under_link / max(1, paragraphs),
        "paragraphs under titles": under_title / max(1, paragraphs),
        "dates": math.log1p(len(DATED.findall("\n".join(labels)))),
        "title shown": likeness,
        "title in address": len(slug & wanted) / max(1, len(slug)),
    }
