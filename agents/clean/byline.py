"""The byline that a page shows: beside its headline, else where the page names its author below the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.clean.bare_name import MAX_BARE, bare_name
from agents.clean.body.masthead import name_with_date
from agents.clean.body.walk import Outline
from agents.clean.dateline import GLUED, month_number
from agents.clean.headline import around, in_other_part, names_of
from agents.clean.names import AGENCY, BY, JOB, distinct, split_names

NAMED = re.compile(
    r"author|byline|autor(?!e?n?box)|writer|reporter|journalist|auteur|redakteur|verfasser|contributor|creator|firmante|muhabir|"
    r"(?<![^\W_])(?:(?:created|written|posted|submitted)?by|auth|firmas?)(?![^\W_])"
)
NAME_ONLY = frozenset({"name", "user", "person"})
NAMED_OTHERWISE = re.compile(r"bio|image|date|time|title-|jobtitle|position|role|description|share|social|follow")
"""Class names of a byline, and of what stands beside one, in lower case."""
PICTURED = re.compile(r"author|avatar|autor|profil")
"""Names of the picture of an author."""
PIECES = re.compile(
    r"\s*[|•·●]\s*|\s[–—-]\s|\s//\s|\s(?=(?:記者|记者|作者|撰文|文)\s?[：:／/])|(?<=[^\W\d_A-Z])(?=(?:In|Published|Posted|Updated)\b)|"
    r"(?<=\d)\s*(?:,|\bUhr\b)?\s+(?=(?:By|by|Von|von|Par|par|Por|por|Di|di)\s)"
)
"""What parts a byline from the date and the section that stand in one line with it."""
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
LONGEST_LABEL = 20
RUN_ON = re.compile(r"([BbVvPp](?:(?<=\b[Bb])y|(?<=\b[Vv])on|(?<=\b[Pp])[ao]r))(?=[A-Z][A-Za-z])")
"""`byAnn Lee`, from elements that end without a space."""
FURTHER = re.compile(
    r"(?<=[\w)])[.,;]?\s*(?:(?:[Ll]ast )?[Uu]pdated|Published|Posted|(?:Medically |Fact |Fact-)?[Rr]eviewed|[Ee]dited|"
    r"Fact[- ][Cc]hecked|Lesezeit|Veröffentlicht|Aktualisiert|Publié|Publicado|Pubblicato|Reading [Tt]ime)\b.*|"
    r"\s(?:Fotos?|Photos?|Bild|Illustration|Video|Pictures?):.*"
)
"""What a byline goes on with."""
NAME_RUN_ON = re.compile(r"(.+ (?!Mac|Fitz|Vande?[A-Z])[^\W\d_a-z][^\W\d_A-Z]{2,})(?=[A-Z][^\W\d_])")
"""`Ann HillReporter`."""
RUNNING = re.compile(r"(?<!Mac)(?<!Fitz)(?<=[a-z]{3})[A-Z]")
"""Words that run into each other are no name."""
CASELESS = re.compile("[\u3040-\u9fff\uac00-\ud7af]{2,20}")
"""A name in a script without capitals or spaces."""
BUTTON = re.compile(r"(?:\s+(?:Follow|Twitter|Facebook|Instagram|LinkedIn|E-?[Mm]ail|Contact|Profile|Website))+$")
DESK = re.compile(r"staff|editors?|editorial|desk|redaktion", re.I)
"""A byline that names no person: `Letters to the Editor`."""
EMPLOYER = re.compile(r"\s+[Ff]or\s+\S.*$")
DATE_WORD = re.compile(
    r"(?:on|am|le|el|il|em|en|den|um|at|the|vom|kl|dne|op|o|à|às|a|las|alle|ore|на|в|zaman:?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})[.,]?",
    re.I,
)
"""What stands before a date."""
DIGIT = re.compile(r"\d")
MAX_PIECE, MAX_LINE = 120, 200
"""Characters of a byline, and of the line that it stands in."""
MAX_NAME_WORDS = 5
MOST_TOLD, MOST_BARE = 20, 4
"""How many bare names are looked for in the page's lines, and in its addresses."""
_CAPITALISED = r"[^\W\d_a-z][^\W\d_]*(?:[’'.-][^\W\d_]*)*"
_PARTICLE = "de|da|di|do|dos|del|della|la|le|van|von|den|der|ter|ten|zu|al|el|bin|ibn|y|e"
NAME_ALONE = re.compile(rf"{_CAPITALISED}(?: (?:{_PARTICLE}|{_CAPITALISED})){{1,4}}")
"""Two to five words with capitals: a name, or a section."""
TOLD_AFTER = re.compile(r",? (?:is|was|has|joined|covers|writes|works|ist|schreibt|arbeitet|est|es|è|é)\b", re.I)
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
LABELLED = re.compile(
    r"^(?:(?:this (?:post|article) was )?written by|(?:posted|submitted) by|story by|author|autor(?:in)?(?:\*in|/autor(?:in)?)?|"
    r"autore|auteur|geschrieben von|verfasst von|escrito por|scritto da|écrit par|автор|about the author|"
    r"über (?:den autor|die autorin)|"
    r"view all posts by|作者|記者|记者|文)(?:\s*[:：–-]\s*|\s+)",
    re.I,
)
"""How a page names its author below the text."""
NAME_BELOW = re.compile(
    r"^\s*(?:author|autor|auteur|autore|byline|writer)\s*$|"
    r"(?:author|autor|contributor|writer)s?(?:[-_]{1,2}(?:box|info|bio|card|content|meta|block))*[-_]{1,2}(?:name|title)|"
    r"post[-_]author|author vcard"
)
COMMENTS = re.compile(r"comment|recent|related|teaser|card|sidebar|popular|latest|footer-bottom|copyright")
"""Class names, in lower case, of a name below the text, and of parts that name others."""
MAX_BELOW = 4000


