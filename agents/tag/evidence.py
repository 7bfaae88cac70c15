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
    tokens = trigger.sentence.tokens
    return span(text, tokens[trigger.first].start, tokens[trigger.last].end)


def evidence_span(text: str, trigger: Trigger) -> Span:
    """The trigger's sentence; its clause where the sentence is too long; the words around it where that is, too."""
    sentence: Sentence = trigger.sentence
    if sentence.end - sentence.start <= EVIDENCE_LENGTH:
        return span(text, sentence.start, sentence.end)
    tokens = sentence.tokens
    first, last = clause_of(sentence, trigger.head)
    while tokens[last].end - tokens[first].start > EVIDENCE_LENGTH:
        if last - trigger.last >= trigger.first - first:
            last -= 1
        else:
            first += 1
    return span(text, tokens[first].start, tokens[last].end)
