"""What is known of a noun phrase as the actor or recipient of a trigger, as aspects, each of which makes a few named features.

No words of the text but those of closed classes and of the lexicon: where the phrase stands to the trigger, what stands before
and after, what it names, and what the rules of `roles` say. Aspects are few and come back from sentence to sentence, so that what
one is worth need be summed up once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from agents.tag.chunks import looks_verbal
from agents.tag.clauses import clause_of
from agents.tag.document import Sentence, Token
from agents.tag.nouns import kind_of
from agents.tag.parties import Phrase, governed
from agents.tag.roles import Roles
from agents.tag.rules import Part
from agents.tag.triggers import Trigger
from agents.tag.words import BEFORE_HEAD, RELATIVES, SAYING, Tag, words

POSSESSED = "possessive"
"""What follows one to whom something belongs."""
_LINKS = frozenset({Tag.PREPOSITION, Tag.TO, Tag.SUBORDINATOR})
_ITSELF = _LINKS | {Tag.RELATIVE, Tag.CONJUNCTION, Tag.PUNCTUATION}
_HELPERS = frozenset({Tag.AUXILIARY, Tag.MODAL})
_IN_GROUP = frozenset({Tag.ADVERB, Tag.NOT})
"""What goes on with a verb group behind a helper."""
_WORD, _NAME, _RELATIVE, _POSSESSIVE, _PREPOSITION = Tag.WORD, Tag.NAME, Tag.RELATIVE, Tag.POSSESSIVE, Tag.PREPOSITION
_ARTICLES = frozenset({"a", "an", "the"})
_FAR, _LONGEST_PATH = 6, 4
"""Words between phrase and trigger that are too many to be told, and the most names that are."""
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
Known = tuple[Phrase, str, str, str, str, bool]
"""A candidate with what holds of it for any trigger: its kind, what stands before and after it, its determiner, and whether a
preposition governs it."""
Aspect = tuple[Any, ...]
"""Its name, and its values; `features_of` says what they are."""
_DISTANCES = ("0", "1", "2", "3", "3", "5", "5", "5", "5", "9", "9", "9", "9", "9", "9", "15")
"""Words between phrase and trigger -> the least of their class."""
_BREAKS = (("0", "1", "2"), ("0r", "1r", "2r"))
"""Clauses that begin between phrase and trigger, without a relative one among them and with one."""


def voice_of(trigger: Trigger) -> str:
    """How the trigger takes its parties."""
    reading = trigger.reading
    if reading is None:
        return "fixed" if trigger.pattern.part is Part.FIXED else "noun"
    if reading.passive:
        return "passive" if reading.finite else "reduced"
    if reading.gerund:
        return "gerund"
    return "infinitive" if reading.infinitive else "active"


class SentenceView:
    """What the features of all triggers of a sentence share: how many clauses up to each token, and what is each phrase's own."""

    def __init__(self, sentence: Sentence, phrases: Sequence[Phrase], taken: frozenset[int], kinds: Mapping[int, str]) -> None:
        """`phrases`: the candidates; `taken`: tokens of triggers; `kinds`: token -> kind of the named actor it belongs to."""
        tokens, starts = sentence.tokens, sentence.clause_starts
        self.sentence, self.phrases = sentence, phrases
        self.clauses = [0, *accumulate(starts)]
        self.relatives = [0] * len(self.clauses)
        if not RELATIVES.isdisjoint(sentence.words):
            self.relatives = [
                0,
                *accumulate([start and token.tag is _RELATIVE for start, token in zip(starts, tokens, strict=True)]),
            ]
        self.names = [
            token.lower if token.tag in _ITSELF else "trigger" if i in taken else token.tag for i, token in enumerate(tokens)
        ]
        """A word of the closed classes itself, of another its tag."""
        self.verbs = [0, *accumulate(_verbs(tokens, taken))]
        self.known: list[Known] = [
            (
                phrase,
                _kind(phrase, tokens, kinds),
                _before(phrase, tokens, taken),
                _after(phrase, tokens, taken),
                _determiner(phrase, tokens),
                governed(tokens, phrase),
            )
            for phrase in phrases
        ]


