"""Whether readers speak: of themselves, in exclamations or questions, under nicknames; and how many of them make a discussion."""

from __future__ import annotations

import re
from collections.abc import Sequence

FEWEST, SPEAKERS = 4, 3
"""Remarks that nobody dates, and names of readers among them."""
STORY = 40.0
"""Words of the story above: a standfirst has fewer."""
PERSONAL = 0.25
"""Share of remarks in which somebody speaks of himself, exclaims or asks, or goes by a nickname: no guide's entries under names."""
NICKNAME = re.compile(r"\w*[\d_]\w*")
SPOKEN = re.compile(
    r"(?<!\w)(?:I(?![.\w])|I['’]\w+|my|me|ich|mein\w*|mir|mich|yo|je|j['’]\w+|moi|mon|ma|eu|meus?|minhas?|io|mio|mia|ik|mijn"
    r"|ja|mój|moja|mnie|я|мне|меня|мой|ben|benim|jag|min|mig|أنا|मैं|मेर\w)(?!\w)|私|僕|俺|我|저는|나는|[!?！？؟]",
)


def is_nickname(name: str) -> bool:
    """Whether nobody is called so in a newspaper: with a digit, or without a capital at its start, in scripts that have them."""
    return name[:1].islower() or NICKNAME.fullmatch(name) is not None


def is_spoken_by(name: str, said: Sequence[str]) -> bool:
    """Whether a remark is a reader's, by the name or by what is said."""
    return is_nickname(name) or any(map(SPOKEN.search, said))
