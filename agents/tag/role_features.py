"""What is known of a noun phrase as the actor or recipient of a trigger, as names of features.

No words of the text but those of closed classes and of the lexicon: where the phrase stands to the trigger, what stands before,
after and between, what it names, and what the rules of `roles` say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate

from agents.tag.chunks import looks_verbal
from agents.tag.clauses import clause_of
from agents.tag.document import Sentence, Token
from agents.tag.parties import Phrase, governed
from agents.tag.roles import Roles
from agents.tag.subjects import SAYING
from agents.tag.triggers import Trigger
from agents.tag.words import Tag, words

POSSESSED = "possessive"
"""What follows one to whom something belongs."""
_BEFORE_HEAD = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER, Tag.ADVERB})
_VERBS = frozenset({Tag.AUXILIARY, Tag.MODAL})
_DOERS = tuple("er ers or ors ist ists ian ians ant ants ee ees man men woman women".split())  # noqa: SIM905
"""Ends of nouns for those who do something, most often."""
_NO_DOERS = words(
    "water weather power order number paper border matter summer winter letter center river corner tower corridor error "
    "terror horror color favor labor offer answer chapter cover danger dinner disaster door floor factor fever hunger "
    "interior laughter layer manner mirror motor murder counter poster powder quarter register rumor sector shelter "
    "shoulder silver theater tractor transfer trigger wonder fiber anger newspaper september october november december "
    "other career computer container helicopter want plant restaurant warrant grant fee committee guarantee degree coffee "
    "list"
)
_LISTING = frozenset({"and", "or", ","})
_DISTANCES = ("0", "1", "2", "3", "3", "5", "5", "5", "5", "9", "9", "9", "9", "9", "9", "15")
"""Words between phrase and trigger -> the least of their class."""


def voice_of(trigger: Trigger) -> str:
    """How the trigger takes its parties."""
    reading = trigger.reading
    if reading is None:
        return "noun"
    if reading.passive:
        return "passive" if reading.finite else "reduced"
    if reading.gerund:
        return "gerund"
    return "infinitive" if reading.infinitive else "active"


class SentenceView:
    """What the features of all triggers of a sentence share: how many verbs and clauses up to each token, and each phrase's own."""

    def __init__(self, sentence: Sentence, phrases: Sequence[Phrase], taken: frozenset[int], kinds: Mapping[int, str]) -> None:
        """`phrases`: the candidates; `taken`: tokens of triggers; `kinds`: token -> kind of the named actor it belongs to."""
        tokens = sentence.tokens
        self.sentence, self.phrases = sentence, phrases
        self.verbs = [0, *accumulate(token.tag in _VERBS or looks_verbal(tokens, i) for i, token in enumerate(tokens))]
        self.clauses = [0, *accumulate(sentence.clause_starts)]
        self.relatives = [
            0,
            *accumulate(start and token.tag is Tag.RELATIVE for start, token in zip(sentence.clause_starts, tokens, strict=True)),
        ]
        self.kinds = [_kind(phrase, tokens, kinds) for phrase in phrases]
        self.prepositions = [_before(phrase, tokens, taken) for phrase in phrases]
        self.following = [_after(phrase, tokens, taken) for phrase in phrases]
        self.governed = [governed(tokens, phrase) for phrase in phrases]
        self.determiners = [_determiner(phrase, tokens) for phrase in phrases]


def _kind(phrase: Phrase, tokens: Sequence[Token], kinds: Mapping[int, str]) -> str:
    if phrase.pronoun:
        return "pronoun"
    if phrase.last in kinds:
        return kinds[phrase.last]
    named = tokens[phrase.last].tag is Tag.NAME
    if phrase.place:
        return "country" if phrase.country else "place"
    if phrase.sectors:
        return "name+role" if named else "role"
    if phrase.country:
        return "national"
    if named:
        return "name"
    head = tokens[phrase.last].lower
    return "doer" if head.endswith(_DOERS) and head.rstrip("s") not in _NO_DOERS else "thing"


def _before(phrase: Phrase, tokens: Sequence[Token], taken: frozenset[int]) -> str:
    i = phrase.first - 1
    while i >= 0 and tokens[i].tag in _BEFORE_HEAD:
        i -= 1
    if i < 0:
        return "^"
    token = tokens[i]
    if token.tag is Tag.PREPOSITION or token.tag is Tag.TO or token.lower in _LISTING:
        return token.lower
    return "trigger" if i in taken else token.tag.value


