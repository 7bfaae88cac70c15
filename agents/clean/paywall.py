"""Whether an article stands behind a wall for readers who don't pay or sign in: declared, else shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from agents.clean.body.walk import Outline
from agents.clean.headline import around, in_other_part, names_of
from agents.clean.jsonld import Node, list_of, types
from agents.clean.markup import Markup

LOCKED = "locked"
"""Facebook's `article:content_tier`; the others are `free` and `metered`."""
WALL = re.compile(
    r"pay-?wall|reg(?:istration)?-?wall|freemium|meter(?:ed|ing)|premium-(?:wall|box|offer)|restricted|locked|subscription-?wall"
)
"""Names of a wall, in lower case. Its text alone doesn't tell: blogs offer to subscribe below what anybody can read."""
WALL_PARTS = ("wall", "freemium", "meter", "premium-", "restricted", "locked")
"""One of these stands in each."""
OTHERS = ("hidden", "comment")
"""Names of a wall that isn't shown, or that stands before something else."""
ASKS = re.compile(
    r"subscri|keep reading|continue reading|to read (?:on|the full|more)|members? only|log ?in|sign (?:in|up)|register|"
    r"weiterlesen|abonn|anmelden|registrier|la suite|se connecter|suscri|seguir leyendo|inicia(?:r)? sesi|abbonat|"
    r"continua a leggere|accedi|assin|continuar lendo|verder lezen|inloggen|prenumer|czytaj dalej|läsa vidare|les videre|"
    r"læs videre|подпис|войдите|abone|giriş yap|会員|有料|ログイン|続きを読|订阅|訂閱|登录|登入|유료|구독|로그인|"
    r"اشترك|תנוי|מנוי|सदस्यता"
)
"""What a wall says, in lower case."""
LABEL = re.compile(
    r"(?:for )?(?:paid |paying )?(?:subscribers?|members?)[ -](?:only|exclusive)|"
    r"(?:this (?:post|article|story|content) is )?(?:only |exclusively )?for (?:paid |paying )?(?:subscribers|members)(?: only)?|"
    r"(?:exklusiv )?(?:nur )?für abonnent(?:en|innen|:innen|\*innen)(?: und abonnent\w+)?|nur mit abo|"
    r"(?:article |contenu |article exclusivement )?réservé (?:aux|à nos) abonnés|abonnés|"
    r"(?:contenido |artículo )?(?:exclusivo|solo)(?: para)? suscriptores|"
    r"(?:contenuto |articolo )?(?:riservato )?(?:agli|per gli) abbonati|(?:conteúdo )?(?:exclusivo )?para assinantes|"
    r"(?:exclusief )?voor abonnees|(?:endast |bara |kun )?(?:för prenumeranter|for abonnenter)|tylko dla prenumeratorów|"
    r"только для подписчиков|(?:有料|会員限定)記事|会員限定"
)
"""The label of an article that only subscribers can read, beside its headline, in lower case and alone."""
LABEL_PARTS = ("subscriber", "member", "abo", "suscriptor", "abbonati", "assinantes", "prenumer", "подписчиков", "有料", "会員限定")
"""One of these stands in each."""
SAYS = re.compile(
    r"subscribe(?: now| today)? to continue reading|to (?:continue|keep) reading,? (?:please )?(?:subscribe|log in|sign in)|"
    r"(?:article|story|content|post) is (?:only |exclusively |exclusive )?(?:available |reserved )?"
    r"(?:for|to) (?:our )?(?:paid |paying )?"
    r"(?:subscribers|members)|weiterlesen mit .{0,20}abo\b|(?:artikel|inhalt|text) ist (?:nur|exklusiv) für (?:unsere )?abonnent|"
    r"(?:article|contenu)(?: est)? (?:exclusivement )?réservé (?:aux|à nos) abonnés|abonnez-vous pour (?:lire|continuer)|"
    r"(?:contenido|artículo|noticia) (?:exclusiv[oa]|solo) para suscriptores|suscríb[ea]te para (?:seguir|continuar) leyendo|"
    r"(?:conteúdo|matéria) exclusiv[oa] para assinantes|assine para (?:continuar|ler)|"
    r"(?:contenuto|articolo) riservato agli abbonati|abbonati per continuare|(?:artikel|verhaal) is alleen voor abonnees|"
    r"dostępn[aey] (?:jest )?(?:tylko |wyłącznie )?dla (?:naszych )?(?:prenumerator|subskrybent)|"
    r"доступ(?:ен|на|но) только (?:для )?подписчик|yalnızca aboneler|sadece aboneler|abonelerimize özel|"
    r"(?:有料)?会員限定(?:記事)?です|للمشتركين فقط|सदस्यता लें और पढ़ें|आगे पढ़ने के लिए"
)
"""What a wall says that is in the way of the rest, in lower case; a blog's offer beneath the whole text says less."""
SAID_PARTS = (
    *("subscri", "suscri", "suscrí", "reading", "members", "weiterlesen", "abon", "abbonat", "assin", "prenumerator"),
    *("subskrybent", "подписчик", "会員限定", "للمشتركين", "सदस्यता", "आगे पढ़ने"),
)
"""One of these stands in whatever it says."""
MAX_BLOCK, MAX_LABEL = 300, 60
"""Characters."""
MAX_SENTENCE, MAX_BEFORE = 150, 17
MAX_BLOCKS = 3000
LONGEST_NAME = 200
"""Characters of the class names and the like that an element carries."""


