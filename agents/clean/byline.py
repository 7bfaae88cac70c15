"""The byline that a page shows: beside its headline, else where the page names its author below the text."""

from __future__ import annotations

import re

from agents.clean.bare_name import MAX_BARE, bare_name
from agents.clean.body.walk import Outline
from agents.clean.byline_below import TOLD_AFTER
from agents.clean.first_element import first_element
from agents.clean.headline import around, in_other_part
from agents.clean.lines_beside import markup_beside
from agents.clean.names import AGENCY, BY, JOB
from agents.clean.place_name import is_place
from agents.clean.shown_names import DIGIT, MAX_NAME_WORDS, NAME_ALONE, is_name, names_in, pieces_of, without_date
from agents.clean.unlabelled import signed_with_date, with_job

NAMED = re.compile(
    r"author|byline|autor(?!e?n?box)|writer|reporter|journalist|auteur|redakteur|redactor|redacteur|verfasser|contributor|creator|"
    r"firmante|assinatura|muhabir|yazar|szerzo|penulis|schrijver|skribent|forfatter|kirjoittaja|attribution|(?:story|article)[-_]+credit|"
    r"(?<![^\W_])(?:(?:created|written|posted|submitted)?by|auth|firmas?)(?![^\W_])"
)
NAMED_PARTS = (
    *("aut", "by", "writ", "report", "journal", "reda", "verfass", "contrib", "creat", "firma", "assina", "muhabir", "yazar"),
    *("szerz", "penulis", "schrijv", "skrib", "forfat", "kirjoit", "attrib", "credit"),
)
"""One of these stands in each."""
NAME_ONLY = frozenset({"name", "user", "person"})
NAMED_OTHERWISE = re.compile(r"bio|image|date|time|title-|jobtitle|position|role|description|share|social|follow")
"""Class names of a byline, and of what stands beside one, in lower case."""
PICTURED = re.compile(r"author|avatar|autor|profil")
"""Names of the picture of an author."""
LABELS = frozenset(
    (
        *(
            "by",
            "written by",
            "posted by",
            "story by",
            "author",
            "authors",
            "von",
            "autor",
            "autorin",
            "verfasst von",
            "geschrieben von",
        ),
        *("par", "auteur", "écrit par", "por", "escrito por", "di", "autore", "scritto da", "door", "av", "af", "szerző", "yazan"),
        *("автор", "penulis", "oleh", "بقلم", "लेखक", "記者", "记者", "作者", "文"),
    )
)
"""What may stand in a block of its own before the name."""
MOST_LISTED = 8
CREDITED = re.compile(r"\((?:foto|photo|bild|image|vídeo|video|ilustra|illustra)\w*\)", re.I)
"""Behind the name of somebody who took the pictures."""
LONGEST_LABEL = 20
RUN_ON = re.compile(r"([ABbVvPp](?:(?<=\bA)[fv]|(?<=\b[Bb])y|(?<=\b[Vv])on|(?<=\b[Pp])[ao]r))(?=[A-Z][A-Za-z])")
"""`byAnn Lee`, from elements that end without a space."""
MAX_PIECE, MAX_LINE = 120, 200
"""Characters of a byline, and of the line that it stands in."""
MOST_TOLD, MOST_BARE = 20, 4
"""How many bare names are looked for in the page's lines, and in its addresses."""
TOLD_BEFORE = re.compile(
    r"(?:(?:written |posted )?by|about(?: the author)?|more (?:posts )?(?:from|by)|view all posts by|folge|über|"
    r"mehr (?:beiträge )?von)\W{1,3}",
    re.I,
)
"""What a page says of its author elsewhere; confirms that a line of capitals is a name."""
AUTHORS_PAGE = re.compile(
    r"/(?:authors?|auteurs?|autor(?:en|es|i)?|users?|profiles?|profil|people|team|staff|journalists?|writers?|"
    r"contributors?)"
    r"(?:/[\w-]{1,20})?/$"
)
"""How an address leads to an author's page."""
MOST_PLACES = 20