def _verbs(tokens: Sequence[Token], taken: frozenset[int]) -> list[bool]:
    """For each token, whether a verb group begins there, by its look."""
    found: list[bool] = []
    inside = False
    for i, token in enumerate(tokens):
        tag = token.tag
        if tag is _WORD:
            found.append(not inside and i not in taken and looks_verbal(tokens, i))
            inside = False
        elif tag in _HELPERS:
            found.append(not inside)
            inside = True
        else:
            found.append(False)
            inside = inside and tag in _IN_GROUP
    return found


def _path(names: Sequence[str]) -> str:
    """What stands between a phrase and a trigger near it, in short: "who have", "to"."""
    if len(names) > 1:
        names = [name for i, name in enumerate(names) if not i or names[i - 1] != name]
    return " ".join(names) if len(names) <= _LONGEST_PATH else "many"


def _kind(phrase: Phrase, tokens: Sequence[Token], kinds: Mapping[int, str]) -> str:
    if phrase.pronoun:
        return "pronoun"
    if phrase.last in kinds:
        return kinds[phrase.last]
    named = tokens[phrase.last].tag is _NAME
    if phrase.place:
        return "country" if phrase.country else "place"
    if phrase.sectors:
        return "name+role" if named else "role"
    if phrase.country:
        return "national"
    if named:
        return "name"
    head = tokens[phrase.last].lower
    known = kind_of(head)
    if known is not None:
        return known
    return "doer" if head.endswith(_DOERS) and head.rstrip("s") not in _NO_DOERS else "thing"


def _before(phrase: Phrase, tokens: Sequence[Token], taken: frozenset[int]) -> str:
    i = phrase.first - 1
    while i >= 0 and tokens[i].tag in BEFORE_HEAD:
        i -= 1
    if i < 0:
        return "^"
    token = tokens[i]
    if token.tag in _LINKS or token.lower in _LISTING:
        return token.lower
    return "trigger" if i in taken else token.tag


def _after(phrase: Phrase, tokens: Sequence[Token], taken: frozenset[int]) -> str:
    if phrase.last + 1 == len(tokens):
        return "$"
    token = tokens[phrase.last + 1]
    if token.tag is _POSSESSIVE or token.attached:
        return POSSESSED
    if phrase.last + 1 in taken:
        return "trigger"
    if token.lower in SAYING:
        return "saying"
    if token.tag is _PREPOSITION or token.lower in _LISTING:
        return token.lower
    return token.tag


def _determiner(phrase: Phrase, tokens: Sequence[Token]) -> str:
    if not phrase.first:
        return "none"
    token = tokens[phrase.first - 1]
    if token.tag is _POSSESSIVE:
        return "possessive"
    return token.lower if token.lower in _ARTICLES else "none"


def of_nobody(trigger: Trigger, said: Roles) -> list[Aspect]:
    """Aspects of the choice that the sentence names nobody."""
    return [("nobody", voice_of(trigger), trigger.type, said.actor is not None, said.recipient is not None)]


