"""Which words of a sentence may tell of an event, and which look so and don't."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from agents.tag.conditions import condition, lacks, subject_before
from agents.tag.document import Sentence, Token
from agents.tag.inflect import Form
from agents.tag.lexicon import Lexicon, arms, load, role_names
from agents.tag.matches import Span, candidates_at, figures_of
from agents.tag.nouns import kind_of
from agents.tag.parties import CALENDAR
from agents.tag.pattern import GAP, Pattern
from agents.tag.reading import PARTICIPLES, Reading, is_noun, is_verb, read_verb
from agents.tag.rules import Part, Strength
from agents.tag.word_sets import WordSet
from agents.tag.words import MODIFIERS, NOUNS, Tag, words
from schemas.plover import EventType

_NOUNS_TOO = words("fire")
"""What is a noun more often than a base form: "caught fire at"."""
_PASTS_TOO = words("put hit set cut shut hurt shed split spread beset burst beat upset")
"""Base forms that are pasts and participles as well."""
_SEVERAL = frozenset({"group", "person"})
"""Kinds of nouns that a plural verb follows: "police fire on", "gunmen attack"."""
_BASE, _ING, _THIRD = Form.BASE, Form.ING, Form.THIRD

_TRANSITIVE = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.RETREAT, EventType.AID, EventType.MOBILIZE}
)
_INTRANSITIVE = words(
    "die perish clash fight explode retreat resign withdraw surrender flee battle skirmish riot retire quit engage advance "
    "retaliate capitulate abdicate leave disengage scuffle brawl patrol blast mobilise mobilize invest aid ram train cool "
    "collapse sour"
)
_FIXED, _NOUN, _CORE = Part.FIXED, Part.NOUN, Strength.CORE
_NAME = Tag.NAME
_SURE = 2
"""Words behind a verb in its expression from which on no figure of speech is likelier than it."""
INDEFINITE = words("a an any no another some each every")


class Trigger:
    """A lexicon's word in a sentence; `first` and `last` are its tokens, `reading` is None for nouns and fixed expressions.

    `attributive`: a participle before the one who suffered it, "the jailed editor", told as known. `head`: the token that carries
    it, a verb's first, a noun's last.
    """

    __slots__ = ("attributive", "first", "group", "head", "last", "pattern", "reading", "sentence", "type", "verb")

    def __init__(
        self, pattern: Pattern, sentence: Sentence, first: int, last: int, reading: Reading | None, attributive: bool = False
    ) -> None:
        self.pattern = pattern
        self.sentence = sentence
        self.first = first
        self.last = last
        self.reading = reading
        self.attributive = attributive
        self.group = pattern.group
        self.type = pattern.group.type
        self.verb = reading is not None
        self.head = last if reading is None else first

    @property
    def text(self) -> str:
        """Its words, in lower case."""
        return " ".join(self.sentence.words[self.first : self.last + 1])

    @property
    def names_an_actor(self) -> bool:
        """A noun for those who do it: protesters, attackers."""
        return self.reading is None and self.pattern.part is Part.NOUN and self.pattern.words in role_names()

    @property
    def presupposed(self) -> bool:
        """Told as known, so that no demand, doubt or question around it makes it unreal: "the attack", "people killed in May"."""
        if self.attributive:
            return True
        reading = self.reading
        if reading is not None:
            relative = self.sentence.tokens[reading.start - 1].lower in ("who", "which") if reading.start else False
            return (reading.passive and not reading.finite) or (relative and reading.finite and reading.modal is None)
        lower, tokens = self.sentence.words, self.sentence.tokens
        if self.first and tokens[self.first - 1].tag is Tag.NAME:
            return True  # the Orlando massacre
        for i in range(self.first - 1, max(-1, self.first - 6), -1):
            if tokens[i].tag in _NO_VERB_AFTER:
                return lower[i] not in INDEFINITE
            if tokens[i].tag not in MODIFIERS:
                return False
        return False

    @property
    def gap(self) -> range:
        """The tokens that stand for the gap of its pattern: the nuns in "take the nuns hostage"."""
        pattern = self.pattern.words
        if GAP not in pattern:
            return range(0)
        at = pattern.index(GAP)
        return range(self.first + at, self.last - (len(pattern) - at - 1) + 1)


class Missed(NamedTuple):
    """A sentence with words that look like a trigger's, and the triggers that it has; what it misses is told where it is asked."""

    sentence: Sentence
    triggers: list[Trigger]