def byline(outline: Outline, headline: int | None, html: str = "") -> list[str]:
    """Who wrote it, by a block beside the headline that is named a byline or says `By …`, else by a bare name that the page tells
    more about elsewhere, else by what names the author below the text. Empty where there is none."""
    if headline is None:
        return []
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
        if _is_label(outline, block - 1) and (found := _names(text)) and all(map(_is_name, found)):
            return found
        if NAMED_OTHERWISE.search(names):
            continue
        pieces = PIECES.split(RUN_ON.sub(r"\1 ", text))
        if found := _who(pieces, is_named=bool(NAMED.search(names)) or names.strip() in NAME_ONLY):
            return found
        if PICTURED.search(picture) and NAME_ALONE.fullmatch(text):
            return [text]
        if len(text) <= MAX_BARE:
            beside_date = was_dated or is_dated or any(map(DIGIT.search, outline.texts[block + 1 : block + 3]))
            alone = (piece if not is_dated else _without_date(piece) for piece in pieces)
            bare += [(name, beside_date) for name in alone if NAME_ALONE.fullmatch(name) and name[-2].isalpha()]
    if signed := _signed_with_date(outline, headline):
        return signed
    told = next((name for name, _ in bare[:MOST_TOLD] if _is_told_about(outline, name)), None)
    linked = (name for name, dated in bare[:MOST_BARE] if dated and _has_page(html, name))
    return [name] if (name := told or next(linked, None)) else bare_name(outline, headline, html)


def _signed_with_date(outline: Outline, headline: int) -> list[str]:
    """The name on a line right beneath the headline that is but that and a day, with no more than a comma between them, and not
    linked: a section would be."""
    block = headline + 1
    if block >= len(outline.texts) or outline.linked[block]:
        return []
    text = outline.texts[block]
    name = name_with_date(text)
    if name and text.startswith(name):
        name = _without_date(text)
    return [name] if NAME_ALONE.fullmatch(name) or CASELESS.fullmatch(name.replace(" ", "")) else []