def of_phrases(trigger: Trigger, view: SentenceView, said: Roles, asked: Sequence[object]) -> Iterator[list[Aspect]]:
    """Aspects of the candidates of the view that are asked for, in turn; `said`: what the rules choose."""
    sentence = view.sentence
    clauses, relatives, starting, names = view.clauses, view.relatives, view.verbs, view.names
    voice, event_type = voice_of(trigger), trigger.type
    start = trigger.reading.start if trigger.reading else trigger.first
    end = trigger.last + 1
    first, last = clause_of(sentence, trigger.head)
    actor, recipient = said.actor, said.recipient
    left = sum([phrase.last < start for phrase in view.phrases])
    right = 0
    free: dict[tuple[str, int], int] = {}
    for (phrase, kind, before, after, determiner, governed_), is_asked in zip(view.known, asked, strict=True):
        opens, closes = phrase.first, phrase.last
        side, low, high, rank = "in", start, start, 0
        if closes < start:
            left -= 1
            side, low, rank = "before", closes + 1, left
        elif opens >= end:
            side, low, high, rank = "after", end, opens, right
            right += 1
        breaks = clauses[high] - clauses[low]
        breaks = 2 if breaks > 2 else breaks
        order = -1
        if not governed_:
            order = free.get((side, breaks), 0)
            free[side, breaks] = order + 1
            order = 2 if order > 2 else order
        if not is_asked:
            continue
        relative = side == "before" and relatives[high] > relatives[low]
        if after == "trigger" and closes + 1 != start:
            after = "other trigger"
        verbs = starting[high] - starting[low]
        gap = high - low
        acts = None if actor is None else opens <= actor.last and actor.first <= closes
        suffers = None if recipient is None else opens <= recipient.last and recipient.first <= closes
        path = "far" if gap > _FAR else _path(names[low:high]) if gap else ""
        found: list[Aspect] = [
            ("kind", kind, side, voice, event_type),
            ("position", side, voice, _BREAKS[relative][breaks], order, 4 if rank > 4 else rank, 3 if verbs > 3 else verbs),
            ("before", before, side, voice, event_type, gap <= 3),
            ("between", after, path, side, voice),
            ("distance", _DISTANCES[15 if gap > 15 else gap], side, voice, determiner, first <= opens <= last),
            ("rules", acts, suffers, side, voice, kind),
        ]
        if phrase.sectors:
            found.append(("sectors", phrase.sectors, event_type, side))
        if phrase.pronoun:
            found.append(("pronoun", sentence.words[opens], side))
        yield found


def features_of(aspect: Aspect) -> list[str]:
    """The features of one aspect: its values, alone and together."""
    match aspect:
        case "kind", kind, side, voice, event_type:
            use = f"{side}|{voice}"
            return [f"kind={kind}", f"kind={kind}|{use}", f"kind={kind}|{event_type}|{side}", f"{use}|{event_type}"]
        case "position", side, voice, breaks, order, rank, verbs:
            use = f"{side}|{voice}"
            at = f"{use}|{breaks}"
            names = [f"at={at}", f"at={at}|{order}", f"rank={rank}|{use}", f"rank={rank}|{at}|{order}"]
            return [*names, f"verbs={verbs}|{use}", f"verbs={verbs}|{at}|{order}", f"verbs={verbs}|{side}|{rank}|{voice}"]
        case "before", before, side, voice, event_type, near:
            return [f"before={before}|{side}|{voice}", f"before={before}|{side}|{event_type}", f"before={before}|{near}|{voice}"]
        case "between", after, path, side, voice:
            return [f"after={after}|{side}|{voice}", f"path={path}|{side}", f"path={path}|{side}|{voice}"]
        case "distance", distance, side, voice, determiner, same:
            return [f"distance={distance}|{side}|{voice}", f"the={determiner}|{side}", f"same={same}|{side}|{voice}"]
        case "rules", actor, recipient, side, voice, kind:
            names = []
            for role, chosen in (("actor", actor), ("recipient", recipient)):
                if chosen is not None:
                    names += [f"{role}={chosen}", f"{role}={chosen}|{side}|{voice}", f"{role}={chosen}|{kind}"]
            return names
        case "sectors", sectors, event_type, side:
            return [f"sector={sector.value}|{event_type}|{side}" for sector in sectors]
        case "pronoun", word, side:
            return [f"pronoun={word}|{side}"]
        case "nobody", voice, event_type, actor, recipient:
            alone = ["nobody", f"nobody|{voice}", f"nobody|{event_type}", f"nobody|{voice}|{event_type}"]
            return [*alone, f"nobody|actor={actor}|{voice}", f"nobody|recipient={recipient}|{voice}"]
    raise ValueError(f"no such aspect: {aspect!r}")