def _after(phrase: Phrase, tokens: Sequence[Token], taken: frozenset[int]) -> str:
    if phrase.last + 1 == len(tokens):
        return "$"
    token = tokens[phrase.last + 1]
    if token.tag is Tag.POSSESSIVE or (token.lower in ("'", "’") and tokens[phrase.last].end == token.start):
        return POSSESSED
    if phrase.last + 1 in taken:
        return "trigger"
    if token.lower in SAYING:
        return "saying"
    if token.tag is Tag.PREPOSITION or token.lower in _LISTING:
        return token.lower
    return token.tag.value


def _determiner(phrase: Phrase, tokens: Sequence[Token]) -> str:
    if not phrase.first:
        return "none"
    token = tokens[phrase.first - 1]
    if token.tag is Tag.POSSESSIVE:
        return "possessive"
    return token.lower if token.lower in ("a", "an", "the") else "none"


def of_nobody(trigger: Trigger, said: Roles) -> list[str]:
    """Features of the choice that the sentence names nobody."""
    voice, kind = voice_of(trigger), trigger.type.value
    actor, recipient = said.actor is not None, said.recipient is not None
    return [
        "nobody", f"nobody|{voice}", f"nobody|{kind}", f"nobody|{voice}|{kind}", f"nobody|actor={actor}|{voice}",
        f"nobody|recipient={recipient}|{voice}",
    ]  # fmt: skip


def of_phrases(trigger: Trigger, view: SentenceView, said: Roles) -> list[list[str]]:
    """Features of each candidate of the view; `said`: what the rules choose."""
    sentence, phrases = view.sentence, view.phrases
    voice, event_type = voice_of(trigger), trigger.type.value
    start = trigger.reading.start if trigger.reading else trigger.first
    end = trigger.last + 1
    first, last = clause_of(sentence, trigger.head)
    ranks = _ranks(phrases, start, end)
    free: Counter[tuple[str, int]] = Counter()
    lists: list[list[str]] = []
    for n, phrase in enumerate(phrases):
        side = "before" if phrase.last < start else "after" if phrase.first >= end else "in"
        low, high = (phrase.last + 1, start) if side == "before" else (end, phrase.first) if side == "after" else (start, start)
        gap = high - low
        breaks = min(2, view.clauses[high] - view.clauses[low])
        verbs = min(2, view.verbs[high] - view.verbs[low])
        relative = "r" if side == "before" and view.relatives[high] > view.relatives[low] else ""
        if view.governed[n]:
            place = "governed"
        else:
            place = f"free{min(2, free[side, breaks])}"
            free[side, breaks] += 1
        use = f"{side}|{voice}"
        kind, before, after = view.kinds[n], view.prepositions[n], view.following[n]
        if after == "trigger" and phrase.last + 1 != start:
            after = "other trigger"
        position = f"{use}|{breaks}{relative}"
        same = first <= phrase.first <= last
        found = [
            f"kind={kind}", f"kind={kind}|{use}", f"kind={kind}|{event_type}|{side}", f"at={position}", f"at={position}|{place}",
            f"distance={_DISTANCES[min(15, gap)]}|{use}", f"before={before}|{use}", f"before={before}|{side}|{event_type}",
            f"before={before}|{gap <= 3}|{voice}", f"after={after}|{use}",
            f"rank={ranks[n]}|{use}", f"rank={ranks[n]}|{position}|{place}",
            f"verbs={verbs}|{use}", f"verbs={verbs}|{position}|{place}", f"verbs={verbs}|{use}|before={before}",
            f"the={view.determiners[n]}|{side}", f"{use}|{event_type}", f"same={same}|{use}",
        ]  # fmt: skip
        found.extend(f"sector={sector.value}|{event_type}|{side}" for sector in phrase.sectors)
        if phrase.pronoun:
            found.append(f"pronoun={sentence.words[phrase.first]}|{side}")
        for name, choice in (("actor", said.actor), ("recipient", said.recipient)):
            if choice is not None:
                chosen = phrase.first <= choice.last and choice.first <= phrase.last
                found += [f"{name}={chosen}", f"{name}={chosen}|{use}", f"{name}={chosen}|{kind}"]
        lists.append(found)
    return lists


def _ranks(phrases: Sequence[Phrase], start: int, end: int) -> list[int]:
    """How many candidates stand nearer to the trigger on the same side, at most 4."""
    before = sum(phrase.last < start for phrase in phrases)
    ranks = []
    left = right = 0
    for phrase in phrases:
        if phrase.last < start:
            left += 1
            ranks.append(min(4, before - left))
        elif phrase.first >= end:
            ranks.append(min(4, right))
            right += 1
        else:
            ranks.append(0)
    return ranks
