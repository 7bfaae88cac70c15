"""Pages that stand in the way of an article: consent walls, robot checks, log-ins, error pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from agents.clean.refusal import Refusal
from schemas.rejection import RejectionReason

MAX_WORDS = 250
"""A wall says little; an article that mentions one says more."""
LINES = 3
"""How many of the text's first lines may say what the page is."""


MAX_LINE = 400


@dataclass(frozen=True, slots=True)
class Signs:
    """What a line says at its start, and anywhere; in lower case."""

    start: re.Pattern[str]
    anywhere: re.Pattern[str]
    parts: tuple[str, ...]
    """One of these is in whatever the latter finds: to ask takes a tenth of the time."""

    def in_line(self, line: str) -> bool:
        """`line`: in lower case."""
        if self.start.match(line):
            return True
        return any(map(line.__contains__, self.parts)) and self.anywhere.search(line) is not None


NEVER = r"(?!)"


def _any_of(*patterns: str, parts: str = "") -> Signs:
    """Patterns that begin with `^` are asked at one place, which spares most of the work; `parts`: of the others, between bars."""
    start = [pattern for pattern in patterns if pattern.startswith("^")]
    anywhere = [pattern for pattern in patterns if not pattern.startswith("^")]
    return Signs(
        re.compile("|".join(start or [NEVER])),
        re.compile("|".join(anywhere or [NEVER])),
        tuple(part for part in parts.split("|") if part),
    )


