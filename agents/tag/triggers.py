"""Which words of a sentence may tell of an event, and which look so and don't."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from agents.tag.conditions import NEEDS_NOTHING_NEAR, condition, subject_before
from agents.tag.demands import Served
from agents.tag.document import Sentence, Token
from agents.tag.inflect import Form
from agents.tag.lexicon import Lexicon, arms, load, role_names
from agents.tag.parties import CALENDAR
from agents.tag.pattern import GAP, LONGEST_GAP, Openings, Pattern
from agents.tag.reading import PARTICIPLES, Reading, is_noun, is_verb, read_verb
from agents.tag.rules import Part, Strength
from agents.tag.word_sets import WordSet
from agents.tag.words import MODIFIERS, Tag, words
from schemas.plover import EventType

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
Span = tuple[int, int]
"""First and last token."""
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
    """A token at which words begin that look like a trigger, and are none."""

    sentence: Sentence
    i: int


def _match(lower: Sequence[str], i: int, pattern: tuple[str, ...]) -> int:
    """The last token of the pattern that begins at token `i`, or -1."""
    at = i
    for n, part in enumerate(pattern):
        if part == GAP:
            return _match_gap(lower, at, pattern[n + 1 :])
        if at >= len(lower) or lower[at] != part:
            return -1
        at += 1
    return at - 1


def _match_gap(lower: Sequence[str], at: int, rest: tuple[str, ...]) -> int:
    for skipped in range(LONGEST_GAP + 1):
        if at + skipped < len(lower) and lower[at + skipped] in ".,;:":
            return -1
        last = _match(lower, at + skipped, rest)
        if last >= 0:
            return last
    return -1


def figures_of(lower: list[str], present: set[str], lexicon: Lexicon) -> list[Span]:
    """First and last token of each figure of speech among the words, all of which are `present`."""
    spans: list[Span] = []
    figures = lexicon.figures
    if figures.keys().isdisjoint(present):
        return spans
    for i, word in enumerate(lower):
        if word in figures:
            for phrase in figures[word]:
                if present.issuperset(phrase) and (last := _match(lower, i, phrase)) >= 0:
                    spans.append((i, last))
    return spans


_TRUST = {Strength.CORE: 0, Strength.STRONG: 1, Strength.OPERATOR: 1, Strength.EFFECT: 2, Strength.WEAK: 3}


def find_triggers(sentence: Sentence, lexicon: Lexicon) -> tuple[list[Trigger], list[Missed]]:
    """Triggers from left to right, none overlapping, each with its best group; and where words only look like one."""
    lower, patterns = sentence.words, lexicon.patterns
    found: list[Trigger] = []
    missed: list[Missed] = []
    if patterns.keys().isdisjoint(lower):
        return found, missed
    present = {*lower, GAP}
    served = lexicon.demands.served(present, subject_before(sentence))
    figures: list[Span] | None = None
    free = 0
    for i, word in enumerate(lower):
        if word not in patterns or i < free:
            continue
        openings = patterns[word]
        candidates = candidates_at(lower, i, openings, present, served) if openings.groups & served.long else []
        if candidates and figures is None:
            figures = figures_of(lower, present, lexicon)
        best = _best(sentence, i, candidates, openings.verbal, figures or [])
        if best is None:
            missed.append(Missed(sentence, i))
        else:
            found.append(best)
            free = best.last + 1
    return found, missed


def candidates_at(
    lower: Sequence[str], i: int, openings: Openings, present: set[str], served: Served | None = None
) -> list[tuple[Pattern, int]]:
    """Patterns that stand at token `i`, each with its last token; only those whose words the sentence has are looked at closely.
    `served`: the rules that may hold, where no other is asked for."""
    if served is None:
        found = [(pattern, i) for _, pattern in openings.alone]
    else:
        short = served.short
        found = [(pattern, i) for bit, pattern in openings.alone if bit & short]
    alone = len(found)
    if openings.by_second and i + 1 < len(lower) and lower[i + 1] in openings.by_second:
        _add(found, openings.by_second[lower[i + 1]], lower, i, present)
    if openings.by_third and not openings.by_third.keys().isdisjoint(following := lower[i + 1 : i + 2 + LONGEST_GAP]):
        for third in dict.fromkeys(following):
            _add(found, openings.by_third.get(third, ()), lower, i, present)
    if served is not None and len(found) > alone:
        found[alone:] = [
            (pattern, last)
            for pattern, last in found[alone:]
            if pattern.group.bit & (served.long if last - i >= NEEDS_NOTHING_NEAR else served.short)
        ]
    return found


def _add(found: list[tuple[Pattern, int]], patterns: Sequence[Pattern], lower: Sequence[str], i: int, present: set[str]) -> None:
    for pattern in patterns:
        if present.issuperset(pattern.words) and (last := _match(lower, i, pattern.words)) >= 0:
            found.append((pattern, last))


def _best(sentence: Sentence, i: int, candidates: list[tuple[Pattern, int]], verbal: bool, figures: list[Span]) -> Trigger | None:
    """The trigger of the longest, nearest and surest pattern, the first of those that are alike."""
    best: Trigger | None = None
    rank = (1, 0, 0)
    for pattern, last in candidates:
        if other_sense(sentence, pattern, i, last, figures):
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


def _noun_before(form: Form) -> frozenset[Tag]:
    """Tags after which an expression that could be a verb's is a noun's: "during talks with"."""
    return _NOUN_BEFORE if form in (Form.BASE, Form.THIRD) else _NO_VERB_AFTER


def read(pattern: Pattern, sentence: Sentence, first: int, last: int, verbal: bool) -> Trigger | None:
    """The trigger, or None where the word is not used as the pattern's part of speech."""
    tokens, part = sentence.tokens, pattern.part
    if part is _FIXED:
        return Trigger(pattern, sentence, first, last, None)
    if part is _NOUN:
        if not is_noun(tokens, first, last, pattern.form, verbal) or _is_participle(tokens, last):
            return None
        return Trigger(pattern, sentence, first, last, None)
    if first == last and pattern.group.strength is _CORE and is_attributive(tokens, first, pattern.form, load().classes):
        return Trigger(pattern, sentence, first, last, None, attributive=True)
    if not is_verb(tokens, first, pattern.form) and not (
        last > first and pattern.form is not Form.ING and tokens[first - 1].tag not in _noun_before(pattern.form)
    ):
        return None
    transitive = first == last and pattern.group.type in _TRANSITIVE and pattern.lemma.split()[0] not in _INTRANSITIVE
    return Trigger(pattern, sentence, first, last, read_verb(tokens, first, last, pattern.form, transitive))
