"""Does a text break off? In the middle of a sentence, or at a `read more`.

Many whole texts end without a full stop: in a list, a title, a name, a link, a note. A sentence breaks off where it ends with a
word that none ends with, in a quotation that isn't closed, or, after sentences that have their stop, with a word in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.clean.body.walk import Outline
from agents.clean.headline import HEADINGS

STOPS = ".!?。！？।۔؟…‥།።"
"""What a sentence ends with."""
ENDED = re.compile(
    rf"[{STOPS}]"
    r"['\"”’»›)\]】」』]{0,3}\s*"
    r"(?:\[\d+\]|\([^()]{1,60}\)|[(（][^()（）]{1,60}[)）]|/[^/]{2,30}/\.?|\*)?$"
)
"""A sentence's end, and what may follow it: closing quotes, a note, a credit in brackets."""
CUT = re.compile(r"(?:\[\s?(?:…|\.{3})\s?\]|\(\s?(?:…|\.{3}|more\s?(?:…|\.{3}))\s?\)|…|\.{3,})$")
CUT_SIGNS = ("…", "...", "]", ")")
"""One of these ends it."""
MORE = re.compile(
    r"(?:read (?:more|the (?:full|whole|entire) (?:story|article|text|post)|the rest|on)\b.{0,40}|"
    r"continue reading\b.{0,40}|keep reading\b.{0,40}|show more|view more|load more|already a (?:subscriber|member)\?.{0,20}|"
    r"this (?:article|story|post) is for [\w ]{0,20}subscribers(?: only)?|"
    r"weiterlesen(?: mit .{0,20})?|mehr lesen|lire (?:la suite|plus)|la suite est réservée.{0,20}|réservé aux abonnés|"
    r"leer más|seguir leyendo.{0,25}|continua a leggere.{0,25}|leggi (?:tutto|di più)|lees (?:verder|meer)|"
    r"verder lezen\??|"
    r"læs (?:videre|mere?)|les (?:videre|mere?)|läs (?:vidare|mer)|lue lisää|czytaj (?:dalej|więcej)|"
    r"читать (?:далее|дальше|полностью)|читати далі|leia mais|continuar? (?:lendo|a ler).{0,25}|devam[ıi]n[ıi] oku|"
    r"続きを読む|残り\s?[\d,]+\s?文字.{0,20}|阅读全文|閱讀全文|查看全文|更多|더 ?보기|전체 ?보기|اقرأ المزيد|और पढ़ें|xem thêm|"
    r"baca selengkapnya)\s*[.…»›→>]*$"
)
"""In lower case; each begins with a letter of its own, which is looked for twice as fast."""
MORE_PARTS = (
    *("read", "more", "subscri", "member", "lesen", "lire", "suite", "réservé", "leer", "leyendo", "legg", "lees", "verder", "læs"),
    *("les ", "läs", "lue", "czytaj", "читат", "leia", "continua", "devam", "続き", "残り", "全文", "更多", "더", "전체", "اقرأ"),
    *("और", "xem", "baca"),
)
"""One of these is in each."""
LONGEST_MORE = 120
"""Characters of it, at most."""
MORE_ALONE = re.compile(
    r"(?:read (?:the (?:full|whole|entire) (?:story|article|post)|on)|(?:continue|keep) reading|weiterlesen|mehr lesen|"
    r"lire la suite|leer más|seguir leyendo|continua a leggere|lees verder|læs videre|läs vidare|les videre|czytaj dalej|"
    r"читать (?:далее|дальше|полностью)|leia mais|continuar lendo|devam[ıi]n[ıi] oku|続きを読む|阅读全文|閱讀全文)\s*[.…»›→>]*"
)
"""The words of a link to the rest of a story, in lower case and alone."""
MORE_LINK = "more-link"
"""What WordPress calls it."""
CLOSING = ("</html", "</body")
CLOSED_WITHIN = 20_000
"""Characters at a page's end in which its body is closed, unless it was cut off on its way."""
LINK_LENGTH = 60
NOTE = re.compile(
    r"^(?:correction|clarification|editor[’']s note|this (?:story|article|report|post) (?:was|has|is|first)\b|an earlier version|"
    r"©|copyright|with (?:files|reporting)|"
    r"(?:foto|photo|bild|image|video|source|quelle|credit|grafik|illustration|reporting|editing|text)s?\s?(?:by|von|par|:))|"
    r"(?<=\s)(?:foto|photo|bild|source|quelle):\s.{1,60}$|"
    r"\bis an? [\w ]{0,40}(?:reporter|writer|editor|journalist|correspondent|columnist|professor|author)\b",
    re.I,
)
"""A line of its own below the story."""
LINK = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|@)\S+$")
DANGLING = re.compile(r"[^\W_][,;]?$|[,;–-]$")
INNER_END = re.compile(r"[.!?。！？।؟][\"'”’»)]{0,2}\s")
LEADS_ON = re.compile(
    r"\s(?:a|an|the|of|to|and|or|in|on|at|by|for|with|from|that|which|le|la|les|un|une|du|des|de|et|ou|à|der|die|das|ein|eine|und|"
    r"oder|von|mit|für|el|los|las|una|del|y|il|lo|gli|di|e|het|een|van|en)$"
)
"""Words that no sentence and no name ends with."""
QUOTES = (("“", "”"), ("«", "»"), ("「", "」"))
CLAUSE_MARK = re.compile("[、，،]")
UNSPACED = re.compile("[\u3040-\u9fff]$")
UNSPACED_LENGTH = 15
"""Characters of a last line in Chinese or Japanese, with a comma in it and no stop, that is a sentence."""
FEW_WORDS = 4
"""A line this short may be a title that ends with such a word: `What it is made of`."""
MAX_LENGTH = 2000
TAIL = 200
"""Characters in which the patterns of an end lie."""
SENTENCE_WORDS = 12
"""A last line this long without a full stop is a sentence; a shorter one may be a name, a place, a list's item."""
FRAGMENT_WORDS = 3
"""Words behind a full stop that begin a sentence; fewer sign the story: `VNA`."""