def is_paywalled(markup: Markup, article: Node | None, outline: Outline, headline: int | None) -> bool:
    """Never raises."""
    declared = _declared(markup, article)
    if declared is not None:
        return declared
    if headline is None:
        return False
    return (
        any(_is_label(outline, block, headline) for block in _may_be_labels(outline, headline))
        or any(_is_wall(outline, block, headline) for block in _named_a_wall(outline, headline))
        or any(_says_so(outline, block, headline) for block in _may_say_so(outline, headline))
    )


def _may_be_labels(outline: Outline, headline: int) -> list[int]:
    """Short blocks beside the headline, where one of them holds a word of a label's."""
    short = [block for block in around(outline, headline) if len(outline.texts[block]) <= MAX_LABEL]
    joined = "\n".join([outline.texts[block] for block in short]).lower()
    return short if any(map(joined.__contains__, LABEL_PARTS)) else []


def _may_say_so(outline: Outline, headline: int) -> list[int]:
    """Short blocks below the headline, no links to other stories, that hold a word of a wall's: most pages have none of these
    words, told of all blocks at once."""
    below = slice(headline + 1, headline + MAX_BLOCKS)
    blocks = zip(outline.texts[below], outline.linked[below], strict=True)
    said = [text.lower() if len(text) <= MAX_SENTENCE and 2 * linked <= len(text) else "" for text, linked in blocks]
    joined = "\n".join(said)
    parts = [part for part in SAID_PARTS if part in joined]
    return [block for block, text in enumerate(said, headline + 1) if any(map(text.__contains__, parts))] if parts else []


def _says_so(outline: Outline, block: int, headline: int) -> bool:
    """Whether a short block begins with saying that the rest is for subscribers."""
    text = outline.texts[block]
    said = SAYS.search(text.lower())
    if said is None or said.start() > MAX_BEFORE:
        return False
    names = names_of(outline, block)
    return not in_other_part(outline, block, headline) and not any(other in names for other in OTHERS)


def _is_label(outline: Outline, block: int, headline: int) -> bool:
    text = outline.texts[block]
    if text[-1:].isdigit() or LABEL.fullmatch(text.strip(" .!*+").lower()) is None:
        return False
    return not in_other_part(outline, block, headline)


def _declared(markup: Markup, article: Node | None) -> bool | None:
    """schema.org's isAccessibleForFree of the article, of a part of it, or of its page; then Facebook's tier."""
    if article is not None and (free := _is_free(article)) is not None:
        return not free
    parts = list_of(article.get("hasPart")) if article else []
    pages = [node for node in markup.nodes if "WebPage" in types(node)]
    if any(_is_free(node) is False for node in [*parts, *pages]):
        return True
    tier = markup.meta("article:content_tier", "og:article:content_tier").lower()
    return tier == LOCKED if tier else None


def _is_free(node: Any) -> bool | None:
    if not isinstance(node, dict) or "isAccessibleForFree" not in node:
        return None
    said = str(node["isAccessibleForFree"]).rsplit("/", 1)[-1].lower()
    return {"true": True, "false": False}.get(said)


def _named_a_wall(outline: Outline, headline: int) -> Iterator[int]:
    """Blocks below the headline whose element, or one of the two around it, is named a wall."""
    below = set(outline.names[outline.leaf[headline] :])
    joined = "\n".join(below).lower()
    if not any(map(joined.__contains__, WALL_PARTS)):
        return  # as on most pages, told in a tenth of the time
    walls = {name for name in below if WALL.search(name[:LONGEST_NAME].lower())}
    names, parents = outline.names, outline.parents
    for block in range(headline + 1, min(len(outline.texts), headline + MAX_BLOCKS)):
        leaf = outline.leaf[block]
        parent = parents[leaf]
        if names[leaf] in walls or names[parent] in walls or names[parents[parent]] in walls:
            yield block


def _is_wall(outline: Outline, block: int, headline: int) -> bool:
    text = outline.texts[block]
    if len(text) > MAX_BLOCK or ASKS.search(text.lower()) is None or in_other_part(outline, block, headline):
        return False
    names = names_of(outline, block)
    return not any(other in names for other in OTHERS)
