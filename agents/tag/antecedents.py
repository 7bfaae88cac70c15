"""Whom a pronoun stands for, where that is safe; where it isn't, nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agents.tag import parties
from agents.tag.document import Sentence
from agents.tag.parties import Phrase
from agents.tag.words import Tag, words
from schemas.event import Party

PRONOUNS = words("he she they him them")
_SINGULAR = words("he she him")
_PLURAL_NOUNS = words("police people men women gunmen troops forces")


@dataclass(frozen=True)
class Antecedents:
    """The phrases of the sentence before; `sentence` is None where there is none."""

    text: str
    sentence: Sentence | None
    phrases: Sequence[Phrase]

    def party(self, phrase: Phrase, sentence: Sentence, within: Sequence[Phrase], text: str) -> Party | None:
        """The phrase as the record's party; a pronoun keeps its own span and takes the antecedent's name, country and sectors.

        `within`: the phrases of its own sentence.
        """
        if not phrase.pronoun:
            return parties.party(phrase, sentence, text)
        token = sentence.tokens[phrase.first]
        one = token.lower in _SINGULAR
        for earlier, phrases in (
            (sentence, [other for other in within if other.last < phrase.first]),
            (self.sentence, self.phrases),
        ):
            found = _subject_of(earlier, phrases, one)
            if earlier is not None and found is not None:
                named = parties.party(found, earlier, text)
                return Party(
                    start=token.start, end=token.end, text=token.text, name=named.name, country=named.country, sectors=named.sectors
                )
        return None


def _subject_of(sentence: Sentence | None, phrases: Sequence[Phrase], one: bool) -> Phrase | None:
    """The first phrase of the right number that no preposition governs."""
    if sentence is None:
        return None
    tokens = sentence.tokens
    for phrase in phrases:
        before = tokens[phrase.first - 1].tag if phrase.first else None
        if (
            not phrase.place
            and not phrase.pronoun
            and before not in (Tag.PREPOSITION, Tag.TO)
            and one is not _is_plural(phrase, sentence)
        ):
            return phrase
    return None


def _is_plural(phrase: Phrase, sentence: Sentence) -> bool:
    last = sentence.tokens[phrase.last]
    if last.tag is Tag.NAME:
        return False
    return last.lower in _PLURAL_NOUNS or (last.lower.endswith("s") and not last.lower.endswith("ss"))