_TRUST = {Strength.CORE: 0, Strength.STRONG: 1, Strength.OPERATOR: 1, Strength.EFFECT: 2, Strength.WEAK: 3}


def find_triggers(sentence: Sentence, lexicon: Lexicon) -> tuple[list[Trigger], list[Missed]]:
    """Triggers from left to right, none overlapping, each with its best group; and the sentence with them, if it has more words
    that only look like one."""
    lower, patterns = sentence.words, lexicon.patterns
    found: list[Trigger] = []
    if patterns.keys().isdisjoint(lower):
        return found, []
    present = {*lower, GAP}
    served = lexicon.demands.served(present, subject_before(sentence))
    short = served.short
    figures: list[Span] | None = None
    free = 0
    following = [*lower[1:], ""]
    for i, openings in enumerate(map(patterns.get, lower)):
        if openings is None or i < free:
            continue
        if not (openings.gaps or following[i] in openings.following or openings.bits & short):
            continue  # as most words that open an expression: "the", "to"
        candidates = candidates_at(lower, i, openings, present, served)
        if not candidates:
            continue
        if figures is None:
            figures = figures_of(lower, present, lexicon)
        best = _best(sentence, i, candidates, openings.verbal, figures)
        if best is not None:
            found.append(best)
            free = best.last + 1
    return found, [Missed(sentence, found)]


def _best(sentence: Sentence, i: int, candidates: list[tuple[Pattern, int]], verbal: bool, figures: list[Span]) -> Trigger | None:
    """The trigger of the longest, nearest and surest pattern, the first of those that are alike."""
    best: Trigger | None = None
    rank = (1, 0, 0)
    lower = sentence.words
    in_question = bool(figures) or sentence.tokens[i].tag is _NAME  # without which no word has another sense
    if len(candidates) > 1:
        candidates.sort(key=_shortness)
    for pattern, last in candidates:
        if i - last > rank[0]:
            break
        if lacks(pattern, lower, i, last) or (in_question and other_sense(sentence, pattern, i, last, figures)):
            continue
        trigger = read(pattern, sentence, i, last, verbal)
        if trigger is None:
            continue
        reason, away = condition(trigger)
        if reason is None:
            own = (i - last, away, _TRUST[pattern.group.strength])
            if own < rank:
                best, rank = trigger, own
    return best


def _shortness(found: tuple[Pattern, int]) -> int:
    return -found[1]


def other_sense(sentence: Sentence, pattern: Pattern, i: int, last: int, figures: list[Span]) -> str:
    """Why the words `i` to `last` are no trigger by a pattern, however they are used; empty where they may be one."""
    reason = _other_sense(sentence.tokens, i, last, figures)
    if not reason or (i and sentence.words[i - 1] in arms()):
        return ""  # "shells hit the market"
    if pattern.part is Part.VERB and last - i >= _SURE and all(first > i for first, _ in figures):
        return ""  # "made a threat to the mayor", where "threat to the" alone is a danger
    return reason


def _other_sense(tokens: Sequence[Token], i: int, last: int, figures: list[Span]) -> str:
    if figures and any((first <= i <= end or first <= last <= end) and not (i <= first and end <= last) for first, end in figures):
        return "a figure of speech, or another sense of the word"
    return "part of a name" if _in_name(tokens, i, last) else ""