def breaks_off(text: str, outline: Outline, keep: Sequence[bool], html: str, *, paywalled: bool) -> bool:
    """Of an article's text, one paragraph a line; `outline` and `keep`: where on the page it stands."""
    return is_truncated(text, suspected=paywalled or not _is_closed(html)) or _goes_on_elsewhere(outline, keep)


def _is_closed(html: str) -> bool:
    start = max(0, len(html) - CLOSED_WITHIN)
    return any(html.rfind(tag, start) >= 0 for tag in CLOSING) or any(tag in html[start:].lower() for tag in CLOSING)


def _goes_on_elsewhere(outline: Outline, keep: Sequence[bool]) -> bool:
    """Whether the text's last block, or the one behind it, is a link that leads to the rest."""
    last = len(keep) - 1 - keep[::-1].index(True) if True in keep else len(outline.texts)
    return any(_leads_to_the_rest(outline, block) for block in range(last, min(last + 2, len(outline.texts))))


def _leads_to_the_rest(outline: Outline, block: int) -> bool:
    text, leaf = outline.texts[block], outline.leaf[block]
    if len(text) > LINK_LENGTH or not outline.linked[block] or outline.tags[leaf] in HEADINGS:
        return False
    return MORE_LINK in f"{outline.inline[block]} {outline.names[leaf]}" or MORE_ALONE.fullmatch(text.lower()) is not None


def is_truncated(text: str, *, suspected: bool = False) -> bool:
    """Of the article's text alone. `suspected`: the page is one that may well be cut off."""
    lines = text.rstrip().rsplit("\n", 2)
    last = lines[-1].strip()[-MAX_LENGTH:]
    if not last:
        return False
    tail = last[-TAIL:]
    said = tail[-LONGEST_MORE:].lower()
    if any(map(said.__contains__, MORE_PARTS)) and MORE.search(said):
        return True
    if tail.endswith(CUT_SIGNS) and CUT.search(tail) and (tail[-1] in "])" or len(last.split()) > FEW_WORDS):
        return True
    if tail[-1] in STOPS or ENDED.search(tail) or LINK.search(tail) or NOTE.search(last):
        return False
    if UNSPACED.search(tail):
        return len(last) >= UNSPACED_LENGTH and CLAUSE_MARK.search(last) is not None
    if not DANGLING.search(tail):
        return False
    words = last.split()
    if len(words) > FEW_WORDS and (LEADS_ON.search(last) or tail[-1] in ",;–-" or _is_open(last)):
        return True
    begun = INNER_END.split(last)
    fragment = begun[-1].split()
    if not (words[-1].isalpha() and words[-1].islower()):
        return False
    if len(begun) > 1:
        return len(fragment) >= FRAGMENT_WORDS
    if suspected:
        return len(words) >= FEW_WORDS
    return len(words) >= SENTENCE_WORDS and (len(lines) < 2 or ENDED.search(lines[-2].strip()[-TAIL:]) is not None)


def _is_open(line: str) -> bool:
    """Whether a quotation begins in the line and doesn't end."""
    return any(line.rfind(opening) > line.rfind(closing) for opening, closing in QUOTES)
