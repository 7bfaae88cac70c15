"""An author of whom a page tells no more than the name, in a line of its own between headline and day."""

from __future__ import annotations

import re
from urllib.parse import unquote

from agents.clean.body.announced import READING_TIME
from agents.clean.body.masthead import BESIDE_DATE, DATED, DAY, NAME, is_date
from agents.clean.body.signed import is_ago
from agents.clean.body.walk import Outline
from agents.clean.dateline import month_number
from agents.clean.lines_beside import MOST_BLOCKS, Line, lines_beside
from agents.clean.names import AGENCY, JOB
from agents.clean.place_name import is_place
from agents.clean.shown_names import DIGIT, names_in, pieces_of

MAX_BARE, MOST_WORDS = 80, 3
"""Characters of a line with a bare name, and words of the name."""
TOPIC = re.compile(r"/(?:tags?|topics?|themen?|categor\w+|kategorie\w*|sections?|search|wiki)/", re.I)
PERSON = re.compile(
    r"/(?:@|(?:authors?|aut[eo]u?r\w*|users?|profil\w*|people|person\w*|team|equipe|staff|journalist\w*|writers?|reporters?|contributors?"
    r"|redak\w+|redac\w+|byline|by)[/=?])",
    re.I,
)
"""Parts of addresses."""
NEWS = re.compile(
    r"\b(?:news|report|press|releases?|politics|world|sports?|business|culture|opinion|editorial|local|breaking|latest|special|middle"
    r"|east|west|north|south|real|estate|football|general|top|stories|story|staff|desk|bureau|office|city|county|university|press"
    r"|transport|traffic|travel|environment|education|health|science|climate|public|photos?|images?|pictures|article|reads?|share|life|style"
    r"|food|tech|technology|money|law|crime|courts?|music|films?|books|art|arts|video|live|podcasts?|newsletter|interview|analysis|feature"
    r"|ambiente|medio|sociedad|sociedade|società|société|economía|economia|économie|wirtschaft|politik|política|politica|politique|kultur"
    r"|cultura|sporten?|deportes?|desporto|actualités?|actualidad|cronaca|locale?|lokales|region\w*|nachrichten|noticias?|notícias|notizie"
    r"|wiadomości|nieuws|nyheter|nyheder|uutiset|zprávy|hírek|știri|новости|новини|город\w*|общество|культура|gündem|berita|tin"
    r"|national|international|regional|daily|weekly|today|times|post|herald|gazette|courier|redaktion|team|agency|service|agenc\w+|agentur|agenzia|ajans\w*|haber\w*)\b",
    re.I,
)
"""Words of sections, offices and newspapers."""
WORD = re.compile(r"[^\W\d_]+")


def bare_name(outline: Outline, headline: int, html: str, beside: str) -> list[str]:
    """The names that a line beneath the headline is as a whole, where the next or the one before tells the day, or it ends in one.
    Nothing else on the page is called so, nor do its words stand elsewhere, as those of a section or a place do. `beside`: the
    markup of these lines."""
    if not any(map(DIGIT.search, outline.texts[headline + 1 : headline + 1 + MOST_BLOCKS])):
        return []
    lines = _pieces(outline, headline, beside)
    for place, line in enumerate(lines):
        text = line.text
        if " " not in text or text[0].islower():
            continue
        near = [lines[at].text for at in (place + 1, place - 1) if 0 <= at < len(lines)]
        if place + 2 < len(lines) and _tells_of_a_person(lines[place + 1].text):
            near.append(lines[place + 2].text)
        if found := DAY.search(text):
            text, near = _without_month(text[: found.start()]), [text[found.start() :]]
        if not text or len(text) > MAX_BARE or DATED.match(text) or not any(map(_tells_day, near)):
            continue
        names = names_in(_without_place(text, outline, headline))
        if not (names and all(map(_may_be_name, names)) and _are_alone(names, outline, headline, html)):
            continue
        if line.address is None or all(_leads_to(line.address, name) for name in names):
            return names
    return []


def _pieces(outline: Outline, headline: int, beside: str) -> list[Line]:
    """The lines, parted at bars and dashes too; signs alone are none."""
    lines = (Line(piece, line.address) for line in lines_beside(outline, headline, beside) for piece in pieces_of(line.text))
    return [line for line in lines if not line.text or any(map(str.isalnum, line.text))]


def _tells_of_a_person(text: str) -> bool:
    """Whether a line between a name and a day tells where to write to, or for whom its bearer works."""
    return 0 < len(text) <= MAX_BARE and not DIGIT.search(text) and bool("@" in text or JOB.search(text) or NEWS.search(text))


def _without_place(text: str, outline: Outline, headline: int) -> str:
    """`Ann Lee` of `Ann Lee, Port Verane`, and of `Ann Lee, Gazette News`."""
    name, comma, behind = text.partition(", ")
    is_other = comma and " " in name and (NEWS.search(behind) or is_place(behind, outline, headline))
    return name if is_other else text


def _tells_day(text: str) -> bool:
    return len(text) <= MAX_BARE and bool(text) and (is_date(text) or is_ago(text) or bool(READING_TIME.match(text)))


def _are_alone(names: list[str], outline: Outline, headline: int, html: str) -> bool:
    """Whether nothing else on the page is called so."""
    own = {word for name in names for word in WORD.findall(name.lower())}
    shown = 0
    for text in outline.texts[headline + 1 :]:
        if "@" in text and " " not in text:
            continue  # where to write to
        words = own.intersection(WORD.findall(text.lower()))
        shown += len(words) == len(own)
        if (words and len(words) < len(own)) or shown > 1:
            return False
    return not any(_is_label(name, html) for name in names)


def _leads_to(address: str, name: str) -> bool:
    """Whether a link's address tells of somebody of that name, or of a person at all, and of no topic."""
    if TOPIC.search(address):
        return False
    words = WORD.findall(unquote(address).lower())
    return bool(PERSON.search(address)) or any(word in words for word in WORD.findall(name.lower()) if len(word) > 2)


def _without_month(line: str) -> str:
    """A line as it stands before a day, less the month before that."""
    line = line.strip(BESIDE_DATE)
    before, _, last = line.rpartition(" ")
    return before.strip(BESIDE_DATE) if month_number(last.strip(".,"), "") else line


def _may_be_name(name: str) -> bool:
    if AGENCY.fullmatch(name):
        return True
    if not NAME.fullmatch(name) or len(name.split()) > MOST_WORDS or NEWS.search(name):
        return False
    return not name.isupper() or name.lower() == name


def _is_label(name: str, html: str) -> bool:
    """Whether the name stands alone in an element elsewhere too, as a section's does."""
    alone = f">{name}<"
    first = html.find(alone)
    return first >= 0 and html.find(alone, first + len(alone)) >= 0