def below(outline: Outline, headline: int | None) -> list[str]:
    """Who wrote it, by what stands below the text; empty where that names several people in several places."""
    found: dict[str, list[str]] = {}
    for names in _named_below(outline, headline or 0):
        found.setdefault(" ".join(names).lower(), names)
        if len(found) > 1:
            return []
    return next(iter(found.values()), [])


def _named_below(outline: Outline, start: int) -> Iterator[list[str]]:
    telling: dict[str, bool] = {"": False}
    for block in range(start, min(len(outline.texts), start + MAX_BELOW)):
        text = outline.texts[block]
        if len(text) > MAX_BARE:
            continue
        label = LABELLED.match(text)
        if label is None:
            hints = (outline.names[outline.leaf[block]], outline.inline[block] or "")
            for hint in hints:
                if hint not in telling:
                    telling[hint] = NAME_BELOW.search(hint.lower()) is not None
            if not (telling[hints[0]] or telling[hints[1]]):
                continue
        if COMMENTS.search(names_of(outline, block)):
            continue
        names = _names(text[label.end() :] if label else text)
        if names and all(map(_is_name, names)):
            yield names


def _is_label(outline: Outline, block: int) -> bool:
    """Whether the block says no more than `By`."""
    return block >= 0 and len(outline.texts[block]) < LONGEST_LABEL and outline.texts[block].strip(" :：").lower() in LABELS


def _who(pieces: list[str], *, is_named: bool) -> list[str]:
    pieces = [piece for piece in pieces if len(piece) <= MAX_PIECE]
    said = next((piece for piece in pieces if (by := BY.match(piece)) and _begins_a_name(piece[by.end() :])), None)
    if said is not None:
        found = _names(said)
        found = found[:1] + [name for name in found[1:] if not (name[0].islower() or JOB.search(name))]
        return found if all(len(name.split()) <= MAX_NAME_WORDS for name in found) else []
    if not is_named:
        return []
    return next((found for piece in pieces if (found := _names(piece)) and all(map(_is_name, found))), [])


def _begins_a_name(text: str) -> bool:
    return text[:1].isalpha() and not text[:1].islower()


def _names(piece: str) -> list[str]:
    """The names that a piece of a line begins with."""
    piece = _without_date(FURTHER.sub("", piece))
    return distinct(_bare(name) for name in split_names(piece, shown=True))


def _bare(name: str) -> str:
    """A name without the buttons, the job and the employer that stand behind it, and once where it stands twice."""
    name = EMPLOYER.sub("", BUTTON.sub("", name))
    run_on = NAME_RUN_ON.match(name)
    if run_on and (JOB.search(rest := name[run_on.end() :]) or BUTTON.search(f" {rest}")):
        name = run_on[1]
    words = name.split()
    job = next((index for index, word in enumerate(words) if index > 1 and JOB.search(word) and not DESK.fullmatch(word)), None)
    words = words[:job]
    half = len(words) // 2
    return " ".join(words[:half] if half and words[:half] == words[half:] else words)


def _without_date(piece: str) -> str:
    """What stands before a date, or after one that the piece begins with."""
    head = DIGIT.split(piece)[0]
    if head == piece:
        return piece.strip()
    words = head.split()
    while words and (DATE_WORD.fullmatch(words[-1]) or month_number(words[-1].strip(",."), "")):
        words.pop()
    if words and month_number(tail := GLUED.sub("", words[-1]), ""):
        words[-1] = words[-1][: -len(tail)]
    return " ".join(words).rstrip(" ,")


def _is_name(name: str) -> bool:
    """Whether it may be somebody's name, or an agency's: capitals, or a script that has none."""
    words = name.split(",")[0].split()
    if AGENCY.match(name) or CASELESS.fullmatch(name):
        return True
    if len(words) > 1 and name.lower() == name.upper():  # a script without a case
        return True
    return NAME_ALONE.fullmatch(" ".join(words)) is not None and not all(map(JOB.search, words)) and not RUNNING.search(name)


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
