"""What a line says that is no part of a story: that readers' comments or other stories begin with it, that an advert interrupts;
labels of buttons, calls to sign up, captions, sources, reading times.

Lines that are always the same are in `headings.toml`, in some twenty languages.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from functools import cache
from pathlib import Path

from agents.clean.body.caption import LONGEST_OF_AGENCY, is_caption
from agents.clean.body.following import asks_to_follow

FILE = Path(__file__).with_name("headings.toml")
LONGEST = 70
"""Characters of such a line; with the story's title in it ("3 thoughts on ...") it may be longer."""
LONGEST_OF_A_BOX = 400
"""Characters of a sentence that asks to sign up for a newsletter or the like."""
DIGITS = "0123456789 "
AROUND = DIGITS + ":.!()[]«»<>|#*•·–—-→▶▼►…/\xa0"
"""Numbers and signs around such a line."""


class Announced(Enum):
    DISCUSSION = auto()
    PERHAPS_DISCUSSION = auto()
    """Or a part of the story: Reactions."""
    STORIES = auto()
    ADVERT = auto()
    NOTHING = auto()
    """The label of a button, a box, a row of links."""


RIGHTS = re.compile(r"©|\(c\) ?(?:19|20)\d\d|copyright (?:©|\(c\)|(?:19|20)\d\d|.*\ball rights reserved)", re.IGNORECASE)
"""How a notice of rights begins."""
ASIDE = re.compile(r"[\[(](?:watch|video|photos?|gallery|read|listen|see|also|more)\b.*[\])]$", re.IGNORECASE)
"""A pointer to something else, in brackets."""
BEGINS = "©(cC["
"""Of both."""
LONGEST_OFFER = 220
CALL = re.compile(
    r"\W*(?:(?:sign up|subscribe|get|receive|join|want|like what)\b|suscr[ií]b|ap[uú]nt|recib|inscri|abonn|rec(?:ev|eb)|assin"
    r"|melden|bestell|jetzt|подпи|получай|iscriv|ricev|meld |schrijf|ontvang|zapisz|otrzymuj|prenum|anmäl|ニュースレター|اشترك"
    r"|हमारे)",
    re.IGNORECASE,
)
"""How readers are asked to."""
_CALLS = "si su ge re jo wa li ap in ab as me be je по is ri sc on za ot pr an ニュ اش हम"
CALLS = frozenset(_CALLS.split())
"""The first two letters of how they are: to look them up takes a third of the time."""
NEWSLETTER = re.compile(
    r"newsletter|bolet[ií][nm]|lettre d['’]info|infolettre|nieuwsbrief|nyhetsbrev|рассылк|ニュースレター|نشرتنا|न्यूज़लेटर",
    re.IGNORECASE,
)
INBOX = re.compile(
    r"\b(?:in(?:to)?|to) your (?:e-?mail |mail)?(?:in)?box\b|dans votre bo[iî]te(?: (?:mail|de réception|aux lettres)|[.,!]|$)"
    r"|in (?:ihr|dein)(?:em)? (?:e-?mail-)?postfach|en (?:tu|su) (?:correo|buzón|bandeja)|no seu e-?mail\b"
    r"|nella (?:tua|vostra) (?:casella|e?-?mail)"
    r"|in (?:je|uw) (?:mailbox|inbox)|na (?:twoją|swoją) skrzynkę|posta (?:kutunuz|adresinize)|на (?:вашу|свою) почту",
    re.IGNORECASE,
)
"""Where newsletters arrive."""
BOXES = ("box", "boite", "boîte", "correo", "buzón", "bandeja", "mail", "casella", "skrzynk", "post", "почту")
"""One of these stands in each, in lower case: to ask takes a tenth of the time."""
LONGEST_PROMISE = 120
TICKER = "+++"
"""Around a line that leads elsewhere; German newsrooms set entries of a running story so too, which lead nowhere."""
SOURCE = re.compile(
    r"(?:quellen?|sources?|fuentes?|fonte|bron|källa|kilde|źródło|источник|kaynak)\s?:\s?[^\s.][^.]*$", re.IGNORECASE
)
"""Where figures or a picture are from."""
DIGIT = re.compile(r"\d")
DATA = '{"'
"""How data begins that a page shows by mistake."""
READING_TIME = re.compile(
    r"(?:(?:estimated )?reading time|read time|lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura"
    r"|leestijd|czas czytania|время чтения|okuma süresi|lästid)\W{1,3}(?:ca\. )?\d{1,2}"
    r"|\d{1,2}[ -]?min(?:ute|uto|uten|uti|\.)?s?[ -]"
    r"(?:read\b|lesezeit|de lecture|de lectura|de leitura|di lettura|leestijd|czytania)",
    re.IGNORECASE,
)
LONGEST_TIME = 40
COUNTED = re.compile(
    r"\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d$"
    r"|\d[\d.,\s]*(?:votes?|stimmen|votos|voti|stemmen|głos(?:y|ów)|голос(?:а|ов)?|oy|röster|صوت\w*|वोट|票)$",
    re.IGNORECASE,
)
"""Where a player stands, how many have voted in a poll."""
POSTED = re.compile(
    r"(?:posted by|eingestellt von|publié par|publicado por|postado por|pubblicato da|geplaatst door|gepost door|autor:|автор:"
    r"|gönderen|upplagd av|दिखाया गया|مرسلة بواسطة) .{2,40} (?:at|um|à|en|às|alle ore|op|o|на|zaman:|kl\.|पर|في) ?\d{1,2}[:.h]\d\d",
    re.IGNORECASE,
)
"""How Blogger signs a story, beneath it."""
ARROWS = "→»›▶▸⇒➔«‹←◀"
"""With which a link to another page begins."""
COUNTER, LONGEST_COUNTER = re.compile(r"\d{1,3} ?(?:/|of|von|sur|de|di) ?(?!(?:5|10|20|100)$)\d{1,3}$"), 11
"""Of a gallery; a rating out of five, ten, twenty or a hundred is none."""
NUMBER = re.compile(r"\d[\d.,]* ?")
"""We and our 812 partners."""
PARTING = "|•·/"
SIGN, PARTED = re.compile(f"[{PARTING}]"), re.compile(rf"\s*[{PARTING}]\s*")
"""What parts labels in a line: Print | Email | Share."""
LONGEST_LABEL = 40
STARTS = 30
"""Characters in which the first two words of a box's sentence stand."""