def _in_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a capitalised word belongs to a name of several lower: Human Rights Watch."""
    if tokens[first].tag is not _NAME:
        return False
    return (first > 0 and tokens[first - 1].tag is _NAME) or (last + 1 < len(tokens) and tokens[last + 1].tag is _NAME)


def _is_participle(tokens: Sequence[Token], i: int) -> bool:
    """Whether an -ing word stands before the name of who does it: "the ruling National Party"; not "the shooting Monday"."""
    if not tokens[i].lower.endswith("ing") or i + 1 >= len(tokens):
        return False
    return tokens[i].tag is Tag.WORD and tokens[i + 1].tag is Tag.NAME and tokens[i + 1].lower not in CALENDAR


_NO_VERB_AFTER = frozenset({Tag.DETERMINER, Tag.POSSESSIVE})
_ATTRIBUTIVE_AFTER = _NO_VERB_AFTER | {Tag.PREPOSITION}
_NOUN_BEFORE = _ATTRIBUTIVE_AFTER | {Tag.NUMBER}


def is_attributive(tokens: Sequence[Token], i: int, form: Form, classes: Mapping[str, WordSet]) -> bool:
    """Whether the participle `i` stands before a noun for people: "the slain officer", "of jailed reporters", "64 wounded men"."""
    if form not in PARTICIPLES or not 0 < i < len(tokens) - 1 or tokens[i - 1].tag not in _NOUN_BEFORE:
        return False
    people = classes["person"].single, classes["captive"].single
    for noun in tokens[i + 1 : i + 3]:
        if noun.tag is not Tag.NAME:
            return noun.tag is Tag.WORD and any(noun.lower in names for names in people)
    return False


def _noun_before(form: Form) -> frozenset[str]:
    """Tags after which an expression that could be a verb's is a noun's: "during talks with"."""
    return _NOUN_BEFORE if form in (_BASE, _THIRD) else _NO_VERB_AFTER


def _follows_one(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun of one thing stands right before a token, of which a verb's base form is no predicate."""
    before = tokens[at - 1] if at else None
    return before is not None and before.tag in NOUNS and not before.lower.endswith("s") and kind_of(before.lower) not in _SEVERAL


def _is_done_by(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether "by" stands behind an expression that begins right behind a noun."""
    return first > 0 and tokens[first - 1].tag in NOUNS and last + 1 < len(tokens) and tokens[last + 1].lower == "by"


def read(pattern: Pattern, sentence: Sentence, first: int, last: int, verbal: bool) -> Trigger | None:
    """The trigger, or None where the word is not used as the pattern's part of speech."""
    tokens, part = sentence.tokens, pattern.part
    if part is _FIXED:
        return Trigger(pattern, sentence, first, last, None)
    if part is _NOUN:
        if not is_noun(tokens, first, last, pattern.form, verbal) or _is_participle(tokens, last):
            return None
        return Trigger(pattern, sentence, first, last, None)
    participle = first == last and pattern.form in PARTICIPLES
    if participle and pattern.group.strength is _CORE and is_attributive(tokens, first, pattern.form, load().classes):
        return Trigger(pattern, sentence, first, last, None, attributive=True)
    if not is_verb(tokens, first, pattern.form) and not (
        last > first and pattern.form is not _ING and tokens[first - 1].tag not in _noun_before(pattern.form)
    ):
        return None
    if last > first and tokens[first].lower in _NOUNS_TOO and pattern.form is _BASE and _follows_one(tokens, first):
        return None  # "the Gospers Mountain fire on the outskirts"
    if pattern.form is _BASE and tokens[first].lower in _PASTS_TOO and _is_done_by(tokens, first, last):
        return None  # "judges put forward by the president": a participle
    transitive = first == last and pattern.group.type in _TRANSITIVE and pattern.lemma not in _INTRANSITIVE
    return Trigger(pattern, sentence, first, last, read_verb(tokens, first, last, pattern.form, transitive))