def byline(outline: Outline, headline: int | None, html: str) -> list[str]:
    """Who wrote it, by a block beside the headline that is named a byline or says `By …`, else by a bare name that the page tells
    more about elsewhere, else by what names the author below the text; empty where there is none."""
    if headline is None:
        return []
    beside = markup_beside(outline, headline, html)
    bare: list[tuple[str, bool]] = []
    is_dated = False
    for block in around(outline, headline):
        text = outline.texts[block]
        was_dated, is_dated = is_dated, len(text) <= MAX_BARE and DIGIT.search(text) is not None
        if len(text) > MAX_LINE or in_other_part(outline, block, headline):
            continue
        inline = outline.inline[block] or ""
        picture = inline.lower() if inline.startswith("img") else ""
        names = f"{'' if picture else inline} {outline.names[outline.leaf[block]]}".lower()
        if _is_label(outline, block - 1) and (found := names_in(text)) and all(map(is_name, found)):
            return found
        if NAMED_OTHERWISE.search(names):
            continue
        pieces = pieces_of(RUN_ON.sub(r"\1 ", text) if RUN_ON.search(text) else text)
        is_named = _is_named(names) or names.strip() in NAME_ONLY
        if listed := _listed(outline, block, headline):
            return listed
        alone = first_element(beside, text) if is_named else ""
        if NAME_ALONE.fullmatch(alone) and names_in(alone) == [alone]:
            return [alone]
        if found := _who(pieces, is_named=is_named):
            return _without_places(found, text, outline, headline)
        if found := with_job(outline, block, headline, beside):
            return found
        if PICTURED.search(picture) and NAME_ALONE.fullmatch(text):
            return [text]
        if len(text) <= MAX_BARE:
            beside_date = was_dated or is_dated or any(map(DIGIT.search, outline.texts[block + 1 : block + 3]))
            undated = (piece if not is_dated else without_date(piece) for piece in pieces)
            bare += [(name, beside_date) for name in undated if NAME_ALONE.fullmatch(name) and name[-2].isalpha()]
    if (signed := signed_with_date(outline, headline)) and not is_place(signed[0], outline, headline):
        return _without_places(signed, signed[0], outline, headline)
    told = next((name for name, _ in bare[:MOST_TOLD] if _is_told_about(outline, name)), None)
    linked = (name for name, dated in bare[:MOST_BARE] if dated and _has_page(html, name))
    return [name] if (name := told or next(linked, None)) else bare_name(outline, headline, html, beside)


def _is_named(names: str) -> bool:
    """Whether class names, in lower case, are a byline's."""
    return any(map(names.__contains__, NAMED_PARTS)) and NAMED.search(names) is not None


def _listed(outline: Outline, block: int, headline: int) -> list[str]:
    """The names of a list of authors: each an element of its own in one that is named for them."""
    above = outline.parents[outline.leaf[block]]
    start, end = outline.first[above], outline.end[above]
    if start <= headline or start != block or end - start > MOST_LISTED:
        return []
    names = outline.names[above].lower()
    if not _is_named(names) or NAMED_OTHERWISE.search(names):
        return []
    texts = outline.texts[start:end]
    if not all(NAME_ALONE.match(text) for text in texts) or not all(
        outline.tags[outline.leaf[at]] == "li" for at in range(start, end)
    ):
        return []
    return [name for text in texts if not CREDITED.search(text) for name in names_in(text)]


def _is_label(outline: Outline, block: int) -> bool:
    """Whether the block says no more than `By`."""
    return block >= 0 and len(outline.texts[block]) < LONGEST_LABEL and outline.texts[block].strip(" :：").lower() in LABELS


def _who(pieces: list[str], *, is_named: bool) -> list[str]:
    pieces = [piece for piece in pieces if len(piece) <= MAX_PIECE]
    said = next((piece for piece in pieces if (by := BY.match(piece)) and _begins_a_name(piece[by.end() :])), None)
    if said is not None:
        found = names_in(said)
        found = found[:1] + [name for name in found[1:] if not (name[0].islower() or JOB.search(name))]
        return found if all(len(name.split()) <= MAX_NAME_WORDS for name in found) else []
    if not is_named:
        return []
    return next((found for piece in pieces if (found := names_in(piece)) and all(map(is_name, found))), [])


def _without_places(found: list[str], line: str, outline: Outline, headline: int) -> list[str]:
    """The names of a line without a last one, behind a comma or an agency, that the story speaks of: `By Ann Lee, Port Verane`. Who
    writes a story is hardly ever in it. `AFP, Manila` stays: it is how that agency signs."""
    *others, last = found
    agency = AGENCY.match(last)
    place = last[agency.end() :].strip() if agency else last
    told_apart = bool(agency and place) or (others and f", {last}" in line)
    if not told_apart or not place[:1].isalpha() or AGENCY.match(place) or _is_told_about(outline, place):
        return found
    if not is_place(place, outline, headline):
        return found
    return [*others, agency[0]] if agency else others


def _begins_a_name(text: str) -> bool:
    return text[:1].isalpha() and not text[:1].islower()


def _is_told_about(outline: Outline, name: str) -> bool:
    for text in outline.texts:
        if name in text:
            if text.startswith(name) and TOLD_AFTER.match(text, len(name)):
                return True
            before = TOLD_BEFORE.match(text)
            if before and text.startswith(name, before.end()):
                return True
    return False


def _has_page(html: str, name: str) -> bool:
    """Whether an author's page of that name is linked: `/author/ann-lee`."""
    address = name.lower().replace(" ", "-")
    position = html.find(address)
    for _ in range(MOST_PLACES):
        if position < 0:
            break
        if AUTHORS_PAGE.search(html, max(0, position - 40), position):
            return True
        position = html.find(address, position + 1)
    return False
