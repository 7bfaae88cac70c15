"""Does a text break off? In the middle of a sentence, or at a `read more`."""

from __future__ import annotations

import re

ENDED = re.compile(r"[.!?。！？।۔؟…‥།።]['\"”’»›)\]】」』]{0,3}\s*(?:\[\d+\]|\([^()]{1,60}\)|\*)?$")
"""A sentence's end, and what may follow it: closing quotes, a note, a credit in brackets."""
CUT = re.compile(r"(?:\[\s?(?:…|\.{3})\s?\]|\(\s?(?:…|\.{3})\s?\)|…|\.{3,})$")
MORE = re.compile(
    r"(?:read (?:more|the full|the rest|on)\b.{0,40}|continue reading.{0,40}|weiterlesen|mehr lesen|lire la suite|leer más|"
    r"seguir leyendo|continua a leggere|lees verder|læs mere|läs mer|les mer|czytaj dalej|читать далее|leia mais|"
    r"devam[ıi]n[ıi] oku|続きを読む|阅读全文|查看全文|더 보기)\s*[.…»›→>]*$"
)
"""In lower case."""
DANGLING = re.compile(r"[^\W_][,;:]?$|[,;:–-]$")
INNER_END = re.compile(r"[.!?。！？।؟][\"'”’»)]{0,2}\s")
LEADS_ON = re.compile(
    r"\s(?:a|an|the|of|to|and|or|in|on|at|by|for|with|from|that|which|le|la|les|un|une|du|des|de|et|ou|à|der|die|das|ein|eine|und|"
    r"oder|von|mit|für|el|los|las|una|del|y|il|lo|gli|di|e|het|een|van|en)$"
)
"""Words that no sentence and no name ends with."""
FEW_WORDS = 4
"""A line this short may be a title that does: `What it is made of`."""
MAX_LENGTH = 2000
TAIL = 200
"""Characters in which the patterns of an end lie."""
SENTENCE_WORDS = 12
"""A last line this long without a full stop is a sentence; a shorter one may be a name, a place, a list's item."""


def is_truncated(text: str) -> bool:
    """Of the article's text, one paragraph a line."""
    last = text.rstrip().rsplit("\n", 1)[-1].strip()[-MAX_LENGTH:]
    if not last:
        return False
    tail = last[-TAIL:]
    if MORE.search(tail.lower()) or CUT.search(tail):
        return True
    if ENDED.search(tail) or not DANGLING.search(tail):
        return False
    if LEADS_ON.search(last) and len(last.split()) > FEW_WORDS:
        return True
    begun = INNER_END.split(last)
    return (len(begun) > 1 and len(begun[-1].split()) > 2) or len(last.split()) >= SENTENCE_WORDS
