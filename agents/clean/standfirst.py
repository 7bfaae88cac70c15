"""The standfirst as part of the text, or of the headline: newsrooms differ.

Where newspapers are not in English, and in the British tradition, the standfirst opens the story and its facts need not come again:
it is text, wherever the page sets it. In the American one the deck goes with the headline and repeats what follows: set apart from
the paragraphs, it is the article's subtitle alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from agents.clean.body.walk import Outline
from agents.clean.headline import HEADINGS, STANDFIRST
from agents.clean.language import primary_subtag
from agents.clean.metadata import Declared, Metadata
from agents.clean.plain import clean_text
from agents.clean.words import words_of

BELOW = 12
"""Blocks below the headline in which it stands: after byline, date and share lines."""
LENGTH = range(35, 700)
"""Characters."""
LIKE = 0.75
"""Likeness to the page's description or declared subtitle, as the share of common words in all words of both."""
CUT = 60
"""Characters of a description that is cut off, enough to know its standfirst by."""
SOLD = frozenset(("ai", "cc", "co", "fm", "gg", "io", "la", "ly", "me", "sh", "to", "tv", "us", "vc", "ws"))
"""Countries' domains that anybody takes for their sound; and the American one."""
AMERICAN = re.compile(r"(?:en(?:[-_]us)?)?$", re.IGNORECASE)
"""A page's language that doesn't tell of another tradition: en, en-US, or none."""


def with_standfirst(lines: Sequence[str], outline: Outline, declared: Declared, metadata: Metadata) -> list[str]:
    """The text's lines with the standfirst first where it is part of the story, without it where it goes with the headline."""
    headline = metadata.headline
    if headline is None or not lines:
        return list(lines)
    below = range(headline + 1, min(headline + 1 + BELOW, len(outline.texts)))
    if _opens_the_story(declared):
        if lines[0] in outline.texts:  # only what stands before the story's first line may come before it
            below = range(below.start, min(below.stop, outline.texts.index(lines[0])))
        found = _standfirst(outline, below, declared, metadata)
        text = clean_text(outline.texts[found]) if found is not None else ""
        return [text, *lines] if found is not None and text not in lines else list(lines)
    opening = next((block for block in below if clean_text(outline.texts[block]) == lines[0]), None)
    if opening is None or len(lines) < 2:
        return list(lines)
    is_deck = _goes_with(outline, headline, opening, lines[1]) and (  # asked first, since hardly any line does
        _standfirst(outline, range(below.start, opening + 1), declared, metadata) == opening
    )
    return list(lines[1:] if is_deck else lines)


def _standfirst(outline: Outline, below: range, declared: Declared, metadata: Metadata) -> int | None:
    """The first of the blocks below the headline that says what the page declares as its summary."""
    if not below:
        return None
    wanted = [words for words in map(_words, (declared.hints.description, metadata.subtitle or "")) if words]
    title = _words(metadata.title)
    cut = declared.hints.description.rstrip(".… ")[:CUT]
    for block in below:
        text = outline.texts[block]
        if len(text) not in LENGTH or title <= (said := _words(text)):
            continue  # the headline, perhaps with the words above it
        if (len(cut) == CUT and text.startswith(cut)) or any(_are_alike(said, words) for words in wanted):
            return block
        leaf = outline.leaf[block]
        if STANDFIRST.search(f"{outline.names[leaf]} {outline.names[outline.parents[leaf]]}".lower()) and not outline.linked[block]:
            return block
    return None


def _are_alike(said: set[str], words: set[str]) -> bool:
    common = len(said & words)
    return common >= LIKE * (len(said) + len(words) - common)


def _words(text: str) -> set[str]:
    return set(words_of(text))


def _opens_the_story(declared: Declared) -> bool:
    language = declared.markup.language.strip()
    if not AMERICAN.match(language):
        return bool(primary_subtag(language))
    domain = (urlsplit(declared.url).hostname or "").rsplit(".", 1)[-1]
    return len(domain) == 2 and domain not in SOLD


def _goes_with(outline: Outline, headline: int, block: int, first: str) -> bool:
    """Whether the block is a heading, or stands with the headline in an element that ends before the story's first paragraph."""
    if outline.tags[outline.leaf[block]] in HEADINGS:
        return True
    end = outline.end[_shared(outline, headline, block)]
    return not any(first.startswith(outline.texts[after]) for after in range(block + 1, end))


def _shared(outline: Outline, block: int, other: int) -> int:
    """The innermost element that holds both."""
    element = outline.leaf[block]
    while element and not outline.first[element] <= other < outline.end[element]:
        element = outline.parents[element]
    return element
