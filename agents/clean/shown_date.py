"""The date that a page shows its readers: beside the headline, or where the page's own names say that a date stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from agents.clean.body.walk import Outline
from agents.clean.dateline import Found, Reading, find_dates
from agents.clean.headline import ASIDE_PARTS, OTHER_PARTS, around, names_of
from agents.clean.moments import Moment

UPDATED = re.compile(
    r"updat|modifi|last (?:edit|review|chang)|edited|revised|reviewed|aktualisi|geändert|änderung|\bstand:|mis à jour|mise à jour|"
    r"actualiz|aggiornat|atualiz|bijgewerkt|gewijzigd|oppdatert|opdateret|uppdater|päivitetty|zaktualiz|обновл|измен|оновлен|更新|수정|"
    r"güncelle|cập nhật|diperbarui",
    re.I,
)
PUBLISHED = re.compile(
    r"publi[sckqć]|post(?:ed|\s?time|\s?date)|veröffentlicht|erstellt|erschienen|geschrieben|verfasst|écrit le|paru|pubblicat|"
    r"geplaatst|gepubliceerd|publicerad|julkaistu|опубл|yayın|発行|公開|发布|發布|입력|ngày đăng",
    re.I,
)
DATE_NAMES = re.compile(r"date|time|publish|posted|stamp|pubdat|meta|byline|author|info|clock|calendar|topline|label|credit", re.I)
NOT_DATE_NAMES = re.compile(r"candidate|timeline|image|img|figure|caption|photo|pict", re.I)
NOT_OF_A_NAME = re.compile(r"[^\W\d_]{3,}")
MAX_LENGTH = 300
"""Characters of a block that may hold a dateline."""
MAX_OTHER_WORDS = 15
"""Words beside the date in a dateline: `By Ann Lee, Port Verane | 4 March 2026 | 5 min read | Updated …`."""
MAX_UNNAMED_WORDS = 4
"""Where neither label nor name says that it is a dateline: `Wednesday, 4 March 2026`, `Port Verane, 4 March 2026`."""
MAX_HINTED = 40
MAX_BLOCKS = 3000
"""Blocks that are looked through; a news page has some two hundred."""


@dataclass(frozen=True, slots=True)
class Shown:
    """`published` and `modified`: what the page shows. `certain`: it calls it the date of publication."""

    published: Moment | None = None
    modified: Moment | None = None
    certain: bool = False


def shown_beside(outline: Outline, headline: int | None, reading: Reading) -> Shown:
    """What stands beside the headline."""
    return _first(outline, around(outline, headline), reading) if headline is not None else Shown()


def shown_elsewhere(outline: Outline, headline: int | None, reading: Reading) -> Shown:
    """What stands where the page's names or its own words call it a date, after the headline first."""
    blocks = _named(outline)
    after = [block for block in blocks if headline is not None and block > headline]
    return _first(outline, after + [block for block in blocks if block not in after], reading)


def _first(outline: Outline, blocks: Iterable[int], reading: Reading) -> Shown:
    """The first date that isn't called an update, and the first that is."""
    modified: Moment | None = None
    unsure: Moment | None = None  # themes call the date of publication `updated` as well
    for block in blocks:
        text = outline.texts[block]
        dates = _dateline(outline, block, reading)
        position = 0
        for found in dates:
            label = text[position : found.start]
            position = found.end
            said = label if NOT_OF_A_NAME.search(label) else _label_before(outline, block)
            if UPDATED.search(said) and not PUBLISHED.search(label):
                modified = modified or found.moment
            elif "updat" in names_of(outline, block) and not PUBLISHED.search(said):
                unsure = unsure or found.moment
            else:
                return Shown(found.moment, modified, bool(PUBLISHED.search(said)) or _is_named(outline, block))
    return Shown(unsure, modified)


def _dateline(outline: Outline, block: int, reading: Reading) -> list[Found]:
    """The dates of a block that is a dateline, and no sentence, caption or teaser with a date in it."""
    text = outline.texts[block]
    if len(text) > MAX_LENGTH or not any(map(str.isdigit, text)):
        return []
    leaf = outline.leaf[block]
    if OTHER_PARTS.search(f"{outline.inline[block] or ''} {outline.names[leaf]} {outline.names[outline.parents[leaf]]}"):
        return []
    dates = find_dates(text, reading)
    if not dates:
        return []
    rest = "".join(text[left.end : right.start] for left, right in pairwise(dates))
    rest = f"{text[: dates[0].start]} {rest} {text[dates[-1].end :]}"
    words = len(NOT_OF_A_NAME.findall(rest))
    is_named = _is_named(outline, block) or bool(PUBLISHED.search(rest) or UPDATED.search(rest))
    return dates if words <= (MAX_OTHER_WORDS if is_named else MAX_UNNAMED_WORDS) else []


def _is_named(outline: Outline, block: int) -> bool:
    names = f"{outline.inline[block] or ''} {outline.names[outline.leaf[block]]}"
    return bool(DATE_NAMES.search(names)) and not NOT_DATE_NAMES.search(names)


def _label_before(outline: Outline, block: int) -> str:
    """A short block right before may say what date it is: `Published on`."""
    before = outline.texts[block - 1] if block else ""
    return before if len(before) < 40 else ""


def _named(outline: Outline) -> list[int]:
    """Blocks that the page's names call a date, outside of parts that tell of something else."""
    found: list[int] = []
    for block, text in enumerate(outline.texts[:MAX_BLOCKS]):
        if len(text) > MAX_LENGTH or not any(map(str.isdigit, text)):
            continue
        hint = f"{outline.inline[block] or ''} {outline.names[outline.leaf[block]]}"
        is_named = DATE_NAMES.search(hint) and not ASIDE_PARTS.search(names_of(outline, block))
        if (is_named or PUBLISHED.search(text)) and not OTHER_PARTS.search(names_of(outline, block)):
            found.append(block)
            if len(found) >= MAX_HINTED:
                break
    return found


def days_of_other_parts(outline: Outline, reading: Reading) -> set[date]:
    """Days that stand where the page tells of something else: related stories, comments, captions."""
    days: set[date] = set()
    for block, text in enumerate(outline.texts[:MAX_BLOCKS]):
        if len(text) <= MAX_LENGTH and any(map(str.isdigit, text)):
            leaf = outline.leaf[block]
            names = f"{outline.inline[block] or ''} {outline.names[leaf]} {outline.names[outline.parents[leaf]]}"
            if OTHER_PARTS.search(names) or outline.tags[leaf] == "figcaption":
                days |= {found.moment.when.date() for found in find_dates(text, reading)}
    return days
