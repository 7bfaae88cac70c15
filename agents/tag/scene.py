"""A sentence with all that it names: countries and places, those who can act, every other noun phrase, what pronouns mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from agents.tag import parties
from agents.tag.antecedents import Antecedents
from agents.tag.candidates import candidates
from agents.tag.circumstances import Facts, within
from agents.tag.document import Document, Sentence
from agents.tag.facts.countries import alpha3_of
from agents.tag.facts.names import ActorHit
from agents.tag.facts.places import PlaceKind
from agents.tag.parties import Phrase
from agents.tag.role_features import SentenceView
from agents.tag.role_words import is_role
from agents.tag.rules import Part
from agents.tag.triggers import Trigger
from agents.tag.words import words

_DEMONYM = PlaceKind.DEMONYM
_WHICH = words("similar same second third first other separate recent latest fresh new previous earlier huge large massive deadly")


class Scene:
    """What the events of one sentence share."""

    def __init__(
        self,
        phrases: Sequence[Phrase],
        taken: frozenset[int],
        named: Sequence[ActorHit],
        antecedents: Antecedents,
        sentence: Sentence,
        text: str,
        nouns: frozenset[int] = frozenset(),
    ) -> None:
        """`phrases`: the actor-like ones; `taken`: tokens of triggers; `named`: the actors named in it; `text`: the article's.
        `nouns`: the first tokens of triggers that are nouns.
        """
        self.sentence, self.phrases, self.taken, self.named = sentence, phrases, taken, named
        self.antecedents, self.text = antecedents, text
        self.lists = "and" in sentence.words
        """Whether anybody may be joined to somebody."""
        self.candidates = [
            phrase
            for phrase in candidates(sentence, phrases, taken)
            if not (phrase.last + 1 in nouns and _says_which(phrase, sentence))
        ]
        self.view = SentenceView(sentence, self.candidates, taken, _kinds(sentence, named))


def scene_of(document: Document, sentence: Sentence, triggers: Sequence[Trigger], facts: Facts) -> Scene:
    """`triggers`: all that the sentence has."""
    alone = [trigger.first for trigger in triggers if trigger.first == trigger.last]
    taken = frozenset(alone).union(*[_taken(trigger) for trigger in triggers if trigger.first < trigger.last])
    countries, places = _geography(sentence, facts)
    if countries:  # "| Israeli | strikes": whose they are
        openings = {trigger.first for trigger in triggers if trigger.first < trigger.last and trigger.reading is None}
        taken -= openings & countries.keys()
    phrases = parties.find_phrases(sentence, countries, places, taken)
    named = within(facts.actors, sentence.start, sentence.end)
    nouns = frozenset([trigger.first for trigger in triggers if trigger.reading is None and trigger.pattern.part is Part.NOUN])
    return Scene(phrases, taken, named, _antecedents(document, sentence, facts), sentence, document.text, nouns)


def _says_which(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a phrase that stands before a noun only says which: "a similar attack", not "police violence"."""
    return phrase.first == phrase.last and sentence.tokens[phrase.last].lower in _WHICH


def _taken(trigger: Trigger) -> Iterator[int]:
    """The tokens of a trigger of several that name nobody: "clashed with" of "clashed with police"."""
    gap = trigger.gap
    for i in range(trigger.first, trigger.last + 1):
        if i in gap:
            continue  # "took | the clerk | into custody"
        if i == trigger.first or gap or not is_role(trigger.sentence.words[i]):
            yield i


def _geography(sentence: Sentence, facts: Facts) -> tuple[Mapping[int, str], frozenset[int]]:
    """Tokens that name a country (its alpha-3 code), and tokens that name another place."""
    countries: dict[int, str] = {}
    places: set[int] = set()
    for hit in within(facts.places, sentence.start, sentence.end):
        first, last = sentence.token_at(hit.start), sentence.token_at(hit.end - 1)
        code3 = alpha3_of(hit.country)
        for i in range(first, last + 1):
            if code3 and not hit.held and (hit.kind is _DEMONYM or hit.feature.startswith("PCL")):
                countries[i] = code3
            else:
                places.add(i)
    return countries, frozenset(places)


def _antecedents(document: Document, sentence: Sentence, facts: Facts) -> Antecedents:
    """What a pronoun of a sentence may stand for: the subject of the sentence before."""

    def phrases_of(before: Sentence) -> list[Phrase]:
        return parties.find_phrases(before, *_geography(before, facts), frozenset())

    return Antecedents(document.sentences[sentence.index - 1] if sentence.index else None, phrases_of)


def _kinds(sentence: Sentence, named: Sequence[ActorHit]) -> dict[int, str]:
    """Token -> kind of the named actor that it belongs to."""
    kinds: dict[int, str] = {}
    for hit in named:
        for i in range(sentence.token_at(hit.start), sentence.token_at(hit.end - 1) + 1):
            kinds[i] = hit.kind
    return kinds
