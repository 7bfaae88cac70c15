"""Pages whose title says that they report nothing: terms of use, privacy policies, imprints; searches, jobs."""

from __future__ import annotations

import re

from agents.clean.refusal import Refusal
from agents.clean.titles import SEPARATOR, SIGN
from schemas.rejection import RejectionReason

LEGAL = re.compile(
    r"(?:(?:our|website|general) )?(?:terms(?: (?:of (?:use|service|sale)|and conditions|& conditions))?"
    r"|(?:privacy|cookie)s? (?:policy|notice|statement)"
    r"|terms of (?:use|service) and privacy policy|legal (?:notice|information)|disclaimer|imprint|accessibility statement"
    r"|impressum|datenschutz(?:erklärung|hinweise|bestimmungen)?|(?:allgemeine )?(?:geschäfts|nutzungs)bedingungen|agb"
    r"|mentions légales|(?:politique|charte) de confidentialité|conditions générales(?: (?:d['’]utilisation|de vente))?"
    r"|conditions (?:d['’]utilisation|de vente)"
    r"|aviso legal|(?:política|aviso) de (?:privacidad|cookies)|términos y condiciones(?: de uso)?"
    r"|(?:términos|condiciones) de uso"
    r"|note legali|informativa sulla privacy|termini (?:e condizioni|di servizio)|condizioni (?:generali|d['’]uso)"
    r"|termos (?:de uso|e condições)|política de privacidade|algemene voorwaarden|gebruiksvoorwaarden|privacyverklaring"
    r"|användarvillkor|integritetspolicy|personvernerklæring|privatlivspolitik|regulamin|polityka prywatności"
    r"|политика конфиденциальности|пользовательское соглашение|правила сайта|利用規約|プライバシーポリシー|隐私政策|使用条款)",
    re.I,
)
"""The whole of such a page's title, or of the part before the site's name."""
MOST_WORDS = 8
"""Of a title that says so, or that has such a part: a longer one is a headline."""
SEVERAL_WORDS = re.compile(r"\s|^(?:impressum|datenschutz|agb$)", re.I)
"""Of a part that says so for certain: `Disclaimer` and `Terms` may head a story."""
FOUND = re.compile(
    r"(?:\d[\d.,]* )?(?:search results?|suchergebnisse?|résultats? de (?:la )?recherche|resultados? (?:de (?:la )?búsqueda"
    r"|da (?:busca|pesquisa))|risultati (?:della )?ricerca|zoekresultaten|wyniki wyszukiwania|sökresultat|søgeresultater"
    r"|søkeresultater|hakutulokset|výsledky vyhledávání|arama sonuçları|результаты поиска)"
    r"(?=$|\s?[:|–—\"“„«‘-]|\s(?:for|für|zu|pour|para|per|voor|dla|för|til|pro|по)\b)"
    r"|\d[\d.,]* (?:results? for|ergebnisse für|résultats? pour|resultados? para|risultati per|resultaten voor)\b"
    r"|検索結果|搜索结果|搜尋結果|검색 ?결과",
    re.I,
)
"""What the title of a list of what was found begins with."""
JOB = re.compile(r"\((?:[mwdfxi]|div|gn)(?:\s?[/|,*]\s?(?:[mwdfxi]|div|gn)){1,3}\)|\b[HF]/[FH]\b", re.I)
"""Behind a job's name in Germany and in France: `(m/w/d)`, `H/F`."""
JOB_SIGNS = ("(", "/")
"""One of these is in each."""


def legal_page(title: str) -> Refusal | None:
    """A refusal where the title says so."""
    if len(title.split()) <= MOST_WORDS and _is_legal(title):
        return Refusal(RejectionReason.NOT_AN_ARTICLE, f"terms, a policy or the like: {title!r}")
    if FOUND.match(title):
        return Refusal(RejectionReason.NOT_AN_ARTICLE, f"what a search found: {title!r}")
    if any(map(title.__contains__, JOB_SIGNS)) and JOB.search(title):
        return Refusal(RejectionReason.NOT_AN_ARTICLE, f"a job: {title!r}")
    return None


def _is_legal(title: str) -> bool:
    parts = SEPARATOR.split(title) if SIGN.search(title) else [title]
    says_so = len(parts) == 2 and SEVERAL_WORDS.search(parts[0]) and LEGAL.fullmatch(parts[0])
    return bool(LEGAL.fullmatch(title) or says_so)