ROBOT_CHECK = _any_of(
    r"just a moment\.\.\.",
    r"attention required! \| cloudflare",
    r"are you (?:a )?(?:robot|human)",
    r"verify(?:ing)? (?:that )?you are (?:a )?human",
    r"pardon our interruption",
    r"unusual traffic from your",
    r"checking (?:if the site connection is secure|your browser)",
    r"ddos.protection by",
    r"please enable (?:js|javascript|cookies)[^.]{0,40}(?:ad ?blocker|to continue|and (?:cookies|reload))",
    r"human verification",
    r"captcha verification",
    r"browser verification",
    r"security check to access",
    r"request unsuccessful\. incapsula",
    r"solve (?:the|this) captcha",
    r"complete (?:the|this) captcha",
    r"enter (?:the|this) captcha",
    r"enter the characters you see",
    r"(?:make sure|confirm|check) (?:that )?you(?:['’]re| are) (?:a |not a )?(?:human|robot)",
    r"press (?:&|and) hold",
    r"sicherheitsüberprüfung",
    parts="just a moment|cloudflare|robot|human|interruption|unusual traffic|checking|ddos|please enable|verification|captcha"
    "|security check|incapsula|enter the characters| hold|sicherheits",
)
ERROR_PAGE = _any_of(
    r"^(?:error\s*)?(?:40[0134]|410|429|50[0234])\b(?! [a-z]+ers\b)",
    r"\b(?:404|403|50[0234])\s*[-–|:]?\s*(?:error|page not found|not found|forbidden|bad gateway|service unavailable)",
    r"^access (?:to this page has been )?(?:denied|blocked)",
    r"^(?:sorry|oops|uh-oh|whoops)\b[^.]{0,30}(?:can|could|was|were|does|did)[^.]{0,20}(?:find|found|exist)",
    r"^(?:page|article|story) (?:not found|introuvable|unavailable)",
    r"^not found$",
    r"^internal server error",
    r"^account suspended",
    r"^(?:this|the) (?:page|site|website|content)\b[^.]{0,60}"
    r"(?:unavailable|not available|not found|be found|be reached|no longer available)",
    r"^seite nicht gefunden",
    r"^página no encontrada",
    r"^pagina non trovata",
    r"^pagina niet gevonden",
    r"^siden (?:ble ikke funnet|blev ikke fundet)",
    r"^sidan (?:kunde inte hittas|hittades inte)",
    r"^страница не найдена",
    r"^(?:¡?vaya!? )?(?:esta|la) página (?:no existe|que (?:busca|buscas) no)",
    r"^(?:cette|la) page (?:n['’]existe|que vous (?:recherchez|demandez))",
    r"^(?:diese|die (?:gesuchte|angeforderte)) seite (?:existiert|gibt es|konnte|wurde) nicht",
    r"^(?:questa|la) pagina (?:non esiste|(?:cercata|richiesta) non)",
    r"^(?:esta )?página não (?:existe|encontrada)",
    r"^deze pagina bestaat niet",
    r"^strona nie (?:istnieje|została)",
    r"^(?:お探しの)?ページ(?:が|は)見つかりません",
    r"^(?:您访问的)?页面(?:不存在|未找到|找不到)",
    parts="40|50",
)
CONSENT_WALL = _any_of(
    r"^before you continue",
    r"^bevor sie fortfahren",
    r"^avant de continuer",
    r"^we value your privacy",
    r"^we and our (?:\d+ )?partners",
    r"\bwe and our (?:\d+ )?partners,? (?:including|process|store|use|may|will)\b",
    r"is part of the [^.]{2,30} family of brands",
    r"^your privacy (?:choices|is important|matters)",
    r"^(?:le respect de )?votre vie privée (?:est|nous|compte)|^nous respectons votre vie privée",
    r"^ihre privatsphäre ist|^wir (?:respektieren|schätzen|schützen) ihre (?:privatsphäre|daten)",
    r"^(?:su|tu) privacidad (?:es|nos)|^(?:valoramos|respetamos) (?:su|tu) privacidad",
    r"^(?:la tua|la vostra) privacy|^(?:rispettiamo|teniamo al)la tua privacy",
    r"^(?:a )?(?:sua|tua) privacidade|^(?:valorizamos|respeitamos) a (?:sua|tua) privacidade",
    r"^(?:wij|we) respecteren (?:je|uw) privacy|^(?:je|uw) privacy",
    r"^szanujemy (?:twoją )?prywatność|^cenimy (?:twoją )?prywatność",
    r"^(?:nous et )?nos (?:\d+ )?partenaires(?: et nous)?\b|^(?:nosotros y )?nuestros (?:\d+ )?socios\b",
    r"^noi e i nostri (?:\d+ )?partner",
    r"^vi og (?:våre|vores) (?:\d+ )?partnere|^vi och våra (?:\d+ )?partner",
    r"^(?:cookie|privacy|consent)(?: (?:settings|preferences|choices|consent|notice|wall))?$",
    r"wir (?:und unsere (?:\d+ )?partner|verwenden cookies und)",
    r"mit werbung weiterlesen|weiter mit werbung",
    r"accept (?:all )?cookies (?:and continue|to continue)",
    r"consent to the use of cookies",
    r"^aceptar y continuar|^accepter et continuer|^continuer sans accepter",
    r"^datenschutzeinstellungen",
    parts="we and our|family of brands|wir und|wir verwenden|werbung|cookies",
)
LOG_IN = _any_of(
    r"^(?:log|sign)[ -]?in\b(?!g)",
    r"^(?:please |you must |you need to )(?:log|sign) in to ",
    r"^(?:anmelden|einloggen|connexion|iniciar sesión|accedi|inloggen|logga in|logg inn|войти)$",
)

SUBSCRIPTION = _any_of(
    r"^subscribe (?:to (?:the|our|continue|read)|now|for)\b",
    r"^choose your (?:subscription|plan)\b",
    r"^(?:jetzt )?(?:weiterlesen|lesen sie weiter) mit\b",
    r"^(?:abonnez-vous pour|abónate para|suscríbete para|abbonati per|assine para)\b",
)

KINDS = (
    ("a robot check", ROBOT_CHECK),
    ("an error page", ERROR_PAGE),
    ("a consent wall", CONSENT_WALL),
    ("a log-in", LOG_IN),
    ("a subscription's offer", SUBSCRIPTION),
)


def wall(titles: Iterable[str], text: str, words: int) -> Refusal | None:
    """Of a page's titles and text; `words` counts the text's."""
    if words > MAX_WORDS:
        return None
    for line in (*dict.fromkeys(titles), *text[: LINES * MAX_LINE].split("\n")[:LINES]):
        line = line[:MAX_LINE]
        lowered = line.lower()
        for kind, signs in KINDS:
            if signs.in_line(lowered):
                return Refusal(RejectionReason.BLOCKED, f"{kind}: {line[:100]!r}")
    return None
