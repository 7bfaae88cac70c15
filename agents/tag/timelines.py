"""Lines that open with a day, "5 November: Gunmen attacked a market. ...": all that such a line tells was on that day."""

from __future__ import annotations

import re

from agents.tag.circumstances import Facts, When, within
from agents.tag.document import Document, Sentence

_MARK = re.compile(r" ?(?::|–|—|-) ")
"""What parts the day from what is told of it."""


def day_of_line(document: Document, sentence: Sentence, facts: Facts) -> When | None:
    """The day that a sentence's line opens with."""
    if not facts.dates:
        return None
    first = sentence
    while first.index and document.sentences[first.index - 1].paragraph == sentence.paragraph:
        first = document.sentences[first.index - 1]
    hit = next(iter(within(facts.dates, first.start, first.start + 1)), None)
    if hit is None or _MARK.match(document.text, hit.end) is None:
        return None
    return When(hit.date, beside=False)
