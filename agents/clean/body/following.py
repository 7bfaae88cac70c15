"""Lines that ask readers to follow a site on a network: no part of any story."""

from __future__ import annotations

import re

BEGINS = re.compile(
    r"(?:join|like|find) (?:us|our|the)\b|subscribe to\b|[úu]n(?:ete|anse|ase)\b|s[ií]g(?:ue|a|an)?nos\b"
    r"|s[ií]g(?:ue|a) (?:a|el|la|en)\b|suscr[ií]b(?:ete|ase)\b|participe d|participa (?:en|del)\b|entre n[oa]\b"
    r"|inscreva-se|acompanhe\b|siga(?:-nos)?\b|clique (?:aqui|ici)\b|haga clic\b|haz clic\b|rejoignez\b|suivez\b"
    r"|abonnez-vous\b|seguici\b|segui (?:il|la|i)\b|iscriviti\b|folg(?:e|t|en sie) uns\b|dołącz\b|obserwuj\b|śledź\b"
    r"|polub\b|подпи(?:шитесь|сывайтесь)|присоединяйтесь|читайте нас|следите за"
    r"|volg ons\b|följ oss\b|تابعوا|تابعونا|انضم|关注|關注|扫描|扫码|長按|长按",
    re.IGNORECASE,
)
"""How a line begins that asks readers to follow a site elsewhere."""
ENDS = re.compile(
    r"(?:katıl[ıi]n|takip ed[ıi]n|abone olun|フォロー(?:する?|して(?:ください|下さい|ね))|登録|구독하기|팔로우)[.!。！]*$",
    re.IGNORECASE,
)
"""How it ends where the verb comes last."""
LAST_WORDS = 16
"""Characters."""
NETWORK = re.compile(
    r"(?:whats ?app|telegram|facebook|instagram|youtube|twitter|tiktok|google news|viber|bluesky|mastodon|linkedin|threads|телеграм"
    r"|ватсап|вайбер|واتساب|تلغرام|تليجرام|فيسبوك|公众号|微信|マストドン|インスタグラム|フェイスブック|ツイッター|ユーチューブ)",
    re.IGNORECASE,
)
"""Where."""
LONGEST = 120
"""Characters of such a line."""
_STARTS = (
    "jo li fi su ún un sí si pa en in ac cl ha re ab se is fo do ob śl po по пр чи сл vo fö تا ان 关注 關注 扫描 扫码 長按 长按"
)
STARTS = frozenset(_STARTS.split())
"""The first two letters of how such a line begins: to look them up takes a third of the time."""


def asks_to_follow(text: str) -> bool:
    """Whether a block is but such a line, by its first or last words and the network's name."""
    if len(text) > LONGEST:
        return False
    if text[:2].lower() in STARTS and BEGINS.match(text):
        return NETWORK.search(text) is not None
    return not text.isascii() and ENDS.search(text[-LAST_WORDS:]) is not None and NETWORK.search(text) is not None
