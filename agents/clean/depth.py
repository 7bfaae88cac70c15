"""How deep a page's elements are nested, without parsing it.

A page of a million nested elements must not reach a parser: some recurse, some take seconds. The quick look counts the tags that
could nest and clears most pages; only where there are more than the limit is each tag looked at.
"""

from __future__ import annotations

import re

import numpy as np

VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr frame keygen".split())
"""Elements without content (HTML, 13.1.2), and two of older times."""

IMPLIED_END = frozenset(b"p li dt dd tr td th thead tbody tfoot option optgroup colgroup caption rb rt rtc rp".split())
"""Elements that the next of their kind closes (HTML, 13.1.2.4): unclosed ones don't nest."""

TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,31})|<!--")
RAW = {
    name: re.compile(rb"</" + name + rb"\b", re.I)
    for name in (b"script", b"style", b"textarea", b"title", b"noscript", b"template")
}
"""Their content is text, or is not shown."""


NEVER_NESTED = np.zeros(1 << 16, bool)
"""By a tag's first two letters: ends and comments, what is no tag (`if (i<0)`), and elements that need another one between them to
nest."""
for _letters in ("br", "im", "me", "li", "in", "p>", "p ", "td", "tr", "a>", "a ", "op"):
    for _start in (_letters, _letters.upper()):
        NEVER_NESTED[ord(_start[0]) << 8 | ord(_start[1])] = True
for _first in range(256):
    if not chr(_first).isascii() or not chr(_first).isalpha():
        NEVER_NESTED[_first << 8 : (_first + 1) << 8] = True
LESS_THAN, SLASH = b"</"
MAX_TAGS = 1_000_000
"""Tags that are looked at: a second's work. A page that gets deep only after a million tags is left to the walk, which nests
no deeper than 512 elements and stays linear."""


def count_starts(body: bytes) -> int:
    """How many tags, comments and the like may start in a page."""
    return int(np.count_nonzero(np.frombuffer(body, np.uint8) == LESS_THAN))


def deeper_than(body: bytes, limit: int) -> bool:
    """Whether elements are nested deeper than `limit`. Linear in the page's length."""
    page = np.frombuffer(body, np.uint8)
    starts = page[:-2] == LESS_THAN
    if np.count_nonzero(starts) <= limit:
        return False
    starts &= page[1:-1] != SLASH
    if np.count_nonzero(starts) <= limit:
        return False
    tags = np.flatnonzero(starts) + 1
    letters = page[tags].astype(np.uint16) << 8 | page[tags + 1]
    if len(tags) - np.count_nonzero(NEVER_NESTED[letters]) <= limit:
        return False
    return _walk(body, limit)


def _walk(body: bytes, limit: int) -> bool:
    open_elements: list[bytes] = []
    counts: dict[bytes, int] = {}
    position = 0
    for _ in range(MAX_TAGS):
        found = TAG.search(body, position)
        if not found:
            break
        position = found.end()
        name = found.group(2)
        if name is None:
            closed_at = body.find(b"-->", position)
            position = closed_at + 3 if closed_at >= 0 else len(body)
            continue
        name = name.lower()
        if found.group(1):
            if counts.get(name):
                while open_elements:
                    closed = open_elements.pop()
                    counts[closed] -= 1
                    if closed == name:
                        break
        elif name in RAW:
            end = RAW[name].search(body, position)
            position = end.end() if end else len(body)
        elif name not in VOID and not (name in IMPLIED_END and open_elements and open_elements[-1] == name):
            open_elements.append(name)
            counts[name] = counts.get(name, 0) + 1
            if len(open_elements) > limit:
                return True
    return False
