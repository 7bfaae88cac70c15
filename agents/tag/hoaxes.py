"""What a text tells only to say that it is false: rumours, claims and hoaxes that are checked."""

from __future__ import annotations

from agents.tag.document import Document, Sentence
from agents.tag.words import words

_FALSE = words("false untrue fake fabricated nonsense")
_CLAIMS = words("claim claims claimed claiming rumour rumours rumor rumors post posts hoax hoaxes caption captioned")
_POINTING = words("that this it both neither")
_IS = words("is are was were")
_VERDICT = 6
"""Words of a sentence that only says so: "That is false, too"."""


def is_called_false(sentence: Sentence, document: Document) -> bool:
    """Whether a sentence tells a claim and says that it is false, or the next one does: "A post claims that ... That is false"."""
    lower = sentence.words
    if _CLAIMS.isdisjoint(lower):
        return False
    if any(word in _FALSE and not _IS.isdisjoint(lower[max(0, i - 2) : i]) for i, word in enumerate(lower)):
        return True  # "the claim that rebels took the town is also false", not "who made false claims"
    following = document.sentences[sentence.index + 1].words if sentence.index + 1 < len(document.sentences) else []
    return following[:1] != [] and following[0] in _POINTING and not _FALSE.isdisjoint(following[1:_VERDICT])
