"""Names as a page shows them in a line: freed of dates, jobs, buttons and what else stands behind them."""

from __future__ import annotations

import re

from agents.clean.body.signed import weekdays
from agents.clean.dateline import GLUED, month_number
from agents.clean.names import AGENCY, JOB, distinct, split_names

FURTHER = re.compile(
    r"(?<=[\w)])[.,;]?\s*(?:(?:[Ll]ast )?[Uu]pdated|Published|Posted|(?:Medically |Fact |Fact-)?[Rr]eviewed|[Ee]dited|"
    r"Fact[- ][Cc]hecked|Lesezeit|Veröffentlicht|Aktualisiert|Publié|Publicado|Pubblicato|Reading [Tt]ime)\b.*|"
    r",?\s(?:Fotos?|Photos?|Bild(?:er)?|Illustrations?|Video|Pictures?)(?::|(?<=,\s[FPBI]\w{3})\s|(?<=,\s[FPBI]\w{4})\s|(?<=,\s[FPBI]\w{5})\s).*|"
    r"\s(?:PHOTOGRAPHS|PHOTOS|PICTURES|ILLUSTRATIONS) BY .*"
)
"""What a byline goes on with."""
PIECES = re.compile(
    r"\s*[|•·●]\s*|\s[–—-]\s|\s//?\s|\s(?=(?:記者|记者|作者|撰文|文)\s?[：:／/])|(?<=[^\W\d_A-Z])(?=(?:In|Published|Posted|Updated)\b)|"
    r"(?<=\d)\s*(?:,|\bUhr\b)?\s+(?=(?:By|by|Von|von|Par|par|Por|por|Di|di)\s)|"
    r",\s+(?=(?:By|by|Von|von|Par|par|Por|por)\s[^\W\d_a-z])"
)
"""What parts a byline from the date and the section that stand in one line with it."""
PARTING = (
    *("|", "•", "·", "●", " – ", " — ", " - ", " / ", " // ", "文", "記者", "记者", "作者"),
    *("In", "Published", "Posted", "Updated"),
    *(" By ", " by ", " Von ", " von ", " Par ", " par ", " Por ", " por ", " Di ", " di "),
)
"""One of these is in whatever it parts: looked up in a fifth of the time in which the pattern fails."""
LABEL = re.compile(
    r"(?<=[^\s(])\s?(?=(?:Author|Autor(?:in|a|e)?|Auteur|Szerző|Yaza[nr]|Автор|Penulis|Texte?|Texto|Testo|Words)\s?:\s)"
)
"""The same before what calls somebody the author."""
NAME_RUN_ON = re.compile(r"(.+ (?!Mac|Fitz|Vande?[A-Z])[^\W\d_a-z][^\W\d_A-Z]{2,})(?=[A-Z][^\W\d_])")
"""`Ann HillReporter`."""
RUNNING = re.compile(r"(?<!Mac)(?<!Fitz)(?<=[a-z]{3})[A-Z]")
"""Words that run into each other are no name."""
CASELESS = re.compile("[\u3040-\u9fff\uac00-\ud7af]{2,20}")
"""A name in a script without capitals or spaces."""
BUTTON = re.compile(r"(?:\s+(?:Follow|Twitter|Facebook|Instagram|LinkedIn|E-?[Mm]ail|Contact|Profile|Website))+$")
EDITORS = re.compile(r"staff|editors?|editorial|desk|redaktion", re.I)
"""A byline that names no person: `Letters to the Editor`."""
EMPLOYER = re.compile(r"\s+[Ff]or\s+\S.*$")
DATE_WORD = re.compile(
    r"(?:on|am|le|el|il|em|en|den|um|at|the|vom|kl|dne|op|o|à|às|a|las|alle|ore|на|в|zaman:?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})[.,]?",
    re.I,
)
"""What stands before a date."""
DIGIT = re.compile(r"\d")
MAX_NAME_WORDS = 5
_CAPITALISED = r"[^\W\d_a-z][^\W\d_]*(?:[’'.-][^\W\d_]*)*"
_PARTICLE = "de|da|di|do|dos|del|della|la|le|van|von|den|der|ter|ten|zu|al|el|bin|ibn|y|e"
NAME_ALONE = re.compile(rf"{_CAPITALISED}(?: (?:{_PARTICLE}|{_CAPITALISED})){{1,4}}")
"""Two to five words with capitals: a name, or a section."""


def pieces_of(line: str) -> list[str]:
    """A line, parted where something else than its byline begins or ends."""
    pieces = PIECES.split(line) if any(map(line.__contains__, PARTING)) else [line]
    return [part for piece in pieces for part in LABEL.split(piece)] if ":" in line else pieces


def names_in(piece: str) -> list[str]:
    """The names that a piece of a line begins with."""
    piece = without_date(FURTHER.sub("", piece))
    return distinct(_bare(name) for name in split_names(piece, shown=True))


def _bare(name: str) -> str:
    """A name without the buttons, the job and the employer that stand behind it, and once where it stands twice."""
    name = EMPLOYER.sub("", BUTTON.sub("", name))
    run_on = NAME_RUN_ON.match(name)
    if run_on and (JOB.search(rest := name[run_on.end() :]) or BUTTON.search(f" {rest}")):
        name = run_on[1]
    words = name.split()
    job = next((index for index, word in enumerate(words) if index > 1 and JOB.search(word) and not EDITORS.fullmatch(word)), None)
    words = words[:job]
    half = len(words) // 2
    return " ".join(words[:half] if half and words[:half] == words[half:] else words)


def without_date(piece: str) -> str:
    """What stands before a date, or after one that the piece begins with."""
    head = DIGIT.split(piece)[0]
    if head == piece:
        return piece.strip()
    words = head.split()
    while words and _dates(words[-1]):
        words.pop()
    if words and month_number(tail := GLUED.sub("", words[-1]), ""):
        words[-1] = words[-1][: -len(tail)]
    return " ".join(words).rstrip(" ,")


def _dates(word: str) -> bool:
    return bool(DATE_WORD.fullmatch(word) or month_number(word.strip(",."), "") or word.rstrip(".,").casefold() in weekdays())


def is_name(name: str) -> bool:
    """Whether it may be somebody's name, or an agency's: capitals, or a script that has none."""
    words = name.split(",")[0].split()
    if AGENCY.match(name) or CASELESS.fullmatch(name):
        return True
    if len(words) > 1 and name.lower() == name.upper():  # a script without a case
        return True
    return NAME_ALONE.fullmatch(" ".join(words)) is not None and not all(map(JOB.search, words)) and not RUNNING.search(name)