def announcements(texts: Iterable[str]) -> dict[int, Announced]:
    """Of a page's blocks those that are nothing but such a line, and what they announce."""
    line_of = _lines().get
    found: dict[int, Announced] = {}
    for block, text in enumerate(texts):
        if len(text) <= LONGEST and (what := line_of(text.strip(AROUND).lower())):
            found[block] = what
        elif text[0].isdigit() and _counts_remarks(text):
            found[block] = Announced.DISCUSSION
    return found


def announced(text: str) -> Announced | None:
    """What a block that is nothing but such a line announces."""
    if len(text) <= LONGEST and (found := _lines().get(text.strip(AROUND).lower())):
        return found
    return Announced.DISCUSSION if text[:1].isdigit() and _counts_remarks(text) else None


def _counts_remarks(text: str) -> bool:
    """Whether a text that begins with a number tells how many remarks there are on a title: 3 thoughts on ..."""
    return text.lstrip(DIGITS).lower().startswith(_before_title())


def is_furniture(text: str, linked: int) -> bool:
    """Whether a block that announces nothing is no part of any story, wherever it stands; `linked`: its characters in links."""
    if (len(text) <= LONGEST and _is_short_furniture(text)) or text.startswith(DATA):
        return True
    if len(text) <= LONGEST_OF_AGENCY and (is_caption(text) or asks_to_follow(text)):
        return True
    if not linked:
        return False
    if text.startswith(TICKER) and text.endswith(TICKER):
        return True
    if linked > len(text) // 2 and (text[0] in ARROWS or text.lower().startswith(_labels().get(_start(text), ()))):
        return True
    if 0 < len(text) - linked <= LONGEST_LABEL and announced(text[: len(text) - linked]) is Announced.STORIES:
        return True  # with no space before the linked title
    begin, colon, rest = text[:LONGEST].partition(":")
    return bool(colon and begin) and linked > len(rest) // 2 and announced(begin) in (Announced.STORIES, Announced.NOTHING)


