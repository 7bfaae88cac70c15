"""Pages of running text that every site has and that report nothing: terms of use, privacy policies, imprints."""

from __future__ import annotations

import re

from agents.clean.refusal import Refusal
from schemas.rejection import RejectionReason

LEGAL = re.compile(
    r"(?:(?:our|website|general) )?(?:terms(?: (?:of (?:use|service|sale)|and conditions|& conditions))?"
    r"|(?:privacy|cookie)s? (?:policy|notice|statement)"
    r"|terms of (?:use|service) and privacy policy|legal (?:notice|information)|disclaimer|imprint|accessibility statement"
    r"|impressum|datenschutz(?:erklärung|hinweise|bestimmungen)?|(?:allgemeine )?(?:geschäfts|nutzungs)bedingungen|agb"
    r"|mentions légales|(?:politique|charte) de confidentialité|conditions (?:générales )?(?:d['’]utilisation|de vente)"
    r"|aviso legal|(?:política|aviso) de (?:privacidad|cookies)|términos y condiciones(?: de uso)?"
    r"|(?:términos|condiciones) de uso"
    r"|note legali|informativa sulla privacy|termini (?:e condizioni|di servizio)|condizioni (?:generali|d['’]uso)"
    r"|termos (?:de uso|e condições)|política de privacidade|algemene voorwaarden|gebruiksvoorwaarden|privacyverklaring"
    r"|användarvillkor|integritetspolicy|personvernerklæring|privatlivspolitik|regulamin|polityka prywatności"
    r"|политика конфиденциальности|пользовательское соглашение|правила сайта|利用規約|プライバシーポリシー|隐私政策|使用条款)",
    re.I,
)
"""The whole of such a page's title."""


def legal_page(title: str) -> Refusal | None:
    """A refusal where the title says so."""
    if LEGAL.fullmatch(title):
        return Refusal(RejectionReason.NOT_AN_ARTICLE, f"terms, a policy or the like: {title!r}")
    return None
