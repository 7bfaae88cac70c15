"""Where the headline stands among a page's blocks, and what stands around it: date, byline, standfirst."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.clean.body.walk import Outline
from agents.clean.titles import key

HEADINGS = frozenset({"h1", "h2", "h3"})
BEFORE, NEAR, AFTER = 6, 6, 14
"""Blocks around the headline in which sites set date and byline; mostly NEAR beneath it."""
PARAGRAPH, SENTENCES = 250, 90
"""Characters of a block that is the article's text for certain, before which date and byline stand; and of one that is some of it
where it is no link."""
DENSE, FIRST_DENSE = 2, "\u2e80"
"""How many characters one of China's, Japan's and Korea's is worth; they begin there."""
SAID = 450
"""Characters of such text after which a short story is over, and others' cards may follow."""
OTHER_PARTS = re.compile(
    r"archive|breadcrumb|c(?:omment|opyright|o(?:nsent|okie)|arousel|(?<!-c)alendar(?!-))|disqus|leserbrief|m(?:enu|ost-?read)|"
    r"n(?:ewsletter|(?<=\bn)av)|p(?:laylist|opular)|re(?:cent|commend|lat(?:ed|ions))|s(?:lider|wiper)|"
    r"t(?:easer__|humb-caption|icker|rending|weet)|w(?:eather|idget)"
)
"""Words in the names of parts of a page that tell of something other than its article. In lower case and begun by a letter each,
which is looked for ten times as fast as words in any case."""
ASIDE_PARTS = re.compile(r"s(?:idebar|(?<=\bs)ite-?footer)|(?:f(?<![\w-]f)|p(?<=\bp)age-?f|g(?<=\bg)lobal-?f)ooter|related")
"""Parts that hold other things where they stand far from the headline, in lower case; a story's own footer is none."""
STANDFIRST = re.compile(
    r"a(?:nreisser|rticle[-_]+(?:lead|intro)\b)|bajada|chap(?:o|eau)|d(?<=\bd)ec?k\b|e(?:nt(?:radilla|ry-summary)|xcerpt)|"
    r"i(?:ngress|(?<=\bi)ntro(?:__?text|-?text)?\b)|l(?<=\bl)ede\b|manchet|"
    r"s(?:ommario|ottotitolo|t(?:andfirst|ory[-_]+(?:lead|intro)\b)|u(?:mario|b(?:titulo|-?_?title|-?_?head(?:line|ing)?\b)))|vorspann"
)
"""What newsrooms call a standfirst, in class names in lower case; begun by a letter each."""
NEAR_ANCESTORS = 3
TITLES = frozenset({"h2", "h3", "h4", "h5"})
LINKED = 0.8
"""Share of another story's title that is its link."""
WORDS = 4
"""Spaces in one at least; an author's linked name has fewer."""
AMONG, SEVERAL = 30, 3
"""Blocks before and behind a list's line in which others stand, and how many of them are dated."""
YEAR = re.compile(r"[12](?:(?<=1)9|(?<=2)0)\d\d")


def find_headline(outline: Outline, title: str) -> int | None:
    """The index of the headline's block; None where the page doesn't show it."""
    wanted = key(title)
    if not wanted:
        return None
    shown = None
    least, most = 0.6 * len(title) - 5, 1.5 * len(title) + 30
    for index, text in enumerate(outline.texts):
        if not least <= len(text) <= most:
            continue
        said = key(text)
        if said == wanted or (len(wanted) > 20 and (said in wanted or wanted in said)):
            if outline.tags[outline.leaf[index]] in HEADINGS:
                return index
            shown = index if shown is None else shown
    if shown is not None:
        return shown
    for element, tag in enumerate(outline.tags):
        if tag == "h1" and outline.first[element] < outline.end[element]:
            return outline.first[element]
    return None


def around(outline: Outline, headline: int) -> Iterator[int]:
    """Blocks near the headline, those after it first, up to the article's text: a caption or one long standfirst is none of it.
    What stands right above the headline is nearer than what may stand beneath a short story."""
    paragraphs = said = 0
    above = range(headline - 1, max(-1, headline - 1 - BEFORE), -1)
    for index in range(headline + 1, min(headline + 1 + AFTER, len(outline.texts))):
        text = outline.texts[index]
        size = len(text) * (DENSE if text[len(text) // 2] >= FIRST_DENSE else 1)
        if size > SENTENCES and outline.linked[index] * 2 < len(text) and outline.tags[outline.leaf[index]] != "figcaption":
            paragraphs += size > PARAGRAPH
            said += size
            if paragraphs > 1 or said > SAID:
                break
        if index == headline + 1 + NEAR:
            yield from above[:1]
            above = above[1:]
        yield index
    yield from above


def names_of(outline: Outline, block: int) -> str:
    """The names that the site gave to the elements right around a block, the innermost first, in lower case."""
    names = [outline.inline[block] or ""]
    element = outline.leaf[block]
    for _ in range(NEAR_ANCESTORS):
        names.append(outline.names[element])
        element = outline.parents[element]
    return " ".join(names).lower()


def in_other_part(outline: Outline, block: int, headline: int | None) -> bool:
    """Whether the names around a block say that it belongs to something other than the article. What holds the headline as well
    is no such part, whatever it is called (`newsletter-issue`, `category-popular`), nor what stands right beside it."""
    if headline is not None and abs(block - headline) == 1:
        return False
    if headline is not None and _is_of_a_list(outline, block, headline):
        return True
    names, leaf = outline.inline[block] or "", outline.leaf[block]
    for element in (leaf, outline.parents[leaf]):
        if not _holds(outline, element, headline):
            names = f"{names} {outline.names[element]}"
    return OTHER_PARTS.search(names.lower()) is not None


def _is_of_a_list(outline: Outline, block: int, headline: int) -> bool:
    """Whether a line stands beneath another story's linked title, or further down several times among its like."""
    above = block - 1
    title = outline.texts[above]
    is_linked = outline.tags[outline.leaf[above]] in TITLES and outline.linked[above] > LINKED * len(title)
    if above > headline and is_linked and (title.count(" ") >= WORDS or (len(title) >= WORDS * 3 and title[-1] >= FIRST_DENSE)):
        return True
    if block <= headline + NEAR or len(outline.texts[block]) > SENTENCES:
        return False
    names, inline = outline.names[outline.leaf[block]], outline.inline[block]
    if not names:
        return False
    start = max(headline, block - AMONG)
    leaves = outline.leaf[start : block + 1 + AMONG]
    like = [at for at, leaf in enumerate(leaves, start) if outline.names[leaf] == names and outline.inline[at] == inline]
    if len(like) <= SEVERAL:
        return False
    return sum(len(text) <= SENTENCES and YEAR.search(text) is not None for text in map(outline.texts.__getitem__, like)) > SEVERAL


def _holds(outline: Outline, element: int, block: int | None) -> bool:
    return block is not None and outline.first[element] <= block < outline.end[element]
