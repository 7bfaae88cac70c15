"""Lines with which a newsroom takes leave of its readers beneath a story: who else reported, whom to write to or to follow; and the
address of a printed page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.clean.body.elements import OWN_LINES
from agents.clean.body.masthead import is_date
from agents.clean.body.signed import SAID_ENDS
from agents.clean.body.walk import Outline

LAST = 5
"""Blocks at the end of the story among which they stand."""
LONGEST = 320
"""Characters of such a line."""
NAMES = r"[A-Z][\w.'’-]+(?:(?:,? and|,)? [A-Z][\w.'’-]+)*"
NETWORK = r"(?:twitter|facebook|instagram|x|youtube|telegram|whatsapp|linkedin|tiktok|threads|bluesky|mastodon|social media)\b"
BEGINS = re.compile(
    rf"{NAMES} reported from [A-Z]"
    r"|(?i:(?:with )?additional reporting\b|(?:with )?reporting by\b"
    r"|write to .{3,60} at \S+@\S+|e-?mail .{3,60}(?: at)? \S+@\S+"
    rf"|\W*follow .{{2,40}}\bon {NETWORK})"
    r"|\W?(?:责任编辑|責任編輯|责编|编辑|編輯|校对|来源|來源)\s?[:：].{1,30}$"
)
HOLDS = re.compile(
    r"\bcontributed (?:reporting|to this (?:report|article|story|piece))\b"
    rf"|\bfollow (?:him|her|them|us|me) (?:on {NETWORK}|@)"
    r"|\bsign(?:ing)? up (?:for|to) (?:our|the)\b.*\bnewsletters?\b|\bsubscribe to our\b.*\bnewsletters?\b"
    r"|\bplease bookmark\b|\bthis post is public\b|\bsubscribe for free to receive new posts\b",
    re.IGNORECASE,
)
"""How such a line begins, and what another holds."""
END = re.compile(r"(?:#{3}|# # #|[-–—(*] ?(?:30|ends?|ende|fin|fim|koniec|конец) ?[-–—)*])$", re.IGNORECASE)
"""What a press release or a wire's story ends with; beneath it stand those who sent it."""
LONGEST_END = 12
RIGHTS, YEAR, LONGEST_RIGHTS = re.compile(r"©|\(c\) |copyright\b", re.IGNORECASE), re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)"), 120
"""How a site's notice of its rights begins, and the year in it; a picture's has none."""
IMPRINT = 3
"""Blocks at the end of the story among which such a notice is followed by the site's address."""
BENEATH = 0.4
"""Share of the story's characters that stand beneath its end, at most."""
BEGINNINGS = ("report", "mail", "write to", "follow", "编", "編", "校对", "源")
HINTS = ("contributed ", "follow ", "newsletter", "bookmark", "this post", "new posts")
"""One of these is in any of the former, one in any of the latter: to ask takes a tenth of the time."""
DAY = 40
"""Characters of a line that is but a day."""
LINE = 60
"""Characters of a line of a postal address or the like."""
CONTACT = re.compile(r"\S@\S+\.\w|(?<!\w)(?:tel|phone|telefon|teléfono|téléphone|тел|fax|电话)\b\.?\W{0,3}[+(]?\d", re.IGNORECASE)
ADDRESS = ("http://", "https://", "www.")
RULE = frozenset("_*-—–#·• ")
"""Signs of a line that parts the story from the newsroom's."""


def without_farewell(outline: Outline, kept: Sequence[int]) -> list[int]:
    """The kept blocks up to a story's end, or the first such line among the last."""
    kept = _without_contact(outline, _without_senders(outline, kept))
    short = [place for place in range(max(1, len(kept) - LAST), len(kept)) if len(outline.texts[kept[place]]) <= LONGEST]
    said = "\n".join([outline.texts[kept[place]] for place in short]).lower()
    begins, holds = any(map(said.__contains__, BEGINNINGS)), any(map(said.__contains__, HINTS))
    for place in short if begins or holds else ():
        text = outline.texts[kept[place]]
        if (begins and BEGINS.match(text)) or (holds and HOLDS.search(text)):
            return _without_rule(outline, list(kept[:place]))
    for block in range(kept[-IMPRINT], kept[-1]) if len(kept) > LAST else ():
        text = outline.texts[block]
        if len(text) <= LONGEST_RIGHTS and RIGHTS.match(text) and YEAR.search(text):
            return [each for each in kept if each < block]
    return list(kept[:-1] if len(kept) > 1 and (_is_address(outline, kept[-1]) or _is_day(outline, kept[-1])) else kept)


def _without_senders(outline: Outline, kept: Sequence[int]) -> list[int]:
    texts = outline.texts
    for block in range(kept[0] + 1, kept[-1]) if kept else ():
        if len(texts[block]) <= LONGEST_END and END.match(texts[block]):
            left = [each for each in kept if each < block]
            length = sum(len(texts[each]) for each in kept)
            return left if sum(len(texts[each]) for each in left) >= (1 - BENEATH) * length else list(kept)
    return list(kept)


def _without_contact(outline: Outline, kept: Sequence[int]) -> list[int]:
    """Less the short lines with which a page ends where one of them tells how to reach the newsroom."""
    end = len(kept)
    while end > 1 and len(kept) - end < LAST and _is_line(outline, kept[end - 1]):
        end -= 1
    reached = any(CONTACT.search(outline.texts[block]) for block in kept[end:])
    return list(kept[:end] if reached else kept)


def _is_line(outline: Outline, block: int) -> bool:
    text = outline.texts[block]
    return len(text) <= LINE and text[-1] not in SAID_ENDS and outline.tags[outline.leaf[block]] not in OWN_LINES


def _is_address(outline: Outline, block: int) -> bool:
    """Whether a block is but an address that leads nowhere: a printed page's own."""
    text = outline.texts[block]
    return text.startswith(ADDRESS) and " " not in text and not outline.anchors[block]


def _is_day(outline: Outline, block: int) -> bool:
    """Whether a block is but the day on which the story was written."""
    text = outline.texts[block]
    return len(text) <= DAY and text[-1].isdigit() and is_date(text) and outline.tags[outline.leaf[block]] not in OWN_LINES


def _without_rule(outline: Outline, kept: list[int]) -> list[int]:
    while len(kept) > 1 and RULE.issuperset(outline.texts[kept[-1]]):
        kept.pop()
    return kept
