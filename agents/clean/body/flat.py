"""Readers' remarks beneath a story in no element of their own: names alternate with what their bearers say, or stand behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from agents.clean.body.amount import Words, words_in
from agents.clean.body.elements import ENTRIES, HEADINGS
from agents.clean.body.nesting import around, twin_before
from agents.clean.body.signed import LONGEST_NAME, SAID_ENDS, is_ago, is_dated, is_name, signed_behind
from agents.clean.body.spoken import FEWEST, NICKNAME, PERSONAL, SPEAKERS, STORY, is_nickname, is_spoken_by
from agents.clean.body.walk import Outline

LONGEST_REMARK = 5
"""Blocks of a remark at most, its name aside."""
QUOTES = '“„«»"‘「『'
"""With which a story's people speak: asked in the street, or on a panel."""
FEWEST_APART = 3
"""Remarks, where each tells when it was made, or whose name is whose."""
MOST_QUOTED, SENTENCES = 0.5, 0.5
"""Shares of remarks that are quoted, at most, and that end like a sentence, at least: else it is a list of names."""


class Remark(NamedTuple):
    name: str
    first: int
    """Block."""
    said: list[str]
    apart: bool = False
    """Whether it tells when it was made, or its name stands nearer to it than to the next."""


def first_flat(outline: Outline, kept: Sequence[int], words: Words) -> int:
    """The first block of such remarks, with which the kept blocks end; the number of blocks where there are none. `words`: of each
    block of the page."""
    none = len(outline.texts)
    for find in (_alternating, _signed, _signed_beneath, _in_twins):
        found = find(outline, kept)
        first = found[-1].first if found else none
        if found and words_in(words, [block for block in kept if block < first]) >= STORY and _are_readers(outline, kept, found):
            return first
    return none


def _alternating(outline: Outline, kept: Sequence[int]) -> list[Remark]:
    """From the last upwards: a name in a block of its own, and in the blocks beneath it what is said, and perhaps when."""
    found: list[Remark] = []
    said: list[str] = []
    dated = False
    kind: tuple[str, str, bool] | None = None
    for block in range(_last(outline, kept[-1]), kept[0], -1) if kept else ():
        text, leaf = outline.texts[block], outline.leaf[block]
        own = (outline.tags[leaf], outline.names[leaf], outline.bold[block] > 0)
        if _tells_when(text):
            dated = True
        elif said and is_name(text) and own[0] not in HEADINGS and kind in (None, own):
            if not dated and own[0] in ENTRIES - {"dt"}:
                break
            found.append(Remark(text, block, said, dated))
            kind, said, dated = own, [], False
        else:
            said.append(text)
            if len(said) > LONGEST_REMARK:
                break
    return found


def _last(outline: Outline, block: int) -> int:
    """The block, or the one beneath it that tells when it was said."""
    return block + 1 if block + 1 < len(outline.texts) and _tells_when(outline.texts[block + 1]) else block


def _tells_when(text: str) -> bool:
    return len(text) <= LONGEST_NAME and (is_ago(text) or (is_dated(text) and not NICKNAME.fullmatch(text)))


def _signed(outline: Outline, kept: Sequence[int]) -> list[Remark]:
    """From the last upwards: what is said, with a name behind it."""
    found: list[Remark] = []
    for block in reversed(kept):
        text = outline.texts[block]
        name = signed_behind(text)
        if not name or outline.tags[outline.leaf[block]] in ENTRIES:
            break
        found.append(Remark(name, block, [text[: text.rindex(name)].rstrip(" –—-")]))
    return found


def _signed_beneath(outline: Outline, kept: Sequence[int]) -> list[Remark]:
    """From the last upwards: what is said, and a line break beneath it the name; more line breaks part it from what is above."""
    found: list[Remark] = []
    block = kept[-1] if kept else 0
    while kept and block > kept[0] + 1 and _is_signature(outline, block):
        found.append(Remark(outline.texts[block].lstrip("-–—~ "), block - 1, [outline.texts[block - 1]], apart=True))
        block -= 2
    return found


def _in_twins(outline: Outline, kept: Sequence[int]) -> list[Remark]:
    """From the last upwards: elements of one kind, each of which ends in a name, perhaps with a place behind it."""
    found: list[Remark] = []
    near = around(outline, kept[-1], LONGEST_REMARK + 1) if kept else ()
    element = next((each for each in near if _signer(outline, each)), 0)
    while element and (name := _signer(outline, element)):
        first, end = outline.first[element], outline.end[element]
        found.append(Remark(name, first, list(outline.texts[first : end - 1]), apart=True))
        element = twin_before(outline, element)
    return found


def _signer(outline: Outline, element: int) -> str:
    """Whose name an element with a remark ends in; empty where it is none."""
    if not 2 <= outline.end[element] - outline.first[element] <= LONGEST_REMARK + 1:
        return ""
    name = outline.texts[outline.end[element] - 1].partition(", ")[0]
    return name.lstrip("-–—~ ") if is_name(name) else ""


def _is_signature(outline: Outline, block: int) -> bool:
    nearer = outline.leaf[block] == outline.leaf[block - 1] and 0 < outline.breaks[block] < outline.breaks[block - 1]
    return nearer and is_name(outline.texts[block])


def _are_readers(outline: Outline, kept: Sequence[int], found: Sequence[Remark]) -> bool:
    """Whether several people speak for themselves whom the story does not name, some of them under nicknames or again and again;
    whom it asks or quotes it presents, and what a guide lists under names speaks of nobody."""
    names = {remark.name for remark in found}
    apart = all(remark.apart for remark in found)
    if len(found) < (FEWEST_APART if apart else FEWEST) or len(names) < min(SPEAKERS, len(found) - 1):
        return False
    nicknames = sum(map(is_nickname, names))
    defined = outline.tags[outline.leaf[found[0].first]] == "dt"
    if nicknames < PERSONAL * len(names) and (defined or len(names) == len(found)):
        return False
    if sum(remark.said[-1][-1] in SAID_ENDS for remark in found) < SENTENCES * len(found):
        return False
    if sum(remark.said[-1][0] in QUOTES for remark in found) > MOST_QUOTED * len(found):
        return False
    if sum(is_spoken_by(remark.name, remark.said) for remark in found) < PERSONAL * len(found):
        return False
    story = "\n".join(outline.texts[block] for block in kept if block < found[-1].first)
    return not any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", story) for name in names)
