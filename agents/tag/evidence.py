"""The spans that an event rests on: the sentence that states it, at most 600 code points, and the trigger in it."""

from __future__ import annotations

from agents.tag.clauses import clause_of
from agents.tag.document import Sentence
from agents.tag.triggers import Trigger
from schemas.base import Span
from schemas.event import EVIDENCE_LENGTH


def span(text: str, start: int, end: int) -> Span:
    """A piece of the article's text."""
    return Span(start=start, end=end, text=text[start:end])


def trigger_span(text: str, trigger: Trigger) -> Span:
    return span(text, trigger.sentence.start_of(trigger.first), trigger.sentence.end_of(trigger.last))


def evidence_span(text: str, trigger: Trigger) -> Span:
    """The trigger's sentence; its clause where the sentence is too long; the words around it where that is, too."""
    sentence: Sentence = trigger.sentence
    if sentence.end - sentence.start <= EVIDENCE_LENGTH:
        return span(text, sentence.start, sentence.end)
    first, last = clause_of(sentence, trigger.head)
    while sentence.end_of(last) - sentence.start_of(first) > EVIDENCE_LENGTH:
        if last - trigger.last >= trigger.first - first:
            last -= 1
        else:
            first += 1
    return span(text, sentence.start_of(first), sentence.end_of(last))
