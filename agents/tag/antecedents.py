"""Whom a pronoun stands for: the subject before it, or who speaks; nobody where neither is named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from agents.tag import parties
from agents.tag.clauses import clause_of
from agents.tag.document import Sentence
from agents.tag.nouns import kind_of
from agents.tag.parties import Party, Phrase
from agents.tag.words import OWNERS, SAYING, Tag, words

_SINGULAR = words("he she him her it his its himself herself itself")
_PLURAL = words("they them their themselves")
_OF_PERSONS = words("he she him her his himself herself")
_OWNERS = OWNERS - {"her"}
"""Which is an object, too."""
_BODIES = frozenset({"group", "location", "act", "message", "abstract"})
"""Kinds of nouns for what is no single person: the court, the embassy."""
_NOMINATIVE = words("he she they it")
_OBJECTS = words("him her them")
_SPEAKERS = words("i me we us")
_PLURAL_NOUNS = words("police people men women gunmen troops forces couple pair family crew trio children both")


class _Kind(NamedTuple):
    """What a pronoun may stand for: one or several, a person alone, no person."""

    one: bool
    person: bool
    thing: bool


@dataclass(frozen=True)
class Antecedents:
    """The sentence before, None where there is none, and how its phrases are read."""

    sentence: Sentence | None
    read_phrases: Callable[[Sentence], Sequence[Phrase]]
    """Asked only where a pronoun must be resolved: most need not."""

    def party(self, phrase: Phrase, sentence: Sentence, within: Sequence[Phrase], text: str) -> Party | None:
        """The phrase as the record's party.

        A pronoun that is a subject gives way to the one it stands for in its own sentence; any other keeps its own span and takes
        the antecedent's name, country and sectors, where one is safe.

        `within`: the phrases of its own sentence.
        """
        if not phrase.pronoun:
            return parties.party(phrase, sentence, text)
        token = sentence.tokens[phrase.first]
        named = None
        if token.lower in _SPEAKERS:
            found = _speaker_of(sentence, within)
            named = parties.party(found, sentence, text) if found else None
        elif token.lower in _SINGULAR or token.lower in _PLURAL:
            one = token.lower in _SINGULAR
            a_person = token.lower in _OF_PERSONS
            suffers = (
                token.lower in _OBJECTS or token.lower in _OWNERS or (token.lower == "it" and _is_object(sentence, phrase.first))
            )
            reach = clause_of(sentence, phrase.first)[0] if suffers else phrase.first  # nobody does it to himself
            of_kind = _Kind(one, a_person, token.lower in ("it", "its"))
            named = self._named(sentence, [other for other in within if other.last < reach], of_kind, text)
            if named is None and self.sentence is not None:
                named = self._named(self.sentence, self.read_phrases(self.sentence), of_kind, text)
        start, end = sentence.start_of(phrase.first), sentence.end_of(phrase.first)
        if named is None and token.lower in _OBJECTS:  # somebody suffers it, whoever that is
            return Party(start, end, token.text, token.text)
        if named is None or (named.start >= sentence.start and token.lower in _NOMINATIVE):
            return named
        return Party(start, end, token.text, named.name, named.country, named.sectors)

    def _named(self, sentence: Sentence, phrases: Sequence[Phrase], of_kind: _Kind, text: str) -> Party | None:
        found = _subject_of(sentence, phrases, of_kind)
        return parties.party(found, sentence, text) if found else None


def _speaker_of(sentence: Sentence, phrases: Sequence[Phrase]) -> Phrase | None:
    """Who stands beside a verb of saying: "we will march", said the union."""
    said = {i for i, word in enumerate(sentence.words) if word in SAYING}
    return next(
        (
            phrase
            for phrase in phrases
            if not phrase.pronoun and (phrase.last + 1 in said or not said.isdisjoint(range(phrase.first - 2, phrase.first)))
        ),
        None,
    )


def _is_object(sentence: Sentence, at: int) -> bool:
    """Whether a pronoun stands right behind a verb or a preposition, and is no subject."""
    before = sentence.tokens[at - 1] if at else None
    return before is not None and before.tag in (Tag.WORD, Tag.PREPOSITION) and before.lower not in SAYING


def _subject_of(sentence: Sentence, phrases: Sequence[Phrase], of_kind: _Kind) -> Phrase | None:
    """The first phrase of the right number that no preposition governs; for "he" and "she" none that names a body, for "it" none
    that names a person."""
    for phrase in phrases:
        two = phrase.country is not None and not of_kind.one and _is_first_of_two(phrase, phrases, sentence)
        if (phrase.place and not two) or phrase.pronoun or parties.governed(sentence.tokens, phrase):
            continue
        last = sentence.tokens[phrase.last]
        if of_kind.person and last.tag is not Tag.NAME and kind_of(last.lower) in _BODIES:
            continue
        if of_kind.thing and _is_person(phrase, sentence):
            continue
        if of_kind.one is not (two or _is_plural(phrase, sentence)):
            return phrase
    return None


def _is_first_of_two(phrase: Phrase, phrases: Sequence[Phrase], sentence: Sentence) -> bool:
    """Whether "and" joins another to a phrase: "Peru and Chile said they"."""
    after = phrase.last + 1
    joined = sentence.words[after : after + 1] == ["and"]
    return joined and any(after < other.first <= after + 2 for other in phrases)


def _is_person(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a phrase is called by what a person is: minister, Minister Moss."""
    return any(kind_of(token.lower) == "person" for token in sentence.tokens[phrase.first : phrase.last + 1])


def _is_plural(phrase: Phrase, sentence: Sentence) -> bool:
    last = sentence.tokens[phrase.last]
    if last.tag is Tag.NAME:
        return False
    return last.lower in _PLURAL_NOUNS or (last.lower.endswith("s") and not last.lower.endswith("ss"))
