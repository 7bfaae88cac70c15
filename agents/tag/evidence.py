"""The spans that an event rests on: the sentence that states it, at most 600 code points, and the trigger in it."""

from __future__ import annotations

from typing import NamedTuple

from agents.tag.clauses import clause_of
from agents.tag.document import Sentence
from agents.tag.triggers import Trigger
from schemas.event import EVIDENCE_LENGTH


class Passage(NamedTuple):
    """A piece of the article's text, with the fields of the record's `Span`."""

    start: int
    end: int
    text: str


def trigger_span(text: str, trigger: Trigger) -> Passage:
    return _passage(text, trigger.sentence, trigger.first, trigger.last)


def evidence_span(text: str, trigger: Trigger) -> Passage:
    """The trigger's sentence; its clause where the sentence is too long; the words around it where that is, too."""
    sentence: Sentence = trigger.sentence
    if sentence.end - sentence.start <= EVIDENCE_LENGTH:
        return Passage(sentence.start, sentence.end, sentence.text)
    first, last = clause_of(sentence, trigger.head)
    while sentence.end_of(last) - sentence.start_of(first) > EVIDENCE_LENGTH:
        if last - trigger.last >= trigger.first - first:
            last -= 1
        else:
            first += 1
    return _passage(text, sentence, first, last)


def _passage(text: str, sentence: Sentence, first: int, last: int) -> Passage:
    start, end = sentence.start_of(first), sentence.end_of(last)
    return Passage(start, end, text[start:end])
