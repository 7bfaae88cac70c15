"""Small boxes amid a story that are no part of it: adverts, calls to sign up, pictures with their captions, authors, forms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from itertools import compress, count

from agents.clean.body.amid import set_apart
from agents.clean.body.amount import Words, words_in
from agents.clean.body.announced import Announced, announced, is_counter
from agents.clean.body.buttons import with_buttons
from agents.clean.body.caption import is_caption
from agents.clean.body.elements import CELLS, HEADINGS
from agents.clean.body.nesting import blocks_of, box_of
from agents.clean.body.pictures import captions
from agents.clean.body.pulled import pull_quotes
from agents.clean.body.signed import SAID_ENDS, is_biography
from agents.clean.body.walk import Outline

MOST_WORDS, MOST_OF_IT = 60, 0.5
"""Words of a small box, and their share of the kept ones, at most."""
ADVERT, PICTURE, AUTHOR = 5, 3, 4
"""Blocks of a box at most, by what it holds."""
MOST_ASKING = 3
"""Boxes that ask for something; more are entries of a running story, each with a link to share it."""
LABEL = 30
"""Characters of an advert's label."""
CREDIT = 60
"""Characters of a line that tells who made a picture."""
IN_CELLS = CELLS | {"center", "div"}
"""What a line that is alone in a table stands in."""
SHOWN = 200
"""Characters of a line that tells what an image shows."""
BROKEN = 120
"""The same, where but a line break parts it from the image, and it may be a sentence."""
FRAMES = frozenset(("div", "span", "figure", "section"))
"""Elements that hold an image and such a line."""
PICTURED = re.compile(r"(?<![a-z])(?:pic(?:ture)?|image|img|photo|foto|bild|media|figure)(?![a-z])")
"""Names of such an element."""
NAMED = re.compile(
    r"(?:^|[\s_-])(?:polls?|quiz(?:zes)?|umfrage|sondage|encuesta|enquete|ankieta|anket|podcasts?|audio-?player|newsletters?|"
    r"sponsored|taboola|outbrain)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names of a small box that is something else. In the name of a whole page they tell nothing."""
NAME_PARTS = ("poll", "quiz", "umfrage", "sondage", "encuesta", "enquete", "anke", "podcast", "audio", "newsletter", "sponsored",
              "taboola", "outbrain")  # fmt: skip
"""One of these stands in each: to ask takes a tenth of the time."""
NAMED_BLOCKS = 10
FIELDS = 6
"""Blocks around a field of a form: a question and its answers."""
MOST_FIELDS = 24
"""Elements around fields; more are a list to tick off."""
HIGH = frozenset(("h1", "h2"))
"""Headings that stand above more than a box."""
QUESTION = 100
"""Characters of such a line."""
TO_FILL_IN = frozenset(("form", "input"))
NETWORKS = frozenset(
    (
        *("facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "pinterest", "instagram", "youtube", "messenger"),
        *("viber", "vk", "vkontakte", "reddit", "line", "bluesky", "threads", "email", "e-mail", "print", "mail", "copy"),
    )
)
"""Labels of the links with which a story is shared; two of them in a row are no part of any."""
LONGEST_NETWORK = max(map(len, NETWORKS))
AUTHORS = 2
"""Boxes of authors on a page: above the story and beneath it."""


def boxes_in(outline: Outline, kept: Sequence[int], words: Words, said: Mapping[int, Announced], asking: Set[int]) -> set[int]:
    """Their blocks. `words`: of each block of the page; `said`: what blocks announce; `asking`: those that ask to sign up."""
    most = min(MOST_WORDS, MOST_OF_IT * words_in(words, kept))

    def is_small(box: range, blocks: int) -> bool:
        return len(box) <= blocks and words_in(words, box) <= most

    texts, tags, leaf, inline, linked = outline.texts, outline.tags, outline.leaf, outline.inline, outline.linked
    fields = list(compress(count(), map(TO_FILL_IN.__contains__, tags)))
    found = captions(outline, kept, words) | pull_quotes(outline, kept, words) | with_buttons(outline, kept, words, fields)
    labels = {block for block, what in said.items() if what is Announced.ADVERT and kept[0] <= block <= kept[-1]}
    labels.update([block for block in range(kept[0], kept[-1] + 1) if linked[block] and _is_advert(texts[block], linked[block])])
    for block in labels:
        box = blocks_of(outline, box_of(outline, block))
        if block == box.start and is_small(box, ADVERT):
            found.update(box)
    boxes = {element: blocks_of(outline, element) for element in {box_of(outline, block) for block in asking - labels}}
    if len(boxes) <= MOST_ASKING:
        found.update(block for box in boxes.values() if is_small(box, ADVERT) for block in box)
    authors: dict[int, range] = {}
    for block in kept:
        text = texts[block]
        if len(text) <= SHOWN and (
            (inline[block] is not None and _is_beneath_image(outline, block))
            or (tags[leaf[block]] in IN_CELLS and _is_alone_in_table(outline, block))
        ):
            found.add(block)
        elif len(text) <= CREDIT and _is_of_picture(outline, block):
            box = blocks_of(outline, box_of(outline, block))
            if is_small(box, PICTURE):
                found.update(box)
        # what a name's bearer does for a living
        if text.startswith(texts[block - 1]) and stands_beneath_name(outline, block) and is_biography(text):
            box = blocks_of(outline, box_of(outline, block))
            if is_small(box, AUTHOR):
                authors[box.start] = box
    if len(authors) <= AUTHORS:  # more are people whom the story presents
        found.update(block for box in authors.values() for block in box)
    for box in _named(outline, kept):
        if is_small(box, NAMED_BLOCKS):
            found.update(box)
    for box in set_apart(outline, kept):
        if is_small(box, len(box)):
            found.update(box)
    found.update(_to_share(outline, kept))
    for form in _forms(outline, fields, kept):
        if is_small(form, len(form)):  # some sites have one around the whole page
            found.update(form)
    return found


def _is_advert(text: str, linked: int) -> bool:
    """Whether a line is an advert's label and its link; `linked`: its characters in links."""
    label = len(text) - linked
    return 0 < label <= LABEL and announced(text[:label]) is Announced.ADVERT


def _named(outline: Outline, kept: Sequence[int]) -> list[range]:
    """What elements hold that are named as something else."""
    leaf, parents, first, end = outline.leaf, outline.parents, outline.first, outline.end
    around: set[int] = set()
    for block in kept:
        element = leaf[block]
        while element and element not in around and end[element] - first[element] <= NAMED_BLOCKS:
            around.add(element)
            element = parents[element]
    named = {outline.names[element] for element in around}
    if not any(map("\n".join(named).lower().__contains__, NAME_PARTS)):
        return []
    named = {names for names in named if NAMED.search(names)}
    return [blocks_of(outline, element) for element in around if outline.names[element] in named]


def _to_share(outline: Outline, kept: Sequence[int]) -> list[int]:
    """Labels of networks, one beneath the other."""
    texts = outline.texts
    named = [block for block in kept if len(texts[block]) <= LONGEST_NETWORK and texts[block].lower() in NETWORKS]
    labels = [block for block in named if outline.tags[outline.leaf[block]] not in HEADINGS]
    return labels if len(labels) > 1 and labels[-1] - labels[0] <= len(NETWORKS) else []


def _is_of_picture(outline: Outline, block: int) -> bool:
    """Whether a line tells who made a picture, or which of how many it is."""
    text = outline.texts[block]
    return (is_counter(text) and outline.tags[outline.leaf[block]] not in CELLS) or is_caption(text)


def _is_beneath_image(outline: Outline, block: int) -> bool:
    """Whether a short line stands alone with an image in an element that holds no paragraph."""
    inline = outline.inline[block]
    if not (inline and inline.startswith("img")):
        return False
    text, leaf = outline.texts[block], outline.leaf[block]
    if outline.end[leaf] - outline.first[leaf] > 1:
        return False
    if outline.breaks[block] and len(text) <= BROKEN:  # a line beneath it, not a paragraph that it opens
        return True
    return outline.tags[leaf] in FRAMES and (text[-1] not in SAID_ENDS or PICTURED.search(outline.names[leaf].lower()) is not None)


def _is_alone_in_table(outline: Outline, block: int) -> bool:
    """Whether a short line is all that a table holds, beside a picture of which an old page's paragraphs flow around."""
    table = outline.leaf[block]
    while table and outline.tags[table] != "table" and outline.end[table] - outline.first[table] == 1:
        table = outline.parents[table]
    if outline.tags[table] != "table" or outline.end[table] - outline.first[table] > 1 or block + 1 >= len(outline.texts):
        return False
    story = outline.parents[table]
    beneath = outline.leaf[block + 1]
    return beneath == story or (outline.tags[beneath] == "p" and outline.parents[beneath] == story)


def stands_beneath_name(outline: Outline, block: int) -> bool:
    """Whether a block begins with what the one above it is as a whole: a name."""
    text, above = outline.texts[block], outline.texts[block - 1]
    return len(text) > len(above) and text[len(above)] == " " and text.startswith(above) and block > 0


def _forms(outline: Outline, fields: Sequence[int], kept: Sequence[int]) -> list[range]:
    """A poll, a search, an order for a newsletter: what a form holds, and the few short lines around it or around a field. None
    where no field stands near the kept blocks."""
    near = range(kept[0] - FIELDS, kept[-1] + FIELDS + 1)
    if not any(outline.first[element] < near.stop and outline.end[element] >= near.start for element in fields):
        return []
    found = [blocks_of(outline, element) for element in fields if outline.tags[element] == "form"]
    around = dict[int, range]()
    for element in fields:
        box = outline.parents[element]
        while box and box not in around:
            blocks = blocks_of(outline, box)
            if len(blocks) > FIELDS or not _are_lines(outline, blocks):
                break
            around[box] = blocks
            box = outline.parents[box]
    return [*found, *around.values()] if len(around) <= MOST_FIELDS else found


def _are_lines(outline: Outline, blocks: range) -> bool:
    """Whether they are questions and labels rather than a text."""
    for block in blocks:
        text = outline.texts[block]
        if len(text) > QUESTION or text[-1] == "." or outline.tags[outline.leaf[block]] in HIGH:
            return False
    return True
