"""Appeals to readers in paragraphs like the story's: to pay for the newsroom's work, to write to it what they know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from agents.clean.body.amount import Words, words_in
from agents.clean.body.characters import SPACELESS
from agents.clean.body.elements import ENTRIES, HEADINGS
from agents.clean.body.walk import Outline

LENGTHS = range(15, 321)
"""Characters of an appeal."""
LAST = 6
"""Blocks at the end of the story among which one stands most often; elsewhere it is set off, or one stands at the end too."""
SET_OFF = frozenset(("em", "i", "strong", "b"))
MOST = 0.5
"""Share of the kept words that appeals have at most: else the story is about such things."""
HINT = re.compile(r"[^?]{10,70}\?[”»\"]? .{0,60}\S@\S+\.\w")
"""A question to readers with which a line begins, and where to send the answer."""
LONGEST_HINT = 160
NO_APPEAL = HEADINGS | ENTRIES
QUOTED = '“„«»"‘「『'


class _Language(NamedTuple):
    give: tuple[str, ...]
    """How readers are asked to pay or to join, as beginnings of words."""
    work: tuple[str, ...]
    """What for."""
    addressed: re.Pattern[str]
    """The reader himself, or the verb with which an appeal opens."""

    def told_in(self, said: str) -> _Language:
        """With but those words that stand in a text, in lower case."""
        give, work = (tuple([stem for stem in stems if stem in said]) for stems in (self.give, self.work))
        return _Language(give, work, self.addressed)


def _language(give: str, work: str, addressed: str) -> _Language:
    opening = addressed.replace("|^(?:", "|(?:^|[.!?:] )(?:")  # of any sentence
    return _Language(tuple(give.split("|")), tuple(work.split("|")), re.compile(opening, re.IGNORECASE))


SPACELESS_LANGUAGE = _language("寄付|会員|購読|支援|支え", "報道|取材|読者|記事|ジャーナリズム", r"ください|下さい|お願い")
LANGUAGES = (
    _language(
        "support|donat|subscri|member|contribut|chip in|gift",
        "journalism|independent reporting|local reporting|our reporting| our newsroom| our work| our stories| our readers"
        "|help us|support us",
        r"\byou(?:r|rself)?\b|^(?:please |you can )?(?:support|donate|subscribe|become|join|give|consider|help)\b",
    ),
    _language(
        "unterstütz|spende|abonn|mitglied",
        "journalis|unsere arbeit|unserer arbeit|unsere recherche|leserinnen|unsere leser|dieser text|dieser artikel|redaktion"
        "|unterstützen sie uns |unterstütze uns |helfen sie uns |hilf uns ",
        r"(?-i:\b(?:Sie|Ihnen|Ihre?[nrm]?)\b)|\b(?:du|dir|dein\w*|ihr|euch)\b|^(?:unterstütz|spende|abonnier|werde)",
    ),
    _language(
        "souten|abonn| un don| dons |membre|adhér",
        "journalis|notre travail|notre rédaction|presse |lecteurs|cet article|enquêtes|aidez-nous|soutenez-nous",
        r"\b(?:vous|votre|vos)\b|^(?:souten|abonn|faites|aidez|rejoign)",
    ),
    _language(
        "apoy|apóy|donac|dona |suscri|socio|socia",
        "periodis|nuestro trabajo|lectores|esta noticia|este artículo|este reportaje|apóyanos|apóyenos|ayúdanos",
        r"\b(?:usted|tu|tus|te|le|si)\b|^(?:apoy|don[ae]|suscr|ayud|hazte|hágase|únete)",
    ),
    _language(
        "apoi|doaç|doe |assin|membro",
        "jornalis|nosso trabalho|leitores|esta reportagem|esta matéria|este texto|apoie-nos|nos apoie|ajude-nos",
        r"\b(?:você|seu|sua|se)\b|^(?:apoi|doe|assin|ajud|contribu)",
    ),
    _language(
        "sosten|sostien|donazion|dona |abbon",
        "giornalis|nostro lavoro|lettori|questo articolo|redazione|aiutaci|sostienici",
        r"\b(?:vi|voi|vostr[oaie]|ti|tu[oa]?|potete|puoi)\b|^(?:sosten|dona|abbon|aiut)",
    ),
    _language(
        "steun|gift|donatie|doneer|abonne| lid",
        "journalis|ons werk|lezers|dit verhaal|dit artikel|redactie|steun ons|help ons",
        r"\b(?:u|uw|je|jij|jouw)\b|^(?:steun|doneer|word|help)",
    ),
    _language(
        "wesprzyj|wspier|wsparci|darowizn|prenumer",
        "dziennikar|nasza praca|naszą pracę|czytelni|ten tekst|ten artykuł|redakcj|wesprzyj nas|pomóż nam",
        r"\b(?:ciebie|twoj\w+|tobie|ci|czytasz|możesz)\b|^(?:wesprzyj|wspieraj|zostań|dołącz)",
    ),
    _language(
        "поддерж|пожертв|подписк|подпиш|донат",
        "журналист|наша работа|нашу работу|читател|этот текст|эту статью|редакци|поддержите нас|помогите нам",
        r"\b(?:вы|вам|вас|ваш\w*|ты|тебе)\b|^(?:поддерж|подпиш|помог|станьте)",
    ),
    _language(
        "destek|bağış|abone",
        "gazeteci|emeğimiz|okur|bu haber|bu yazı",
        r"\b(?:siz\w*|sen\w*)\b|(?:in|ın|un|ün)[.!]?$",
    ),
    _language(
        "stöd|gåva|prenumer|medlem|swish",
        "journalist|vårt arbete|läsare|artikeln|redaktion|stöd oss|hjälp oss",
        r"\b(?:du|dig|din|ditt|dina|ni|er)\b|^(?:stöd|bli|prenumerera|ge)\b",
    ),
    _language(
        "ادعم|يدعم|تبرع|بتبرع|اشترك|فاشترك", "صحاف|عملنا|قارئ|قراء|هذا الخبر|هذا المقال", r"\bادعم|\bاشترك|\bتبرع|[كق]م\b|ك\b"
    ),
)
LETTERS = itemgetter(slice(4))
"""Of a word, by which it is looked up: to look for all stems takes five times as long."""


def _by_start() -> dict[str, list[_Language]]:
    found: dict[str, list[_Language]] = {}
    for language in LANGUAGES:
        for stem in language.give:
            found.setdefault(stem.strip()[:4], []).append(language)
    return found


_BY_START = _by_start()
_STARTS = frozenset(_BY_START)


def without_appeals(outline: Outline, kept: Sequence[int], words: Words) -> list[int]:
    """The kept blocks but appeals among the last and those set off from the story, and any others where one is found. `words`: of
    each block of the page."""
    near = {*kept[-LAST:], *[block for block in kept if outline.inline[block] in SET_OFF]}
    gone = _appeals(outline, [block for block in kept[1:] if block in near])
    if gone:
        gone = _appeals(outline, kept[1:])
    if not gone or words_in(words, gone) > MOST * words_in(words, kept):
        return list(kept)
    return [block for block in kept if block not in gone]


def _appeals(outline: Outline, blocks: Sequence[int]) -> set[int]:
    texts = outline.texts
    asked = [block for block in blocks if len(texts[block]) in LENGTHS and outline.tags[outline.leaf[block]] not in NO_APPEAL]
    said = " " + " ".join([texts[block] for block in asked]).lower()
    spoken = {language for start in _STARTS.intersection(map(LETTERS, said.split())) for language in _BY_START[start]}
    if not said.isascii() and SPACELESS.search(said):
        spoken.add(SPACELESS_LANGUAGE)
    spoken = {told for language in spoken if (told := language.told_in(said)).work}
    found = {block for block in asked if len(texts[block]) <= LONGEST_HINT and HINT.match(texts[block])} if "@" in said else set()
    for block in asked if spoken else ():
        text = f" {texts[block].lower()}"
        if text[1] in QUOTED:
            continue
        if any(_asks(language, text, texts[block]) for language in spoken):
            found.add(block)
    return found


def _asks(language: _Language, text: str, written: str) -> bool:
    """Whether a block asks to give for a newsroom's work; `text`: in lower case; `written`: as written."""
    given = any(map(text.__contains__, language.give)) and any(map(text.__contains__, language.work))
    return given and language.addressed.search(written) is not None