def _is_short_furniture(text: str) -> bool:
    if text[0] in BEGINS and (RIGHTS.match(text) or ASIDE.match(text)):
        return True
    if ":" in text and SOURCE.match(text):
        return True
    if DIGIT.search(text):
        if len(text) <= LONGEST_TIME and READING_TIME.match(text):
            return True
        if text[-1] != "." and (COUNTED.match(text) or POSTED.match(text)):
            return True
    return bool(SIGN.search(text)) and all(map(_is_label, PARTED.split(text)))


def leads_elsewhere(text: str) -> bool:
    """Whether a line says that another story follows, and that one's title: Read also: Bakers refuse to raise their prices."""
    begin, colon, title = text[:LONGEST].partition(":")
    return bool(colon and title) and announced(begin) is Announced.STORIES


def _is_label(text: str) -> bool:
    return announced(text) is Announced.NOTHING


def is_counter(text: str) -> bool:
    """Whether a block counts the pictures of a gallery: 2 / 14."""
    return len(text) <= LONGEST_COUNTER and bool(COUNTER.match(text))


def those_of_boxes(texts: Sequence[str], blocks: range) -> set[int]:
    """Of some blocks those that ask to sign up, to follow, to consent or the like."""
    begins = _letters_of_boxes()
    found: set[int] = set()
    for block in blocks:
        text = texts[block]
        if len(text) <= LONGEST_OF_A_BOX:
            letters = text[:4].lower()
            calls = letters[:2] in CALLS or not letters[0].isalnum()
            if (calls and _offers_letters(text)) or (letters[:4] in begins and _begins_as_a_box(text)):
                found.add(block)
    short = [block for block in blocks if len(texts[block]) <= LONGEST_PROMISE]
    said = "\n".join([texts[block] for block in short]).lower()
    for box in BOXES:
        if box in said:
            named = [block for block, line in zip(short, said.split("\n"), strict=True) if box in line]
            found.update(block for block in named if INBOX.search(texts[block]))
    return found


def _offers_letters(text: str) -> bool:
    return len(text) <= LONGEST_OFFER and CALL.match(text) is not None and NEWSLETTER.search(text) is not None


def _begins_as_a_box(text: str) -> bool:
    lines = _boxes().get(_start(text))
    return lines is not None and NUMBER.sub("", text.lower()).startswith(lines)


@cache
def _file() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def _lines() -> dict[str, Announced]:
    of = {kind: Announced[kind.upper()] for kind in ("stories", "perhaps_discussion", "discussion")}
    of |= {"furniture": Announced.NOTHING, "adverts": Announced.ADVERT}
    known = {line: what for kind, what in of.items() for lines in _file()[kind].values() for line in lines}
    return known | {line.replace("'", "’"): what for line, what in known.items()}


@cache
def _labels() -> dict[str, tuple[str, ...]]:
    """Of several words, that stand before another story's linked title; by the first two, for speed."""
    return _by_start(f"{line} " for lines in _file()["stories"].values() for line in lines if " " in line)


@cache
def _before_title() -> tuple[str, ...]:
    return tuple(f"{line} " for lines in _file()["discussion_on"].values() for line in lines)


@cache
def _boxes() -> dict[str, tuple[str, ...]]:
    """By their first two words, for speed."""
    return _by_start(line for lines in _file()["boxes"].values() for line in lines)


def _by_start(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        found[_start(line)] = (*found.get(_start(line), ()), line)
    return found


def _start(text: str) -> str:
    return " ".join(text[:STARTS].lower().split(" ")[:2])


@cache
def _letters_of_boxes() -> frozenset[str]:
    return frozenset(line[:4] for line in _boxes())
